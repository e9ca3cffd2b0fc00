"""The ground of the map as the map application draws it: the basemap's files in one, their lines packed.

The form is that of `web/src/map/ground.ts`. Paper draws from the same files, through `libyamap.basemap`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Any

from libyamap.basemap import features
from libyamap.i18n import LANGUAGES

FORMAT = "libyamap-basemap/1"

SCALE = 5000
"""Units in a degree: a unit is 22 metres at the equator, and the files hold lines to some 300 metres at best."""

Json = dict[str, Any]
Position = Sequence[float]


@cache
def basemap() -> Json:
    """The basemap for the screen, both languages.

    Returns
    -------
    dict
        Plain JSON. Coordinates are EPSG:4326, longitude first, as whole numbers of ``1 / SCALE`` degrees;
        a line or ring is its first vertex and then the steps from each vertex to the next. Countries come
        smallest first, so that of names that would overlap the one with less room is placed first; towns
        come most important first.
    """
    return {
        "format": FORMAT,
        "scale": SCALE,
        "countries": [_country(one) for one in sorted(features("countries"), key=_room)],
        "coast": [packed(one["geometry"]["coordinates"]) for one in features("coast")],
        "borders": [_border(one) for one in features("borders")],
        "districts": [_named(one, "id") for one in features("districts")],
        "districtLines": [packed(one["geometry"]["coordinates"]) for one in features("district-lines")],
        "cities": [_city(one) for one in features("cities")],
        "seas": [_named(one, "id") for one in features("seas")],
    }


def packed(line: Iterable[Position]) -> list[int]:
    """A line or ring as whole numbers: the first position, then the steps.

    Parameters
    ----------
    line : iterable of sequence of float
        Positions, degrees, longitude first.

    Returns
    -------
    list of int
        Twice as many numbers as the line has positions, without those that fall on the one before. Every
        vertex is rounded by itself, so it is never more than half a unit off, however long the line.
    """
    points = [_spot(position) for position in line]
    kept = [points[0], *(after for before, after in pairwise(points) if after != before)]
    steps = ((x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(kept))
    return list(chain(kept[0], *steps))


def _room(country: Json) -> float:
    return -float(country["properties"]["min_zoom"])


def _country(feature: Json) -> Json:
    return {**_named(feature, "iso"), "rings": [packed(ring) for ring in _rings(feature["geometry"])]}


def _border(feature: Json) -> Json:
    properties = feature["properties"]
    return {
        "disputed": properties["disputed"],
        "libya": properties["libya"],
        "line": packed(feature["geometry"]["coordinates"]),
    }


def _city(feature: Json) -> Json:
    properties = feature["properties"]
    return {
        "name": _name(properties),
        "at": _spot(feature["geometry"]["coordinates"]),
        "rank": properties["rank"],
        "minZoom": properties["min_zoom"],
        "capital": properties["capital"],
        "iso": properties["iso"],
    }


def _named(feature: Json, key: str) -> Json:
    properties = feature["properties"]
    return {
        key: properties[key],
        "name": _name(properties),
        "label": _spot(properties["label"]),
        "minZoom": properties["min_zoom"],
    }


def _name(properties: Json) -> Json:
    return {lang: properties[f"name_{lang}"] for lang in LANGUAGES}


def _spot(position: Position) -> tuple[int, int]:
    return round(position[0] * SCALE), round(position[1] * SCALE)


def _rings(geometry: Json) -> Iterator[Iterable[Position]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return (ring for polygon in polygons for ring in polygon)
