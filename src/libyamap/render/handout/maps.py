"""The map of a scene on its page, with legend and foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from libyamap.brief import Scene
from libyamap.render import static
from libyamap.render.static import Paper, Sheet
from libyamap.render.static.words import counted
from libyamap.selection import Selection

WIDE, HIGH = 174.0, 100.0
"""Millimetres of a map on its page."""
SCREEN = (1280.0, 720.0)
"""Pixels of the map that a scene was made on."""
_DPI, _UNITS_PER_INCH, _MM = 200.0, 130.0, 25.4


@dataclass(frozen=True)
class Map:
    """The map of a scene.

    Attributes
    ----------
    file : str
        What it is called where the page is set.
    """

    file: str
    content: bytes
    counted: str


def map_of(scene: Scene, selection: Selection, sheet: Sheet, *, file: str) -> Map:
    """The map of a scene."""
    wide, high = (round(side / _MM * _DPI) for side in (WIDE, HIGH))
    paper = Paper(wide, high, _DPI, _DPI / _UNITS_PER_INCH)
    sheet = replace(sheet, paper=paper, screen=SCREEN, highlighted=scene.highlighted)
    drawn = static.draw(selection, sheet)
    content = static.picture(selection, drawn, form="pdf", sheet=sheet)
    return Map(file, content, counted(selection.view.lang, drawn.tally))
