"""The ground under everything: sea, land, Libya, borders, districts, coast; as `web/src/map/ground-painter.ts`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from matplotlib.path import Path
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from libyamap import basemap
from libyamap.render.static.outline import EMPTY, compound, disc, is_empty, polyline, rectangle
from libyamap.render.static.pen import Line, Pen
from libyamap.render.static.plane import WORLD, Box, Frame, projected

Palette = Mapping[str, str]
Shapes = npt.NDArray[np.object_]
"""Geometries in pixels of zoom 0."""

HOME = "LY"
DISTRICTS_FROM = 5.5
"""From this zoom on the lines between Libya's districts are drawn."""
DETAIL = 0.3
"""Units within which a line's vertices are left out."""
GLOW = ((24, 0.13), (19, 0.15), (14.5, 0.18), (10.5, 0.21), (6.5, 0.26))
BAND = ((30, 0.18), (26, 0.18), (22, 0.18), (18, 0.18), (14, 0.18), (10, 0.18), (6, 0.18))
"""Width and opacity of strokes over one another: more, and so softer, than on the screen, which blurs them."""

SPACINGS = ((8.5, 0.5), (7.5, 1.0), (6.5, 2.0), (4.5, 5.0), (2.5, 10.0))
"""From which zoom on the graticule's lines are how many degrees apart."""
WIDEST_SPACING = 20.0
LAST_PARALLEL = 85

_RADII = (2.6, 2.6, 2.3, 2.1, 1.9)
_SMALLEST_RADIUS = 1.7
_CLOSE, _FAR = 8, 5
"""Zooms from which on towns' dots are larger, and below which they are smaller."""


@dataclass(frozen=True)
class Shores:
    """The basemap's lines and areas by what they are, in pixels of zoom 0."""

    land: Shapes
    libya: Shapes
    coast: Shapes
    borders: Shapes
    disputed: Shapes
    libya_border: Shapes
    districts: Shapes


@dataclass(frozen=True)
class Town:
    """A town of the basemap.

    Attributes
    ----------
    at : tuple of float
        Pixels of zoom 0.
    rank : int
        1 (capital, great city) to 5 (village).
    index : int
        Place in the basemap's order, the most important first.
    """

    name: Mapping[str, str]
    at: tuple[float, float]
    rank: int
    min_zoom: float
    capital: bool
    iso: str
    index: int

    @property
    def home(self) -> bool:
        """Whether it is in Libya."""
        return self.iso == HOME


@dataclass(frozen=True)
class Dot:
    """A town in view: where its dot is on the page."""

    town: Town
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """What names must not cover."""
        half = self.radius + (1.6 if self.town.capital else 0.6)
        return Box(self.x - half, self.y - half, 2 * half, 2 * half)


@cache
def shores() -> Shores:
    """Everything that is drawn of the basemap."""
    borders = basemap.features("borders")
    countries = basemap.features("countries")
    return Shores(
        land=_plane(one for one in countries if one["properties"]["iso"] != HOME),
        libya=_plane(one for one in countries if one["properties"]["iso"] == HOME),
        coast=_plane(basemap.features("coast")),
        borders=_plane(one for one in borders if not (one["properties"]["disputed"] or one["properties"]["libya"])),
        disputed=_plane(one for one in borders if one["properties"]["disputed"]),
        libya_border=_plane(one for one in borders if one["properties"]["libya"] and not one["properties"]["disputed"]),
        districts=_plane(basemap.features("district-lines")),
    )


@cache
def towns() -> tuple[Town, ...]:
    """The basemap's towns, the most important first."""
    return tuple(_town(index, one) for index, one in enumerate(basemap.features("cities")))


def paint_ground(pen: Pen, frame: Frame, palette: Palette) -> None:
    """Sea, graticule, land, Libya and lines."""
    known = shores()
    pen.fill(rectangle(frame.box), palette["sea"])
    paint_graticule(pen, frame, palette["grid"])
    for width, alpha in _softened(GLOW, frame.zoom):
        soft = traced(frame, known.coast, reach=width, detail=1.5)
        pen.stroke(soft, Line(palette["sea-glow"], width, alpha, cap="round"))
    pen.fill(traced(frame, known.land), palette["land"])
    _paint_libya(pen, frame, palette)
    # On paper, where nothing tells a position, degrees are to be read off on land too.
    paint_graticule(pen, frame, palette["border"], alpha=0.3)
    _paint_lines(pen, frame, palette)


