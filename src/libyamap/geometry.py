"""Geometry that follows from places: copies in features, lines of movements, circles on the globe.

Coordinates are longitude and latitude in degrees WGS 84; lengths are metres. Circles and distances are
geodesic (`pyproj.Geod`): a planar circle is off by 3 km at a radius of 1,000 km.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
from geojson_pydantic import LineString, MultiPolygon, Point, Polygon
from pyproj import Geod
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from libyamap.model import Feature, Place

DECIMALS = 4
"""Coordinates are kept to 4 decimals: 11 m."""
CIRCLE_POINTS = 64

LonLat = tuple[float, float]


@cache
def geod() -> Geod:
    """The WGS 84 ellipsoid."""
    return Geod(ellps="WGS84")


def shapely_of(geometry: Point | Polygon | MultiPolygon | LineString) -> BaseGeometry:
    """The same geometry for shapely."""
    return shape(geometry.model_dump(exclude_none=True))


def anchor(place: Place) -> LonLat:
    """Where a place's symbol stands: its point, or a point inside its outline."""
    geometry = shapely_of(place.geometry)
    point = geometry.representative_point()
    return round(float(point.x), DECIMALS), round(float(point.y), DECIMALS)


def copied(feature: Feature, places: dict[str, Place]) -> dict[str, Any] | None:
    """The GeoJSON geometry that a feature must carry: its place's, or a line between its ends.

    A movement of which one end is unknown has the other's point; a feature without a place has none.
    """
    properties = feature.properties
    if properties.place:
        return places[properties.place].geometry.model_dump(mode="json", exclude_none=True)
    ends = [anchor(places[end]) for end in (properties.origin, properties.destination) if end]
    match ends:
        case [origin, destination]:
            return {"type": "LineString", "coordinates": [list(origin), list(destination)]}
        case [only]:
            return {"type": "Point", "coordinates": list(only)}
    return None


def circle(center: LonLat, radius: float, points: int = CIRCLE_POINTS) -> list[LonLat]:
    """A closed geodesic circle, counter-clockwise, `radius` in metres."""
    bearings = np.linspace(360, 0, points, endpoint=False)
    lons, lats, _ = geod().fwd(
        np.full(points, center[0]), np.full(points, center[1]), bearings, np.full(points, radius)
    )
    ring = [(round(float(lon), DECIMALS), round(float(lat), DECIMALS)) for lon, lat in zip(lons, lats, strict=True)]
    return [*ring, ring[0]]


def distance(first: LonLat, second: LonLat) -> float:
    """Geodesic distance in metres."""
    return float(geod().inv(*first, *second)[2])


def arc(first: LonLat, second: LonLat, *, bend: float = 0.18, points: int = 24) -> list[LonLat]:
    """A curved line from one point to the other, for drawing: bent to its left in Web Mercator's plane.

    Parameters
    ----------
    bend : float
        Height of the bow over the chord's length.
    """
    (x1, y1), (x2, y2) = mercator(first), mercator(second)
    control = ((x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend)
    steps = (step / (points - 1) for step in range(points))
    return [_unprojected(_bezier((x1, y1), control, (x2, y2), t)) for t in steps]


def mercator(point: LonLat) -> tuple[float, float]:
    """Spherical Web Mercator (EPSG:3857), with the world's width as 1 and the origin at 0, 0."""
    lon, lat = point
    return lon / 360, math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)


def _unprojected(point: tuple[float, float]) -> LonLat:
    x, y = point
    lat = math.degrees(math.atan(math.sinh(y * 2 * math.pi)))
    return round(x * 360, DECIMALS), round(lat, DECIMALS)


def _bezier(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 2, 2 * t * (1 - t), t**2)
    return (
        sum(weight * point[0] for weight, point in zip(weights, (a, b, c), strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, (a, b, c), strict=True)),
    )
