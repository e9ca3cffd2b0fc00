"""What a map has to have: scale bar, north arrow, degrees along the graticule, and where in the world it is."""

from __future__ import annotations

import math
from collections.abc import Iterable

from libyamap.geometry import distance
from libyamap.i18n import message, number
from libyamap.render.static.ground import Palette, graticule, shores, traced
from libyamap.render.static.letters import Font, width
from libyamap.render.static.pen import Line, Pen, polyline, rectangle
from libyamap.render.static.plane import LAST_LATITUDE, Box, Frame, fitting
from libyamap.render.static.reading import Reading

EDGE = 12.0
"""Units between the map's edge and what stands in its corners."""
BAR_SHARE, LONGEST_BAR = 0.22, 260.0
BAR_HEIGHT, PARTS = 5.0, 4
SMALL = Font(10.5, 500)
KILOMETRE = 1000
SURROUNDINGS = 2.6
"""How many times the map's extent the inset shows, at least."""
_AROUND_LIBYA = (-12.0, 10.0, 46.0, 48.0)


def paint_scale_bar(pen: Pen, frame: Frame, reading: Reading, palette: Palette) -> Box:
    """A bar that is true at the latitude of the map's middle; returns what it covers."""
    unit = metres_per_unit(frame)
    metres = rounded_length(min(frame.box.width * BAR_SHARE, LONGEST_BAR) * unit)
    long = metres / unit
    shown, symbol = (metres / KILOMETRE, "km") if metres >= KILOMETRE else (metres, "m")
    word = message(reading.lang, f"static.unit.{symbol}")
    end = number(reading.lang, shown)
    half = number(reading.lang, shown / 2)
    tail = width(word, SMALL, rtl=reading.rtl)
    lead = width("0", SMALL) / 2
    plate = Box(0, 0, long + tail + width(end, SMALL) / 2 + lead + 30, 36)
    x = frame.box.right - EDGE - plate.width if reading.rtl else frame.box.x + EDGE
    plate = Box(x, frame.box.bottom - EDGE - plate.height, plate.width, plate.height)
    _plate(pen, plate, palette)
    start, top = plate.x + 10 + lead, plate.bottom - 14
    for part in range(PARTS):
        box = Box(start + part * long / PARTS, top, long / PARTS, BAR_HEIGHT)
        pen.fill(rectangle(box), palette["ink" if part % 2 == 0 else "paper"])
    pen.stroke(rectangle(Box(start, top, long, BAR_HEIGHT)), Line(palette["ink"], 0.8, join="miter"))
    for share, text in ((0.0, "0"), (0.5, half), (1.0, end)):
        pen.write(text, (start + share * long, top - 9), SMALL, palette["ink"], align="center")
    after = start + long + width(end, SMALL) / 2 + 5
    pen.write(word, (after, top - 9), SMALL, palette["ink"], rtl=reading.begins(word))
    return plate


def metres_per_unit(frame: Frame) -> float:
    """Metres on the ground in a unit of the page, along the parallel of the map's middle."""
    x, y = frame.box.middle
    return distance(frame.position(x - 0.5, y), frame.position(x + 0.5, y))


def rounded_length(most: float) -> float:
    """The largest length of 1, 2 or 5 and zeros that is no longer."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(factor * power for factor in (1, 2, 5) if factor * power <= most)


def paint_north(pen: Pen, frame: Frame, reading: Reading, palette: Palette) -> Box:
    """An arrow to the north; returns what it covers."""
    half, height = 15.0, 50.0
    x = frame.box.x + EDGE + half if reading.rtl else frame.box.right - EDGE - half
    y = frame.box.y + EDGE
    plate = Box(x - half, y, 2 * half, height)
    _plate(pen, plate, palette)
    letter = message(reading.lang, "static.north")
    pen.write(letter, (x, y + 10), Font(12.5, 700), palette["ink"], align="center", rtl=reading.begins(letter))
    tip, foot, waist = (x, y + 19), y + 45, (x, y + 39)
    pen.fill(polyline((tip, (x - 7.5, foot), waist), closed=True), palette["ink"])
    right = polyline((tip, (x + 7.5, foot), waist), closed=True)
    pen.fill(right, palette["paper"])
    pen.stroke(polyline((tip, (x + 7.5, foot), waist, (x - 7.5, foot)), closed=True), Line(palette["ink"], 0.9))
    return plate


def paint_degrees(pen: Pen, frame: Frame, reading: Reading, palette: Palette, spared: Iterable[Box]) -> list[Box]:
    """Degrees at the graticule's lines: along the lower edge, and along the edge where reading begins."""
    font = Font(9.5, 500)
    taken = list(spared)
    box = frame.box
    longitudes, latitudes = graticule(frame)
    spots = [(degrees(one, "E", "W"), (frame.placed((one, 0))[0], box.bottom - 8)) for one in longitudes]
    inner = box.right - 6 if reading.rtl else box.x + 6
    spots += [(degrees(one, "N", "S"), (inner, frame.placed((0, one))[1])) for one in latitudes]
    covered = []
    for text, (x, y) in spots:
        across = width(text, font)
        side = y != box.bottom - 8
        left = x - across / 2 if not side else x - across if reading.rtl else x
        here = Box(left, y - 6, across, 12)
        if not box.grown(-3).holds(here) or any(here.meets(other, 3) for other in taken):
            continue
        pen.halo(text, (left, y), font, palette["halo"], width=2.4)
        pen.write(text, (left, y), font, palette["muted"])
        taken.append(here)
        covered.append(here)
    return covered


def degrees(value: float, positive: str, negative: str) -> str:
    """A coordinate of the graticule: "15°E"; the same in both languages, as coordinates are."""
    turned = (value + 180) % 360 - 180 if positive == "E" else value
    hemisphere = "" if turned in {0, -180} else positive if turned > 0 else negative
    return f"{abs(turned):g}°{hemisphere}"


def paint_inset(pen: Pen, box: Box, frame: Frame, palette: Palette) -> None:
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
    with pen.inside(box):
        pen.fill(rectangle(box), palette["sea"])
        pen.fill(traced(small, known.land, detail=0.8), palette["land"])
        pen.fill(traced(small, known.libya, detail=0.8), palette["libya-band"])
        pen.stroke(traced(small, known.borders, detail=0.8), Line(palette["border"], 0.5))
        pen.stroke(traced(small, known.coast, detail=0.8), Line(palette["coast"], 0.5))
        pen.stroke(traced(small, known.libya, detail=0.8), Line(palette["libya-border"], 0.9))
        left, top = small.placed((west, north))
        right, bottom = small.placed((east, south))
        seen = rectangle(Box(left, top, right - left, bottom - top))
        pen.stroke(seen, Line(palette["paper"], 3.4, 0.8, join="miter"))
        pen.stroke(seen, Line(palette["danger"], 1.8, join="miter"))
    pen.stroke(rectangle(box), Line(palette["muted"], 0.8, join="miter"))


def _plate(pen: Pen, box: Box, palette: Palette) -> None:
    pen.fill(rectangle(box, radius=4), palette["paper"], 0.9)
    pen.stroke(rectangle(box, radius=4), Line(palette["line"], 0.9))


