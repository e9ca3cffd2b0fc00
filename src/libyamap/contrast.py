"""What two sides of one dataset show differently.

`contrast` has a twin in the map application (`web/src/contrast/differences.ts`); both are run through one table
of cases. What differs between two *datasets* is another matter: see `comparison/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from libyamap.selection import Selection, Shown
from libyamap.view import SIDE, Side, View, read_side

Aspect = Literal["certainty", "assertion", "age", "progress", "dates", "strength"]
"""In what a feature that both sides show is drawn otherwise."""

SEEN = 0.1
"""The least difference in age (0 fresh, 1 faded) or in progress that a reader sees on the map."""


@dataclass(frozen=True)
class Contrast:
    """What only one of two sides shows, and what both show otherwise.

    Attributes
    ----------
    only_first, only_second : tuple of str
        Ids of features.
    otherwise : mapping
        In what each feature that both show is drawn otherwise, by its id.
    """

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    otherwise: Mapping[str, tuple[Aspect, ...]]


def sides(view: View) -> tuple[View, View] | None:
    """The first and the second side of a view, each with the other beside it; None where it is not compared."""
    if view.versus is None:
        return None
    beside = read_side(view.versus)
    back = Side(view, not beside.first, ()).query()
    other = view.model_copy(update={name: getattr(beside.view, name) for name in SIDE} | {"versus": back})
    return (other, view) if beside.first else (view, other)


def contrast(first: Selection, second: Selection) -> Contrast:
    """What the views of two selections show differently."""
    here, there = _by_id(first), _by_id(second)
    aspects = {feature: _aspects(one, there[feature]) for feature, one in here.items() if feature in there}
    return Contrast(
        only_first=tuple(feature for feature in here if feature not in there),
        only_second=tuple(feature for feature in there if feature not in here),
        otherwise={feature: found for feature, found in aspects.items() if found},
    )


def _by_id(selection: Selection) -> Mapping[str, Shown]:
    return {shown.item.feature.id: shown for shown in selection.shown()}


def _aspects(one: Shown, other: Shown) -> tuple[Aspect, ...]:
    differs: Mapping[Aspect, bool] = {
        "certainty": one.overlap is not other.overlap,
        "assertion": one.item.assertion is not other.item.assertion,
        "age": abs(one.age - other.age) >= SEEN,
        "progress": abs(one.progress - other.progress) >= SEEN,
        "dates": one.item.bounds != other.item.bounds,
        "strength": one.item.dated.strength != other.item.dated.strength,
    }
    return tuple(aspect for aspect, does in differs.items() if does)
