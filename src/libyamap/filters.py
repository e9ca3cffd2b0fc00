"""The filters of a View: each tests, names its permalink parameter, and says itself in a sentence.

A feature filter looks at a feature, a claim filter at one claim. A feature stays if every feature filter
keeps it and the claims that stay come from enough independent origins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from libyamap import dates
from libyamap.dataset import Dataset
from libyamap.i18n import joined, message
from libyamap.known import known, recorded_by, said_by
from libyamap.model import Assertion, Claim, Feature, Precision, Reliability
from libyamap.text import stemmed
from libyamap.view import View

UNGRADED = 6
"""Credibility that "cannot be judged"."""


Subject = TypeVar("Subject", Feature, Claim)


@dataclass(frozen=True)
class Filter(Generic[Subject]):
    """One filter of features or of claims.

    Attributes
    ----------
    parameter : str
        Its name in the permalink.
    active : callable
        Whether a view filters by it.
    keeps : callable
        Whether one feature or claim stays.
    sentence : callable
        What stays, in words of the language given.
    beside : tuple of str
        Parameters of other filters that its answer depends on.
    """

    parameter: str
    active: Callable[[View], bool]
    keeps: Callable[[Subject, View, Dataset], bool]
    sentence: Callable[[View, Dataset, str], str]
    beside: tuple[str, ...] = ()


def location(feature: Feature, dataset: Dataset) -> str:
    """Precision of a feature's location: its place's, the worse of a movement's ends, or `none`."""
    ends = (feature.properties.place, feature.properties.origin, feature.properties.destination)
    precisions = [dataset.places[end].properties.precision for end in ends if end]
    return max(precisions, key=list(Precision).index, default="none")


def sides(feature: Feature, dataset: Dataset) -> frozenset[str]:
    """Ids of the actors that take part in a feature, and of their groups."""
    actors = {part.actor for part in feature.properties.actors}
    return frozenset(actors | {dataset.actors[actor].group for actor in actors})


def stations(feature: Feature) -> frozenset[str]:
    """Ids of the places that a feature stands at, moves between, or is about."""
    properties = feature.properties
    ends = (properties.place, properties.origin, properties.destination)
    return frozenset({end for end in ends if end} | set(properties.about))


def reliability(claim: Claim, dataset: Dataset) -> Reliability:
    """Reliability of the source that a claim was taken from."""
    return dataset.sources[claim.source].reliability


def ungraded(claim: Claim, dataset: Dataset) -> bool:
    """Whether reliability or credibility of a claim cannot be judged."""
    return reliability(claim, dataset) is Reliability.F or claim.grade.credibility == UNGRADED


def _found(feature: Feature, view: View, dataset: Dataset) -> bool:
    claims = (dataset.claims[claim] for claim in feature.properties.claims)
    told = [dataset.searchable_claims[claim.id] for claim in claims if known(claim, view, dataset)]
    texts = (dataset.searchable[feature.id], *told)
    return all(any(word in text for text in texts) for word in _words(view.text))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    return tuple(stemmed(text).split())


def _reliable(claim: Claim, view: View, dataset: Dataset) -> bool:
    grade = reliability(claim, dataset)
    return grade is Reliability.F or view.reliability is None or grade <= view.reliability


def _credible(claim: Claim, view: View, _: Dataset) -> bool:
    grade = claim.grade.credibility
    return grade == UNGRADED or view.credibility is None or grade <= view.credibility


def _listed(lang: str, prefix: str, values: Iterable[str]) -> str:
    return joined(lang, [message(lang, f"{prefix}.{value}") for value in values])


def _actor_names(view: View, dataset: Dataset, lang: str) -> str:
    names = {group.id: group.name for group in dataset.actor_groups}
    names |= {actor.id: actor.name for actor in dataset.actors.values()}
    return joined(lang, [names[actor][lang] if actor in names else actor for actor in view.actors])


