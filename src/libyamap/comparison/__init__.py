"""Two datasets compared, object by object and field by field, and what the difference means for the map.

Objects are matched by id within their sort. An object that one dataset lacks was added or removed; one that differs
was changed. A feature that is itself the same counts as *affected* where a claim of it was changed, or where it is
drawn differently: because the grade of a claim rose, its place moved, or the dataset speaks for a later day.

Geometry of features is left out: it is a copy of their places'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from libyamap.comparison.fields import Difference, Fields, differences, fields
from libyamap.comparison.marks import marks
from libyamap.dataset import Dataset
from libyamap.model import Feature, Record, Text
from libyamap.selection import select
from libyamap.view import View

CATALOG = "catalog"
"""Stands for the id of a dataset's own description, of which there is one."""


class Sort(StrEnum):
    """Sorts of objects, in the order in which they are told."""

    FEATURE = "feature"
    CLAIM = "claim"
    PLACE = "place"
    ACTOR = "actor"
    SOURCE = "source"
    NOTE = "note"
    ORIGIN = "origin"
    LAYER = "layer"
    LAYER_GROUP = "layer-group"
    ACTOR_GROUP = "actor-group"
    HEDGE = "hedge"
    BASIS = "basis"
    GAZETTEER = "gazetteer"
    CATALOG = "catalog"


class How(StrEnum):
    """What became of an object, in the order in which it is told."""

    ADDED = "added"
    CHANGED = "changed"
    AFFECTED = "affected"
    REMOVED = "removed"


_OPPOSITE = {How.ADDED: How.REMOVED, How.REMOVED: How.ADDED, How.CHANGED: How.CHANGED, How.AFFECTED: How.AFFECTED}


@dataclass(frozen=True)
class Change:
    """What became of one object.

    Attributes
    ----------
    fields : tuple of Difference
        Its own fields that differ; none if it was added, removed or only affected.
    effects : tuple of Difference
        What is drawn differently of a feature that both datasets have.
    because : tuple of str
        Ids of the changed claims and places that a feature rests on.
    """

    sort: Sort
    id: str
    how: How
    fields: tuple[Difference, ...] = ()
    effects: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()

    def reversed(self) -> Change:
        """The same, seen from the other dataset."""
        turned = [tuple(one.reversed() for one in found) for found in (self.fields, self.effects)]
        return Change(self.sort, self.id, _OPPOSITE[self.how], turned[0], turned[1], self.because)


@dataclass(frozen=True)
class Comparison:
    """What differs between two datasets.

    Attributes
    ----------
    old, new : Dataset
        What was compared.
    changes : tuple of Change
        By sort, what became of it, and id.
    """

    old: Dataset
    new: Dataset
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Whether anything differs; how files are written does not count."""
        return bool(self.changes)

    @cached_property
    def counts(self) -> Mapping[How, int]:
        """How many objects were added, changed, affected and removed."""
        return {how: sum(change.how is how for change in self.changes) for how in How}

    def reversed(self) -> Comparison:
        """The same with old and new exchanged."""
        return Comparison(self.new, self.old, _ordered(change.reversed() for change in self.changes))


def compare(old: Dataset, new: Dataset) -> Comparison:
    """What was added, changed and removed from `old` to `new`."""
    own = [change for sort in Sort for change in _changes(sort, old, new)]
    touched = {change.id for change in own if change.sort in {Sort.CLAIM, Sort.PLACE}}
    rest = [change for change in own if change.sort is not Sort.FEATURE or change.how is not How.CHANGED]
    direct = {change.id: change for change in own if change.sort is Sort.FEATURE and change.how is How.CHANGED}
    return Comparison(old, new, _ordered([*rest, *_features(old, new, direct, touched)]))


def called(one: Record) -> Text:
    """What an object is called: its name, its title, or what it says."""
    properties = getattr(one, "properties", one)
    found = next(value for field in ("name", "title", "text") if (value := getattr(properties, field, None)))
    return found if isinstance(found, Text) else Text(ar=str(found), en=str(found))


def objects(sort: Sort, dataset: Dataset) -> Mapping[str, Record]:
    """A dataset's objects of one sort, by id."""
    return _OBJECTS[sort](dataset)


_OBJECTS: Mapping[Sort, Callable[[Dataset], Mapping[str, Record]]] = {
    Sort.FEATURE: lambda dataset: dataset.features,
    Sort.CLAIM: lambda dataset: dataset.claims,
    Sort.PLACE: lambda dataset: dataset.places,
    Sort.ACTOR: lambda dataset: dataset.actors,
    Sort.SOURCE: lambda dataset: dataset.sources,
    Sort.NOTE: lambda dataset: {note.id: note for note in dataset.notes},
    Sort.ORIGIN: lambda dataset: dataset.origins,
    Sort.LAYER: lambda dataset: dataset.layers,
    Sort.LAYER_GROUP: lambda dataset: {group.id: group for group in dataset.catalog.groups},
    Sort.ACTOR_GROUP: lambda dataset: {group.id: group for group in dataset.actor_groups},
    Sort.HEDGE: lambda dataset: dataset.hedges,
    Sort.BASIS: lambda dataset: dataset.bases,
    Sort.GAZETTEER: lambda dataset: dataset.gazetteers,
    Sort.CATALOG: lambda dataset: {CATALOG: dataset.catalog},
}


def _changes(sort: Sort, old: Dataset, new: Dataset) -> Iterable[Change]:
    before, after = objects(sort, old), objects(sort, new)
    was, now = _collections(old), _collections(new)
    yield from (Change(sort, one, How.ADDED) for one in after if one not in before)
    yield from (Change(sort, one, How.REMOVED) for one in before if one not in after)
    for one in before:
        if one in after and (found := differences(_fields(before[one], was), _fields(after[one], now))):
            yield Change(sort, one, How.CHANGED, found)


def _fields(one: Record, collections: Mapping[str, str]) -> Fields:
    return fields(one) | ({"collection": collections[one.id]} if isinstance(one, Feature) else {})


def _collections(dataset: Dataset) -> Mapping[str, str]:
    return {feature.id: name for name, members in dataset.collections.items() for feature in members}


def _features(old: Dataset, new: Dataset, direct: Mapping[str, Change], touched: set[str]) -> Iterable[Change]:
    """What became of the features that both datasets have, by their own change or by that of what they rest on."""
    before, after = ({item.feature.id: item for item in select(one, View()).items} for one in (old, new))
    for one in before.keys() & after.keys():
        effects = differences(marks(before[one], old), marks(after[one], new))
        claims = {claim for item in (before[one], after[one]) for claim in item.feature.properties.claims} & touched
        places = {place for item in (before[one], after[one]) for place in _places(item.feature)} & touched
        because = tuple(sorted(claims | places))
        if one in direct:
            yield Change(Sort.FEATURE, one, How.CHANGED, direct[one].fields, effects, because)
        elif claims or effects:
            yield Change(Sort.FEATURE, one, How.AFFECTED, (), effects, because)


def _places(feature: Feature) -> Iterable[str]:
    properties = feature.properties
    ends = (properties.place, properties.origin, properties.destination)
    return (place for place in ends if place)


def _ordered(changes: Iterable[Change]) -> tuple[Change, ...]:
    sorts, hows = list(Sort), list(How)
    return tuple(sorted(changes, key=lambda one: (sorts.index(one.sort), hows.index(one.how), one.id)))
