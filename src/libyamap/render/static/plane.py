"""Spherical Web Mercator as the map application has it (`web/src/map/projection.ts`), and frames of it on a page.

The world is a square of 256 pixels of zoom 0, its top left corner the origin, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from libyamap.geometry import LonLat

Points = npt.NDArray[np.float64]
"""Positions in rows of x and y."""

WORLD = 256
LAST_LATITUDE = 85.0511287798066
EQUATOR = 2 * math.pi * 6_378_137
"""Metres round the equator of the sphere that Web Mercator projects."""

LABEL_REACH = 24
"""Units round a frame in which lines still reach into it."""


@dataclass(frozen=True)
class Box:
    """An upright rectangle: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """X of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> Box:
        """The same with so much more on each side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Box, margin: float = 0.0) -> bool:
        """Whether they overlap, or come nearer than a margin."""
        return (
            self.x < other.right + margin
            and other.x < self.right + margin
            and self.y < other.bottom + margin
            and other.y < self.bottom + margin
        )

    def holds(self, other: Box, slack: float = 1e-6) -> bool:
        """Whether the other lies inside."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def has(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


def projected(positions: npt.ArrayLike) -> Points:
    """Pixels of zoom 0 of longitudes and latitudes; beyond the square world, on its edge."""
    degrees = np.asarray(positions, np.float64).reshape(-1, 2)
    sine = np.sin(np.radians(np.clip(degrees[:, 1], -LAST_LATITUDE, LAST_LATITUDE)))
    return np.column_stack((WORLD * (0.5 + degrees[:, 0] / 360), WORLD * (0.5 - np.arctanh(sine) / (2 * np.pi))))


def unprojected(x: float, y: float) -> LonLat:
    """Longitude and latitude of pixels of zoom 0; longitudes run on beyond 180 in the world's copies."""
    return (x / WORLD - 0.5) * 360, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / WORLD))))


def pixels_per_metre(latitude: float) -> float:
    """Pixels of zoom 0 in a metre at a latitude."""
    return WORLD / (EQUATOR * math.cos(math.radians(latitude)))


@dataclass(frozen=True)
class Frame:
    """A part of the plane as it stands on a page.

    Attributes
    ----------
    box : Box
        The map on the page, in units.
    zoom : float
        Leaflet's zoom level: a unit is a CSS pixel of it.
    origin : tuple of float
        Pixels of `zoom`, from the world's top left corner, of the box's own.
    """

    box: Box
    zoom: float
    origin: tuple[float, float]

    @classmethod
    def centred(cls, box: Box, center: tuple[float, float], zoom: float) -> Frame:
        """The frame that has a latitude and longitude in its middle."""
        scale = 2**zoom
        ((x, y),) = projected((center[1], center[0])) * scale
        return cls(box, zoom, (float(x) - box.width / 2, float(y) - box.height / 2))

    @property
    def scale(self) -> float:
        """Units in a pixel of zoom 0."""
        return float(2**self.zoom)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of the map, in degrees; longitudes may run on beyond 180."""
        west, north = self.position(self.box.x, self.box.y)
        east, south = self.position(self.box.right, self.box.bottom)
        return west, south, east, north

    @property
    def center(self) -> LonLat:
        """Longitude and latitude of its middle."""
        return self.position(*self.box.middle)

    def on_page(self, points: npt.ArrayLike) -> Points:
        """Units of the page for pixels of zoom 0."""
        return np.asarray(points, np.float64).reshape(-1, 2) * self.scale + self._shift

    def placed(self, position: LonLat) -> tuple[float, float]:
        """Units of the page for a longitude and latitude."""
        ((x, y),) = self.on_page(projected(position))
        return float(x), float(y)

    def position(self, x: float, y: float) -> LonLat:
        """Longitude and latitude of a point of the page."""
        shift_x, shift_y = self._shift
        return unprojected((x - shift_x) / self.scale, (y - shift_y) / self.scale)

    def copies(self) -> range:
        """Numbers of the copies of the world that it shows; the first is 0, and they go on east and west."""
        width = WORLD * self.scale
        first = math.floor((self.origin[0] - LABEL_REACH) / width)
        last = math.floor((self.origin[0] + self.box.width + LABEL_REACH) / width)
        return range(first, last + 1)

    def views(self, reach: float = LABEL_REACH) -> Iterator[tuple[int, Box]]:
        """Each copy of the world, with what is seen of it in pixels of zoom 0."""
        for copy in self.copies():
            yield (
                copy,
                Box(
                    (self.origin[0] - reach) / self.scale - copy * WORLD,
                    (self.origin[1] - reach) / self.scale,
                    (self.box.width + 2 * reach) / self.scale,
                    (self.box.height + 2 * reach) / self.scale,
                ),
            )

    @property
    def _shift(self) -> Points:
        return np.array((self.box.x - self.origin[0], self.box.y - self.origin[1]))


def fitting(box: Box, bounds: tuple[float, float, float, float], *, margin: float = 0.0) -> Frame:
    """The closest frame that shows all of a bbox (west, south, east, north)."""
    west, south, east, north = bounds
    corners = projected(((west, north), (east, south)))
    width, height = corners[1] - corners[0]
    scale = min((box.width - 2 * margin) / width, (box.height - 2 * margin) / height)
    middle_x, middle_y = corners.mean(axis=0) * scale
    return Frame(box, math.log2(scale), (float(middle_x) - box.width / 2, float(middle_y) - box.height / 2))
