"""One symbol on paper, in the legend too; its grammar is that of `symbology.py` and `web/src/map/symbol.ts`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from matplotlib.path import Path

from libyamap.model import Assertion
from libyamap.render.static.outline import disc, polyline, scaled
from libyamap.render.static.pen import Line, Pen
from libyamap.symbology import opacity

HALF = 10.0
"""Half of the side of the square that shapes are drawn in."""
DASHES: Mapping[Assertion, tuple[float, float]] = {
    Assertion.REPORTED: (3.4, 2.2),
    Assertion.ASSESSED: (1.3, 2.3),
    Assertion.FORECAST: (1.3, 2.3),
    Assertion.REQUESTED: (1.3, 2.3),
}
"""The outline of what is not stated as a fact."""
FULL_CORE, RING_CORE, HOLE = 0.4, 0.46, 0.42
_FULL = frozenset({Assertion.REPORTED, Assertion.ASSESSED})


@dataclass(frozen=True)
class Look:
    """How a symbol is drawn beside its shape and colour; `age` is that of its confirmation, 0 to 1."""

    assertion: Assertion = Assertion.STATED
    age: float = 0.0
    certain: bool = True


@dataclass(frozen=True)
class Glyph:
    """A shape in a colour, on the paper that shows through its holes."""

    shape: str
    colour: str
    paper: str
    hole: bool = False


def paint_symbol(pen: Pen, glyph: Glyph, look: Look, at: tuple[float, float], radius: float) -> None:
    """A symbol of a radius about a point."""
    scale = radius / HALF
    shape = _scaled(glyph.shape, at, scale)
    pen.stroke(shape, Line(glyph.paper, 4.4 * scale))
    pen.fill(shape, glyph.paper)
    if look.assertion is Assertion.STATED:
        pen.fill(shape, glyph.colour, opacity(look.age))
        if look.age > 0:
            pen.stroke(shape, Line(glyph.colour, 1.4 * scale))
        if glyph.hole:
            pen.fill(_scaled(glyph.shape, at, scale * HOLE), glyph.paper)
    else:
        _paint_hollow(pen, glyph, look.assertion, at, scale)
    if not look.certain:
        ring = disc(*at, 12.5 * scale)
        pen.stroke(ring, Line(glyph.colour, 1.6 * scale, dash=(0.1 * scale, 3.83 * scale), cap="round"))


def _paint_hollow(pen: Pen, glyph: Glyph, assertion: Assertion, at: tuple[float, float], scale: float) -> None:
    dash = tuple(length * scale for length in DASHES.get(assertion, ()))
    pen.stroke(_scaled(glyph.shape, at, scale), Line(glyph.colour, 1.9 * scale, dash=dash))
    if assertion is Assertion.DENIED:
        strike = np.array(((-8, 8), (8, -8))) * scale + at
        pen.stroke(polyline(strike), Line(glyph.colour, 1.9 * scale))
    if assertion in _FULL:
        pen.fill(_scaled(glyph.shape, at, scale * FULL_CORE), glyph.colour)
    if assertion is Assertion.REQUESTED:
        pen.stroke(_scaled(glyph.shape, at, scale * RING_CORE), Line(glyph.colour, 1.9 * scale))


def _scaled(shape: str, at: tuple[float, float], scale: float) -> Path:
    return scaled(path_of_svg(shape), at, scale)


Point = tuple[float, float]
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")


@cache
def path_of_svg(shape: str) -> Path:
    """A shape of `themes/symbols.json`: SVG with the commands M, L, H, V, C, A, Z, all absolute."""
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    tokens = _TOKEN.findall(shape)
    command, position = "M", 0
    while position < len(tokens):
        if tokens[position].isalpha():
            command, position = tokens[position], position + 1
        count = _NUMBERS[command]
        numbers = [float(token) for token in tokens[position : position + count]]
        position += count
        for point, code in _drawn(command, numbers, vertices[-1] if vertices else (0.0, 0.0)):
            vertices.append(point)
            codes.append(code)
        command = "L" if command == "M" else command
    return Path(np.array(vertices), codes)


_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


def _drawn(command: str, numbers: list[float], here: Point) -> Iterator[tuple[Point, int]]:
    match command, numbers:
        case "M", [x, y]:
            yield (x, y), int(Path.MOVETO)
        case "L", [x, y]:
            yield (x, y), int(Path.LINETO)
        case "H", [x]:
            yield (x, here[1]), int(Path.LINETO)
        case "V", [y]:
            yield (here[0], y), int(Path.LINETO)
        case "C", [x1, y1, x2, y2, x, y]:
            yield from ((point, int(Path.CURVE4)) for point in ((x1, y1), (x2, y2), (x, y)))
        case "A", [radius, _, __, large, sweep, x, y]:
            points = _arc(here, (x, y), radius, large=bool(large), sweep=bool(sweep))
            yield from ((point, int(Path.LINETO)) for point in points)
        case _:
            yield here, int(Path.CLOSEPOLY)


def _arc(
    start: tuple[float, float], end: tuple[float, float], radius: float, *, large: bool, sweep: bool
) -> list[tuple[float, float]]:
    """Points along a circle's arc, as SVG describes it."""
    a, b = np.array(start), np.array(end)
    chord = b - a
    half = np.hypot(*chord) / 2
    away = np.sqrt(max(radius**2 - half**2, 0.0)) * np.array((-chord[1], chord[0])) / (2 * half)
    centre = (a + b) / 2 + (away if large != sweep else -away)
    first = np.arctan2(*(a - centre)[::-1])
    turn = (np.arctan2(*(b - centre)[::-1]) - first) % (2 * np.pi)
    turn = turn if sweep else turn - 2 * np.pi
    angles = first + turn * np.linspace(0, 1, 17)[1:]
    return [(float(centre[0] + radius * np.cos(angle)), float(centre[1] + radius * np.sin(angle))) for angle in angles]
