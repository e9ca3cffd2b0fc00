"""The report's maps: what the view shows, what lies beyond it, and the dataset's own extent where that is closer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from libyamap.geometry import anchor
from libyamap.i18n import message
from libyamap.render import static
from libyamap.render.static import Drawn, Paper, Sheet
from libyamap.render.static.plane import Box, Frame, fitting
from libyamap.render.static.words import counted
from libyamap.selection import Selection
from libyamap.view import MAX_ZOOM

WIDE, HIGH = 273.0, 163.0
"""Millimetres of a map on its page, with legend and foot."""
CLOSER = 1.0
"""Levels of zoom by which the dataset's extent is closer than the view's, for a map of its own."""
AROUND = 60.0
"""Units round what lies outermost."""
CLOSEST = 8.0
_DPI, _UNITS_PER_INCH, _MM = 300.0, 120.0, 25.4


@dataclass(frozen=True)
class Map:
    """A map of the report.

    Attributes
    ----------
    key : str
        `overview`, `all` or `home`.
    """

    key: str
    content: bytes
    title: str
    counted: str


def paper() -> Paper:
    """The part of a page that a map takes."""
    wide, high = (round(side / _MM * _DPI) for side in (WIDE, HIGH))
    return Paper(wide, high, _DPI, _DPI / _UNITS_PER_INCH)


def maps_of(selection: Selection, sheet: Sheet) -> list[Map]:
    """The maps of a selection."""
    sheet = replace(sheet, paper=paper(), title="", subtitle="", marking="")
    drawn = static.draw(selection, sheet)
    made = [_map("overview", selection, drawn, sheet)]
    for key, frame in (("all", _frame_of_all(drawn)), ("home", _frame_of_home(drawn))):
        if frame is not None:
            lon, lat = frame.center
            view = selection.view.model_copy(
                update={"center": (round(lat, 4), round(lon, 4)), "zoom": round(frame.zoom, 2)}
            )
            other = replace(selection, view=view)
            made.append(_map(key, other, static.draw(other, sheet), sheet))
    return made


def _map(key: str, selection: Selection, drawn: Drawn, sheet: Sheet) -> Map:
    lang = selection.view.lang
    content = static.picture(selection, drawn, form="pdf", sheet=sheet)
    return Map(key, content, message(lang, f"report.map.{key}"), counted(lang, drawn.tally))


def _frame_of_all(drawn: Drawn) -> Frame | None:
    """The frame of all that is shown, where some of it lies outside the map."""
    if not drawn.tally.outside:
        return None
    stage = drawn.stage
    points = [anchor(place) for one in stage.shown for place in stage.places(one.item.feature)]
    lons, lats = zip(*points, strict=True)
    page = Box(0, 0, *paper().units)
    bounds = (min(lons) - 0.1, min(lats) - 0.1, max(lons) + 0.1, max(lats) + 0.1)
    frame = fitting(page, bounds, margin=AROUND)
    return Frame.centred(page, (frame.center[1], frame.center[0]), min(frame.zoom, CLOSEST, MAX_ZOOM))


def _frame_of_home(drawn: Drawn) -> Frame | None:
    """The frame of the dataset's own extent, where the view is much wider."""
    frame = fitting(Box(0, 0, *paper().units), drawn.stage.selection.dataset.catalog.home)
    return frame if frame.zoom - drawn.frame.zoom > CLOSER else None
