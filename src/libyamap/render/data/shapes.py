"""Geometry as files of geography want it: within the world, cut at the antimeridian, wound by the right-hand rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

Sort = Literal["points", "lines", "areas", "unplaced"]
SORTS: tuple[Sort, ...] = ("points", "lines", "areas", "unplaced")
DECIMALS = 6
"""Of a degree: 11 cm."""
_WORLD = 360.0
_FURTHEST = 2
"""How many times round the world a drawing may run."""


def sort_of(geometry: BaseGeometry | None) -> Sort:
    """Which of the sorts that formats keep apart a geometry is of."""
    if geometry is None:
        return "unplaced"
    return SORTS[min(int(shapely.get_dimensions(geometry)), 2)]


def on_the_globe(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry in pieces that do not cross the antimeridian; longitudes may run beyond it, lines go the short way."""
    if isinstance(geometry, LineString):
        geometry = unrolled(geometry)
    west, _, east, _ = geometry.bounds
    if west >= -_WORLD / 2 and east <= _WORLD / 2:
        return wound(geometry)
    pieces = []
    for turn in range(-_FURTHEST, _FURTHEST + 1):
        window = box(turn * _WORLD - _WORLD / 2, -90, turn * _WORLD + _WORLD / 2, 90)
        piece = geometry.intersection(window)
        if shapely.get_dimensions(piece) == shapely.get_dimensions(geometry) and not piece.is_empty:
            pieces.append(translate(piece, -turn * _WORLD))
    return wound(joined(pieces))


def unrolled(line: LineString) -> LineString:
    """A line each of whose longitudes is the one nearest to that before it."""
    lons, lats = np.asarray(line.coords)[:, :2].T
    return LineString(np.column_stack((np.unwrap(lons, period=_WORLD), lats)))


def wound(geometry: BaseGeometry) -> BaseGeometry:
    """Outer rings counter-clockwise and holes clockwise; rounded."""
    rounded = shapely.transform(geometry, lambda degrees: np.round(degrees, DECIMALS) + 0.0)
    return shapely.orient_polygons(rounded)


def joined(pieces: Sequence[BaseGeometry]) -> BaseGeometry:
    """Pieces of one dimension as one geometry."""
    parts = [part for piece in pieces for part in getattr(piece, "geoms", [piece])]
    if sort_of(pieces[0]) == "areas":
        return MultiPolygon(parts)
    return MultiLineString(parts) if sort_of(pieces[0]) == "lines" else pieces[0]


def as_many(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """A line or area as one of many, so that a file's geometries are of one type."""
    match geometry:
        case LineString():
            return MultiLineString([geometry])
        case Polygon():
            return MultiPolygon([geometry])
        case _:
            return geometry


def bounds(geometries: Iterable[BaseGeometry | None]) -> tuple[float, float, float, float] | None:
    """West, south, east and north of all of them; none of nothing."""
    found = [geometry.bounds for geometry in geometries if geometry is not None and not geometry.is_empty]
    if not found:
        return None
    west, south, east, north = zip(*found, strict=True)
    return min(west), min(south), max(east), max(north)
