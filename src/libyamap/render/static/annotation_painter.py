"""Drawings and what is written on them; as `web/src/drawing/picture.ts` and `labels.ts`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely
from matplotlib.path import Path
from shapely.geometry import Polygon

from libyamap.i18n import LEFT_TO_RIGHT, message
from libyamap.render.annotations import (
    Annotation,
    Position,
    area,
    closed_lines,
    destination,
    leg,
    length,
    open_lines,
)
from libyamap.render.static.ground import Palette, path_of
from libyamap.render.static.hand import Hand
from libyamap.render.static.labels import AROUND, Label, TextLine
from libyamap.render.static.letters import Font
from libyamap.render.static.outline import compound, disc, polyline
from libyamap.render.static.pen import Line, Pen
from libyamap.render.static.plane import Frame, projected

INKS = {"selection": "accent", "measure": "ink", "note": "warning"}
WIDTH, CASING, DOT = 2.0, 4.5, 5.0
DASH = (7.0, 5.0)
LONG = 120
"""Units from which a leg is long enough to be written on."""
FEW = 3
SEAM = 0.02
"""Share of its size by which parts of a corridor overlap, so that none shows between two of them."""
PRIORITY = 2000
FLAT = ("above", "below", "end", "start")
STEEP = ("end", "start", "above", "below")
"""Sides of a line that is level, and of one that is not."""
METRES_PER_NAUTICAL_MILE = 1852
KILOMETRE, SQUARE_KILOMETRE = 1000, 1_000_000


def paint_annotations(pen: Pen, frame: Frame, drawn: Iterable[Annotation], palette: Palette) -> None:
    """All drawings of a view."""
    for one in drawn:
        _paint(pen, frame, one, palette)


def annotation_labels(drawn: Iterable[Annotation], frame: Frame, hand: Hand) -> list[Label]:
    """Names, lengths, bearings, areas and the radii of rings, of what is in a frame."""
    labels = [label for one in drawn for label in _labels(one, frame, hand) if label.lines[0].text]
    return [label for label in labels if any(frame.box.has(*at) for at in (label.at, *label.elsewhere))]


def distance_words(metres: float, lang: str) -> str:
    """A distance in kilometres and nautical miles."""
    miles = rounded(metres / METRES_PER_NAUTICAL_MILE)
    if metres < KILOMETRE:
        return message(lang, "web.drawing.metres", metres=round(metres), miles=miles)
    return message(lang, "web.drawing.kilometres", km=rounded(metres / KILOMETRE), miles=miles)


def rounded(value: float) -> float:
    """Three figures, as more would say that more is known."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004
    return round(value, decimals)


def _paint(pen: Pen, frame: Frame, one: Annotation, palette: Palette) -> None:
    ink, casing = palette[INKS[one.role]], palette["halo"]
    if one.shape == "corridor":
        outline = _outline_of_parts(frame, one)
    else:
        outline = _on_page(frame, closed_lines(one), closed=True)
    if one.shape != "rings":
        pen.fill(outline, ink, 0.09)
    _stroke(pen, outline, ink, casing, dashed=one.shape == "rings")
    _stroke(pen, _on_page(frame, open_lines(one), closed=False), ink, casing, dashed=one.shape == "corridor")
    for position in _dots(one):
        dot = disc(*frame.placed(position), DOT)
        pen.fill(dot, ink)
        pen.stroke(dot, Line(casing, 2))


def _stroke(pen: Pen, path: Path, ink: str, casing: str, *, dashed: bool) -> None:
    pen.stroke(path, Line(casing, CASING, 0.7, cap="round"))
    pen.stroke(path, Line(ink, WIDTH, dash=DASH if dashed else (), cap="round"))


def _outline_of_parts(frame: Frame, one: Annotation) -> Path:
    """The parts of a corridor as one area."""
    parts = [Polygon(projected(ring)) for ring in closed_lines(one)]
    seam = math.sqrt(max(part.area for part in parts)) * SEAM
    whole = shapely.union_all([part.buffer(seam) for part in parts]).buffer(-seam)
    return path_of(frame, np.array([whole], object))


