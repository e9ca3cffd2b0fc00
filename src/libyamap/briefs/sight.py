"""What a scene's view shows: by its filters, by its layers and interval, and within the map."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from libyamap.brief import Scene
from libyamap.briefs.fitting import MAP
from libyamap.contrast import sides
from libyamap.dataset import Dataset
from libyamap.geometry import shapely_of
from libyamap.model import Feature
from libyamap.selection import select

WORLD = 256
"""Pixels of the world at zoom 0."""
LAST_LATITUDE = 85.0511287798066

Bbox = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sight:
    """What is seen of a dataset in a scene.

    Attributes
    ----------
    left : frozenset of str
        Ids of the features that the filters leave.
    shown : mapping of str to Feature
        Those of them that layers and interval show.
    frame : tuple of float
        West, south, east, north of the map.
    """

    left: frozenset[str]
    shown: Mapping[str, Feature]
    frame: Bbox

    @cached_property
    def seen(self) -> frozenset[str]:
        """Those shown that have a place within the frame."""
        return frozenset(slug for slug, feature in self.shown.items() if self.holds(feature))

    def holds(self, feature: Feature) -> bool:
        """Whether any of a feature lies within the frame."""
        return feature.geometry is not None and bool(_window(self.frame).intersects(shapely_of(feature.geometry)))


def sight(scene: Scene, dataset: Dataset) -> Sight:
    """What is seen of a dataset in a scene, on either side where two are compared."""
    view = scene.looked_at("en")
    selections = [select(dataset, side) for side in sides(view) or (view,)]
    return Sight(
        left=frozenset(item.feature.id for one in selections for item in one.items),
        shown={shown.item.feature.id: shown.item.feature for one in selections for shown in one.shown()},
        frame=framed(view.center, view.zoom, dataset.catalog.home),
    )


def framed(center: tuple[float, float] | None, zoom: float | None, home: Bbox) -> Bbox:
    """What the map shows; where nothing is said of centre or zoom, those of a dataset's home."""
    west, north = _projected(home[0], home[3])
    east, south = _projected(home[2], home[1])
    x, y = _projected(center[1], center[0]) if center else ((west + east) / 2, (north + south) / 2)
    scale = min(MAP[0] / (east - west), MAP[1] / (south - north)) if zoom is None else 2**zoom
    half_width, half_height = MAP[0] / scale / 2, MAP[1] / scale / 2
    left, top = _unprojected(x - half_width, y - half_height)
    right, bottom = _unprojected(x + half_width, y + half_height)
    return left, bottom, right, top


def _window(frame: Bbox) -> BaseGeometry:
    return box(*frame)


def _projected(lon: float, lat: float) -> tuple[float, float]:
    sine = math.sin(math.radians(max(-LAST_LATITUDE, min(LAST_LATITUDE, lat))))
    return WORLD * (0.5 + lon / 360), WORLD * (0.5 - math.atanh(sine) / (2 * math.pi))


def _unprojected(x: float, y: float) -> tuple[float, float]:
    return (x / WORLD - 0.5) * 360, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / WORLD))))
