"""Features on paper: areas hatched, halos, arrows, leaders, plates, symbols; as `web/src/map/feature-painter.ts`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from libyamap.interval import Overlap
from libyamap.model import Precision
from libyamap.render.static.arrow import ArrowStyle, paint_movement, stub, trimmed
from libyamap.render.static.ground import path_of
from libyamap.render.static.outline import disc, polyline, rectangle
from libyamap.render.static.pen import Line, Pen
from libyamap.render.static.plane import Box, Frame, Points
from libyamap.render.static.scene import Area, Halo, Movement, Scene, Stage, is_schematic
from libyamap.render.static.spread import Bead, Pack, spread
from libyamap.render.static.symbol import Glyph, Look, paint_symbol
from libyamap.selection import Shown
from libyamap.symbology import PRINT

Thing = TypeVar("Thing")

HALO_FROM = 13
"""Units from which a halo is wider than the symbol that it surrounds."""
RING = 10
"""Units by which the ring round what is chosen is wider than its symbol."""
HATCH = 11
CLEAR = 13
"""Units that arrows keep from the middle of the symbols at their ends."""
OUTSIDE = 60
PLATE = 4
"""Units of a plate round its symbols."""
FAR = 5
"""Units from which symbols that were moved aside have a leader to their place."""


@dataclass(frozen=True)
class LaidMovement:
    """A movement with its line on the page."""

    movement: Movement
    line: Points


@dataclass(frozen=True)
class Layout:
    """A scene laid out for a frame."""

    scene: Scene
    packs: tuple[Pack, ...]
    movements: tuple[LaidMovement, ...]

    @property
    def boxes(self) -> list[Box]:
        """What labels must not cover."""
        return [bead.box for pack in self.packs for bead in pack.beads]


def lay_out(scene: Scene, frame: Frame) -> Layout:
    """Where the symbols and lines of a scene stand in a frame."""
    packs = spread(scene.marks, frame)
    ends = {pack.place.id: pack for pack in packs}
    laid = [one for movement in scene.movements for one in _laid(movement, ends, frame)]
    return Layout(scene, tuple(packs), tuple(laid))


def paint_features(pen: Pen, frame: Frame, layout: Layout, stage: Stage) -> None:
    """All of a scene, from the bottom up."""
    for area in _upwards(layout.scene.areas, lambda area: area.shown, stage):
        with pen.through(stage.opacity(area.shown)):
            _paint_area(pen, frame, area, stage)
    for halo in _upwards(layout.scene.halos, lambda halo: halo.top, stage):
        with pen.through(stage.opacity(halo.top)):
            _paint_halo(pen, frame, halo, stage)
    for laid in _upwards(layout.movements, lambda laid: laid.movement.shown, stage):
        with pen.through(stage.opacity(laid.movement.shown)):
            _paint_laid(pen, laid, stage)
    for pack in layout.packs:
        _paint_leader(pen, pack, stage)
    for pack in layout.packs:
        if pack.plate:
            _paint_plate(pen, pack, stage)
    beads = [bead for pack in layout.packs for bead in pack.beads]
    for bead in _upwards(beads, lambda bead: bead.shown, stage):
        with pen.through(stage.opacity(bead.shown)):
            _paint_bead(pen, bead, stage)


def is_in(area: Area, frame: Frame) -> bool:
    """Whether something of an area is seen in a frame."""
    return bool(shapely.transform(area.outline, frame.on_page).intersects(_within(frame, 0)))


def look_of(shown: Shown) -> Look:
    """How a feature's symbol is drawn beside its shape and colour."""
    return Look(shown.item.assertion, shown.age, shown.overlap is Overlap.CERTAIN)


def _laid(movement: Movement, ends: dict[str, Pack], frame: Frame) -> list[LaidMovement]:
    line = frame.on_page(movement.line)
    if movement.missing:
        return _stubs(movement, (float(line[0][0]), float(line[0][1])), ends.get(movement.end), frame)
    cut = trimmed(line, CLEAR * 0.5, CLEAR)
    return [LaidMovement(movement, cut)] if len(cut) > 1 else []


def _stubs(movement: Movement, end: tuple[float, float], pack: Pack | None, frame: Frame) -> list[LaidMovement]:
    """An arrow with one known end: it comes from, or goes to, nowhere in particular."""
    if not frame.box.grown(OUTSIDE).has(*end):
        return []
    target = pack.middle if pack else end
    away = (-1.0 if frame.box.middle[0] < target[0] else 1.0, 1.1)
    line = stub(target, (pack.radius if pack else 0) + 3, away)
    return [LaidMovement(movement, line[::-1] if movement.missing == "destination" else line)]


def _upwards(things: Iterable[Thing], shown_of: Callable[[Thing], Shown], stage: Stage) -> list[Thing]:
    """Those of the lowest layer first, and of a layer those on top last."""
    downwards = sorted(things, key=lambda thing: stage.rank(shown_of(thing)))
    return downwards[::-1]


