"""Libya's districts, cut to the outline that the basemap gives the country."""  # noqa: INP001

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely
from countries import label
from shapely import LineString, MultiPolygon, Point
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

TOLERANCE = 0.004
"""Degrees that a line between two districts may lie off the source."""

NEAR = 0.01
"""Degrees from the country's edge within which a line that ends there goes straight to it."""

GRID = 10**-4
"""What coordinates are rounded to, degrees."""

Json = dict[str, Any]
Position = tuple[float, ...]
Rows = Sequence[Mapping[str, str]]


def layers(folder: Path, country: BaseGeometry, rows: Rows) -> dict[str, list[Json]]:
    """The features of the roles `districts` and `district-lines`.

    Parameters
    ----------
    folder : Path
        The folder that holds the outlines of Libya's districts.
    country : BaseGeometry
        Libya as the basemap draws it.
    rows : sequence of mapping
        The table of districts: `gn_id` of the source, `id`, names, the zoom from which a name is shown.
    """
    (file,) = folder.rglob("lby.json")
    found = {
        one["properties"]["gn_id"]: shape(one["geometry"]) for one in json.loads(file.read_text("utf-8"))["features"]
    }
    source = {row["id"]: found[int(row["gn_id"])] for row in rows}
    lines = _inner_lines(list(source.values()), country)
    areas = _areas(source, lines, country)
    return {
        "districts": [_district(row, areas[row["id"]]) for row in rows],
        "district-lines": [
            {"type": "Feature", "properties": {}, "geometry": mapping(line)} for line in shapely.get_parts(lines)
        ],
    }


def _district(row: Mapping[str, str], area: MultiPolygon) -> Json:
    properties = {
        "id": row["id"],
        "name_ar": row["name_ar"],
        "name_en": row["name_en"],
        "label": label(area),
        "min_zoom": float(row["min_zoom"]),
    }
    return {"type": "Feature", "properties": properties, "geometry": mapping(area)}


def _inner_lines(source: list[BaseGeometry], country: BaseGeometry) -> BaseGeometry:
    """What two districts share, simplified, from edge to edge of the country."""
    shared = shapely.union_all([_shared(one, other) for one, other in combinations(source, 2)])
    lines = [line.simplify(TOLERANCE) for line in shapely.get_parts(shapely.line_merge(shared))]
    ends = [end for line in lines for end in (line.coords[0], line.coords[-1])]
    loose = {end for end in ends if ends.count(end) == 1}
    return shapely.set_precision(shapely.union_all([_to_the_edge(line, loose, country) for line in lines]), GRID)


def _shared(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    common = one.boundary.intersection(other.boundary)
    lines = [part for part in shapely.get_parts(common) if isinstance(part, LineString)]
    return shapely.line_merge(shapely.union_all(lines))


def _to_the_edge(line: LineString, loose: set[Position], country: BaseGeometry) -> LineString:
    """A line cut or lengthened so that its loose ends, which the source has on the coast, are on ours."""
    if loose.isdisjoint((line.coords[0], line.coords[-1])):
        return line
    inside = max(shapely.get_parts(line.intersection(country.buffer(-NEAR))), key=lambda part: part.length)
    points = list(inside.coords)
    first = _edge(points[0], country) if line.coords[0] in loose else line.coords[0]
    last = _edge(points[-1], country) if line.coords[-1] in loose else line.coords[-1]
    return LineString([first, *points, last])


def _edge(point: Position, country: BaseGeometry) -> Position:
    nearest, _ = nearest_points(country.boundary, Point(point))
    return nearest.x, nearest.y


def _areas(source: Mapping[str, BaseGeometry], lines: BaseGeometry, country: BaseGeometry) -> dict[str, MultiPolygon]:
    """The faces that the lines cut the country into, each given to the district that it lies in most."""
    edges = shapely.union_all([lines, country.boundary], grid_size=GRID)
    faces: dict[str, list[BaseGeometry]] = {one: [] for one in source}
    for face in shapely.get_parts(shapely.polygonize([edges])):
        faces[max(source, key=lambda one: source[one].intersection(face).area)].append(face)
    return {one: _joined(parts) for one, parts in faces.items()}


def _joined(faces: list[BaseGeometry]) -> MultiPolygon:
    parts: Iterator[BaseGeometry] = iter(shapely.get_parts(shapely.union_all(faces)))
    whole = sorted(parts, key=lambda part: part.area, reverse=True)
    return MultiPolygon(shapely.orient_polygons(whole).tolist())
