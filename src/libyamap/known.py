"""What was known: the View's two clocks, and what the claims of that time tell of a feature.

The first clock is when claims were *said*: `as_of` leaves out those said after it. The second is when they were
*recorded* here: `recorded` leaves out those that entered the dataset after it. A claim that no date is given for
might have been said at any time, and so is never left out by the first clock.

A feature's own dates are read from all of its claims together. Where a clock leaves some of them out, the dates are
read anew from those that are left, so that nothing said or recorded later shows through:

- `when` from the claims' `happened`, spanning them where they differ; none where no claim has one;
- `confirmed` from the claim that vouches for the latest day: the day that it was said, or the end of what it tells
  of, if that is earlier. Denials, requests and forecasts vouch for nothing. It is never later than the feature's
  own, nor than `as_of`;
- `strength` only if all claims that it rests on are left.

Words of curators (titles, places, who takes part) are those of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from libyamap.dataset import Dataset
from libyamap.interval import FIRST_DAY, LAST_DAY, Bounds, date_of, day_number, parse
from libyamap.model import Assertion, Claim, Edtf, Feature, Strength
from libyamap.view import View

VOUCHING = frozenset({Assertion.STATED, Assertion.REPORTED, Assertion.ASSESSED})
"""Assertions that tell what is or was, and so confirm it."""


@dataclass(frozen=True)
class Dated:
    """A feature's dates and strength, by the claims that are known of it.

    Attributes
    ----------
    bounds : Bounds
        Its four day numbers.
    when, confirmed : str, optional
        EDTF, as in the feature's own properties.
    """

    bounds: Bounds
    when: Edtf | None
    confirmed: Edtf | None
    strength: Strength | None


def said(claim: Claim, dataset: Dataset) -> Edtf | None:
    """When a claim was said: at the latest when its source was published."""
    return claim.said or dataset.sources[claim.source].published


def said_by(claim: Claim, view: View, dataset: Dataset) -> bool:
    """Whether a claim may have been said by the view's as-of date."""
    date = said(claim, dataset)
    return view.as_of is None or date is None or parse(date).bounds.start_earliest <= day_number(view.as_of)


def recorded_by(claim: Claim, view: View, _: Dataset | None = None) -> bool:
    """Whether a claim had been recorded here by the view's date of recording."""
    return view.recorded is None or claim.recorded <= view.recorded


def known(claim: Claim, view: View, dataset: Dataset) -> bool:
    """Whether both clocks let a claim pass."""
    return said_by(claim, view, dataset) and recorded_by(claim, view)


def dated(feature: Feature, view: View, dataset: Dataset) -> Dated:
    """The dates and the strength of a feature, by the claims that were known."""
    own = feature.properties
    if view.as_of is None and view.recorded is None:
        return _curated(dataset)[feature.id]
    claims = [dataset.claims[claim] for claim in own.claims]
    left = [claim for claim in claims if known(claim, view, dataset)]
    whole = len(left) == len(claims)
    when = own.when if whole else _when(left, lasting=feature.lasts)
    confirmed = own.confirmed
    if confirmed and not (whole and _begun(confirmed, view)):
        confirmed = _confirmed(left, confirmed, view, dataset)
    return Dated(feature.bounded(when, confirmed), when, confirmed, _strength(own.strength, view, dataset))


@lru_cache(maxsize=4)
def _curated(dataset: Dataset) -> Mapping[str, Dated]:
    """Every feature's own dates and strength, by its id."""
    return {feature.id: _own(feature) for feature in dataset.features.values()}


def _own(feature: Feature) -> Dated:
    own = feature.properties
    return Dated(feature.bounds, own.when, own.confirmed, own.strength)


def _when(claims: Iterable[Claim], *, lasting: bool) -> Edtf | None:
    """The date that claims give, or the time that their dates span."""
    dates = {claim.happened for claim in claims if claim.happened and claim.assertion is not Assertion.DENIED}
    if len(dates) <= 1:
        return next(iter(dates), None)
    bounds = [parse(date).bounds for date in dates]
    first = min(one.start_earliest for one in bounds)
    # A state has begun when the first of them says so; a happening may be that of any.
    last = min(one.start_latest for one in bounds) if lasting else max(one.end_latest for one in bounds)
    return _span(first, last)


def _span(first: int, last: int) -> Edtf | None:
    if first == FIRST_DAY and last == LAST_DAY:
        return None
    ends = ("" if day in {FIRST_DAY, LAST_DAY} else date_of(day).isoformat() for day in (first, last))
    return f"[{'..'.join(ends)}]"


def _confirmed(claims: Iterable[Claim], own: Edtf, view: View, dataset: Dataset) -> Edtf | None:
    """The latest date that a claim vouches for, or the feature's own if that is earlier."""
    vouched = [date for claim in claims for date in _vouched(claim, dataset) if _begun(date, view)]
    if not vouched:
        return None
    latest = max(vouched, key=lambda date: (_end(date), date))
    return own if _end(own) <= _end(latest) and _begun(own, view) else latest


def _vouched(claim: Claim, dataset: Dataset) -> Iterator[Edtf]:
    spoken = said(claim, dataset)
    if claim.assertion not in VOUCHING:
        return
    if claim.happened and _end(claim.happened) < (_end(spoken) if spoken else LAST_DAY):
        yield claim.happened.rpartition("/")[2]
    elif spoken:
        yield spoken


def _strength(strength: Strength | None, view: View, dataset: Dataset) -> Strength | None:
    if strength and all(known(dataset.claims[claim], view, dataset) for claim in strength.claims):
        return strength
    return None


def _begun(date: Edtf, view: View) -> bool:
    return view.as_of is None or parse(date).bounds.start_earliest <= day_number(view.as_of)


def _end(date: Edtf) -> int:
    return parse(date).bounds.end_latest