def _paint_area(pen: Pen, frame: Frame, area: Area, stage: Stage) -> None:
    """Hatched; where several fill one area, their lines take turns, so that each can be told."""
    colour, strong = stage.colour(area.shown), stage.chosen(area.shown)
    certain = area.shown.overlap is Overlap.CERTAIN
    seen = shapely.transform(area.outline, frame.on_page).intersection(_within(frame, 8))
    if seen.is_empty:
        return
    pen.fill(_path(seen), colour, 0.14 if strong else 0.03)
    # Without colours it is the way that they lean which tells the hatches of one area apart.
    rising = stage.style != PRINT or area.turn % 2 == 0
    hatch = shapely.MultiLineString(_hatch(frame, seen.bounds, area, rising=rising)).intersection(seen)
    pen.stroke(_path(hatch), Line(colour, 1.1, (0.6 if strong else 0.24) * (1 if certain else 0.7)))
    dash = (6.0, 4.0 + (area.turns - 1) * 10)
    edge = Line(colour, 2.2 if strong else 1.3, 0.9, dash=dash, offset=(-area.turn * 10) % sum(dash))
    pen.stroke(_path(shapely.transform(area.outline, frame.on_page)), edge)


def _hatch(frame: Frame, bounds: tuple[float, float, float, float], area: Area, *, rising: bool) -> list[LineString]:
    """Lines at half a right angle, which lie where they do on the ground whatever part of it is seen."""
    left, top, right, bottom = bounds
    step, lean = HATCH * area.turns, 1 if rising else -1
    ground = frame.origin[0] - frame.box.x + lean * (frame.origin[1] - frame.box.y)
    ends = [x + lean * y for x in (left, right) for y in (top, bottom)]
    start = area.turn * HATCH - ground
    numbers = range(math.ceil((min(ends) - start) / step), math.floor((max(ends) - start) / step) + 1)
    sums = [start + number * step for number in numbers]
    return [LineString(((one - lean * top, top), (one - lean * bottom, bottom))) for one in sums]


def _paint_halo(pen: Pen, frame: Frame, halo: Halo, stage: Stage) -> None:
    if halo.radius * frame.scale < HALO_FROM:
        return
    outline = shapely.transform(halo.outline, frame.on_page)
    if not outline.intersects(_within(frame, 0)):
        return
    colour = stage.colour(halo.top)
    pen.fill(_path(outline), colour, 0.09)
    pen.stroke(_path(outline), Line(colour, 1.1, 0.75, dash=(3, 3)))


def _paint_laid(pen: Pen, laid: LaidMovement, stage: Stage) -> None:
    movement = laid.movement
    feature = movement.shown.item.feature
    origin = stage.selection.dataset.places.get(feature.properties.origin or "")
    from_whole = origin is not None and origin.properties.precision is Precision.COUNTRY
    style = ArrowStyle(
        colour=stage.colour(movement.shown),
        casing=stage.palette["paper"],
        schematic=is_schematic(feature, stage) and not movement.missing,
        certain=movement.shown.overlap is Overlap.CERTAIN,
        strong=stage.chosen(movement.shown),
        fading=movement.missing is not None or from_whole,
    )
    paint_movement(pen, laid.line, style, movement.shown.progress)


def _paint_leader(pen: Pen, pack: Pack, stage: Stage) -> None:
    """From symbols that were moved aside, or that are many, to their place."""
    if math.dist(pack.middle, pack.anchor) < FAR:
        return
    with pen.through(max(stage.opacity(bead.shown) for bead in pack.beads)):
        pen.stroke(polyline((pack.anchor, pack.middle)), Line(stage.palette["ink"], 1.1))
        pen.fill(disc(*pack.anchor, 2.3), stage.palette["ink"])


def _paint_plate(pen: Pen, pack: Pack, stage: Stage) -> None:
    """Under the symbols of a whole country: what stands on it is said of all of it, and not of a point."""
    (left, y), (right, last_y) = pack.beads[0].at, pack.beads[-1].at
    if y != last_y:
        return
    half = max(bead.radius for bead in pack.beads) + PLATE
    plate = rectangle(Box(left - half, y - half, right - left + 2 * half, 2 * half), radius=half / 2)
    pen.fill(plate, stage.palette["paper"], 0.88)
    pen.stroke(plate, Line(stage.palette["country-ink"], 1.1))


def _paint_bead(pen: Pen, bead: Bead, stage: Stage) -> None:
    symbol = stage.symbol(bead.shown)
    radius = bead.radius
    if stage.chosen(bead.shown):
        radius *= 1.18
        ring = disc(*bead.at, radius + 6)
        pen.fill(ring, stage.palette["paper"], 0.9)
        pen.stroke(ring, Line(stage.palette["ink"], 2.6))
    glyph = Glyph(symbol.shape, stage.colour(bead.shown), stage.palette["paper"], symbol.hole)
    paint_symbol(pen, glyph, look_of(bead.shown), bead.at, radius)


def _within(frame: Frame, reach: float) -> BaseGeometry:
    edge = frame.box.grown(reach)
    return box(edge.x, edge.y, edge.right, edge.bottom)


def _path(geometry: BaseGeometry) -> Path:
    """A geometry that is in units of the page already."""
    return path_of(_SAME, np.array([geometry], object))


_SAME = Frame(Box(0, 0, 1, 1), 0.0, (0.0, 0.0))
