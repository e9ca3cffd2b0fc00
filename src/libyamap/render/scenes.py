"""What the scenes of a brief show, and nothing else: for what is handed on with a brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from string import ascii_lowercase, digits

from libyamap.brief import Brief
from libyamap.dataset import Dataset
from libyamap.selection import Item, Selection, select
from libyamap.view import View

_ID = slice(2, 4)
"""Where a drawing's id stands in its form (`drawings.py`)."""


def by_filters(brief: Brief, dataset: Dataset) -> dict[str, Selection]:
    """What the filters of scenes leave, as far as a scene with these filters shows it, by the filters' query."""
    found: dict[str, Selection] = {}
    for selection in _selections(brief, dataset):
        filters = selection.view.filters()
        seen = {one.item.feature.id for one in selection.shown()}
        if filters in found:
            seen.update(item.feature.id for item in found[filters].items)
        items = tuple(item for item in selection.items if item.feature.id in seen)
        found[filters] = replace(selection, items=items)
    return found


def together(brief: Brief, dataset: Dataset) -> Selection:
    """All that any scene shows as one selection: every layer that is shown, all of time, what was drawn.

    A feature that scenes show with more and with fewer of its claims has all of them.
    """
    selections = list(_selections(brief, dataset))
    items: dict[str, Item] = {}
    for shown in (one for selection in selections for one in selection.shown()):
        slug, item = shown.item.feature.id, shown.item
        items[slug] = max(items.get(slug, item), item, key=lambda one: len(one.claims))
    days = {selection.view.as_of for selection in selections}
    view = View(
        layers=tuple({item.feature.properties.layer for item in items.values()}),
        as_of=days.pop() if len(days) == 1 else None,
    )
    drawings = ".".join(_distinct(selection.view.drawings for selection in selections))
    view = view.model_copy(update={"drawings": drawings, "marking": brief.handling})
    return Selection(dataset, view, tuple(items[slug] for slug in dataset.features if slug in items))


def _selections(brief: Brief, dataset: Dataset) -> Iterator[Selection]:
    return (select(dataset, scene.looked_at("en")) for scene in brief.scenes)


def _distinct(codes: Iterable[str]) -> Iterator[str]:
    """Drawings of all codes, each once; where two have one id, the later one has another."""
    drawn = dict.fromkeys(one for code in codes for one in code.split(".") if one)
    free = ("".join(pair) for pair in product(digits + ascii_lowercase, repeat=2))
    ids = {one[_ID] for one in drawn}
    used: set[str] = set()
    for one in drawn:
        own = one[_ID]
        if own in used:
            own = next(id_ for id_ in free if id_ not in ids)
            ids.add(own)
        used.add(own)
        yield one[: _ID.start] + own + one[_ID.stop :]
