"""Geometry as KML has it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from libyamap.render.data.markup import node


def write_geometry(parent: Element, geometry: BaseGeometry | None) -> None:
    """A geometry inside a placemark, if there is one; one of several parts as a `MultiGeometry`."""
    match geometry:
        case None:
            pass
        case Point():
            node(node(parent, "Point"), "coordinates", _positions(geometry.coords))
        case LineString():
            line = node(parent, "LineString")
            node(line, "tessellate", 1)
            node(line, "coordinates", _positions(geometry.coords))
        case Polygon():
            _polygon(parent, geometry)
        case _:
            several = node(parent, "MultiGeometry")
            for part in getattr(geometry, "geoms", ()):
                write_geometry(several, part)


def _polygon(parent: Element, polygon: Polygon) -> None:
    area = node(parent, "Polygon")
    node(area, "tessellate", 1)
    for tag, rings in (("outerBoundaryIs", [polygon.exterior]), ("innerBoundaryIs", polygon.interiors)):
        for ring in rings:
            node(node(node(area, tag), "LinearRing"), "coordinates", _positions(ring.coords))


def _positions(coordinates: Iterable[tuple[float, ...]]) -> str:
    return " ".join(f"{_degrees(lon)},{_degrees(lat)}" for lon, lat, *_ in coordinates)


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
