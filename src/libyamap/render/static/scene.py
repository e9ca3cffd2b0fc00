"""What is drawn of features: marks at places, outlines of areas, lines of movements; as `web/src/map/scene.ts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from geojson_pydantic import Point
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from libyamap.geometry import anchor, arc, circle, shapely_of
from libyamap.interval import Overlap
from libyamap.model import COLLECTION_KINDS, Feature, FeatureKind, Place, Precision
from libyamap.render.static.plane import Points, pixels_per_metre, projected
from libyamap.selection import Selection, Shown
from libyamap.symbology import Symbol, layer_opacity, palette, symbols

SCHEMATIC = frozenset({Precision.COUNTRY, Precision.AREA, Precision.SEA})
"""Precisions of an end that make a movement's line a direction and not a route."""


@dataclass(frozen=True)
class Mark:
    """Everything at one place: its features, those drawn on top first."""

    place: Place
    at: tuple[float, float]
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Area:
    """A feature that fills an area: which of how many that fill the same place, as their hatches take turns."""

    shown: Shown
    outline: BaseGeometry
    turn: int
    turns: int


@dataclass(frozen=True)
class Movement:
    """A movement: from its origin to its destination, or only its known end.

    Attributes
    ----------
    line : array
        Pixels of zoom 0; a single point where an end is unknown.
    missing : str, optional
        Which end the source does not state.
    end : str
        Id of the place where it ends, or begins if that is all that is known.
    """

    shown: Shown
    line: Points
    missing: str | None
    end: str


@dataclass(frozen=True)
class Halo:
    """The circle within which a place lies; `radius` in pixels of zoom 0."""

    radius: float
    outline: BaseGeometry
    top: Shown


@dataclass(frozen=True)
class Stage:
    """A selection with what is needed to draw it.

    Attributes
    ----------
    style : str
        Name of the palette.
    highlighted : tuple of str
        Ids of features that stand out beside the one that is open.
    """

    selection: Selection
    style: str
    highlighted: tuple[str, ...] = ()

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """What layers and interval leave."""
        return self.selection.shown()

    @cached_property
    def symbols(self) -> dict[str, Symbol]:
        """The symbol of each layer, by the layer's id."""
        known = symbols(styles=(self.style,))
        return {layer.id: known[layer.symbol] for layer in self.selection.dataset.catalog.layers}

    @property
    def palette(self) -> Mapping[str, str]:
        """The colours, by name."""
        return palette(self.style)

    @property
    def lang(self) -> str:
        """The reader's language."""
        return self.selection.view.lang

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Place of each layer in the order of drawing, 0 on top."""
        return {layer: rank for rank, layer in enumerate(self.selection.layers)}

    def symbol(self, shown: Shown) -> Symbol:
        """The symbol of a feature."""
        return self.symbols[shown.item.feature.properties.layer]

    def colour(self, shown: Shown) -> str:
        """The colour of a feature."""
        return self.symbol(shown).colour[self.style]

    def rank(self, shown: Shown) -> int:
        """Place of a feature's layer in the order of drawing."""
        return self.ranks[shown.item.feature.properties.layer]

    def opacity(self, shown: Shown) -> float:
        """How far a feature's layer is seen through; what is chosen never is."""
        return 1.0 if self.chosen(shown) else layer_opacity(shown.item.feature.properties.layer, self.selection.view)

    def chosen(self, shown: Shown) -> bool:
        """Whether a feature stands out: it is the one that is open, or highlighted."""
        return shown.item.feature.id in {self.selection.view.selected, *self.highlighted}

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each layer is called."""
        return {one.id: one.title[self.lang] for one in self.selection.dataset.catalog.layers}

    def places(self, feature: Feature) -> list[Place]:
        """The places that a feature stands at or moves between."""
        properties = feature.properties
        known = self.selection.dataset.places
        return [known[end] for end in (properties.place, properties.origin, properties.destination) if end]


@dataclass(frozen=True)
class Scene:
    """All that is drawn of a selection."""

    marks: tuple[Mark, ...]
    areas: tuple[Area, ...]
    movements: tuple[Movement, ...]
    halos: tuple[Halo, ...]


def scene(stage: Stage) -> Scene:
    """What is drawn of a selection, those on top first."""
    ranked = sorted(
        stage.shown,
        key=lambda shown: (stage.rank(shown), shown.overlap is not Overlap.CERTAIN, shown.item.feature.id),
    )
    marks = _marks(ranked, stage)
    movements = [movement for shown in ranked for movement in _movement(shown, stage)]
    halos = [halo for mark in marks for halo in _halo(mark)]
    return Scene(tuple(marks), tuple(_in_turns(ranked, stage)), tuple(movements), tuple(halos))


def is_presence(shown: Shown) -> bool:
    """Whether it is a state and not a happening."""
    return shown.item.feature.lasts


def is_schematic(feature: Feature, stage: Stage) -> bool:
    """Whether a movement's line is a direction and not a route."""
    properties = feature.properties
    places = stage.selection.dataset.places
    ends = (properties.origin, properties.destination)
    return bool({places[end].properties.precision for end in ends if end} & SCHEMATIC)


