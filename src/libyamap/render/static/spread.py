"""Where symbols stand: those of a place side by side, packs of near places apart; as `web/src/map/spread.ts`."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from libyamap.model import Place, Precision
from libyamap.render.static.plane import Box, Frame
from libyamap.render.static.scene import Mark, is_presence
from libyamap.selection import Shown

PRESENCE_RADIUS, OTHER_RADIUS = 10.0, 8.0
GAP = 3.0
LONGEST_PLATE = 6
"""Symbols that a plate has room for."""
PLATE_SHARE = 0.3
"""How much of a plate's length counts when packs are moved apart: it is long, but low."""
SMALL_AT, FULL_FROM, SMALLEST = 2.5, 5.5, 0.55
RING, RINGS, ALL_RINGS, FEWEST_RINGS, DIRECTIONS = 5.0, 40, 4000, 2, 24
FIRST_DIRECTION = -math.pi / 2
TOUCH = 0.5
_SIDE_BY_SIDE = 3

Spot = tuple[float, float]


@dataclass(frozen=True)
class Bead:
    """One symbol on the page."""

    shown: Shown
    at: Spot
    radius: float

    @property
    def box(self) -> Box:
        """What labels must not cover."""
        half = self.radius + 1
        return Box(self.at[0] - half, self.at[1] - half, 2 * half, 2 * half)


@dataclass(frozen=True)
class Pack:
    """The symbols of one place.

    Attributes
    ----------
    anchor, middle : tuple of float
        Where the place is, and the middle of its symbols.
    radius : float
        Of the circle that it keeps free of others.
    height : float
        From its middle to the upper edge of its symbols.
    plate : bool
        A whole country: its symbols stand in a row on a plate, so that they don't look like points.
    """

    place: Place
    anchor: Spot
    middle: Spot
    radius: float
    height: float
    plate: bool
    beads: tuple[Bead, ...]


def size_at(zoom: float) -> float:
    """Share of its full size that a symbol has at a zoom: where the world is seen, symbols would cover countries."""
    return max(SMALLEST, min(1.0, SMALLEST + (zoom - SMALL_AT) / (FULL_FROM - SMALL_AT) * (1 - SMALLEST)))


def spread(marks: Sequence[Mark], frame: Frame) -> list[Pack]:
    """The marks of a frame; small packs stand at their places, larger ones take the nearest spot that is free."""
    size = size_at(frame.zoom)
    packs = [_pack(mark, frame, size) for mark in marks]
    packs.sort(key=lambda one: (one.radius, one.place.id))
    taken = _Circles(max([1.0, *(one.radius for one in packs)]))
    rings = max(FEWEST_RINGS, min(RINGS, ALL_RINGS // max(1, len(packs))))
    found = []
    for one in packs:
        spot = _spot(one, taken, rings)
        taken.add(spot, one.radius)
        found.append(_moved(one, spot))
    return found


class _Circles:
    """Circles by the squares that their middles lie in."""

    def __init__(self, largest: float) -> None:
        self._side = 2 * largest
        self._squares: defaultdict[tuple[int, int], list[tuple[Spot, float]]] = defaultdict(list)

    def add(self, at: Spot, radius: float) -> None:
        self._squares[self._key(at)].append((at, radius))

    def meets(self, at: Spot, radius: float) -> bool:
        return any(math.dist(at, other) < radius + far - TOUCH for other, far in self._near(at))

    def _near(self, at: Spot) -> Iterator[tuple[Spot, float]]:
        column, row = self._key(at)
        for across in (column - 1, column, column + 1):
            for down in (row - 1, row, row + 1):
                yield from self._squares.get((across, down), ())

    def _key(self, at: Spot) -> tuple[int, int]:
        return math.floor(at[0] / self._side), math.floor(at[1] / self._side)


def _spot(pack: Pack, taken: _Circles, rings: int) -> Spot:
    x, y = pack.anchor
    if not taken.meets(pack.anchor, pack.radius):
        return pack.anchor
    for ring in range(1, rings + 1):
        for step in range(DIRECTIONS):
            angle = FIRST_DIRECTION + 2 * math.pi * step / DIRECTIONS
            spot = x + math.cos(angle) * ring * RING, y + math.sin(angle) * ring * RING
            if not taken.meets(spot, pack.radius):
                return spot
    return pack.anchor


def _pack(mark: Mark, frame: Frame, size: float) -> Pack:
    ((x, y),) = frame.on_page(mark.at)
    plate = mark.place.properties.precision is Precision.COUNTRY
    largest = max(map(_radius, mark.shown)) * size
    pitch = 2 * largest + GAP * size
    spots = _spots(len(mark.shown), pitch, LONGEST_PLATE if plate else _SIDE_BY_SIDE)
    beads = tuple(
        Bead(shown, (float(x) + dx, float(y) + dy), _radius(shown) * size)
        for shown, (dx, dy) in zip(mark.shown, spots, strict=True)
    )
    reach = max(math.hypot(*spot) for spot in spots)
    return Pack(
        place=mark.place,
        anchor=(float(x), float(y)),
        middle=(float(x), float(y)),
        radius=(reach * PLATE_SHARE if plate else reach) + largest + GAP * size,
        height=(0 if plate else reach) + largest,
        plate=plate,
        beads=beads,
    )


def _radius(shown: Shown) -> float:
    return PRESENCE_RADIUS if is_presence(shown) else OTHER_RADIUS


def _spots(count: int, pitch: float, longest_row: int) -> list[Spot]:
    """Symbols in a row, or in rings round the first: 1, then 6, then 12."""
    if count <= longest_row:
        return [((index - (count - 1) / 2) * pitch, 0.0) for index in range(count)]
    spots: list[Spot] = [(0.0, 0.0)]
    ring = 1
    while len(spots) < count:
        room = min(6 * ring, count - len(spots))
        for index in range(room):
            angle = 2 * math.pi * index / room - math.pi / 2
            spots.append((math.cos(angle) * ring * pitch, math.sin(angle) * ring * pitch))
        ring += 1
    return spots


def _moved(pack: Pack, middle: Spot) -> Pack:
    dx, dy = middle[0] - pack.anchor[0], middle[1] - pack.anchor[1]
    beads = tuple(replace(bead, at=(bead.at[0] + dx, bead.at[1] + dy)) for bead in pack.beads)
    return replace(pack, middle=middle, beads=beads)
