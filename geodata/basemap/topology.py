"""Arcs of a TopoJSON topology, simplified so that neighbours keep the very same border."""  # noqa: INP001

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

from shapely import LineString

LonLat = tuple[float, float]
Path = list[LonLat]
Ring = list[int]
"""The arcs of a ring in order; `~n` is arc n from its end to its start, as TopoJSON has it."""

SHORT = 1 / 25
"""The tolerance is at most this part of a piece's extent, so that no small island or enclave is lost."""

RING = 3
"""Points that make a ring, the first not counted again."""

SEAM = 180
"""The meridian at which the plane of longitudes and latitudes is cut."""

CLOSE = 0.002
"""Degrees from the seam that count as on it."""


@dataclass(frozen=True, kw_only=True)
class Zone:
    """A part of the world and how finely it is drawn.

    Parameters
    ----------
    bbox : tuple of float
        West, south, east, north, degrees.
    tolerance : float
        How far a simplified line may lie off the source, degrees.
    decimals : int
        Decimals that coordinates are rounded to.
    island : float
        Islands of a smaller area are left out, square degrees of latitude.
    """

    bbox: tuple[float, float, float, float]
    tolerance: float
    decimals: int
    island: float

    def holds(self, point: LonLat) -> bool:
        """Whether a point lies in this part of the world."""
        west, south, east, north = self.bbox
        return west <= point[0] <= east and south <= point[1] <= north


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of an arc that lies in one zone and has one mark."""

    path: Path
    marked: bool


@dataclass(frozen=True)
class Topology:
    """Arcs, and the rings that are made of them.

    Parameters
    ----------
    source : mapping
        A TopoJSON topology that is quantised.
    zones : sequence of Zone
        From fine to coarse; the first that holds a point counts, and the last holds every point.
    mark : callable
        Given an arc's number and its source's points, whether each of these lies on a line to be told apart.
    """

    source: Mapping[str, Any]
    zones: Sequence[Zone]
    mark: Callable[[int, Path], Sequence[bool]]

    @cached_property
    def arcs(self) -> list[Path]:
        """The source's arcs at their full detail, degrees."""
        return [self._decoded(steps) for steps in self.source["arcs"]]

    @cached_property
    def pieces(self) -> list[list[Piece]]:
        """Each arc, simplified, as pieces end to end."""
        return [list(self._pieces(number, arc)) for number, arc in enumerate(self.arcs)]

    def zone(self, point: LonLat) -> Zone:
        """How finely a point's surroundings are drawn."""
        return next(zone for zone in self.zones if zone.holds(point))

    def ring(self, ring: Ring) -> Path:
        """A ring's simplified vertices; the last is the first again."""
        path: Path = []
        for number in ring:
            part = self._joined(number)
            path.extend(part[1:] if path else part)
        return path

    def marked(self, number: int) -> Iterator[tuple[Path, bool]]:
        """An arc's parts of one mark, end to end."""
        for mark, pieces in groupby(self.pieces[number], key=lambda piece: piece.marked):
            yield _end_to_end(list(pieces)), mark

    def _joined(self, number: int) -> Path:
        path = _end_to_end(self.pieces[arc_of(number)])
        return path if number >= 0 else path[::-1]

    def _decoded(self, steps: Iterable[Sequence[int]]) -> Path:
        (scale_x, scale_y), (west, south) = (self.source["transform"][key] for key in ("scale", "translate"))
        path, x, y = [], 0, 0
        for step in steps:
            x, y = x + step[0], y + step[1]
            path.append((x * scale_x + west, y * scale_y + south))
        return _on_one_side(path)

    def _pieces(self, number: int, arc: Path) -> Iterator[Piece]:
        for run, zone, marked in self._runs(number, arc):
            yield Piece(path=_rounded(_simplified(run, zone.tolerance), self), marked=marked)

    def _runs(self, number: int, arc: Path) -> Iterator[tuple[Path, Zone, bool]]:
        kinds = list(zip(map(self.zone, arc), self.mark(number, arc), strict=True))
        start = 0
        for end in range(1, len(arc)):
            if end == len(arc) - 1 or kinds[end] != kinds[start]:
                yield arc[start : end + 1], *kinds[start]
                start = end


def arc_of(number: int) -> int:
    """The arc of a ring's entry, whichever way the ring runs along it."""
    return number if number >= 0 else ~number


def on_seam(point: LonLat) -> bool:
    """Whether a point lies on the meridian at which the plane is cut."""
    return abs(point[0]) == SEAM


def _on_one_side(path: Path) -> Path:
    """The path with its points on the seam on the side from which it comes to them: the atlas mixes the two."""
    sided: Path = []
    side = next((math.copysign(SEAM, lon) for lon, _ in path if abs(lon) < SEAM - CLOSE), SEAM)
    for lon, lat in path:
        if abs(lon) < SEAM - CLOSE:
            side = math.copysign(SEAM, lon)
            sided.append((lon, lat))
        else:
            sided.append((side, lat))
    return sided


def _end_to_end(pieces: Sequence[Piece]) -> Path:
    return [pieces[0].path[0], *(point for piece in pieces for point in piece.path[1:])]


def _simplified(path: Path, tolerance: float) -> Path:
    line = LineString(path)
    west, south, east, north = line.bounds
    extent = max(east - west, north - south)
    simple: Path = [(lon, lat) for lon, lat in line.simplify(min(tolerance, extent * SHORT)).coords]
    return path if line.is_ring and len(simple) <= RING else simple


def _rounded(path: Path, topology: Topology) -> Path:
    points = [
        (round(lon, decimals), round(lat, decimals))
        for lon, lat, decimals in ((*point, topology.zone(point).decimals) for point in path)
    ]
    return [points[0], *(after for before, after in pairwise(points) if after != before)]
