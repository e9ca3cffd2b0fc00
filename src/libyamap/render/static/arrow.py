"""A movement's arrow: a shaft that grows towards its head; schematic ones are broken and have an open head.

The twin of `web/src/map/arrow.ts`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from libyamap.render.static.outline import polyline
from libyamap.render.static.pen import Line, Pen
from libyamap.render.static.plane import Points

HEAD = 11.0
AHEAD = 0.28
"""How much is seen of the way that a movement has not gone yet."""
TAIL_WIDTH, HEAD_WIDTH = 1.0, 4.2
STUB = 54.0
"""Length of an arrow of which only the far end is known."""
FADED_BY = 0.75
"""Share of a line after which what fades in is whole."""
FADING_STEPS = 24
POSSIBLE_ALPHA = 0.6


@dataclass(frozen=True)
class ArrowStyle:
    """How an arrow looks.

    Attributes
    ----------
    schematic : bool
        A direction, and not a route.
    fading : bool
        Its beginning is not known.
    ahead : bool
        It is the way that is still ahead.
    """

    colour: str
    casing: str
    schematic: bool
    certain: bool
    strong: bool
    fading: bool
    ahead: bool = False

    @property
    def alpha(self) -> float:
        """How far it is seen."""
        return (1 if self.certain else POSSIBLE_ALPHA) * (AHEAD if self.ahead else 1)


def trimmed(line: Points, start: float, end: float) -> Points:
    """The part of a line from so far after its beginning to so far before its end; empty if nothing is left."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate(((0.0,), np.cumsum(steps)))
    first, last = start, along[-1] - end
    if last <= first:
        return line[:0]
    inner = line[(along > first) & (along < last)]
    return np.vstack((_at(line, along, first), inner, _at(line, along, last)))


def up_to(line: Points, share: float) -> Points:
    """The beginning of a line, up to a share of its length."""
    return line if share >= 1 else trimmed(line, 0.0, length(line) * (1 - share))


def length(line: Points) -> float:
    """How long a line is."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def stub(end: tuple[float, float], gap: float, outwards: tuple[float, float]) -> Points:
    """A line towards a point from a direction that means nothing: where the origin is not stated."""
    far = math.hypot(*outwards) or 1.0
    unit = np.array(outwards) / far
    return np.array([np.array(end) + unit * at for at in (gap + STUB, gap + STUB / 2, gap)])


def paint_movement(pen: Pen, line: Points, style: ArrowStyle, progress: float) -> None:
    """An arrow as far as its movement has gone, and the way ahead of it faint."""
    if progress < 1:
        paint_arrow(pen, line, replace(style, ahead=True))
    paint_arrow(pen, up_to(line, progress), style)


def paint_arrow(pen: Pen, line: Points, style: ArrowStyle) -> None:
    """An arrow along a line."""
    if len(line) < 2:  # noqa: PLR2004 - a line has two ends
        return
    shaft = trimmed(line, 0.0, HEAD * 0.7)
    if not len(shaft):
        return
    tip, neck = line[-1], shaft[-1]
    head = _head(tip, math.atan2(tip[1] - neck[1], tip[0] - neck[0]))
    if not style.fading:
        casing = style.alpha * 0.75
        pen.stroke(polyline(shaft), Line(style.casing, HEAD_WIDTH + 2.4, casing))
        pen.stroke(polyline(head, closed=True), Line(style.casing, 3, casing))
    if style.schematic:
        _paint_schematic(pen, shaft, head, style)
    elif style.fading:
        _paint_fading(pen, shaft, head, style)
    else:
        pen.fill(polyline(_tapered(shaft, style), closed=True), style.colour, style.alpha)
        pen.fill(polyline(head, closed=True), style.colour, style.alpha)


def _paint_schematic(pen: Pen, shaft: Points, head: Points, style: ArrowStyle) -> None:
    width = 3.0 if style.strong else 2.2
    if style.fading:
        total = length(shaft)
        at = 0.0
        while at < total:
            dash = trimmed(shaft, at, max(0.0, total - at - 9))
            share = min(1.0, (at + 4.5) / (total * FADED_BY))
            pen.stroke(polyline(dash), Line(style.colour, width, style.alpha * share))
            at += 14
    else:
        pen.stroke(polyline(shaft), Line(style.colour, width, style.alpha, dash=(9, 5)))
    pen.fill(polyline(head, closed=True), style.casing, style.alpha)
    pen.stroke(polyline(head, closed=True), Line(style.colour, 1.8, style.alpha))


def _paint_fading(pen: Pen, shaft: Points, head: Points, style: ArrowStyle) -> None:
    """Shorter and shorter ends of the shaft over one another, each a little stronger: no seam is seen."""
    total = length(shaft)
    seen = 0.0
    for step in range(FADING_STEPS):
        wanted = style.alpha * (step + 1) / FADING_STEPS
        part = trimmed(shaft, total * FADED_BY * step / FADING_STEPS, 0.0)
        if len(part):
            share = step / FADING_STEPS * FADED_BY
            pen.fill(
                polyline(_tapered(part, style, begun=share), closed=True),
                style.colour,
                (wanted - seen) / (1 - seen) if seen < 1 else 1,
            )
        seen = wanted
    pen.fill(polyline(head, closed=True), style.colour, style.alpha)


def _tapered(line: Points, style: ArrowStyle, *, begun: float = 0.0) -> Points:
    """Both sides of a shaft that grows; `begun` is the share of it that has gone before."""
    most = HEAD_WIDTH + 1.2 if style.strong else HEAD_WIDTH
    least = TAIL_WIDTH + (most - TAIL_WIDTH) * begun
    before, after = np.vstack((line[:1], line[:-1])), np.vstack((line[1:], line[-1:]))
    turn = np.arctan2(*(after - before).T[::-1]) + np.pi / 2
    half = np.linspace(least, most, len(line)) / 2
    side = np.column_stack((np.cos(turn) * half, np.sin(turn) * half))
    sides: Points = np.vstack((line + side, (line - side)[::-1]))
    return sides


def _head(tip: Points, angle: float) -> Points:
    turns = np.array(((angle + 0.46, HEAD), (angle, HEAD * 0.7), (angle - 0.46, HEAD)))
    corners = tip - np.column_stack((np.cos(turns[:, 0]), np.sin(turns[:, 0]))) * turns[:, 1:]
    head: Points = np.vstack((tip, corners))
    return head


def _at(line: Points, along: Points, far: float) -> Points:
    return np.array([np.interp(far, along, line[:, 0]), np.interp(far, along, line[:, 1])])
