"""Where things are: valid geometry, points inside what they are declared to lie in, copies equal to places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from geojson_pydantic import MultiPolygon, Point, Polygon
from shapely.geometry import LinearRing
from shapely.geometry import Point as Spot
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points
from shapely.validation import explain_validity

from libyamap import basemap
from libyamap.dataset import Dataset
from libyamap.geometry import LonLat, anchor, copied, distance, shapely_of
from libyamap.model import Feature, Place, Precision
from libyamap.problems import Problem
from libyamap.validation.objects import CATALOG, PLACES, features

SHORE = 5_000
"""Metres that a point may lie off its country: a town's quay is outside a generalised coast."""

SHORE_DEGREES = 0.05
"""About as much, for outlines."""
SLIVER = 0.01
"""Share of an outline that may lie beyond."""

_OF_THE_POINT = ("geometry", "coordinates")
"""Fields whose faults are the place's own: that copies differ from it is then no news."""
_WITH_RADIUS = frozenset({Precision.EXACT, Precision.VICINITY, Precision.LOCALITY})
_SHAPES: dict[Precision, tuple[type, ...]] = {
    Precision.EXACT: (Point,),
    Precision.VICINITY: (Point, Polygon),
    Precision.LOCALITY: (Point, Polygon),
    Precision.AREA: (Polygon, MultiPolygon),
    Precision.SEA: (Point, Polygon),
    Precision.COUNTRY: (Point,),
}

Fault = tuple[str, str, dict[str, object]]
"""Field, key and parameters of a problem whose object is known."""


def location(dataset: Dataset) -> Iterator[Problem]:
    """What is wrong with places, and with features that do not stand where their places do."""
    if not _is_bbox(dataset.catalog.home):
        yield Problem(CATALOG, "", "home", "bbox")
    sound: dict[str, Place] = {}
    for place in dataset.places.values():
        found = list(_of_place(place))
        yield from (Problem(PLACES, place.id, *one) for one in found)
        if not any(field in _OF_THE_POINT for field, _, _ in found):
            sound[place.id] = place
    for file, collection, feature in features(dataset):
        yield from (Problem(file, feature.id, *found) for found in _ends(feature, collection))
        if _stands_on(feature) <= sound.keys() and _written(feature) != copied(feature, sound):
            yield Problem(file, feature.id, "geometry", "geometry-copy")


def _is_bbox(bbox: tuple[float, ...]) -> bool:
    if not bbox:  # of a catalog that could not be read
        return True
    west, south, east, north = bbox
    return -180 <= west < east <= 180 and -90 <= south < north <= 90  # noqa: PLR2004 - degrees of a globe


def _stands_on(feature: Feature) -> set[str]:
    properties = feature.properties
    return {place for place in (properties.place, properties.origin, properties.destination) if place}


def _of_place(place: Place) -> Iterator[Fault]:
    geometry = shapely_of(place.geometry)
    west, south, east, north = (0, 0, 0, 0) if geometry.is_empty else geometry.bounds
    if geometry.is_empty:
        yield "geometry", "geometry-form", {}
    elif west < -180 or south < -90 or east > 180 or north > 90:  # noqa: PLR2004 - degrees of a globe
        yield "geometry", "range", {"lon": west, "lat": south}
    elif not geometry.is_valid:
        yield "geometry", "geometry-invalid", {"detail": explain_validity(geometry)}
    else:
        for check in (_form, _coordinates, _containment):
            yield from check(place)


def _form(place: Place) -> Iterator[Fault]:
    precision, radius = place.properties.precision, place.properties.radius
    allowed = _SHAPES[precision]
    if not isinstance(place.geometry, allowed):
        expected = ", ".join(one.__name__ for one in allowed)
        yield "geometry", "precision-geometry", {"expected": expected}
    is_point = isinstance(place.geometry, Point)
    if is_point and radius is None and precision in _WITH_RADIUS:
        yield "radius", "radius-missing", {}
    if radius is not None and (not is_point or precision is Precision.COUNTRY):
        yield "radius", "radius-stray", {}
    if not _right_handed(place):
        yield "geometry", "winding", {}


def _right_handed(place: Place) -> bool:
    geometry = place.geometry
    polygons = [geometry.coordinates] if isinstance(geometry, Polygon) else []
    polygons = list(geometry.coordinates) if isinstance(geometry, MultiPolygon) else polygons
    return all(
        LinearRing([position[:2] for position in ring]).is_ccw is (index == 0)
        for rings in polygons
        for index, ring in enumerate(rings)
    )


def _coordinates(place: Place) -> Iterator[Fault]:
    properties = place.properties
    if not isinstance(place.geometry, Point):
        return
    point = anchor(place)
    used = [(one.lon, one.lat) for one in properties.coordinates if one.used]
    if properties.coordinates and point not in used:
        yield "coordinates", "coordinate-unused", {}
        return
    for index, one in enumerate(properties.coordinates):
        metres = distance(point, (one.lon, one.lat))
        if properties.radius is not None and metres > properties.radius:
            params = {"gazetteer": one.gazetteer, "metres": round(metres)}
            yield f"coordinates.{index}", "radius-small", params


def _containment(place: Place) -> Iterator[Fault]:
    within = place.properties.within
    if within == basemap.WORLD:
        return
    if within in basemap.seas():
        off, name = _metres_inland(anchor(place)), within
    elif within in basemap.country_codes():
        off, name = _metres_outside(anchor(place), within), within
    else:
        yield "within", "unknown-area", {"within": within}
        return
    if off > SHORE:
        yield "geometry", "outside", {"km": round(off / 1000, 1), "within": name}
    elif within in basemap.country_codes() and (share := _share_outside(place, within)) > SLIVER:
        yield "geometry", "outside-share", {"percent": round(share * 100), "within": name}


def _metres_outside(point: LonLat, country: str) -> float:
    return _gap(point, _country(country))


def _share_outside(place: Place, country: str) -> float:
    geometry = shapely_of(place.geometry)
    return float(geometry.difference(_with_shore(country)).area / geometry.area) if geometry.area else 0


def _metres_inland(point: LonLat) -> float:
    spot = Spot(point)
    holding = next((one for one in map(_country, basemap.country_codes()) if one.contains(spot)), None)
    return _gap(point, holding.boundary) if holding is not None else 0


def _gap(point: LonLat, geometry: BaseGeometry) -> float:
    spot = Spot(point)
    if geometry.contains(spot):
        return 0
    nearest = nearest_points(geometry, spot)[0]
    return distance(point, (nearest.x, nearest.y))


@cache
def _country(code: str) -> BaseGeometry:
    return basemap.country(code)


@cache
def _with_shore(code: str) -> BaseGeometry:
    return _country(code).buffer(SHORE_DEGREES)


def _ends(feature: Feature, collection: str) -> Iterator[Fault]:
    properties = feature.properties
    has_ends = bool(properties.origin or properties.destination)
    if collection == "movements" and (not has_ends or properties.place):
        yield "destination", "movement-ends", {}
    if collection != "movements" and has_ends:
        yield "origin" if properties.origin else "destination", "place-on-movement", {}


def _written(feature: Feature) -> dict[str, object] | None:
    return feature.geometry.model_dump(mode="json", exclude_none=True) if feature.geometry else None
