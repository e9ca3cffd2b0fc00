"""Handouts: a brief as pages of A4, a scene each, with its map, its lines, and the claims that they rest on.

Set by Typst, as reports are (`render.report`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources

from libyamap.brief import Brief
from libyamap.dataset import Dataset
from libyamap.i18n import Lang
from libyamap.render.handout.content import Part, part_of
from libyamap.render.handout.maps import Map, map_of
from libyamap.render.report.typesetting import set_in_type
from libyamap.render.static import Sheet
from libyamap.render.static.sheet import Style
from libyamap.selection import select
from libyamap.symbology import PRINT, palette

__all__ = ["render"]


def render(  # noqa: PLR0913 - each says how
    brief: Brief,
    dataset: Dataset,
    *,
    langs: Sequence[Lang] = ("en",),
    style: Style = "light",
    marking: str | None = None,
    time: dt.datetime | None = None,
) -> bytes:
    """A brief as a handout, in PDF.

    Parameters
    ----------
    langs : sequence of str
        Languages of its parts, in their order.
    style : str
        Colours of its maps. Its pages are white.
    marking : str, optional
        Handling marking along both edges of all pages; the brief's and its scenes', if None.
    time : datetime, optional
        When it was made; now if None, or as `SOURCE_DATE_EPOCH` has it.
    """
    sheet = Sheet(style=style, title="", subtitle="", marking="", exported=time)
    sheet = replace(sheet, exported=sheet.time)
    marked = (brief.handling if marking is None else marking) or ""
    parts: list[Part] = []
    pictures: dict[str, bytes] = {}
    for lang in dict.fromkeys(langs):
        shown = [select(dataset, scene.looked_at(lang)) for scene in brief.scenes]
        maps: list[Map] = []
        for number, (scene, selection) in enumerate(zip(brief.scenes, shown, strict=True), 1):
            drawn = map_of(scene, selection, sheet, file=f"{lang}-{number}.pdf")
            pictures[drawn.file] = drawn.content
            maps.append(drawn)
        parts.append(part_of(brief, shown, maps, sheet, marking=marked))
    about = {
        "title": parts[0]["title"],
        "author": brief.author[langs[0]] or dataset.catalog.attribution[langs[0]],
        "description": " · ".join(filter(None, (marked, parts[0]["standing"]))),
        "keywords": marked,
    }
    colours = dict(palette(PRINT if style == PRINT else "light"))
    data = {"about": about, "colours": colours, "parts": parts}
    return set_in_type(data, pictures, sheet.time, form=resources.files(__name__) / "handout.typ")
