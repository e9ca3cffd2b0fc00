"""Names on the ground: countries, seas, districts, towns; as `web/src/map/ground-labels.ts` has them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from libyamap import basemap
from libyamap.render.static.ground import HOME, Dot
from libyamap.render.static.hand import Hand
from libyamap.render.static.labels import AREA, AROUND_TOWN, Label, TextLine
from libyamap.render.static.letters import Font
from libyamap.render.static.plane import WORLD, Frame, Points, projected

LIBYA, CAPITAL, COUNTRY, SEA, TOWN, DISTRICT = 90, 70, 60, 50, 30, 20
"""Labels of the ground give way to those of features, whose priorities begin at 100."""
DISTRICTS_FROM = 7
COUNTRY_UP_TO, HOME_UP_TO = 9, 7
SEA_SPAN = 5
"""Zoom levels after which the name of a sea is larger than its water."""
LONG, LONG_AT_SEA = 15, 21
"""Characters from which a name stands on two lines."""
NARROW_FROM, LARGE_SEA = 5.5, 4.5
ROWS = 12
AIR = 10
"""Units between a country's name and the upper and lower edge."""
GREAT = 2
"""Rank of a town down to which its name is bolder."""
_TOWN_SIZES = (12.5, 12.5, 12, 11.5, 11, 11)


@dataclass(frozen=True)
class Region:
    """An area with a name; places in pixels of zoom 0."""

    id: str
    name: Mapping[str, str]
    at: tuple[float, float]
    min_zoom: float


@dataclass(frozen=True)
class Country(Region):
    """A country: how large its largest part is, and where else in it its name may stand, with the room there."""

    area: float
    anchors: Points


def ground_labels(frame: Frame, dots: Iterable[Dot], hand: Hand) -> list[Label]:
    """All names that a frame may show."""
    zoom = frame.zoom
    return [
        *(
            label
            for one in countries()
            if one.id == HOME or one.min_zoom <= zoom
            for label in _country(one, frame, hand)
        ),
        *(label for one in _regions("seas") if one.min_zoom <= zoom for label in _sea(one, frame, hand)),
        *(
            _district(one, frame, hand)
            for one in (_regions("districts") if zoom >= DISTRICTS_FROM else ())
            if one.min_zoom <= zoom
        ),
        *(_town(dot, frame, hand) for dot in dots),
    ]


@cache
def countries() -> tuple[Country, ...]:
    """Countries, smallest first, so that of names that would overlap the one with less room is placed first."""
    found = [_country_of(one) for one in basemap.features("countries")]
    return tuple(sorted(found, key=lambda one: -one.min_zoom))


def broken(text: str, long: int = LONG) -> list[str]:
    """A long name in two lines of about equal length, where it has a space near its middle."""
    spaces = [index for index, letter in enumerate(text) if letter == " "]
    if len(text) < long or not spaces:
        return [text]
    best = min(spaces, key=lambda index: abs(index - len(text) / 2))
    return [text[:best], text[best + 1 :]]


def _country(country: Country, frame: Frame, hand: Hand) -> Iterator[Label]:
    home = country.id == HOME
    if frame.zoom > (HOME_UP_TO if home else COUNTRY_UP_TO):
        return
    side = math.sqrt(country.area) * frame.scale
    size = _bounded(side / 16, 11, 30) if home else _bounded(9.2 + side / 130, 9.5, 14)
    spacing = size * (_bounded(side / 1000, 0.2, 0.5) if home else 0.12 + min(0.2, side / 4000))
    english = hand.lang == "en"
    font = Font(round(size if english else size * 1.12, 1), 500, spacing=round(spacing, 1))
    ink = hand.palette["libya-border" if home else "country-ink"]
    parts = broken(country.name["en"].upper() if english else country.name["ar"])
    room = max(len(part) for part in parts) * (size * 0.66 + (spacing if english else 0)) / 2 + 8
    for copy in frame.copies():
        points = _anchors(country, frame, copy, room)
        if points:
            yield Label(
                id=f"country:{country.id}:{copy}",
                lines=tuple(TextLine(part, font, ink) for part in parts),
                at=points[0],
                gap=size * 0.9,
                priority=LIBYA if home else COUNTRY - country.min_zoom,
                sides=AREA,
                halo=hand.palette["libya" if home else "land"],
                elsewhere=points[1:],
            )


def _anchors(country: Country, frame: Frame, copy: int, room: float) -> list[tuple[float, float]]:
    """Where a country's name may stand: its own spot first, but before all what the frame shows."""
    roomy = country.anchors[country.anchors[:, 2] * frame.scale > room, :2]
    points = frame.on_page(np.vstack((country.at, roomy)) + np.array((copy * WORLD, 0)))
    x, y, box = points[:, 0], points[:, 1], frame.box
    seen = (x >= box.x) & (x <= box.right) & (y >= box.y) & (y <= box.bottom)
    whole = (x > box.x + room) & (x < box.right - room) & (y > box.y + AIR) & (y < box.bottom - AIR)
    return [(float(x), float(y)) for x, y in points[whole if whole.any() else seen]]


