"""Why filters leave nothing: what each takes away by itself, and what it is in the data that it fails on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from libyamap import dates
from libyamap.dataset import Dataset
from libyamap.filters import reliability, sentences, ungraded
from libyamap.i18n import joined, message
from libyamap.interval import parse
from libyamap.model import Reliability
from libyamap.selection import Selection
from libyamap.sieve import sieve
from libyamap.view import FILTERS, PARAMETERS_BY_NAME, View


@dataclass(frozen=True)
class Removal:
    """What one active filter does.

    Attributes
    ----------
    parameter : str
        Its name in the permalink.
    alone : int
        How many features it takes away when no other filter is set.
    without : int
        How many are left when it alone is taken away.
    """

    parameter: str
    alone: int
    without: int


def removals(selection: Selection) -> tuple[Removal, ...]:
    """What each active filter of a selection does, the strongest first."""
    dataset, view = selection.dataset, selection.view
    kept = sieve(dataset)
    found = (
        Removal(
            parameter,
            len(dataset.features) - len(kept.ids(_only(parameter, view))),
            len(kept.ids(_without(parameter, view))),
        )
        for parameter in sentences(view, dataset, "en")
    )
    return tuple(sorted(found, key=lambda removal: (-removal.alone, -removal.without)))


def reason(selection: Selection, lang: str) -> str:
    """Why nothing is left, in words: what in the data its strongest filter fails on."""
    strongest, *_ = removals(selection)
    if strongest.alone < len(selection.dataset.features):
        return message(lang, "empty.together", filters=joined(lang, list(selection.filters(lang).values())))
    tell = REASONS.get(strongest.parameter, _nothing_passes(strongest.parameter))
    return tell(selection.dataset, selection.view, lang)


def _only(parameter: str, view: View) -> View:
    field = PARAMETERS_BY_NAME[parameter].field
    return View(**{field: getattr(view, field)})


def _without(parameter: str, view: View) -> View:
    field = PARAMETERS_BY_NAME[parameter].field
    return View(**{name: getattr(view, name) for name in FILTERS if name != field})


def _nothing_passes(parameter: str) -> Callable[[Dataset, View, str], str]:
    def tell(dataset: Dataset, view: View, lang: str) -> str:
        kept = sentences(view, dataset, lang)[parameter]
        return message(lang, "empty.nothing-passes", n=len(dataset.features), filter=kept)

    return tell


def _origins(dataset: Dataset, _: View, lang: str) -> str:
    """Too few independent origins: of which there may be one, or whose claims may all be of one source."""
    most, sources = sieve(dataset).most_origins, _used_sources(dataset)
    support = message(lang, "empty.origins.single") if most <= 1 else message(lang, "empty.origins.most", n=most)
    if len(sources) != 1:
        return message(lang, "empty.origins.sources", n=len(sources), support=support)
    title = dataset.sources[sources[0]].title[lang]
    return message(lang, "empty.origins.one-source", n=len(dataset.claims), source=title, support=support)


def _ungraded(dataset: Dataset, _: View, lang: str) -> str:
    sources = [one for one in _used_sources(dataset) if dataset.sources[one].reliability is Reliability.F]
    if len(sources) == len(_used_sources(dataset)):
        titles = joined(lang, [dataset.sources[one].title[lang] for one in sources])
        return message(lang, "empty.ungraded.sources", n=len(dataset.claims), sources=titles)
    count = sum(ungraded(claim, dataset) for claim in dataset.claims.values())
    return message(lang, "empty.ungraded.claims", n=count)


def _reliability(dataset: Dataset, view: View, lang: str) -> str:
    best = min(reliability(claim, dataset) for claim in dataset.claims.values())
    return message(lang, "empty.reliability", best=str(best), grade=str(view.reliability))


def _credibility(dataset: Dataset, view: View, lang: str) -> str:
    best = min(claim.grade.credibility for claim in dataset.claims.values())
    return message(lang, "empty.credibility", best=str(best), grade=str(view.credibility))


def _as_of(dataset: Dataset, view: View, lang: str) -> str:
    said = [claim.said or dataset.sources[claim.source].published for claim in dataset.claims.values()]
    first = min((parse(one) for one in said if one), key=lambda one: one.bounds.start_earliest, default=None)
    if first is None or view.as_of is None:
        return _nothing_passes("asof")(dataset, view, lang)
    return message(lang, "empty.as-of", date=dates.day(lang, view.as_of), first=dates.words(lang, first))


def _used_sources(dataset: Dataset) -> list[str]:
    return sorted({claim.source for claim in dataset.claims.values()})


REASONS: Mapping[str, Callable[[Dataset, View, str], str]] = {
    "sources": _origins,
    "ungraded": _ungraded,
    "rel": _reliability,
    "cred": _credibility,
    "asof": _as_of,
}
"""What a filter fails on, by its parameter; the others say that nothing passes them."""
