"""What a legend has to explain: only what is on the map, by layer, side, assertion, precision and confirmation.

As `web/src/legend.ts`; layers take the place of its kinds, as they are what symbols tell apart on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from libyamap.filters import location
from libyamap.i18n import message
from libyamap.interval import Overlap
from libyamap.model import COLLECTION_KINDS, Assertion, Precision
from libyamap.render.static.scene import Stage, is_presence, is_schematic
from libyamap.selection import Shown

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

    id: str
    title: str
    entries: tuple[Entry, ...]


def sections(shown: Sequence[Shown], stage: Stage) -> tuple[Section, ...]:
    """The legend of what is shown."""
    lang = stage.selection.view.lang
    found = {
        "layers": _layers(shown, stage),
        "assertions": _counted(shown, "assertions", Assertion, lambda one: (one.item.assertion,), lang, "web.assertion"),
        "precisions": [
            *_counted(shown, "precisions", Precision, lambda one: (location(one.item.feature, stage.selection.dataset),), lang, "web.legend"),
            *_counted(shown, "precisions", ("route", "schematic", "no-origin"), lambda one: _lines(one, stage), lang, "web.legend"),
        ],
        "confirmation": [
            *_ages(shown, lang),
            *_counted(shown, "confirmation", ("never", "possible", "undeclared"), _states, lang, "web.legend"),
        ],
    }
    titles = {"layers": "static.legend.layers"}
    return tuple(
        Section(name, message(lang, titles.get(name, f"web.legend.{name}")), tuple(entries))
        for name, entries in found.items()
        if entries
    )


def age_of(entry: Entry) -> float:
    """Age, 0 to 1, of a step of the scale of confirmation; what was never confirmed looks as old as can be."""
    months = entry.id.removeprefix("age-")
    return AGES.index(int(months)) / (len(AGES) - 1) if months.isdigit() else 1.0


def _layers(shown: Sequence[Shown], stage: Stage) -> list[Entry]:
    counts = {layer: 0 for layer in stage.selection.layers}
    for one in shown:
        counts[one.item.feature.properties.layer] += 1
    lang = stage.selection.view.lang
    order = [layer.id for layer in stage.selection.dataset.catalog.layers]
    return [Entry("layers", layer, stage.title(layer, lang), counts[layer]) for layer in order if counts.get(layer)]


def _counted(
    shown: Sequence[Shown],
    section: str,
    ids: Iterable[str],
    keys: Callable[[Shown], Iterable[str]],
    lang: str,
    prefix: str,
) -> Iterator[Entry]:
    for id_ in ids:
        count = sum(id_ in keys(one) for one in shown)
        if count:
            yield Entry(section, str(id_), message(lang, f"{prefix}.{id_}"), count)


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


def _ages(shown: Sequence[Shown], lang: str) -> Iterator[Entry]:
    """The steps of the scale of confirmation that something is on."""
    confirmed = [one for one in shown if is_presence(one) and one.item.dated.confirmed is not None]
    for step, months in enumerate(AGES):
        count = sum(round(one.age * (len(AGES) - 1)) == step for one in confirmed)
        if count:
            key = "static.legend.age-last" if months == AGES[-1] else "static.legend.age" if months else "static.legend.fresh"
            yield Entry("confirmation", f"age-{months}", message(lang, key, n=months), count)
