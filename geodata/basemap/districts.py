"""Libya's districts, cut to the outline that the basemap gives the country."""  # noqa: INP001

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely
from countries import label
from shapely import Geometry, LineString, MultiPolygon
from shapely.geometry import mapping, shape

TOLERANCE = 0.004
"""Degrees that a line between two districts may lie off the source."""

REACH = 0.03
"""Degrees by which a line that ends at the country's edge is drawn on, so as to meet the basemap's edge."""

GRID = 10**-4

Json = dict[str, Any]
Rows = Sequence[Mapping[str, str]]


def layers(folder: Path, country: Geometry, rows: Rows) -> dict[str, list[Json]]:
    """The features of the roles `districts` and `district-lines`.

    Parameters
    ----------
    folder : Path
        The folder that holds the outlines of Libya's districts.
    country : Geometry
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


def _inner_lines(source: list[Geometry], country: Geometry) -> Geometry:
    """What two districts share, simplified, and drawn on to the country's edge."""
    shared = [_shared(one, other) for one, other in combinations(source, 2)]
    lines = [line.simplify(TOLERANCE) for line in shapely.get_parts(shapely.union_all(shared)) if line.length > 0]
    merged = [line.simplify(TOLERANCE) for line in shapely.get_parts(shapely.line_merge(shapely.union_all(lines)))]
    ends = [end for line in merged for end in (line.coords[0], line.coords[-1])]
    loose = {end for end in ends if ends.count(end) == 1}
    drawn_on = [_drawn_on(line, loose) for line in merged]
    return shapely.set_precision(shapely.union_all(drawn_on).intersection(country), GRID)


def _shared(one: Geometry, other: Geometry) -> Geometry:
    common = one.boundary.intersection(other.boundary)
    lines = [part for part in shapely.get_parts(common) if isinstance(part, LineString)]
    return shapely.line_merge(shapely.union_all(lines))


def _drawn_on(line: LineString, loose: set[tuple[float, ...]]) -> LineString:
    points = list(line.coords)
    if points[0] in loose:
        points.insert(0, _beyond(points[1], points[0]))
    if points[-1] in loose:
        points.append(_beyond(points[-2], points[-1]))
    return LineString(points)


def _beyond(before: tuple[float, ...], end: tuple[float, ...]) -> tuple[float, float]:
    part = REACH / LineString([before, end]).length
    return end[0] + (end[0] - before[0]) * part, end[1] + (end[1] - before[1]) * part


def _areas(source: Mapping[str, Geometry], lines: Geometry, country: Geometry) -> dict[str, MultiPolygon]:
    """The faces that the lines cut the country into, each given to the district that it lies in most."""
    edges = shapely.union_all([lines, country.boundary], grid_size=GRID)
    faces: dict[str, list[Geometry]] = {one: [] for one in source}
    for face in shapely.get_parts(shapely.polygonize([edges])):
        faces[max(source, key=lambda one: source[one].intersection(face).area)].append(face)
    return {one: _joined(parts) for one, parts in faces.items()}


def _joined(faces: list[Geometry]) -> MultiPolygon:
    parts: Iterator[Geometry] = iter(shapely.get_parts(shapely.union_all(faces)))
    whole = sorted(parts, key=lambda part: part.area, reverse=True)
    return MultiPolygon(shapely.orient_polygons(whole).tolist())
