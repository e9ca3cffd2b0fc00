"""What the filters of a View leave of a dataset, and the same seen through layers and an interval.

`Selection.at` has a twin in the map application (`web/src/selection.ts`); both are run through one table
of cases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from libyamap.dataset import Dataset
from libyamap.filters import location, sentences
from libyamap.i18n import message
from libyamap.interval import FIRST_DAY, LAST_DAY, Bounds, Overlap, day_number, parse
from libyamap.known import Dated, dated
from libyamap.model import COLLECTION_KINDS, Assertion, Claim, Feature, Reliability, Source
from libyamap.sieve import sieve
from libyamap.symbology import drawing_order
from libyamap.view import View

STALE_DAYS = 730
"""A confirmation two years old has faded as far as it will."""

_STRENGTH = {assertion: rank for rank, assertion in enumerate(Assertion)}
"""Assertions stand from the strongest on; a feature is drawn as the strongest of its claims."""

CHOICES_OF_FEATURES = ("kinds", "actors", "places", "prec")
"""Parameters whose choices are values that features have."""

Choices = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Ids of features, by a filter's permalink parameter and the value that would be chosen."""


@dataclass(frozen=True)
class Item:
    """A feature that the filters leave, with those of its claims that they leave.

    Attributes
    ----------
    dated : Dated
        Its dates and strength, by the claims that the view's two clocks let be known.
    assertion : Assertion
        The strongest among the claims.
    """

    feature: Feature
    claims: tuple[Claim, ...]
    dated: Dated
    assertion: Assertion

    def age(self, day: int) -> float:
        """Of a presence's last confirmation on a day: 0 fresh, 1 two years old, older, or never confirmed.

        What is confirmed for a later day is fresh: it was there.
        """
        if not self.feature.lasts:
            return 0.0
        if self.dated.confirmed is None:
            return 1.0
        days = day - parse(self.dated.confirmed).bounds.end_latest
        return round(min(max(days, 0), STALE_DAYS) / STALE_DAYS, 3)

    def progress(self, day: int) -> float:
        """How much of a movement has passed by the end of a day: 0 before it, 1 after it.

        It is the share that is past of all days on which it may have taken place. What is no movement, or has no
        date at one end, is shown whole.
        """
        start, end = self.bounds.start_earliest, self.bounds.end_latest
        moves = self.feature.properties.kind in COLLECTION_KINDS["movements"]
        if not moves or start == FIRST_DAY or end == LAST_DAY:
            return 1.0
        return min(max(day - start + 1, 0) / (end - start + 1), 1.0)

    @property
    def bounds(self) -> Bounds:
        """Its four day numbers."""
        return self.dated.bounds

    @property
    def as_curated(self) -> bool:
        """Whether its dates and strength are the feature's own: nothing of it was unknown."""
        own, known = self.feature.properties, self.dated
        return (known.when, known.confirmed, known.strength) == (own.when, own.confirmed, own.strength)


@dataclass(frozen=True)
class Shown:
    """An item that layers and interval leave, and how it is seen at the interval's end.

    Attributes
    ----------
    overlap : Overlap
        Whether it is certainly inside the interval.
    age : float
        Of its last confirmation, as `Item.age` has it.
    progress : float
        How much of a movement has passed, as `Item.progress` has it.
    """

    item: Item
    overlap: Overlap
    age: float
    progress: float


