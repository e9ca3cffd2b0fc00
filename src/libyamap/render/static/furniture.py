"""What a map has to have: scale bar, north arrow, degrees along the graticule, and where in the world it is."""

from __future__ import annotations

import math
from collections.abc import Iterable

from libyamap.geometry import distance
from libyamap.i18n import number
from libyamap.render.static.ground import graticule, shores, traced
from libyamap.render.static.hand import Hand
from libyamap.render.static.letters import Font, Script, width
from libyamap.render.static.outline import polyline, rectangle
from libyamap.render.static.pen import Line
from libyamap.render.static.plane import LAST_LATITUDE, Box, Frame, fitting

EDGE = 12.0
"""Units between the map's edge and what stands in its corners."""
BAR_SHARE, SHORTEST_BAR, LONGEST_BAR = 0.22, 110.0, 260.0
HALVED_FROM = 90.0
"""Units of a bar that has room for a number in its middle."""
BAR_HEIGHT, PARTS = 5.0, 4
LOW = 11.0
"""Units between the map's lower edge and the middle of the degrees along it."""
SMALL = Font(10.5, 500)
KILOMETRE = 1000
SURROUNDINGS = 2.6
"""How many times the map's extent the inset shows, at least."""
_AROUND_LIBYA = (-12.0, 10.0, 46.0, 48.0)


def paint_scale_bar(hand: Hand, frame: Frame) -> Box:
    """A bar that is true at the latitude of the map's middle; returns what it covers."""
    unit = metres_per_unit(frame)
    metres = rounded_length(min(max(frame.box.width * BAR_SHARE, SHORTEST_BAR), LONGEST_BAR) * unit)
    long = metres / unit
    shown, symbol = (metres / KILOMETRE, "km") if metres >= KILOMETRE else (metres, "m")
    word = hand.said(f"static.unit.{symbol}")
    end = number(hand.lang, shown)
    half = number(hand.lang, shown / 2)
    tail = width(word, SMALL, rtl=hand.rtl)
    lead = width("0", SMALL) / 2
    plate = Box(0, 0, long + tail + width(end, SMALL) / 2 + lead + 30, 36)
    x = frame.box.right - EDGE - plate.width if hand.rtl else frame.box.x + EDGE
    plate = Box(x, frame.box.bottom - EDGE - plate.height, plate.width, plate.height)
    _plate(hand, plate)
    start, top = plate.x + 10 + lead, plate.bottom - 14
    for part in range(PARTS):
        box = Box(start + part * long / PARTS, top, long / PARTS, BAR_HEIGHT)
        hand.pen.fill(rectangle(box), hand.palette["ink" if part % 2 == 0 else "paper"])
    hand.pen.stroke(rectangle(Box(start, top, long, BAR_HEIGHT)), Line(hand.palette["ink"], 0.8, join="miter"))
    marks = ((0.0, "0"), (0.5, half if long >= HALVED_FROM else ""), (1.0, end))
    for share, text in marks:
        hand.middle(text, (start + share * long, top - 9), SMALL)
    after = start + long + width(end, SMALL) / 2 + 5
    hand.pen.write(hand.script(word, SMALL), (after, top - 9), hand.palette["ink"])
    return plate


def metres_per_unit(frame: Frame) -> float:
    """Metres on the ground in a unit of the page, along the parallel of the map's middle."""
    x, y = frame.box.middle
    return distance(frame.position(x - 0.5, y), frame.position(x + 0.5, y))


