"""The basemap's files: whole, valid, in both languages, and each thing where it belongs."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import shapely
from pyproj import Geod
from shapely.geometry import LinearRing, LineString, MultiPoint, Point, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from libyamap import basemap, paths

ROLES = {"countries", "coast", "borders", "districts", "district-lines", "cities", "seas"}
NAMED = ("countries", "districts", "cities", "seas")
USER_ASSIGNED = {"XB", "XG", "XK", "XN", "XS", "XU"}
ARABIC = re.compile(r"[\u0621-\u064a ()،-]+")
LATIN = re.compile(r"[A-Za-zÀ-ž ’()&,.-]+")
WGS84 = Geod(ellps="WGS84")
SITES = {
    "Jufra air base": (16.00, 29.20),
    "Kharruba": (21.23, 32.02),
    "Rajma": (20.35, 32.08),
    "Sirte": (16.59, 31.21),
    "Benghazi": (20.07, 32.11),
    "Derna": (22.64, 32.76),
}

Json = dict[str, Any]


def files() -> list[Json]:
    found: list[Json] = basemap.manifest()["files"]
    return found


def names(role: str) -> list[Json]:
    return [feature["properties"] for feature in basemap.features(role)]


def positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates[0], coordinates[1]
    else:
        for inner in coordinates:
            yield from positions(inner)


def rings(geometry: Json) -> Iterator[tuple[int, list[list[float]]]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return ((index, ring) for polygon in polygons for index, ring in enumerate(polygon))


def metres(point: BaseGeometry, area: BaseGeometry) -> float:
    if area.covers(point):
        return 0
    near, far = nearest_points(area, point)
    return float(WGS84.inv(near.x, near.y, far.x, far.y)[2])


def libya() -> BaseGeometry:
    return basemap.country("LY")


def districts() -> dict[str, BaseGeometry]:
    return {feature["properties"]["id"]: shape(feature["geometry"]) for feature in basemap.features("districts")}


@pytest.mark.parametrize("entry", files(), ids=lambda entry: entry["file"])
def test_the_manifest_tells_what_a_file_holds(entry: Json) -> None:
    content = (paths.basemap() / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert len(json.loads(content)["features"]) == entry["features"]
    assert entry["origin"]
    assert entry["licence"]


def test_every_role_has_a_file_and_every_file_is_listed() -> None:
    assert {entry["role"] for entry in files()} == ROLES
    assert {entry["file"] for entry in files()} == {file.name for file in paths.basemap().glob("*.geojson")}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_coordinates_are_of_the_globe_and_cross_it_nowhere(role: str) -> None:
    for feature in basemap.features(role):
        geometry = feature["geometry"]
        points = list(positions(geometry["coordinates"]))
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)
        if geometry["type"] == "LineString":
            assert all(abs(after[0] - before[0]) < 90 for before, after in pairwise(points))


@pytest.mark.parametrize("role", ["countries", "districts"])
def test_polygons_are_valid_and_wound_as_rfc_7946_has_it(role: str) -> None:
    for feature in basemap.features(role):
        geometry = shape(feature["geometry"])
        assert geometry.is_valid, feature["properties"]
        assert geometry.area > 0
        for index, ring in rings(feature["geometry"]):
            assert ring[0] == ring[-1]
            assert LinearRing(ring).is_ccw is (index == 0), feature["properties"]


def test_no_country_lies_on_another_and_none_gapes() -> None:
    shapes = [shape(feature["geometry"]) for feature in basemap.features("countries")]
    near = shapely.box(-20, 0, 60, 60)
    clipped = [one.intersection(near) for one in shapes]
    together = shapely.union_all(clipped)
    assert sum(one.area for one in clipped) - together.area < 0.001
    neighbours = shapely.union_all([basemap.country(iso) for iso in ("LY", "DZ", "TN", "NE", "TD", "SD", "EG")])
    assert [hole for part in shapely.get_parts(neighbours) for hole in part.interiors] == []


@pytest.mark.parametrize("role", NAMED)
def test_everything_named_has_its_name_in_both_scripts(role: str) -> None:
    for properties in names(role):
        assert ARABIC.fullmatch(properties["name_ar"]), properties
        assert LATIN.fullmatch(properties["name_en"]), properties
        assert 2 <= properties["min_zoom"] <= 10


@pytest.mark.parametrize(("role", "key"), [("countries", "iso"), ("districts", "id"), ("seas", "id")])
def test_ids_are_those_of_one_feature(role: str, key: str) -> None:
    ids = [properties[key] for properties in names(role)]
    assert len(set(ids)) == len(ids)


def test_country_codes_are_iso_or_those_the_readme_explains() -> None:
    readme = (paths.basemap() / "README.md").read_text("utf-8")
    own = {code for code in basemap.country_codes() if code.startswith("X")}
    assert own == USER_ASSIGNED
    assert all(f"`{code}`" in readme for code in own)
    assert {"LY", "RU", "ML", "UA", "NE", "BF", "TR", "US", "EG", "TN", "DZ", "TD", "SD"} <= basemap.country_codes()


def test_countries_are_named_as_they_name_themselves_today() -> None:
    english = {properties["iso"]: properties["name_en"] for properties in names("countries")}
    wanted = {"TR": "Türkiye", "MK": "North Macedonia", "SZ": "Eswatini", "CZ": "Czechia"}
    assert {iso: english[iso] for iso in wanted} == wanted


@pytest.mark.parametrize("role", ["countries", "districts"])
def test_a_name_stands_within_what_it_names(role: str) -> None:
    for feature in basemap.features(role):
        assert shape(feature["geometry"]).covers(Point(feature["properties"]["label"])), feature["properties"]


def test_a_sea_s_name_stands_in_no_country() -> None:
    land = [basemap.country(code) for code in basemap.country_codes()]
    for properties in names("seas"):
        assert not any(one.covers(Point(properties["label"])) for one in land), properties


def test_libya_and_its_neighbours_are_named_where_the_map_opens() -> None:
    zooms = {properties["iso"]: properties["min_zoom"] for properties in names("countries")}
    assert all(zooms[iso] <= 5 for iso in ("LY", "DZ", "TN", "NE", "TD", "SD", "EG"))


def test_libya_s_coast_and_land_border_close_its_outline() -> None:
    coast = [shape(one["geometry"]) for one in basemap.features("coast") if one["properties"]["iso"] == "LY"]
    border = [shape(one["geometry"]) for one in basemap.features("borders") if one["properties"]["libya"]]
    assert {
        tuple(one["properties"]["between"]) for one in basemap.features("borders") if one["properties"]["libya"]
    } == {
        ("DZ", "LY"),
        ("EG", "LY"),
        ("LY", "NE"),
        ("LY", "SD"),
        ("LY", "TD"),
        ("LY", "TN"),
    }
    ends = [end for line in border for end in (line.coords[0], line.coords[-1])]
    loose = [end for end in ends if ends.count(end) == 1]
    assert len(loose) == 2
    assert all(MultiPoint([line.coords[i] for line in coast for i in (0, -1)]).covers(Point(end)) for end in loose)
    outline = shapely.union_all([*coast, *border])
    assert outline.symmetric_difference(libya().boundary).length < 0.2


def test_what_is_claimed_by_two_is_drawn_as_disputed() -> None:
    disputed = {
        tuple(one["properties"]["between"]) for one in basemap.features("borders") if one["properties"]["disputed"]
    }
    assert {
        ("EG", "SD"),
        ("EH", "MA"),
        ("RU", "UA"),
        ("CN", "IN"),
        ("IL", "PS"),
        ("IL", "SY"),
        ("RS", "XK"),
    } <= disputed
    assert not any("LY" in pair for pair in disputed)


def test_a_border_is_the_very_edge_of_both_countries() -> None:
    edges = {code: basemap.country(code).boundary for code in basemap.country_codes()}
    for feature in basemap.features("borders"):
        if feature["properties"]["libya"]:
            line = shape(feature["geometry"])
            assert all(edges[iso].buffer(1e-6).covers(line) for iso in feature["properties"]["between"])


def test_the_districts_are_libya() -> None:
    found = districts()
    assert len(found) == 22
    for name, district in found.items():
        assert district.difference(libya().buffer(0.0005)).is_empty, name
    together = shapely.union_all(list(found.values()))
    assert together.symmetric_difference(libya()).area < 0.001
    assert sum(one.area for one in found.values()) - together.area < 0.0001


@pytest.mark.parametrize(
    ("district", "town"),
    [
        ("derna", "Derna"),
        ("derna", "Qubba"),
        ("wahat", "Ajdabiya"),
        ("wahat", "Jalu"),
        ("nalut", "Nalut"),
        ("nalut", "Ghadames"),
        ("jabal-al-gharbi", "Gharyan"),
        ("jabal-al-gharbi", "Mizda"),
        ("tripoli", "Tripoli"),
        ("butnan", "Tobruk"),
        ("jufra", "Hun"),
        ("wadi-al-hayaa", "Ubari"),
        ("wadi-al-shatii", "Brak"),
        ("murqub", "Khoms"),
        ("nuqat-al-khams", "Zuwara"),
        ("kufra", "Kufra"),
        ("ghat", "Ghat"),
    ],
)
def test_a_district_holds_its_towns_whatever_the_source_called_it(district: str, town: str) -> None:
    (found,) = (one for one in basemap.features("cities") if one["properties"]["name_en"] == town)
    assert metres(shape(found["geometry"]), districts()[district]) < 3_000


def test_the_lines_between_districts_end_at_each_other_or_at_the_edge() -> None:
    lines = [shape(one["geometry"]) for one in basemap.features("district-lines")]
    ends = [Point(line.coords[i]) for line in lines for i in (0, -1)]
    for end in ends:
        others = [line for line in lines if line.distance(end) < 1e-6]
        assert len(others) > 1 or libya().boundary.distance(end) < 1e-3


def test_a_town_is_in_its_country() -> None:
    for feature in basemap.features("cities"):
        off = metres(shape(feature["geometry"]), basemap.country(feature["properties"]["iso"]))
        assert off < 10_000, (feature["properties"], off)


def test_towns_are_told_apart() -> None:
    libyan = [one for one in basemap.features("cities") if one["properties"]["iso"] == "LY"]
    assert 60 <= len(libyan) <= 95
    for name in ("name_ar", "name_en"):
        assert len({one["properties"][name] for one in libyan}) == len(libyan)
    points = [one["geometry"]["coordinates"] for one in libyan]
    nearest = min(WGS84.inv(*a, *b)[2] for i, a in enumerate(points) for b in points[:i])
    assert nearest > 3_000


def test_a_country_has_one_capital_at_most_and_great_towns_come_first() -> None:
    cities = names("cities")
    capitals = [properties["iso"] for properties in cities if properties["capital"]]
    assert len(set(capitals)) == len(capitals)
    assert {"LY", "RU", "UA", "ML", "NE", "BF", "TR", "US", "EG", "TN", "DZ", "TD", "SD"} <= set(capitals)
    ranks = [properties["rank"] for properties in cities]
    assert ranks == sorted(ranks)
    assert set(ranks) == {1, 2, 3, 4, 5}
    assert all(re.fullmatch(r"(geonames:\d+|natural-earth:.+)", properties["origin"]) for properties in cities)


@pytest.mark.parametrize("site", SITES)
def test_the_report_s_sites_are_in_libya(site: str) -> None:
    point = Point(SITES[site])
    assert metres(point, libya()) < 2_000
    others = [code for code in basemap.country_codes() - {"LY"} if basemap.country(code).contains(point)]
    assert others == []


def test_moscow_is_in_russia_and_the_mediterranean_is_a_sea() -> None:
    assert basemap.country("RU").contains(Point(37.62, 55.75))
    assert {"mediterranean", "gulf-of-sirte", "aegean", "adriatic", "ionian", "black-sea", "red-sea"} <= basemap.seas()


def test_the_outline_is_fine_enough_near_libya() -> None:
    """Known points of the coast lie within two kilometres of the line."""
    coast = [shape(one["geometry"]) for one in basemap.features("coast") if one["properties"]["iso"] == "LY"]
    line = max(coast, key=lambda one: one.length)
    assert isinstance(line, LineString)
    for lon, lat in [(13.18, 32.90), (20.05, 32.12), (16.59, 31.22), (22.65, 32.77), (19.57, 30.42)]:
        assert line.distance(Point(lon, lat)) * math.cos(math.radians(lat)) * 111_320 < 3_000, (lon, lat)