def spacing_at(zoom: float) -> float:
    """How many degrees lie between the graticule's lines."""
    return next((degrees for least, degrees in SPACINGS if zoom >= least), WIDEST_SPACING)


def graticule(frame: Frame) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Longitudes and latitudes of the lines that a frame shows."""
    west, south, east, north = frame.bounds
    spacing = spacing_at(frame.zoom)
    return (
        _multiples(west, east, spacing),
        _multiples(max(south, -LAST_PARALLEL), min(north, LAST_PARALLEL), spacing),
    )


def paint_graticule(pen: Pen, frame: Frame, colour: str, *, alpha: float = 0.8) -> None:
    """Parallels and meridians, faint."""
    box = frame.box
    longitudes, latitudes = graticule(frame)
    for longitude in longitudes:
        x, _ = frame.placed((longitude, 0))
        pen.stroke(polyline(((x, box.y), (x, box.bottom))), Line(colour, 0.8, alpha))
    for latitude in latitudes:
        _, y = frame.placed((0, latitude))
        pen.stroke(polyline(((box.x, y), (box.right, y))), Line(colour, 0.8, alpha))


def dots_in(frame: Frame) -> list[Dot]:
    """The dots of towns that a frame shows."""
    found = []
    for copy in frame.copies():
        for town in towns():
            if town.min_zoom > frame.zoom:
                continue
            ((x, y),) = frame.on_page((town.at[0] + copy * WORLD, town.at[1]))
            if frame.box.grown(-4).has(x, y):
                found.append(Dot(town, float(x), float(y), _radius(town.rank, frame.zoom)))
    return found


def paint_towns(pen: Pen, dots: Iterable[Dot], palette: Palette) -> None:
    """A ring for a town; a capital has a point in it. Towns outside Libya are fainter."""
    for dot in dots:
        ink = palette["place-dot" if dot.town.home else "country-ink"]
        ring = disc(dot.x, dot.y, dot.radius + (1 if dot.town.capital else 0))
        pen.fill(ring, palette["libya"])
        pen.stroke(ring, Line(ink, 1.3 if dot.town.home else 1.1))
        if dot.town.capital:
            pen.fill(disc(dot.x, dot.y, 1.3), ink)


def traced(frame: Frame, shapes: Shapes, *, reach: float = 4.0, detail: float = DETAIL) -> Path:
    """Lines or areas as one path on the page, cut off a little outside of the frame."""
    parts = []
    for copy, view in frame.views(reach):
        near = _near(shapes, view)
        if not len(near):
            continue
        cut = shapely.clip_by_rect(near, view.x, view.y, view.right, view.bottom)
        cut = shapely.simplify(cut[~shapely.is_empty(cut)], detail / frame.scale, preserve_topology=False)
        parts.append(path_of(frame, cut[~shapely.is_empty(cut)], copy))
    return compound(parts)


def path_of(frame: Frame, shapes: Shapes | Sequence[BaseGeometry], copy: int = 0) -> Path:
    """Geometries in pixels of zoom 0 as one path on the page."""
    parts = shapely.get_parts(shapely.get_parts(np.asarray(shapes, object)))
    areas = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    lines = parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING]
    rings = shapely.get_rings(shapely.orient_polygons(parts[areas])) if areas.any() else parts[:0]
    chains = np.concatenate((rings, lines))
    if not len(chains):
        return EMPTY
    coordinates, index = shapely.get_coordinates(chains, return_index=True)
    codes = np.full(len(coordinates), Path.LINETO, np.uint8)
    starts = np.flatnonzero(np.diff(index, prepend=-1))
    codes[starts] = Path.MOVETO
    ends = np.append(starts[1:], len(coordinates)) - 1
    codes[ends[: len(rings)]] = Path.CLOSEPOLY
    return Path(frame.on_page(coordinates + np.array((copy * WORLD, 0.0))), codes)


def _paint_libya(pen: Pen, frame: Frame, palette: Palette) -> None:
    """Libya stands out: lighter, with a soft band along the inside of its outline."""
    known = shores()
    outline = traced(frame, known.libya)
    if is_empty(outline):
        return
    pen.fill(outline, palette["libya"])
    # The clip is cut to the frame itself: where there are two, SVG keeps but this one.
    clip = traced(frame, known.libya, reach=0.0)
    for width, alpha in _softened(BAND, frame.zoom):
        soft = traced(frame, known.libya, reach=width, detail=1.5)
        pen.stroke(soft, Line(palette["libya-band"], width, alpha, cap="round"), within=clip)


def _paint_lines(pen: Pen, frame: Frame, palette: Palette) -> None:
    known, zoom = shores(), frame.zoom
    disputed, borders = traced(frame, known.disputed), traced(frame, known.borders)
    if zoom >= DISTRICTS_FROM:
        _line(pen, traced(frame, known.districts), palette["district"], 0.9 if zoom < DISTRICTS_FROM + 1.5 else 1.2)
    # Where two fills meet the sea shines through: between dashes it would be seen.
    _line(pen, disputed, palette["land"], 1.4)
    _line(pen, borders, palette["border"], _thin(zoom, 0.9))
    dash = (2.5, 2.5) if zoom < DISTRICTS_FROM - 1.5 else (5.0, 4.0)
    pen.stroke(disputed, Line(palette["border"], _thin(zoom, 1), dash=dash, join="bevel"))
    _line(pen, traced(frame, known.coast), palette["coast"], _thin(zoom, 0.9))
    _line(pen, traced(frame, known.libya_border), palette["libya-border"], _thin(zoom, 1.5))


def _line(pen: Pen, path: Path, colour: str, width: float) -> None:
    pen.stroke(path, Line(colour, width, cap="round", join="bevel"))


def _softened(steps: Sequence[tuple[float, float]], zoom: float) -> list[tuple[float, float]]:
    """Soft edges as wide as the zoom has room for: full where a country fills the page, slight on the world."""
    share = max(0.2, min(1.2, (zoom - 1.5) / 4))
    return [(width * share, alpha) for width, alpha in steps]


def _thin(zoom: float, width: float) -> float:
    """A line's width: thinner where the whole world is seen."""
    return width * max(0.55, min(1.0, 0.55 + (zoom - 2) * 0.15))


