"""Countries, their coast and their borders: one topology, so nothing gapes and nothing overlaps."""  # noqa: INP001

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path as Folder
from typing import Any

import pyogrio
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from topology import RING, Path, Ring, Topology, Zone, arc_of, on_seam

ZONES = (
    Zone(bbox=(5, 18, 30, 40), tolerance=0.003, decimals=4, island=0.0005),
    Zone(bbox=(-3, 8, 40, 46), tolerance=0.015, decimals=4, island=0.002),
    Zone(bbox=(-20, 0, 60, 60), tolerance=0.04, decimals=3, island=0.02),
    Zone(bbox=(-180, -90, 180, 90), tolerance=0.16, decimals=3, island=0.25),
)
"""Libya and what is around it; its wider neighbourhood; Europe, Africa's north, the Middle East; the world."""

DISPUTED = ("Disputed", "Indefinite", "Line of control", "Indeterminant", "ForgetMagics")
"""How the classes of Natural Earth's lines begin that are no agreed border."""

NEAR = 0.02
"""Degrees within which an arc's point is on one of Natural Earth's lines: the atlas is rounded to 0.004."""

LABEL_WIDTH = 44
"""Pixels that a country must offer its name before it is shown."""

TILE = 256
"""Pixels of the whole globe's width at zoom 0."""

Json = dict[str, Any]
Rows = Sequence[Mapping[str, str]]


def layers(atlas: Json, folder: Folder, rows: Rows, disputes: Rows) -> dict[str, list[Json]]:
    """The features of the roles `countries`, `coast` and `borders`.

    Parameters
    ----------
    atlas : dict
        The TopoJSON of countries at 1:10m.
    folder : Path
        The folder that holds Natural Earth's boundary lines.
    rows : sequence of mapping
        The table of countries: `iso`, `atlas` (the name there), names, and a label's place where one is set.
    disputes : sequence of mapping
        The table of borders that are disputed though Natural Earth's lines do not say so.
    """
    world = World(atlas, rows, Disputes(_boundary_lines(folder), disputes))
    return {
        "countries": list(world.countries()),
        "coast": list(world.coast()),
        "borders": list(world.borders()),
    }


class Disputes:
    """Which points of a border are on a line that is no agreed border.

    Parameters
    ----------
    lines : BaseGeometry
        Natural Earth's lines that are none.
    rows : sequence of mapping
        The table of more: two codes and a bounding box.
    """

    def __init__(self, lines: BaseGeometry, rows: Rows) -> None:
        self._near = lines.buffer(NEAR)
        shapely.prepare(self._near)
        self._rows = rows

    def marks(self, path: Path, owners: Collection[str]) -> list[bool]:
        """For each point of what two countries share, whether it is disputed."""
        marks = shapely.contains_xy(self._near, path)
        for row in self._rows:
            if {row["iso_a"], row["iso_b"]} == set(owners):
                marks |= shapely.intersects_xy(_box(row), path)
        return [bool(mark) for mark in marks]


