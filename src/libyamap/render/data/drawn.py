"""What the analyst drew, as a table: selections, measures and notes of the view."""

from __future__ import annotations

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from libyamap.render.annotations import Annotation, closed_lines, decoded, open_lines
from libyamap.render.data.shapes import on_the_globe
from libyamap.render.data.table import Row, Table, fields
from libyamap.selection import Selection

AREA = 2
"""Dimensions of what covers something."""
FIELDS = fields("id", "shape", "role", "name", "note", radii_m="list")


def table(selection: Selection) -> Table:
    """The drawings of a view, in the order in which they were made."""
    rows = tuple(_row(one) for one in decoded(selection.view.drawings))
    return Table("drawings", FIELDS, rows, placed=True)


def _row(one: Annotation) -> Row:
    values = {
        "id": f"drawing-{one.id}",
        "shape": one.shape,
        "role": one.role,
        "name": one.name or None,
        "note": one.note or None,
        "radii_m": tuple(map(str, one.radii)),
    }
    return Row(values, on_the_globe(_geometry(one)))


def _geometry(one: Annotation) -> BaseGeometry:
    """Its outline: an area for what covers something, lines for what measures."""
    rings = closed_lines(one)
    match one.shape:
        case "polygon":
            return _even_odd(rings)
        case "rectangle" | "circle" | "corridor":
            return shapely.union_all([Polygon(ring) for ring in rings])
        case "rings":
            return shapely.multilinestrings([LineString([*ring, ring[0]]) for ring in rings])
        case "line":
            return LineString(open_lines(one)[0])
        case _:
            return Point(one.paths[0][0])


def _even_odd(rings: list[list[tuple[float, float]]]) -> BaseGeometry:
    """What lies inside an odd number of rings."""
    area: BaseGeometry = Polygon()
    for ring in rings:
        area = area.symmetric_difference(shapely.make_valid(Polygon(ring)))
    parts = shapely.get_parts(area)
    return shapely.union_all(parts[shapely.get_dimensions(parts) == AREA])
