"""A selection put down on a page: everything that is seen of it, before it is written to a file."""

from __future__ import annotations

import math
from dataclasses import dataclass

from libyamap.render.annotations import decoded
from libyamap.render.static import page as pages
from libyamap.render.static import words
from libyamap.render.static.annotation_painter import annotation_labels, paint_annotations
from libyamap.render.static.feature_names import feature_labels
from libyamap.render.static.features import Layout, is_in, lay_out, paint_features
from libyamap.render.static.furniture import paint_degrees, paint_inset, paint_north, paint_scale_bar
from libyamap.render.static.ground import dots_in, paint_ground, paint_towns
from libyamap.render.static.ground_names import ground_labels
from libyamap.render.static.hand import Hand
from libyamap.render.static.labels import Label, paint_labels, place_labels
from libyamap.render.static.legend import Section, sections
from libyamap.render.static.outline import rectangle
from libyamap.render.static.pen import Line, Pen
from libyamap.render.static.plane import Box, Frame, fitting
from libyamap.render.static.scene import Stage, scene
from libyamap.render.static.sheet import Sheet
from libyamap.render.static.words import Tally
from libyamap.selection import Selection
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
    explained : tuple of Section
        What a legend of the map has to explain, whether the page has one or not.
    stage : Stage
        What it was drawn of.
    """

    pen: Pen
    frame: Frame
    tally: Tally
    legend: tuple[str, ...]
    explained: tuple[Section, ...]
    stage: Stage


def draw(selection: Selection, sheet: Sheet) -> Drawn:
    """Put a selection down on a sheet."""
    stage = Stage(selection, sheet.style or selection.view.theme, sheet.highlighted)
    hand = Hand(Pen(sheet.paper), stage.lang, stage.palette)
    if sheet.bare:
        frame = frame_of(selection, sheet, hand.pen.page)
        inside, hidden = _paint_map(hand, frame, stage, bare=not sheet.furnished)
        return Drawn(hand.pen, frame, _tally(stage, inside, hidden), (), _explained(stage, inside), stage)
    return _whole_page(hand, sheet, stage)


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


def _whole_page(hand: Hand, sheet: Sheet, stage: Stage) -> Drawn:
    selection, pen = stage.selection, hand.pen
    # What foot and legend say of the map is not known before it is drawn: room is kept for the most that it may be.
    longest = Tally(*[max(1, len(selection.items))] * 4)
    sample = fitting(pen.page, selection.dataset.catalog.home)
    kept = (words.projection(selection, sample), words.counted(hand.lang, longest))
    most = sections([one for one in stage.shown if stage.places(one.item.feature)], stage)
    page = pages.laid_out(hand, selection, sheet, pages.foot_of(hand, selection, sheet, kept), most)
    frame = frame_of(selection, sheet, page.map)
    pages.paint_page(hand, page, selection, sheet)
    inside, hidden = _paint_map(hand, frame, stage)
    pen.stroke(rectangle(page.map), Line(stage.palette["muted"], 1, join="miter"))
    found = _explained(stage, inside)
    pages.paint_panel(hand, page, found, stage)
    if page.inset:
        paint_inset(hand, page.inset, frame)
    tally = _tally(stage, inside, hidden)
    told = (words.projection(selection, frame), words.counted(hand.lang, tally))
    pages.paint_foot(hand, page, pages.foot_of(hand, selection, sheet, told))
    names = tuple(entry.name for section in found for entry in section.entries)
    return Drawn(pen, frame, tally, names, found, stage)


def _explained(stage: Stage, inside: frozenset[str]) -> tuple[Section, ...]:
    """What a legend has to explain of the entries that are on the map."""
    return sections([one for one in stage.shown if one.item.feature.id in inside], stage)


def _paint_map(hand: Hand, frame: Frame, stage: Stage, *, bare: bool = False) -> tuple[frozenset[str], int]:
    """The map; returns ids of the entries on it, and how many labels had no room."""
    pen = hand.pen
    annotations = decoded(stage.selection.view.drawings)
    layout = lay_out(scene(stage), frame)
    dots = dots_in(frame)
    with pen.inside(frame.box):
        paint_ground(pen, frame, hand.palette)
        paint_towns(pen, dots, hand.palette)
        paint_features(pen, frame, layout, stage)
        paint_annotations(pen, frame, annotations, hand.palette)
        spared = [] if bare else _furniture(hand, frame)
        wanted = [*annotation_labels(annotations, frame, hand), *feature_labels(layout, frame, stage)]
        named = place_labels(wanted, frame.box.grown(-LABEL_EDGE), [*spared, *layout.boxes], rtl=hand.rtl)
        covered = [*spared, *layout.boxes, *(one.box for one in named), *(dot.box for dot in dots)]
        ground = place_labels(
            _unnamed(ground_labels(frame, dots, hand), wanted), frame.box.grown(-LABEL_EDGE), covered, rtl=hand.rtl
        )
        paint_labels(pen, [*ground, *named], hand.palette["halo"], rtl=hand.rtl)
    return _inside(layout, frame), len(wanted) - len(named)


def _unnamed(ground: list[Label], labels: list[Label]) -> list[Label]:
    """Names of the ground without those of towns that a feature's label names already."""
    names = {line.text for label in labels for line in label.lines}
    return [one for one in ground if not (one.id.startswith("town:") and one.lines[0].text in names)]


def _furniture(hand: Hand, frame: Frame) -> list[Box]:
    """What stands in the map's corners and along its edges; returns what it covers."""
    plates = [paint_scale_bar(hand, frame), paint_north(hand, frame)]
    return [*plates, *paint_degrees(hand, frame, plates)]


def _inside(layout: Layout, frame: Frame) -> frozenset[str]:
    """Ids of the entries of which something is on the map."""
    shown = [bead.shown for pack in layout.packs for bead in pack.beads if frame.box.has(*pack.middle)]
    shown += [
        movement.shown
        for movement in layout.scene.movements
        if any(frame.box.has(x, y) for x, y in frame.on_page(movement.line))
    ]
    shown += [area.shown for area in layout.scene.areas if is_in(area, frame)]
    return frozenset(one.item.feature.id for one in shown)


def _tally(stage: Stage, inside: frozenset[str], hidden: int) -> Tally:
    placed = sum(bool(stage.places(one.item.feature)) for one in stage.shown)
    return Tally(len(inside), placed - len(inside), len(stage.shown) - placed, hidden)
