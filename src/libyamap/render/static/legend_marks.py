"""The mark in front of an entry of the legend: how what it explains looks on the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from matplotlib.path import Path

from libyamap.model import Assertion
from libyamap.render.static.legend import Entry, age_of
from libyamap.render.static.outline import disc, polyline, rectangle, scaled
from libyamap.render.static.pen import Line, Pen
from libyamap.render.static.plane import Box
from libyamap.render.static.scene import Stage
from libyamap.render.static.symbol import Glyph, Look, paint_symbol

CIRCLE = "M-7.4 0A7.4 7.4 0 1 0 7.4 0 7.4 7.4 0 1 0-7.4 0Z"
"""A neutral symbol, so that the legend explains the grammar and not one layer."""
RADIUS = 9.0

_RINGS = {"exact": 4.6, "vicinity": 7.2, "locality": 9.8, "sea": 9.8}
_COUNTRY = ((-9, -6), (-3, -9), (8, -7), (10, 1), (6, 9), (-4, 8), (-10, 3), (-9, -6))
_HEAD = polyline(((10, -6), (1.5, -7.5), (5, 1.5)), closed=True)
_WAY = ((-10, 7), (-8.5, 3.6), (-6, 0.4), (-2, -2.3), (4, -3.5))


@dataclass(frozen=True)
class Spot:
    """Where a mark is drawn, how large, and in which colours; its own units are within 11 of its middle."""

    pen: Pen
    at: tuple[float, float]
    scale: float
    ink: str
    paper: str

    def fill(self, path: Path, *, paper: bool = False, alpha: float = 1.0) -> None:
        """Fill a path of the mark's own units."""
        self.pen.fill(scaled(path, self.at, self.scale), self.paper if paper else self.ink, alpha)

    def stroke(self, path: Path, width: float, *, alpha: float = 1.0, dash: tuple[float, ...] = ()) -> None:
        """Draw along a path of the mark's own units."""
        dashes = tuple(length * self.scale for length in dash)
        self.pen.stroke(scaled(path, self.at, self.scale), Line(self.ink, width * self.scale, alpha, dash=dashes))

    def line(self, points: npt.ArrayLike, width: float, *, alpha: float = 1.0, dash: tuple[float, ...] = ()) -> None:
        """Draw along points of the mark's own units."""
        self.stroke(polyline(points), width, alpha=alpha, dash=dash)


def paint_mark(pen: Pen, entry: Entry, at: tuple[float, float], scale: float, stage: Stage) -> None:
    """The mark of an entry, within 11 units of a point at a scale of 1."""
    ink, paper = stage.palette["symbol-military"], stage.palette["paper"]
    radius = RADIUS * scale
    spot = Spot(pen, at, scale, ink, paper)
    match entry.section, entry.id:
        case "layers", layer:
            symbol = stage.symbols[layer]
            paint_symbol(pen, Glyph(symbol.shape, symbol.colour[stage.style], paper, symbol.hole), Look(), at, radius)
        case "assertions", assertion:
            paint_symbol(pen, Glyph(CIRCLE, ink, paper), Look(Assertion(assertion)), at, radius)
        case "precisions", kind if kind in _RINGS:
            _paint_ring(spot, kind)
        case "precisions", kind:
            _SWATCHES.get(kind, _paint_nothing)(spot)
        case "confirmation", "possible":
            paint_symbol(pen, Glyph(CIRCLE, ink, paper), Look(certain=False), at, 0.72 * radius)
        case "confirmation", "undeclared":
            spot.stroke(disc(0, 0, 8.5), 1.4)
            spot.line(((-6, 6), (6, -6)), 1.4)
        case _:
            paint_symbol(pen, Glyph(CIRCLE, ink, paper, hole=True), Look(age=age_of(entry)), at, radius)


def _paint_ring(spot: Spot, kind: str) -> None:
    """A place within its radius."""
    ring = disc(0, 0, _RINGS[kind])
    spot.fill(ring, alpha=0.13)
    spot.stroke(ring, 1.1, dash=(2, 2))
    spot.fill(disc(0, 0, 2.2))
    if kind == "sea":
        spot.line([(x / 2 - 6, 6.2 + np.sin(x * np.pi / 3) * 1.2) for x in range(25)], 1.2)


def _paint_area(spot: Spot) -> None:
    for line in (((-9, 1), (-1, -7)), ((-6, 6), (6, -6)), ((1, 7), (9, -1))):
        spot.line(line, 1.1, alpha=0.6)
    spot.stroke(rectangle(Box(-9.5, -7, 19, 14), radius=2), 1.2, dash=(4, 2.4))


def _paint_country(spot: Spot) -> None:
    spot.line(_COUNTRY, 1.3)
    spot.fill(disc(0, 0, 2.6))


def _paint_route(spot: Spot) -> None:
    spot.line(_WAY, 2.4)
    spot.fill(_HEAD)


def _paint_schematic(spot: Spot) -> None:
    spot.line(_WAY, 2, dash=(3.4, 2.6))
    spot.fill(_HEAD, paper=True)
    spot.stroke(_HEAD, 1.3)


def _paint_no_origin(spot: Spot) -> None:
    for number, piece in enumerate(pairwise(_WAY)):
        spot.line(piece, 2.4, alpha=0.22 + 0.26 * number)
    spot.fill(_HEAD)


def _paint_nothing(_: Spot) -> None:
    """What has no place has no mark."""


_SWATCHES: Mapping[str, Callable[[Spot], None]] = {
    "area": _paint_area,
    "country": _paint_country,
    "route": _paint_route,
    "schematic": _paint_schematic,
    "no-origin": _paint_no_origin,
}