@dataclass(frozen=True)
class Selection:
    """What the filters of `view` leave of `dataset`, before layers and interval."""

    dataset: Dataset
    view: View
    items: tuple[Item, ...]

    @property
    def as_of(self) -> int:
        """Day number that the whole of it speaks for: the view's, else the dataset's."""
        return day_number(self.view.as_of or self.dataset.catalog.as_of)

    @property
    def digest(self) -> str:
        """The dataset's identity."""
        return self.dataset.digest

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """Ids of the layers that the view shows, the one drawn on top first."""
        catalog = self.dataset.catalog.layers
        default = tuple(layer.id for layer in catalog if layer.shown)
        wanted = default if self.view.layers is None else self.view.layers
        return tuple(layer for layer in drawing_order(catalog, self.view) if layer in wanted)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the claims that are left."""
        used = {claim.source for item in self.items for claim in item.claims}
        return tuple(source for source in self.dataset.sources.values() if source.id in used)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many items are left by layer, kind, assertion and location precision."""
        return {
            "layers": Counter(item.feature.properties.layer for item in self.items),
            "kinds": Counter(str(item.feature.properties.kind) for item in self.items),
            "assertion": Counter(str(item.assertion) for item in self.items),
            "prec": Counter(str(location(item.feature, self.dataset)) for item in self.items),
        }

    def sentence(self, lang: str) -> str:
        """What is left and by which filters, in words."""
        total, left = len(self.dataset.features), len(self.items)
        said = self.filters(lang)
        if not left:
            count = message(lang, "sentence.none", n=total)
        elif left == total:
            count = message(lang, "sentence.all", n=total)
        else:
            count = message(lang, "sentence.some", n=left, total=total)
        if not said:
            return count
        return message(
            lang, "sentence.with-filters", count=count, filters=message(lang, "list.semicolon").join(said.values())
        )

    def filters(self, lang: str) -> Mapping[str, str]:
        """What each active filter keeps, in words, by its permalink parameter."""
        return sentences(self.view, self.dataset, lang)

    def at(
        self, layers: Collection[str], first: int = FIRST_DAY, last: int = LAST_DAY, *, certain: bool = False
    ) -> tuple[Shown, ...]:
        """The items of `layers` that overlap the days `first` to `last`, as they stood on the last of these.

        Confirmations fade towards the as-of date, or towards the interval's end where that is earlier: the end of
        an interval is the moment that is looked at, and who looks at 2020 sees a presence as fresh as it then was.
        It is never today's date, so that a view always looks the same.

        Parameters
        ----------
        layers : collection of str
            Ids of the layers that are shown.
        first, last : int
            Day numbers since 1970-01-01, inclusive.
        certain : bool
            Leave out what only possibly overlaps.
        """
        moment = min(self.as_of, last)
        met = (
            Shown(item, item.bounds.overlap(first, last), item.age(moment), item.progress(last))
            for item in self.items
            if item.feature.properties.layer in layers
        )
        wanted = {Overlap.CERTAIN} if certain else {Overlap.CERTAIN, Overlap.POSSIBLE}
        return tuple(shown for shown in met if shown.overlap in wanted)

    def shown(self) -> tuple[Shown, ...]:
        """The items that the view's own layers and interval leave."""
        view = self.view
        return self.at(
            self.layers,
            day_number(view.first) if view.first else FIRST_DAY,
            day_number(view.last) if view.last else LAST_DAY,
            certain=view.certain,
        )


def select(dataset: Dataset, view: View) -> Selection:
    """What the view's filters leave of the dataset."""
    items = (_item(feature, claims, dated(feature, view, dataset)) for feature, claims in sieve(dataset).sifted(view))
    return Selection(dataset, view, tuple(items))


def facets(dataset: Dataset, view: View) -> Mapping[str, Mapping[str, int]]:
    """How many features each choice of each filter would leave, the other filters staying as they are.

    Returns
    -------
    mapping
        By permalink parameter, then by the choice's value: `kinds`, `actors` (groups too), `places`, `prec`,
        `assertion`, `rel`, `cred`, `sources`, `ungraded`.
    """
    kept = sieve(dataset)
    return {
        **{parameter: kept.tally(parameter, view) for parameter in CHOICES_OF_FEATURES},
        **{
            parameter: {value: int(kept.left(chosen).sum()) for value, chosen in views.items()}
            for parameter, views in _chosen(dataset, view).items()
        },
    }


def choices(dataset: Dataset, view: View) -> Choices:
    """Ids of the features that each choice of each filter would leave: what `facets` counts."""
    kept = sieve(dataset)
    return {
        **{parameter: kept.sorted_out(parameter, view) for parameter in CHOICES_OF_FEATURES},
        **{
            parameter: {value: kept.ids(chosen) for value, chosen in views.items()}
            for parameter, views in _chosen(dataset, view).items()
        },
    }


def _chosen(dataset: Dataset, view: View) -> Mapping[str, Mapping[str, View]]:
    """The view with each choice made that is not a value of features."""
    fields: Mapping[str, tuple[str, Iterable[object]]] = {
        "assertion": ("assertions", Assertion),
        "rel": ("reliability", (grade for grade in Reliability if grade is not Reliability.F)),
        "cred": ("credibility", range(1, 6)),
        "sources": ("lineages", range(1, sieve(dataset).most_origins + 1)),
        "ungraded": ("ungraded", (False, True)),
    }
    return {
        parameter: {_written(value): view.model_copy(update={field: _held(field, value)}) for value in values}
        for parameter, (field, values) in fields.items()
    }


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _held(field: str, value: object) -> object:
    return (value,) if field == "assertions" else value


def _item(feature: Feature, claims: tuple[Claim, ...], known: Dated) -> Item:
    assertion = min((claim.assertion for claim in claims), key=_STRENGTH.__getitem__)
    return Item(feature, claims, known, assertion)