def _sea(sea: Region, frame: Frame, hand: Hand) -> Iterator[Label]:
    depth = frame.zoom - sea.min_zoom
    if depth > SEA_SPAN:
        return
    size = round(_bounded((12.5 if sea.min_zoom <= LARGE_SEA else 11) + depth * 1.2, 11, 17), 1)
    font = Font(size, 400, spacing=round(size * 0.09, 1), slant=True)
    parts = broken(sea.name[hand.lang], LONG_AT_SEA if sea.min_zoom < NARROW_FROM else LONG)
    for copy in frame.copies():
        yield Label(
            id=f"sea:{sea.id}:{copy}",
            lines=tuple(TextLine(part, font, hand.palette["sea-ink"]) for part in parts),
            at=_on_page(frame, sea.at, copy),
            gap=size * 0.9,
            priority=SEA - sea.min_zoom,
            sides=AREA,
            halo=hand.palette["sea"],
        )


def _district(district: Region, frame: Frame, hand: Hand) -> Label:
    size = round(_bounded(10.5 + (frame.zoom - DISTRICTS_FROM) * 0.8, 10.5, 13), 1)
    english = hand.lang == "en"
    font = Font(size if english else size + 1.5, 400, spacing=round(size * 0.16, 1))
    text = district.name["en"].upper() if english else district.name["ar"]
    return Label(
        id=f"district:{district.id}",
        lines=(TextLine(text, font, hand.palette["country-ink"]),),
        at=_on_page(frame, district.at, 0),
        gap=size * 1.2,
        priority=DISTRICT,
        sides=AREA,
        halo=hand.palette["libya"],
    )


def _town(dot: Dot, frame: Frame, hand: Hand) -> Label:
    town = dot.town
    size = _TOWN_SIZES[min(town.rank, len(_TOWN_SIZES) - 1)] + (
        0.5 if town.home and frame.zoom >= DISTRICTS_FROM else 0
    )
    weight = 600 if town.capital else 500 if town.rank <= GREAT else 400
    ink = hand.palette["place-ink" if town.home else "country-ink"]
    priority = CAPITAL if town.capital and town.home else TOWN + (3 if town.home else 0) - town.rank
    return Label(
        id=f"town:{town.iso}:{town.name['en']}:{round(dot.x)}",
        lines=(TextLine(town.name[hand.lang], Font(size, weight), ink),),
        at=(dot.x, dot.y),
        gap=dot.radius + (4.5 if town.capital else 3.5),
        priority=priority - town.index / 1000,
        sides=AROUND_TOWN,
        halo=None if town.home else hand.palette["land"],
    )


@cache
def _regions(role: str) -> tuple[Region, ...]:
    return tuple(Region(**_named(one["properties"], "id")) for one in basemap.features(role))


def _named(properties: dict[str, Any], key: str) -> dict[str, Any]:
    ((x, y),) = projected(properties["label"])
    return {
        "id": properties[key],
        "name": {"ar": properties["name_ar"], "en": properties["name_en"]},
        "at": (float(x), float(y)),
        "min_zoom": properties["min_zoom"],
    }


def _country_of(feature: dict[str, Any]) -> Country:
    named = _named(feature["properties"], "iso")
    parts = shapely.get_parts(shapely.transform(shape(feature["geometry"]), projected))
    boxes = shapely.bounds(parts)
    largest = parts[int(np.argmax((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])))]
    ring = shapely.get_coordinates(shapely.get_exterior_ring(largest))
    return Country(**named, area=float(shapely.area(shapely.polygons(ring))), anchors=_spots(ring, named["at"]))


def _spots(ring: Points, start: tuple[float, float]) -> Points:
    """Points spread over the inside of a ring, the nearest to a start first, with the room to its nearer edge."""
    top, bottom = ring[:, 1].min(), ring[:, 1].max()
    found = []
    for row in range(ROWS):
        y = float(top + (bottom - top) * (row + 0.5) / ROWS)
        crossings = _crossings(ring, y)
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            for share in (0.5, 0.3, 0.7, 0.15, 0.85):
                x = left + (right - left) * share
                found.append((x, y, min(x - left, right - x)))
    spots = np.array(found).reshape(-1, 3)
    near: Points = spots[np.argsort(np.hypot(*(spots[:, :2] - np.array(start)).T), kind="stable")]
    return near


def _crossings(ring: Points, y: float) -> Sequence[float]:
    before, after = ring[:-1], ring[1:]
    cross = (before[:, 1] > y) != (after[:, 1] > y)
    a, b = before[cross], after[cross]
    return sorted(map(float, a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])))


def _on_page(frame: Frame, at: tuple[float, float], copy: int) -> tuple[float, float]:
    ((x, y),) = frame.on_page((at[0] + copy * WORLD, at[1]))
    return float(x), float(y)


def _bounded(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))