def _on_page(frame: Frame, lines: Iterable[list[Position]], *, closed: bool) -> Path:
    return compound([polyline(frame.on_page(projected(line)), closed=closed) for line in lines])


def _dots(one: Annotation) -> tuple[Position, ...]:
    """Centres and points; a text has none, as it stands for itself."""
    if one.shape in {"point", "rings", "circle"} or (one.shape == "line" and one.role == "measure"):
        return one.paths[0]
    return ()


@dataclass(frozen=True)
class _Writer:
    """Writes labels of one drawing."""

    one: Annotation
    frame: Frame
    colour: str

    def label(self, number: int, text: str, at: Position, size: float = 12) -> Label:
        line = TextLine(text, Font(size, 650), self.colour)
        key = f"drawing:{self.one.id}:{number}"
        return Label(key, (line,), self.frame.placed(at), gap=9, priority=PRIORITY - number, sides=AROUND)


def _labels(one: Annotation, frame: Frame, hand: Hand) -> Iterator[Label]:
    path, lang = one.paths[0], hand.lang
    writer = _Writer(one, frame, hand.palette[INKS[one.role]])
    match one.shape:
        case "text":
            yield replace(writer.label(0, one.name, path[0], 14), sides=("centre",))
        case "point":
            yield writer.label(0, one.name, path[0])
        case "rings":
            yield writer.label(0, one.name, path[0])
            for number, metres in enumerate(one.radii, 1):
                spots = [destination(path[0], bearing, metres) for bearing in (0, 180, 90, 270)]
                label = writer.label(number, distance_words(metres, lang), spots[0], 11.5)
                elsewhere = [frame.placed(spot) for spot in spots[1:]]
                yield replace(label, gap=3, sides=("above", "below"), elsewhere=elsewhere)
        case "line" if one.role == "measure":
            yield writer.label(0, _line_words(one, lang), path[-1], 12.5)
            yield from _leg_labels(writer, lang)
        case _:
            words = _area_words(area(one), lang) if one.role == "measure" else ""
            text = " · ".join(filter(None, (_apart(one.name), words)))
            yield replace(writer.label(0, text, _highest(one), 12.5), gap=5, sides=FLAT)


def _leg_labels(writer: _Writer, lang: str) -> Iterator[Label]:
    """Where a way has several legs: how long each is, and its bearing."""
    path = writer.one.paths[0]
    if len(path) < FEW:
        return
    for number, (start, end) in enumerate(pairwise(path), 1):
        (x1, y1), (x2, y2) = writer.frame.placed(start), writer.frame.placed(end)
        if math.hypot(x2 - x1, y2 - y1) < LONG:
            continue
        metres, bearing = leg(start, end)
        text = f"{distance_words(metres, lang)} · {_bearing_words(bearing)}"
        sides = FLAT if abs(x2 - x1) > 2 * abs(y2 - y1) else STEEP
        yield replace(writer.label(number, text, destination(start, bearing, metres / 2), 11), gap=7, sides=sides)


def _line_words(one: Annotation, lang: str) -> str:
    """Length of a line, with the bearing where it has one leg."""
    path = one.paths[0]
    bearing = _bearing_words(leg(*path)[1]) if len(path) < FEW else ""
    return " · ".join(filter(None, (_apart(one.name), distance_words(length(path), lang), bearing)))


def _apart(name: str) -> str:
    """A name that keeps its own direction beside words of another."""
    return f"\u2068{name}\u2069" if name else ""


def _bearing_words(degrees: float) -> str:
    return LEFT_TO_RIGHT.format(f"{round(degrees) % 360:03d}°")


def _area_words(square_metres: float, lang: str) -> str:
    if square_metres < SQUARE_KILOMETRE / 10:
        return message(lang, "web.drawing.square-metres", area=round(square_metres))
    return message(lang, "web.drawing.square-kilometres", area=rounded(square_metres / SQUARE_KILOMETRE))


def _highest(one: Annotation) -> Position:
    positions = [position for line in (*closed_lines(one), *open_lines(one)) for position in line]
    return max(positions, key=lambda position: position[1])
