"""GeoJSON: a collection, a feature or a bare geometry; also the older form that names its reference system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
import pyproj
import shapely

from libyamap.overlays import encoding
from libyamap.overlays.fault import Fault
from libyamap.overlays.refusals import (
    BrokenJsonError,
    NestedError,
    NoRowsError,
    NotGeoJsonError,
    UnknownCrsError,
)
from libyamap.overlays.sheet import Sheet, check_length, check_width, from_records, shapes_of, shortened
from libyamap.overlays.wish import Wish

GEOMETRIES = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"}
)
DEEPEST = 40
"""Levels of nesting that something meant to be read stays within."""


def read(file: str, data: bytes, wish: Wish) -> Sheet:
    """The features of a GeoJSON file."""
    decoded = encoding.decode(file, data, wish.encoding)
    root = _json(file, decoded.text)
    features = _features(file, root)
    check_length(file, len(features))
    if not features:
        raise NoRowsError(file=file)
    numbers = list(range(1, len(features) + 1))
    records = [_record(feature) for feature in features]
    columns, cells = from_records(records)
    check_width(file, columns)
    faults = list(shortened(cells, columns, numbers))
    if decoded.odd:
        faults.append(Fault("mixed-lines", params={"encoding": encoding.said(decoded.legacy), "line": decoded.odd[0]}))
    geometries = [_geometry(feature) for feature in features]
    shapes = shapely.from_geojson([one or "" for one in geometries], on_invalid="ignore")
    broken = (
        n for n, text, shape in zip(numbers, geometries, shapes, strict=True) if text is not None and shape is None
    )
    return Sheet(
        "geojson",
        "feature",
        columns,
        cells,
        numbers,
        shapes=shapes_of(shapes),
        crs=_crs(file, root),
        encoding=decoded.encoding,
        broken=frozenset(broken),
        faults=tuple(faults),
    )


def _json(file: str, text: str) -> Mapping[str, Any]:
    try:
        root = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        if "depth" in error.msg or "ecursion" in error.msg:
            raise NestedError(file=file) from error
        raise BrokenJsonError(file=file, line=error.lineno, column=error.colno) from error
    if not isinstance(root, dict):
        raise NotGeoJsonError(file=file, type=type(root).__name__)
    return root


def _features(file: str, root: Mapping[str, Any]) -> list[Any]:
    kind = root.get("type")
    if kind == "FeatureCollection" and isinstance(root.get("features"), list):
        return list(root["features"])
    if kind == "Feature":
        return [root]
    if kind in GEOMETRIES:
        return [{"type": "Feature", "geometry": root, "properties": {}}]
    raise NotGeoJsonError(file=file, type=str(kind or "?")[:40])


def _record(feature: object) -> dict[str, str]:
    """The properties of a feature as text; its id, where it has one."""
    if not isinstance(feature, dict):
        return {}
    properties = feature.get("properties")
    found = {str(name): _text(value) for name, value in properties.items()} if isinstance(properties, dict) else {}
    return found if "id" in found or feature.get("id") is None else {"id": _text(feature["id"]), **found}


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else orjson.dumps(value).decode()


def _geometry(feature: object) -> str | None:
    """A feature's geometry as JSON; "" where it is none, and None where there is none."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if geometry is None:
        return None
    if not isinstance(geometry, dict) or _depth(geometry) > DEEPEST:
        return ""
    return orjson.dumps(geometry).decode()


def _depth(node: object) -> int:
    if isinstance(node, dict):
        return 1 + max((_depth(one) for one in node.values()), default=0)
    # Coordinates are alike: the first tells.
    return 1 + (_depth(node[0]) if node else 0) if isinstance(node, list) else 0


def _crs(file: str, root: Mapping[str, Any]) -> pyproj.CRS | None:
    named = root.get("crs")
    if named is None:
        return None
    properties = named.get("properties") if isinstance(named, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    try:
        crs = pyproj.CRS.from_user_input(str(name))
    except pyproj.exceptions.CRSError as error:
        raise UnknownCrsError(file=file, crs=str(name)[:80]) from error
    return None if "CRS84" in str(name) else crs
