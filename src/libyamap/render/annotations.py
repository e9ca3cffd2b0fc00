"""Drawings of the analyst, read from the form that the permalink carries (`web/src/drawing/codec.ts`)."""

from __future__ import annotations

import math
from base64 import urlsafe_b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from libyamap.geometry import LonLat, geod

Position = LonLat
Ring = list[Position]

_DIGITS = {
    digit: value for value, digit in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
_WIDTH = 4
_LARGEST = 16_777_215
"""The largest number of so many digits."""
_DECIMALS = 6
_SHAPES = {
    "p": "polygon",
    "r": "rectangle",
    "c": "circle",
    "k": "corridor",
    "g": "rings",
    "l": "line",
    "n": "point",
    "t": "text",
}
_ROLES = {"s": "selection", "o": "selection", "m": "measure", "n": "note"}
_SIZED = frozenset({"circle", "corridor"})

STEP = 50_000
MOST_STEPS = 160
STRAIGHT_STEP = 0.25
ROUND, CAP = 128, 64
"""Points of a circle, and of the end of a corridor."""
SPARED = 1000
"""Metres that stay between an outline and a pole."""


@dataclass(frozen=True)
class Annotation:
    """One drawing.

    Attributes
    ----------
    shape, role : str
        As `web/src/drawing/model.ts` has them.
    paths : tuple
        Positions that define it, longitude first.
    radii : tuple of int
        Metres.
    """

    id: str
    shape: str
    role: str
    paths: tuple[tuple[Position, ...], ...]
    radii: tuple[int, ...]
    name: str
    note: str


def decoded(text: str) -> tuple[Annotation, ...]:
    """The drawings of a view, whose form `drawings.checked` has made sure of."""
    return tuple(_annotation(part) for part in text.split(".")) if text else ()


def closed_lines(one: Annotation) -> list[Ring]:
    """Rings round what a drawing covers; of a corridor, its parts, which overlap."""
    path = one.paths[0]
    radii = _within_reach(one)
    match one.shape:
        case "polygon":
            return [straight(ring) for ring in one.paths]
        case "rectangle":
            (lon1, lat1), (lon2, lat2) = unrolled(path)
            west, east, south, north = min(lon1, lon2), max(lon1, lon2), min(lat1, lat2), max(lat1, lat2)
            return [straight(((west, south), (east, south), (east, north), (west, north)))]
        case "circle" | "rings":
            return [round_about(path[0], metres) for metres in radii]
        case "corridor":
            return _corridor(path, radii[0])
        case _:
            return []


def open_lines(one: Annotation) -> list[Ring]:
    """Lines of a drawing that go round nothing."""
    return [curved(one.paths[0])] if one.shape in {"line", "corridor"} else []


def unrolled(path: Sequence[Position]) -> Ring:
    """A path each of whose longitudes is the one nearest to that before it."""
    before = path[0][0]
    found = []
    for lon, lat in path:
        before = lon + 360 * round((before - lon) / 360)
        found.append((before, lat))
    return found


def leg(start: Position, end: Position) -> tuple[float, float]:
    """Metres and bearing, in degrees clockwise from true north, of the shortest way."""
    bearing, _, metres = geod().inv(*start, *end)
    return float(metres), float(bearing) % 360


def destination(start: Position, bearing: float, metres: float) -> Position:
    """Where one comes to; its longitude runs on beyond 180."""
    lon, lat, _ = geod().fwd(start[0], start[1], bearing, metres)
    return float(lon) + 360 * round((start[0] - float(lon)) / 360), float(lat)


def round_about(centre: Position, metres: float, count: int = ROUND) -> Ring:
    """Positions at a distance all round."""
    bearings = -360.0 * np.arange(count) / count
    lons, lats, _ = geod().fwd(
        np.full(count, centre[0]), np.full(count, centre[1]), bearings, np.full(count, float(metres))
    )
    lons = np.asarray(lons) + 360 * np.round((centre[0] - np.asarray(lons)) / 360)
    return [(float(lon), float(lat)) for lon, lat in zip(lons, lats, strict=True)]


def curved(path: Sequence[Position]) -> Ring:
    """A path with enough positions between its own that straight pieces show its geodesics."""
    line = unrolled(path)
    drawn = line[:1]
    for start, end in pairwise(line):
        metres, bearing = leg(start, end)
        count = max(1, min(MOST_STEPS, math.ceil(metres / STEP)))
        drawn += [destination(start, bearing, metres * step / count) for step in range(1, count)]
        drawn.append(end)
    return unrolled(drawn)


def straight(ring: Sequence[Position]) -> Ring:
    """A ring, closed, with positions along its edges, which are straight in longitude and latitude."""
    corners = unrolled(ring)
    drawn = corners[:1]
    for end in (*corners[1:], corners[0]):
        lon, lat = drawn[-1]
        east, north = end[0] - lon, end[1] - lat
        count = max(1, min(MOST_STEPS, math.ceil(max(abs(east), abs(north)) / STRAIGHT_STEP)))
        drawn += [(lon + east * step / count, lat + north * step / count) for step in range(1, count + 1)]
    return drawn


def length(path: Sequence[Position]) -> float:
    """Metres along a path."""
    return sum(leg(start, end)[0] for start, end in pairwise(path))


def area(one: Annotation) -> float:
    """Square metres of a polygon, whose rings are inside by the even-odd rule, of a rectangle or a circle."""
    areas = [_ring_area(ring) for ring in closed_lines(one)]
    return max(areas) - (sum(areas) - max(areas)) if areas else 0.0


def _ring_area(ring: Ring) -> float:
    lons, lats = np.array(ring).T
    return abs(float(geod().polygon_area_perimeter(lons, lats)[0]))


def _corridor(path: Sequence[Position], radius: float) -> list[Ring]:
    """A circle round each position of a line, and a quadrangle along each piece of its geodesics."""
    sides = []
    for start, end in pairwise(curved(path)):
        metres, bearing = leg(start, end)
        if metres:
            back = leg(end, start)[1]
            corners = ((start, bearing + 90), (end, back - 90), (end, back + 90), (start, bearing - 90))
            sides.append([destination(at, turn, radius) for at, turn in corners])
    return [*(round_about(at, radius, CAP) for at in unrolled(path)), *sides]


def _within_reach(one: Annotation) -> list[float]:
    """Radii that end before a pole: what goes round it has no outline on a map that ends before the poles."""
    if not one.radii:
        return []
    far = [leg((lon, lat), (lon, -90 if lat < 0 else 90))[0] for lat_lon in one.paths for lon, lat in curved(lat_lon)]
    reach = max(1.0, math.floor(min(far)) - SPARED)
    return sorted({min(float(metres), reach) for metres in one.radii})


def _annotation(text: str) -> Annotation:
    body, _, words = text.partition(",")
    shape, role, id_, rest = _SHAPES[body[0]], _ROLES[body[1]], body[2:4], body[4:]
    sized = rest.index(":") if shape == "rings" else _WIDTH if shape in _SIZED else 0
    radii = tuple(_number(piece) + 1 for piece in _pieces(rest[:sized], _WIDTH))
    places = rest[sized:].removeprefix(":") if shape == "rings" else rest[sized:]
    paths = tuple(tuple(_position(piece) for piece in _pieces(path, 2 * _WIDTH)) for path in places.split(":"))
    name, _, note = words.partition(",")
    return Annotation(id_, shape, role, paths, radii, _words(name), _words(note))


def _words(encoded: str) -> str:
    return urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()


def _position(text: str) -> Position:
    return _angle(_number(text[:_WIDTH]), 180), _angle(_number(text[_WIDTH:]), 90)


def _angle(step: int, most: int) -> float:
    return round(step / _LARGEST * 2 * most - most, _DECIMALS)


def _number(text: str) -> int:
    value: int = 0
    for digit in text:
        value = value * 64 + _DIGITS[digit]
    return value


def _pieces(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]
