"""A selection put down on a page: everything that is seen of it, before it is written to a file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from libyamap.render.static import page as pages
from libyamap.render.static import words
from libyamap.render.static.annotation_painter import annotation_labels, paint_annotations
from libyamap.render.static.annotations import decoded
from libyamap.render.static.feature_names import feature_labels
from libyamap.render.static.features import Layout, lay_out, paint_features
from libyamap.render.static.furniture import paint_degrees, paint_inset, paint_north, paint_scale_bar
from libyamap.render.static.ground import dots_in, paint_ground, paint_towns
from libyamap.render.static.ground_names import Speech, ground_labels
from libyamap.render.static.labels import Placed, paint_labels, place_labels
from libyamap.render.static.legend import sections
from libyamap.render.static.pen import Line, Pen, rectangle
from libyamap.render.static.plane import Box, Frame, fitting
from libyamap.render.static.reading import Reading
from libyamap.render.static.scene import Scene, Stage, scene
from libyamap.render.static.sheet import Sheet
from libyamap.render.static.words import Tally
from libyamap.selection import Selection, Shown
from libyamap.symbology import palette
from libyamap.view import MAX_ZOOM

HOME_MARGIN = 12.0
LABEL_EDGE = 4.0
"""Units between a label and the map's edge."""


@dataclass(frozen=True)
class Drawn:
    """A selection on a page.

    Attributes
    ----------
    pen : Pen
        Has all that is to be seen, and which texts stand where.
    frame : Frame
        The map on the page, with its bounds.
    legend : tuple of str
        Names of the legend's entries.
    """

    pen: Pen
    frame: Frame
    tally: Tally
    legend: tuple[str, ...]


def draw(selection: Selection, sheet: Sheet) -> Drawn:
    """Put a selection down on a sheet."""
    stage = Stage(selection, sheet.style or selection.view.theme)
    pen = Pen(sheet.paper)
    if sheet.bare:
        frame = frame_of(selection, sheet, pen.page)
        return Drawn(pen, frame, _paint_map(pen, frame, stage, bare=True), ())
    return _whole_page(pen, selection, sheet, stage)


def frame_of(selection: Selection, sheet: Sheet, box: Box) -> Frame:
    """The part of the world that a map box shows: all that the screen does, and what its shape has room for beyond."""
    view = selection.view
    if view.center is None or view.zoom is None:
        home = fitting(box, selection.dataset.catalog.home, margin=HOME_MARGIN)
        if view.center is None and view.zoom is None:
            return home
        lon, lat = home.center
        return Frame.centred(box, view.center or (lat, lon), home.zoom if view.zoom is None else view.zoom)
    width, height = sheet.screen or sheet.paper.units
    grown = math.log2(min(box.width / width, box.height / height))
    return Frame.centred(box, view.center, min(view.zoom + grown, MAX_ZOOM))


def _whole_page(pen: Pen, selection: Selection, sheet: Sheet, stage: Stage) -> Drawn:
    reading, colours = Reading(selection.view.lang), palette(stage.style)
    # What the foot says of the map is not known before the map is drawn: room is kept for the longest that it may be.
    longest = Tally(*[max(1, len(selection.items))] * 4)
    sample = fitting(pen.page, selection.dataset.catalog.home)
    kept = (words.projection(selection, sample), words.counted(reading.lang, longest))
    room = pages.foot_of(selection, sheet, reading, pen.page, kept)
    page = pages.laid_out(pen, selection, sheet, reading, room)
    frame = frame_of(selection, sheet, page.map)
    pages.paint_page(pen, page, selection, sheet, reading, colours)
    tally = _paint_map(pen, frame, stage)
    pen.stroke(rectangle(page.map), Line(colours["muted"], 1, join="miter"))
    seen = [one for one in selection.shown() if _places(one, stage)]
    found = sections(seen, stage)
    pages.paint_panel(pen, page, found, stage, reading, colours)
    if page.inset:
        paint_inset(pen, page.inset, frame, colours)
    told = (words.projection(selection, frame), words.counted(reading.lang, tally))
    pages.paint_foot(pen, page, pages.foot_of(selection, sheet, reading, pen.page, told), reading, colours)
    return Drawn(pen, frame, tally, tuple(entry.name for section in found for entry in section.entries))


def _paint_map(pen: Pen, frame: Frame, stage: Stage, *, bare: bool = False) -> Tally:
    selection, colours = stage.selection, palette(stage.style)
    reading = Reading(selection.view.lang)
    annotations = decoded(selection.view.drawings)
    found = scene(stage)
    layout = lay_out(found, frame)
    dots = dots_in(frame)
    with pen.inside(frame.box):
        paint_ground(pen, frame, colours)
        paint_towns(pen, dots, colours)
        paint_features(pen, frame, found, layout, stage, colours)
        paint_annotations(pen, frame, annotations, colours)
        spared = [] if bare else _furniture(pen, frame, reading, colours)
        drawn = annotation_labels(annotations, frame, reading.lang, colours)
        named = feature_labels(layout, frame, stage, colours)
        room = frame.box.grown(-LABEL_EDGE)
        written = place_labels(drawn, room, [*spared, *layout.boxes], rtl=reading.rtl)
        obstacles = [*spared, *layout.boxes, *(one.box for one in written)]
        features = place_labels(named, room, obstacles, rtl=reading.rtl)
        names = {line.text for label in named for line in label.lines}
        covered = [*obstacles, *(one.box for one in features), *(dot.box for dot in dots)]
        wanted = ground_labels(frame, dots, Speech(reading.lang, colours))
        unnamed = [one for one in wanted if not (one.id.startswith("town:") and one.lines[0].text in names)]
        ground = place_labels(unnamed, room, covered, rtl=reading.rtl)
        placed: list[Placed] = [*ground, *features, *written]
        paint_labels(pen, placed, colours["halo"], rtl=reading.rtl)
    hidden = len(named) + len(drawn) - len(features) - len(written)
    return _tally(found, layout, frame, stage, hidden=hidden)


def _furniture(pen: Pen, frame: Frame, reading: Reading, colours: Mapping[str, str]) -> list[Box]:
    plates = [paint_scale_bar(pen, frame, reading, colours), paint_north(pen, frame, reading, colours)]
    return [*plates, *paint_degrees(pen, frame, reading, colours, plates)]


def _tally(found: Scene, layout: Layout, frame: Frame, stage: Stage, *, hidden: int) -> Tally:
    """How many of the entries shown are on the map, outside of it, and nowhere."""
    inside = {
        bead.shown.item.feature.id for pack in layout.packs for bead in pack.beads if frame.box.has(*pack.middle)
    }
    for movement in found.movements:
        if any(frame.box.has(x, y) for x, y in frame.on_page(movement.line)):
            inside.add(movement.shown.item.feature.id)
    shown = stage.selection.shown()
    placed = sum(1 for one in shown if _places(one, stage))
    return Tally(len(inside), placed - len(inside), len(shown) - placed, hidden)


def _places(shown: Shown, stage: Stage) -> bool:
    return bool(stage.places(shown.item.feature))