def _place_names(view: View, dataset: Dataset, lang: str) -> str:
    names = {place.id: place.properties.name[lang] for place in dataset.places.values()}
    return joined(lang, [names.get(place, place) for place in view.places])


FEATURE_FILTERS: tuple[Filter[Feature], ...] = (
    Filter(
        "kinds",
        lambda view: bool(view.kinds),
        lambda feature, view, _: feature.properties.kind in view.kinds,
        lambda view, _, lang: message(lang, "filter.kinds", values=_listed(lang, "kind", view.kinds)),
    ),
    Filter(
        "actors",
        lambda view: bool(view.actors),
        lambda feature, view, dataset: not sides(feature, dataset).isdisjoint(view.actors),
        lambda view, dataset, lang: message(lang, "filter.actors", values=_actor_names(view, dataset, lang)),
    ),
    Filter(
        "places",
        lambda view: bool(view.places),
        lambda feature, view, _: not stations(feature).isdisjoint(view.places),
        lambda view, dataset, lang: message(lang, "filter.places", values=_place_names(view, dataset, lang)),
    ),
    Filter(
        "prec",
        lambda view: bool(view.precisions),
        lambda feature, view, dataset: location(feature, dataset) in view.precisions,
        lambda view, _, lang: message(lang, "filter.precisions", values=_listed(lang, "location", view.precisions)),
    ),
    Filter(
        "q",
        lambda view: bool(view.text),
        _found,
        lambda view, _, lang: message(lang, "filter.text", text=view.text),
        beside=("asof", "rec"),  # What was not yet known is not found.
    ),
)

CLAIM_FILTERS: tuple[Filter[Claim], ...] = (
    Filter(
        "assertion",
        lambda view: bool(view.assertions),
        lambda claim, view, _: claim.assertion in view.assertions,
        lambda view, _, lang: message(lang, "filter.assertions", values=_listed(lang, "assertion", view.assertions)),
    ),
    Filter(
        "rel",
        lambda view: view.reliability is not None,
        _reliable,
        lambda view, _, lang: message(lang, "filter.reliability", grade=str(view.reliability)),
    ),
    Filter(
        "cred",
        lambda view: view.credibility is not None,
        _credible,
        lambda view, _, lang: message(lang, "filter.credibility", grade=str(view.credibility)),
    ),
    Filter(
        "ungraded",
        lambda view: not view.ungraded,
        lambda claim, _, dataset: not ungraded(claim, dataset),
        lambda _, __, lang: message(lang, "filter.ungraded"),
    ),
    Filter(
        "asof",
        lambda view: view.as_of is not None,
        said_by,
        lambda view, _, lang: message(lang, "filter.as-of", date=dates.day(lang, view.as_of)) if view.as_of else "",
    ),
    Filter(
        "rec",
        lambda view: view.recorded is not None,
        recorded_by,
        lambda view, _, lang: (
            message(lang, "filter.recorded", date=dates.day(lang, view.recorded)) if view.recorded else ""
        ),
    ),
)

SOURCES_PARAMETER = "sources"
"""The one filter that looks at all of a feature's claims together: how many independent origins they have."""


def origins(claims: Iterable[Claim]) -> frozenset[str]:
    """Independent origins that support something; a denial supports nothing."""
    return frozenset(claim.attribution.origin for claim in claims if claim.assertion is not Assertion.DENIED)


def sentences(view: View, dataset: Dataset, lang: str) -> dict[str, str]:
    """What every active filter of a view keeps, in words, by its parameter."""
    said = {one.parameter: one.sentence(view, dataset, lang) for one in FEATURE_FILTERS if one.active(view)}
    said |= {one.parameter: one.sentence(view, dataset, lang) for one in CLAIM_FILTERS if one.active(view)}
    if view.lineages > 1:
        said[SOURCES_PARAMETER] = message(lang, "filter.lineages", n=view.lineages)
    return said