class World:
    """The countries of the table, made of the atlas's arcs.

    Parameters
    ----------
    atlas : dict
        The TopoJSON of countries.
    rows : sequence of mapping
        The table of countries. Rows of one code make one country.
    disputes : Disputes
        Which borders are drawn as disputed.
    """

    def __init__(self, atlas: Json, rows: Rows, disputes: Disputes) -> None:
        self._rows = {row["iso"]: row for row in rows}
        self._disputes = disputes
        self._polygons: dict[str, list[list[Ring]]] = defaultdict(list)
        found = {one["properties"]["name"]: one for one in atlas["objects"]["countries"]["geometries"]}
        for row in rows:
            self._polygons[row["iso"]].extend(_polygons(found[row["atlas"]]))
        self._users = _owners(self._polygons)
        self._topology = Topology(atlas, ZONES, self._marks)

    @cached_property
    def shapes(self) -> dict[str, MultiPolygon]:
        """Each country without the islands that are too small to be drawn."""
        return {iso: self._shape(self._kept[iso]) for iso in self._rows}

    def countries(self) -> Iterator[Json]:
        """Features of the role `countries`."""
        for iso, row in self._rows.items():
            shape = self.shapes[iso]
            set_by_hand = (float(row["label_lon"]), float(row["label_lat"])) if row["label_lon"] else None
            properties = {
                "iso": iso,
                "name_ar": row["name_ar"],
                "name_en": row["name_en"],
                "label": set_by_hand or label(shape),
                "min_zoom": min_zoom(shape),
            }
            yield {"type": "Feature", "properties": properties, "geometry": mapping(shape)}

    def coast(self) -> Iterator[Json]:
        """Features of the role `coast`: what bounds one country and no other."""
        for number, owners in sorted(self._owners.items()):
            if sum(owners.values()) == 1:
                yield from (
                    _line(path, iso=next(iter(owners))) for path in _off_the_seam(self._topology.ring([number]))
                )

    def borders(self) -> Iterator[Json]:
        """Features of the role `borders`: what two countries share."""
        for number, owners in sorted(self._owners.items()):
            if len(owners) > 1:
                for path, disputed in self._topology.marked(number):
                    yield _line(path, between=sorted(owners), disputed=disputed, libya="LY" in owners)

    def _marks(self, number: int, path: Path) -> list[bool]:
        owners = self._users.get(number, ())
        return self._disputes.marks(path, owners) if len(owners) > 1 else [False] * len(path)

    @cached_property
    def _kept(self) -> dict[str, list[list[Ring]]]:
        return {iso: list(self._large_enough(polygons)) for iso, polygons in self._polygons.items()}

    @cached_property
    def _owners(self) -> dict[int, Counter[str]]:
        return _owners(self._kept)

    def _large_enough(self, polygons: list[list[Ring]]) -> Iterator[list[Ring]]:
        """All but the small islands; of small islands alone, the largest."""
        drawable = [rings for rings in map(self._rings, polygons) if rings]
        areas = [_area(self._polygon(rings[:1])) for rings in drawable]
        for rings, area in zip(drawable, areas, strict=True):
            least = self._topology.zone(self._closed(rings[0])[0]).island if self._is_island(rings) else 0
            if area >= least or area == max(areas):
                yield rings

    def _is_island(self, rings: list[Ring]) -> bool:
        return all(self._users[arc_of(number)].total() == 1 for ring in rings for number in ring)

    def _rings(self, rings: list[Ring]) -> list[Ring]:
        """A polygon's outline and holes without those that have no extent; nothing if the outline has none."""
        shell, *holes = rings
        return [ring for ring in (shell, *holes) if self._has_extent(ring)] if self._has_extent(shell) else []

    def _has_extent(self, ring: Ring) -> bool:
        return len(self._closed(ring)) > RING

    def _shape(self, polygons: list[list[Ring]]) -> MultiPolygon:
        parts = [shapely.make_valid(self._polygon(rings)) for rings in polygons]
        whole = shapely.set_precision(shapely.union_all(parts), 10**-4)
        areas = [part for part in shapely.get_parts(whole) if isinstance(part, Polygon)]
        return MultiPolygon(shapely.orient_polygons(sorted(areas, key=_area, reverse=True)).tolist())

    def _polygon(self, rings: list[Ring]) -> Polygon:
        shell, *holes = map(self._closed, rings)
        return Polygon(shell, holes)

    def _closed(self, ring: Ring) -> Path:
        path = self._topology.ring(ring)
        if path[0] == path[-1]:
            return path
        # Only Antarctica's ring goes round the globe; its polygon is closed along the pole.
        pole = math.copysign(90, path[0][1])
        return [*path, (path[-1][0], pole), (path[0][0], pole), path[0]]


def label(shape: MultiPolygon) -> list[float]:
    """The point of a country's largest part that is farthest from its outline, longitude and latitude."""
    largest = shape.geoms[0]
    shrink = math.cos(math.radians(largest.centroid.y))
    flat = shapely.transform(largest, lambda points: points * (shrink, 1))
    centre = shapely.maximum_inscribed_circle(flat, tolerance=0.01).coords[0]
    return [round(centre[0] / shrink, 2), round(centre[1], 2)]


def min_zoom(shape: BaseGeometry) -> float:
    """The zoom, in halves, from which a country is large enough on a Web Mercator map for its name."""
    width = math.sqrt(_area(shape)) / math.cos(math.radians(min(abs(shape.centroid.y), 75)))
    exact = math.log2(LABEL_WIDTH / TILE * 360 / width)
    return min(max(math.ceil(exact * 2) / 2, 2.0), 9.0)


def _area(shape: BaseGeometry) -> float:
    """The area in square degrees of latitude, roughly."""
    return float(shape.area) * math.cos(math.radians(shape.centroid.y))


def _owners(polygons: Mapping[str, list[list[Ring]]]) -> dict[int, Counter[str]]:
    """How often each country uses each arc."""
    owners: dict[int, Counter[str]] = defaultdict(Counter)
    for iso, parts in polygons.items():
        for number in (number for rings in parts for ring in rings for number in ring):
            owners[arc_of(number)][iso] += 1
    return owners


def _box(row: Mapping[str, str]) -> Polygon:
    west, south, east, north = (float(row[side]) for side in ("west", "south", "east", "north"))
    return shapely.box(west, south, east, north)


def _polygons(geometry: Json) -> list[list[Ring]]:
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def _off_the_seam(path: Path) -> Iterator[Path]:
    """The parts of a path that do not run along the seam, where no coast is."""
    part = [path[0]]
    for before, after in pairwise(path):
        if on_seam(before) and on_seam(after):
            yield from [part] if len(part) > 1 else []
            part = []
        part.append(after)
    yield from [part] if len(part) > 1 else []


def _line(path: Path, **properties: object) -> Json:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "LineString", "coordinates": path}}


def _boundary_lines(folder: Folder) -> BaseGeometry:
    """Natural Earth's lines that are no agreed border."""
    (file,) = folder.rglob("ne_10m_admin_0_boundary_lines_land.shp")
    _, _, geometries, (classes,) = pyogrio.raw.read(file, columns=["featurecla"])
    disputed = [kind.startswith(DISPUTED) for kind in classes]
    lines: BaseGeometry = shapely.union_all(shapely.from_wkb(geometries[disputed]))
    return lines
