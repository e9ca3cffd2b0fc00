"""What a legend has to explain: only what is on the map, by layer, side, assertion, precision and confirmation.

As `web/src/legend.ts`; layers take the place of its kinds, as they are what symbols tell apart on paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from libyamap.filters import location
from libyamap.i18n import message
from libyamap.interval import Overlap
from libyamap.model import COLLECTION_KINDS, Assertion, Precision
from libyamap.render.static.scene import Stage, is_presence, is_schematic
from libyamap.selection import Shown

LINES = ("route", "schematic", "no-origin")
"""How a movement's line is to be read."""
STATES = ("never", "possible", "undeclared")
"""What else bears on how current something is."""
_TITLES = {"layers": "static.legend.layers"}
AGE = "age-"
AGES = (0, 6, 12, 18, 24)
"""Steps of the scale of confirmation, in months."""


@dataclass(frozen=True)
class Entry:
    """Something that looks alike on the map.

    Attributes
    ----------
    section : str
        What it is told apart by: `layers`, `assertions`, `precisions`, `confirmation`.
    id : str
        The layer, assertion, precision, line or state.
    count : int
        How many features look so.
    """

    section: str
    id: str
    name: str
    count: int


@dataclass(frozen=True)
class Section:
    """A heading of the legend and what stands under it."""

    title: str
    entries: tuple[Entry, ...]


def sections(shown: Sequence[Shown], stage: Stage) -> tuple[Section, ...]:
    """The legend of what is shown."""
    dataset, lang = stage.selection.dataset, stage.lang
    found = {
        "layers": _layers(shown, stage),
        "assertions": _counted(shown, Assertion, lambda one: (one.item.assertion,)),
        "precisions": [
            *_counted(shown, Precision, lambda one: (location(one.item.feature, dataset),)),
            *_counted(shown, LINES, lambda one: _lines(one, stage)),
        ],
        "confirmation": [*_ages(shown), *_counted(shown, STATES, _states)],
    }
    return tuple(
        Section(
            message(lang, _TITLES.get(section, f"web.legend.{section}")),
            tuple(Entry(section, id_, _name(section, id_, stage), count) for id_, count in counts),
        )
        for section, counts in found.items()
        if counts
    )


def age_of(entry: Entry) -> float:
    """Age, 0 to 1, of a step of the scale of confirmation; what was never confirmed looks as old as can be."""
    months = entry.id.removeprefix(AGE)
    return AGES.index(int(months)) / (len(AGES) - 1) if months.isdigit() else 1.0


def _name(section: str, id_: str, stage: Stage) -> str:
    if section == "layers":
        return stage.titles[id_]
    if section == "assertions":
        return message(stage.lang, f"web.assertion.{id_}")
    if id_.startswith(AGE):
        months = int(id_.removeprefix(AGE))
        key = "age-last" if months == AGES[-1] else "age" if months else "fresh"
        return message(stage.lang, f"static.legend.{key}", n=months)
    return message(stage.lang, f"web.legend.{id_}")


def _layers(shown: Sequence[Shown], stage: Stage) -> list[tuple[str, int]]:
    order = [layer.id for layer in stage.selection.dataset.catalog.layers]
    return _counted(shown, order, lambda one: (one.item.feature.properties.layer,))


def _counted(
    shown: Sequence[Shown], ids: Iterable[str], keys: Callable[[Shown], Iterable[str]]
) -> list[tuple[str, int]]:
    """Those of `ids` that something shown has among its keys, and how many have."""
    counts = Counter(key for one in shown for key in set(keys(one)))
    return [(str(id_), counts[id_]) for id_ in ids if counts[id_]]


def _lines(shown: Shown, stage: Stage) -> Iterator[str]:
    """How a movement's line is to be read."""
    properties = shown.item.feature.properties
    if properties.kind not in COLLECTION_KINDS["movements"]:
        return
    if properties.origin and properties.destination:
        yield "schematic" if is_schematic(shown.item.feature, stage) else "route"
    elif properties.destination:
        yield "no-origin"


def _states(shown: Shown) -> Iterator[str]:
    if is_presence(shown) and shown.item.dated.confirmed is None:
        yield "never"
    if shown.overlap is not Overlap.CERTAIN:
        yield "possible"
    if shown.item.feature.properties.declared is False:
        yield "undeclared"


def _ages(shown: Sequence[Shown]) -> list[tuple[str, int]]:
    """The steps of the scale of confirmation that something is on."""
    confirmed = [one for one in shown if is_presence(one) and one.item.dated.confirmed is not None]
    steps = [f"{AGE}{months}" for months in AGES]
    return _counted(confirmed, steps, lambda one: (steps[round(one.age * (len(AGES) - 1))],))
