"""Reports: a selection as pages of A4 to be printed and filed, with maps, events, and who says what of each site.

Set by Typst, which shapes Arabic and mirrors its pages, keeps text as text, and takes the maps as they were drawn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources

from libyamap.i18n import Lang
from libyamap.render.report.content import Part, part_of
from libyamap.render.report.maps import maps_of
from libyamap.render.report.typesetting import set_in_type
from libyamap.render.static import Sheet
from libyamap.render.static.sheet import Style
from libyamap.render.static.words import file_words
from libyamap.selection import Selection
from libyamap.symbology import PRINT, palette

__all__ = ["render"]


def render(  # noqa: PLR0913 - each says how
    selection: Selection,
    *,
    langs: Sequence[Lang] = ("en",),
    style: Style | None = None,
    marking: str | None = None,
    title: str | None = None,
    time: dt.datetime | None = None,
) -> bytes:
    """A selection as a report, in PDF.

    Parameters
    ----------
    langs : sequence of str
        Languages of its parts, in their order; one at least.
    style : str, optional
        Colours of its maps; the view's theme if None. Its pages are white.
    marking : str, optional
        Handling marking along both edges of all pages; the view's, if None.
    title : str, optional
        Instead of the dataset's.
    time : datetime, optional
        When it was made; now if None, or as `SOURCE_DATE_EPOCH` has it.
    """
    sheet = Sheet(style=style, title=title, marking=marking, exported=time)
    sheet = replace(sheet, exported=sheet.time)
    parts: list[Part] = []
    pictures: dict[str, bytes] = {}
    for lang in dict.fromkeys(langs):
        spoken = replace(selection, view=selection.view.model_copy(update={"lang": lang}))
        maps = maps_of(spoken, sheet)
        pictures |= {f"{lang}-{one.key}.pdf": one.content for one in maps}
        parts.append(part_of(spoken, sheet, maps))
    data = {"about": _about(selection, sheet, langs[0]), "colours": _colours(style), "parts": parts}
    return set_in_type(data, pictures, sheet.time, form=resources.files(__name__) / "report.typ")


def _about(selection: Selection, sheet: Sheet, lang: Lang) -> dict[str, str]:
    spoken = replace(selection, view=selection.view.model_copy(update={"lang": lang}))
    title, description, keywords = file_words(spoken, sheet)
    author = selection.dataset.catalog.attribution[lang]
    return {"title": title, "author": author, "description": description, "keywords": keywords}


def _colours(style: Style | None) -> dict[str, str]:
    """Pages are white: of the palettes for light paper, the one that is asked for."""
    return dict(palette(PRINT if style == PRINT else "light"))
