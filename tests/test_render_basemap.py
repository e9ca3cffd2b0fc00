"""The basemap as the screen gets it: packed, complete, no more than half a unit off its files."""

from __future__ import annotations

import gzip
import json
from itertools import accumulate
from typing import Any

import pytest

from libyamap import basemap as ground
from libyamap.render.basemap import SCALE, basemap, packed

HALF_A_UNIT = 0.5 / SCALE + 1e-9

Json = dict[str, Any]


def unpacked(line: list[int]) -> list[tuple[float, float]]:
    lons, lats = accumulate(line[::2]), accumulate(line[1::2])
    return [(lon / SCALE, lat / SCALE) for lon, lat in zip(lons, lats, strict=True)]


def same(line: list[int], source: list[list[float]]) -> bool:
    """Whether a packed line goes through the source's vertices in order, some of which are one when rounded."""
    points = iter(unpacked(line))
    here = next(points)
    for position in source:
        while not near(here, position):
            after = next(points, None)
            if after is None:
                return False
            here = after
    return next(points, None) is None


def near(point: tuple[float, float], position: list[float]) -> bool:
    return all(abs(one - other) <= HALF_A_UNIT for one, other in zip(point, position, strict=True))


def rings(geometry: Json) -> list[list[list[float]]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def test_it_is_plain_json_of_the_form_that_the_screen_reads() -> None:
    found = basemap()
    assert json.loads(json.dumps(found)).keys() == {
        "format",
        "scale",
        "countries",
        "coast",
        "borders",
        "districts",
        "districtLines",
        "cities",
        "seas",
    }
    assert (found["format"], found["scale"]) == ("libyamap-basemap/1", SCALE)


@pytest.mark.parametrize(
    ("key", "role"), [("coast", "coast"), ("borders", "borders"), ("districtLines", "district-lines")]
)
def test_lines_unpack_to_the_files(key: str, role: str) -> None:
    lines = [one["line"] if isinstance(one, dict) else one for one in basemap()[key]]
    sources = ground.features(role)
    assert len(lines) == len(sources)
    assert all(same(line, source["geometry"]["coordinates"]) for line, source in zip(lines, sources, strict=True))


def test_rings_unpack_to_the_files_and_stay_closed() -> None:
    sources = {one["properties"]["iso"]: rings(one["geometry"]) for one in ground.features("countries")}
    assert {one["iso"] for one in basemap()["countries"]} == sources.keys()
    for country in basemap()["countries"]:
        assert len(country["rings"]) == len(sources[country["iso"]])
        for ring, source in zip(country["rings"], sources[country["iso"]], strict=True):
            points = unpacked(ring)
            assert same(ring, source), country["iso"]
            assert points[0] == points[-1]
            assert len(points) > 3, country["iso"]


def test_a_long_line_does_not_drift() -> None:
    source = [[index * 0.12345, index * 0.054321] for index in range(1000)]
    assert max(abs(lon - x) for (lon, _), (x, _) in zip(unpacked(packed(source)), source, strict=True)) <= HALF_A_UNIT


def test_vertices_that_fall_on_one_another_are_one() -> None:
    assert packed([(1, 2), (1.00001, 2), (1.1, 2)]) == [SCALE, 2 * SCALE, SCALE // 10, 0]


@pytest.mark.parametrize("key", ["countries", "districts", "cities", "seas"])
def test_names_come_in_both_languages_and_stand_where_the_files_have_them(key: str) -> None:
    sources = {one["properties"]["name_en"]: one for one in ground.features(key)}
    assert len(basemap()[key]) == len(ground.features(key))
    for one in basemap()[key]:
        source = sources[one["name"]["en"]]
        properties = source["properties"]
        at = one["at"] if key == "cities" else one["label"]
        place = source["geometry"]["coordinates"] if key == "cities" else properties["label"]
        assert near((at[0] / SCALE, at[1] / SCALE), place)
        assert one["name"]["ar"] == properties["name_ar"]
        assert one["minZoom"] == properties["min_zoom"]


def test_small_countries_and_great_towns_come_first() -> None:
    zooms = [one["minZoom"] for one in basemap()["countries"]]
    assert zooms == sorted(zooms, reverse=True)
    assert basemap()["cities"][0]["name"]["en"] == "Tripoli"


def test_borders_keep_what_they_are() -> None:
    kinds = {(one["disputed"], one["libya"]) for one in basemap()["borders"]}
    assert kinds == {(False, False), (True, False), (False, True)}


def test_it_is_light_enough_to_go_with_every_page() -> None:
    assert len(gzip.compress(json.dumps(basemap(), ensure_ascii=False, separators=(",", ":")).encode(), 6)) < 265_000