def outline_of(place: Place) -> BaseGeometry | None:
    """An area's own outline, or the circle of the radius round a point, in pixels of zoom 0."""
    if not isinstance(place.geometry, Point):
        return shapely.transform(shapely_of(place.geometry), projected)
    radius = place.properties.radius
    return Polygon(projected(circle(anchor(place), radius))) if radius else None


def _marks(ranked: list[Shown], stage: Stage) -> list[Mark]:
    by_place: dict[str, list[Shown]] = {}
    for shown in ranked:
        if place := shown.item.feature.properties.place:
            by_place.setdefault(place, []).append(shown)
    return [_mark(stage.selection.dataset.places[place], here) for place, here in by_place.items()]


def _mark(place: Place, shown: list[Shown]) -> Mark:
    ((x, y),) = projected(anchor(place))
    return Mark(place, (float(x), float(y)), tuple(shown))


def _in_turns(ranked: list[Shown], stage: Stage) -> list[Area]:
    together: dict[str, list[Shown]] = {}
    for shown in ranked:
        properties = shown.item.feature.properties
        place = stage.selection.dataset.places.get(properties.place or "")
        fills = shown.item.feature.lasts or properties.kind is FeatureKind.CAMPAIGN
        if place and fills and place.properties.precision is Precision.AREA:
            together.setdefault(place.id, []).append(shown)
    areas = []
    for id_, here in together.items():
        outline = outline_of(stage.selection.dataset.places[id_])
        if outline is not None:
            areas += [Area(shown, outline, turn, len(here)) for turn, shown in enumerate(here)]
    return sorted(areas, key=lambda area: ranked.index(area.shown))


def _movement(shown: Shown, stage: Stage) -> list[Movement]:
    properties = shown.item.feature.properties
    if properties.kind not in COLLECTION_KINDS["movements"]:
        return []
    places = stage.selection.dataset.places
    ends = [anchor(places[end]) for end in (properties.origin, properties.destination) if end]
    if not ends:
        return []
    end = properties.destination or properties.origin or ""
    if len(ends) > 1:
        return [Movement(shown, projected(arc(*ends)), None, end)]
    return [Movement(shown, projected(ends), "origin" if properties.destination else "destination", end)]


def _halo(mark: Mark) -> list[Halo]:
    radius, outline = mark.place.properties.radius, outline_of(mark.place)
    if not radius or outline is None or not mark.shown:
        return []
    latitude = anchor(mark.place)[1]
    return [Halo(radius * pixels_per_metre(latitude), outline, mark.shown[0])]


def middle_of(line: Points) -> tuple[float, float]:
    """The point in the middle of a line's vertices."""
    x, y = np.asarray(line)[len(line) // 2]
    return float(x), float(y)