def _near(shapes: Shapes, view: Box) -> Shapes:
    west, north, east, south = shapely.bounds(shapes).T if len(shapes) else np.empty((4, 0))
    near: Shapes = shapes[(west < view.right) & (east > view.x) & (north < view.bottom) & (south > view.y)]
    return near


def _multiples(first: float, last: float, step: float) -> tuple[float, ...]:
    return tuple(step * number for number in range(math.ceil(first / step), math.floor(last / step) + 1))


def _radius(rank: int, zoom: float) -> float:
    own = _RADII[rank] if rank < len(_RADII) else _SMALLEST_RADIUS
    return own + (0.4 if zoom >= _CLOSE else -0.4 if zoom < _FAR else 0.0)


def _plane(found: Iterable[dict[str, Any]]) -> Shapes:
    shapes = np.array([shape(one["geometry"]) for one in found], object)
    parts: Shapes = shapely.get_parts(shapes) if len(shapes) else shapes
    return shapely.transform(parts, projected) if len(parts) else parts


def _town(index: int, feature: dict[str, Any]) -> Town:
    properties = feature["properties"]
    ((x, y),) = projected(feature["geometry"]["coordinates"])
    return Town(
        name={"ar": properties["name_ar"], "en": properties["name_en"]},
        at=(float(x), float(y)),
        rank=properties["rank"],
        min_zoom=properties["min_zoom"],
        capital=properties["capital"],
        iso=properties["iso"],
        index=index,
    )
