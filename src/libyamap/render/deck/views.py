"""A brief of plain views: a scene each, with what it shows in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from libyamap.brief import Brief, Line, Scene, Wording
from libyamap.dataset import Dataset
from libyamap.selection import Selection, select
from libyamap.view import View

_MOST = 2000
"""Characters of a wording."""


def brief_of(views: Iterable[View | Selection], dataset: Dataset) -> Brief:
    """A brief with the dataset's title and a scene for each of some views."""
    title = Wording(ar=dataset.catalog.title.ar[:_MOST], en=dataset.catalog.title.en[:_MOST])
    attribution = dataset.catalog.attribution
    return Brief(
        id="views",
        title=title,
        author=Wording(ar=attribution.ar[:_MOST], en=attribution.en[:_MOST]),
        date=dataset.catalog.as_of,
        scenes=tuple(_scene(number, view, title, dataset) for number, view in enumerate(views, 1)),
    )


def _scene(number: int, given: View | Selection, title: Wording, dataset: Dataset) -> Scene:
    selection = given if isinstance(given, Selection) else select(dataset, given)
    sentence = Wording(ar=selection.sentence("ar")[:_MOST], en=selection.sentence("en")[:_MOST])
    marking = " ".join((selection.view.marking or "").split())[:80]
    return Scene(
        id=f"view-{number}",
        title=title,
        lines=(Line(text=sentence),),
        view=selection.view.query(),
        marking=marking or None,
    )