def rounded_length(most: float) -> float:
    """The largest length of 1, 2 or 5 and zeros that is no longer."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(factor * power for factor in (1, 2, 5) if factor * power <= most)


def paint_north(hand: Hand, frame: Frame) -> Box:
    """An arrow to the north; returns what it covers."""
    half, height = 15.0, 50.0
    x = frame.box.x + EDGE + half if hand.rtl else frame.box.right - EDGE - half
    y = frame.box.y + EDGE
    plate = Box(x - half, y, 2 * half, height)
    _plate(hand, plate)
    hand.middle(hand.said("static.north"), (x, y + 10), Font(12.5, 700))
    tip, foot, waist = (x, y + 19), y + 45, (x, y + 39)
    hand.pen.fill(polyline((tip, (x - 7.5, foot), waist), closed=True), hand.palette["ink"])
    right = polyline((tip, (x + 7.5, foot), waist), closed=True)
    hand.pen.fill(right, hand.palette["paper"])
    hand.pen.stroke(
        polyline((tip, (x + 7.5, foot), waist, (x - 7.5, foot)), closed=True), Line(hand.palette["ink"], 0.9)
    )
    return plate


def paint_degrees(hand: Hand, frame: Frame, spared: Iterable[Box]) -> list[Box]:
    """Degrees at the graticule's lines: along the lower edge, and along the edge where reading begins."""
    font = Font(9.5, 500)
    taken = list(spared)
    box = frame.box
    longitudes, latitudes = graticule(frame)
    spots = [(degrees(one, "E", "W"), (frame.placed((one, 0))[0], box.bottom - LOW)) for one in longitudes]
    inner = box.right - 6 if hand.rtl else box.x + 6
    spots += [(degrees(one, "N", "S"), (inner, frame.placed((0, one))[1])) for one in latitudes]
    covered = []
    for text, (x, y) in spots:
        across = width(text, font)
        side = y < box.bottom - LOW
        left = x - across / 2 if not side else x - across if hand.rtl else x
        here = Box(left, y - 6, across, 12)
        if not box.grown(-3).holds(here) or any(here.meets(other, 3) for other in taken):
            continue
        hand.pen.halo(Script(text, font), (left, y), Line(hand.palette["halo"], 2.4))
        hand.pen.write(Script(text, font), (left, y), hand.palette["muted"])
        taken.append(here)
        covered.append(here)
    return covered


def degrees(value: float, positive: str, negative: str) -> str:
    """A coordinate of the graticule: "15°E"; the same in both languages, as coordinates are."""
    turned = (value + 180) % 360 - 180 if positive == "E" else value
    hemisphere = "" if turned in {0, -180} else positive if turned > 0 else negative
    return f"{abs(turned):g}°{hemisphere}"


def paint_inset(hand: Hand, box: Box, frame: Frame) -> None:
    """Where the map lies: Libya and around it, or as much more as the map's extent takes."""
    west, south, east, north = frame.bounds
    around = _AROUND_LIBYA
    wide, high = (east - west) * (SURROUNDINGS - 1) / 2, (north - south) * (SURROUNDINGS - 1) / 2
    bounds = (
        max(min(around[0], west - wide), -180.0 if west >= -180 else west),  # noqa: PLR2004 - the antimeridian
        max(min(around[1], south - high), -LAST_LATITUDE),
        min(max(around[2], east + wide), max(180.0, east)),
        min(max(around[3], north + high), LAST_LATITUDE),
    )
    small = fitting(box, bounds)
    known = shores()
    with hand.pen.inside(box):
        hand.pen.fill(rectangle(box), hand.palette["sea"])
        hand.pen.fill(traced(small, known.land, detail=0.8), hand.palette["land"])
        hand.pen.fill(traced(small, known.libya, detail=0.8), hand.palette["libya-band"])
        hand.pen.stroke(traced(small, known.borders, detail=0.8), Line(hand.palette["border"], 0.5))
        hand.pen.stroke(traced(small, known.coast, detail=0.8), Line(hand.palette["coast"], 0.5))
        hand.pen.stroke(traced(small, known.libya, detail=0.8), Line(hand.palette["libya-border"], 0.9))
        left, top = small.placed((west, north))
        right, bottom = small.placed((east, south))
        seen = rectangle(Box(left, top, right - left, bottom - top))
        hand.pen.stroke(seen, Line(hand.palette["paper"], 3.4, 0.8, join="miter"))
        hand.pen.stroke(seen, Line(hand.palette["danger"], 1.8, join="miter"))
    hand.pen.stroke(rectangle(box), Line(hand.palette["muted"], 0.8, join="miter"))


def _plate(hand: Hand, box: Box) -> None:
    hand.pen.fill(rectangle(box, radius=4), hand.palette["paper"], 0.9)
    hand.pen.stroke(rectangle(box, radius=4), Line(hand.palette["line"], 0.9))
