"""Our symbols as small pictures, as paper draws them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from libyamap.model import Assertion
from libyamap.render.static.paper import SCREEN_DPI, Paper
from libyamap.render.static.pen import Pen
from libyamap.render.static.symbol import HALF, Glyph, Look, paint_symbol
from libyamap.render.static.writing import About, written

PIXELS, UNITS = 64, 28.0
"""Side of an icon; and of the square in units that a symbol with its ring lies in."""
MAGNIFICATION = PIXELS / UNITS
STEPS = 4
"""In so many steps a symbol fades with the age of its confirmation."""
PAPER = Paper(PIXELS, PIXELS, SCREEN_DPI * MAGNIFICATION, MAGNIFICATION)
MADE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Icons are no documents: they do not say when they were made."""


@dataclass(frozen=True)
class Icon:
    """What an icon shows."""

    shape: str
    colour: str
    paper: str
    hole: bool
    assertion: Assertion
    step: int
    certain: bool

    @property
    def picture(self) -> bytes:
        """It as PNG."""
        return _picture(self)


def step_of(age: float) -> int:
    """The step in which an age is shown."""
    return round(age * STEPS)


@lru_cache(maxsize=512)
def _picture(icon: Icon) -> bytes:
    pen = Pen(PAPER)
    glyph = Glyph(icon.shape, icon.colour, icon.paper, hole=icon.hole)
    paint_symbol(pen, glyph, Look(icon.assertion, icon.step / STEPS, icon.certain), (UNITS / 2, UNITS / 2), HALF)
    return written(pen, "png", About("", "", "", "en", MADE))
