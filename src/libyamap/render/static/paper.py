"""Paper: how large a page is, in pixels and in print.

Everything on a page is laid out in units: a unit is a CSS pixel of the screen, so that symbols, lines and letters have
the sizes that they have there. Larger pages magnify the unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from libyamap.errors import PaperError

POINTS_PER_INCH = 72
SCREEN_DPI = 96.0
PRINT_DPI = 300.0

FEWEST_PIXELS, MOST_PIXELS = 480, 10_000
"""Pixels of a side: below, title and legend leave no room for a map; beyond, memory is short."""
SHORT_SIDE = 1080
"""Pixels of the shorter side up to which a unit is a pixel."""
UNITS_PER_INCH = 120
"""Units in an inch of printed paper: text of 12 units is of 7.2 points."""


@dataclass(frozen=True)
class Paper:
    """A page's size.

    Attributes
    ----------
    width, height : int
        Pixels.
    dpi : float
        Pixels in an inch of it.
    magnification : float
        Pixels in a unit.
    """

    width: int
    height: int
    dpi: float
    magnification: float

    @classmethod
    def of_pixels(cls, width: int, height: int) -> Paper:
        """A page of so many pixels, the unit growing with its shorter side.

        Raises
        ------
        PaperError
            If a side is too short or too long.
        """
        if not all(FEWEST_PIXELS <= side <= MOST_PIXELS for side in (width, height)):
            raise PaperError(size=f"{width}x{height}", least=FEWEST_PIXELS, most=MOST_PIXELS)
        magnification = max(1.0, min(width, height) / SHORT_SIDE)
        return cls(width, height, SCREEN_DPI * magnification, magnification)

    @classmethod
    def named(cls, text: str) -> Paper:
        """Read a size: "1920x1080", "4k", "a4", "a3", "a4-portrait", "a3-portrait".

        Raises
        ------
        PaperError
            If it is none of these.
        """
        known = SIZES.get(text.lower())
        if known:
            return known
        match = _PIXELS.fullmatch(text)
        if not match:
            raise PaperError(size=text, least=FEWEST_PIXELS, most=MOST_PIXELS)
        return cls.of_pixels(int(match[1]), int(match[2]))

    @property
    def units(self) -> tuple[float, float]:
        """Width and height in units."""
        return self.width / self.magnification, self.height / self.magnification

    @property
    def points_per_unit(self) -> float:
        """Points of print in a unit."""
        return POINTS_PER_INCH * self.magnification / self.dpi

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height in inches."""
        return self.width / self.dpi, self.height / self.dpi


def screen_of(text: str) -> tuple[float, float]:
    """Width and height of a screen's map: "1536x864".

    Raises
    ------
    PaperError
        If it is none.
    """
    match = _PIXELS.fullmatch(text)
    if not match or not int(match[1]) * int(match[2]):
        raise PaperError(size=text, least=FEWEST_PIXELS, most=MOST_PIXELS)
    return float(match[1]), float(match[2])


def _printed(width: int, height: int) -> Paper:
    return Paper(width, height, PRINT_DPI, PRINT_DPI / UNITS_PER_INCH)


_PIXELS = re.compile(r"(\d{1,5})[x×](\d{1,5})", re.ASCII | re.IGNORECASE)

SIZES: Mapping[str, Paper] = {
    "hd": Paper.of_pixels(1920, 1080),
    "4k": Paper.of_pixels(3840, 2160),
    "a4": _printed(3508, 2480),
    "a3": _printed(4961, 3508),
    "a4-portrait": _printed(2480, 3508),
    "a3-portrait": _printed(3508, 4961),
}
"""Sizes that have a name."""
