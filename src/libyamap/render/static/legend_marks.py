"""The mark in front of an entry of the legend: how what it explains looks on the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from libyamap.model import Assertion
from libyamap.render.static.ground import Palette
from libyamap.render.static.legend import Entry, age_of
from libyamap.render.static.pen import Line, Pen, compound, disc, polyline, rectangle
from libyamap.render.static.plane import Box
from libyamap.render.static.scene import Stage
from libyamap.render.static.symbol import Glyph, Look, paint_symbol

CIRCLE = "M-7.4 0A7.4 7.4 0 1 0 7.4 0 7.4 7.4 0 1 0-7.4 0Z"
"""A neutral symbol, so that the legend explains the grammar and not one layer."""
RADIUS = 9.0

Spot = tuple[float, float]
_RINGS = {"exact": 4.6, "vicinity": 7.2, "locality": 9.8, "sea": 9.8}
_COUNTRY = ((-9, -6), (-3, -9), (8, -7), (10, 1), (6, 9), (-4, 8), (-10, 3))
_HEAD = ((10, -6), (1.5, -7.5), (5, 1.5))
_WAY = ((-10, 7), (-8.5, 3.6), (-6, 0.4), (-2, -2.3), (4, -3.5))


def paint_mark(pen: Pen, entry: Entry, at: Spot, scale: float, stage: Stage, palette: Palette) -> None:
    """The mark of an entry, within 11 units of a point at a scale of 1."""
    ink = palette["symbol-military"]
    paper = palette["paper"]
    radius = RADIUS * scale
    match entry.section, entry.id:
        case "layers", layer:
            symbol = stage.symbols[layer]
            paint_symbol(pen, Glyph(symbol.shape, symbol.colour[stage.style], paper, symbol.hole), Look(), at, radius)
        case "assertions", assertion:
            paint_symbol(pen, Glyph(CIRCLE, ink, paper), Look(Assertion(assertion)), at, radius)
        case "precisions", id_:
            _paint_swatch(pen, id_, at, scale, ink, paper)
        case "confirmation", "possible":
            paint_symbol(pen, Glyph(CIRCLE, ink, paper), Look(certain=False), at, 0.72 * radius)
        case "confirmation", "undeclared":
            _stroke(pen, _circle_points(8.5), at, scale, Line(ink, 1.4 * scale))
            _stroke(pen, ((-6, 6), (6, -6)), at, scale, Line(ink, 1.4 * scale))
        case _:
            paint_symbol(pen, Glyph(CIRCLE, ink, paper, hole=True), Look(age=age_of(entry)), at, radius)


def _paint_swatch(pen: Pen, kind: str, at: Spot, scale: float, ink: str, paper: str) -> None:
    """What is drawn on the map and is no symbol: rings, hatches, lines."""
    if kind in _RINGS:
        ring = disc(*at, _RINGS[kind] * scale)
        pen.fill(ring, ink, 0.13)
        pen.stroke(ring, Line(ink, 1.1 * scale, dash=(2 * scale, 2 * scale)))
        if kind == "sea":
            wave = [(x / 2 - 6, 5.5 + np.sin(x * np.pi / 3) * 1.2) for x in range(25)]
            _stroke(pen, wave, at, scale, Line(ink, 1.2 * scale))
        pen.fill(disc(*at, 2.2 * scale), ink)
    elif kind in _SWATCHES:
        _SWATCHES[kind](pen, at, scale, ink, paper)


def _paint_area(pen: Pen, at: Spot, scale: float, ink: str, _: str) -> None:
    for line in (((-9, 1), (-1, -7)), ((-6, 6), (6, -6)), ((1, 7), (9, -1))):
        _stroke(pen, line, at, scale, Line(ink, 1.1 * scale, 0.6))
    box = Box(at[0] - 9.5 * scale, at[1] - 7 * scale, 19 * scale, 14 * scale)
    pen.stroke(rectangle(box, radius=2 * scale), Line(ink, 1.2 * scale, dash=(4 * scale, 2.4 * scale)))


def _paint_country(pen: Pen, at: Spot, scale: float, ink: str, _: str) -> None:
    _stroke(pen, (*_COUNTRY, _COUNTRY[0]), at, scale, Line(ink, 1.3 * scale))
    pen.fill(disc(*at, 2.6 * scale), ink)


def _paint_route(pen: Pen, at: Spot, scale: float, ink: str, _: str) -> None:
    _stroke(pen, _WAY, at, scale, Line(ink, 2.4 * scale))
    pen.fill(_points(_HEAD, at, scale, closed=True), ink)


def _paint_schematic(pen: Pen, at: Spot, scale: float, ink: str, paper: str) -> None:
    _stroke(pen, _WAY, at, scale, Line(ink, 2 * scale, dash=(3.4 * scale, 2.6 * scale)))
    head = _points(_HEAD, at, scale, closed=True)
    pen.fill(head, paper)
    pen.stroke(head, Line(ink, 1.3 * scale))


def _paint_no_origin(pen: Pen, at: Spot, scale: float, ink: str, _: str) -> None:
    for number, (start, end) in enumerate(zip(_WAY, _WAY[1:], strict=False)):
        _stroke(pen, (start, end), at, scale, Line(ink, 2.4 * scale, 0.22 + 0.26 * number, cap="butt"))
    pen.fill(_points(_HEAD, at, scale, closed=True), ink)


_SWATCHES: Mapping[str, Callable[[Pen, Spot, float, str, str], None]] = {
    "area": _paint_area,
    "country": _paint_country,
    "route": _paint_route,
    "schematic": _paint_schematic,
    "no-origin": _paint_no_origin,
}


def _circle_points(radius: float) -> list[Spot]:
    turns = np.linspace(0, 2 * np.pi, 33)
    return [(radius * float(np.cos(turn)), radius * float(np.sin(turn))) for turn in turns]


def _points(points, at: Spot, scale: float, *, closed: bool = False):  # type: ignore[no-untyped-def]
    return polyline(np.array(points, np.float64) * scale + at, closed=closed)


def _stroke(pen: Pen, points, at: Spot, scale: float, line: Line) -> None:  # type: ignore[no-untyped-def]
    pen.stroke(compound([_points(points, at, scale)]), line)
