"""KMZ, opened again: its schema's order, its icons, times, folders; nothing in a description is markup of the data."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import Image
from tests.exports import made
from tests.exports.made import DRAWN, EVERYTHING

from libyamap.interval import Overlap
from libyamap.render.data.harmless import holdable
from libyamap.render.data.shapes import sort_of
from libyamap.selection import Selection

KML = "{http://www.opengis.net/kml/2.2}"
ORDER = {
    "Document": ("name", "open", "description", "Style", "ExtendedData", "Folder"),
    "Folder": ("name", "Placemark"),
    "Placemark": (
        "name", "Snippet", "description", "TimeStamp", "TimeSpan", "styleUrl", "ExtendedData",
        "Point", "LineString", "Polygon", "MultiGeometry",
    ),
    "Style": ("IconStyle", "LineStyle", "PolyStyle"),
    "IconStyle": ("color", "scale", "Icon", "hotSpot"),
    "LineStyle": ("color", "width"),
    "PolyStyle": ("color",),
    "TimeSpan": ("begin", "end"),
    "Data": ("displayName", "value"),
    "Polygon": ("tessellate", "outerBoundaryIs", "innerBoundaryIs"),
    "LineString": ("tessellate", "coordinates"),
    "Point": ("coordinates",),
}  # fmt: skip
"""What KML's schema lets an element hold, in its order, as far as it is used here."""
SHAPES = ("Point", "LineString", "Polygon", "MultiGeometry")


@pytest.fixture(params=["curated", "hostile", "odd"])
def selection(request: pytest.FixtureRequest) -> Selection:
    return {
        "curated": lambda: made.selected(made.curated(), f"lang=ar&d={DRAWN}"),
        "hostile": lambda: made.selected(made.hostile_dataset(), f"lang=en&{EVERYTHING}"),
        "odd": lambda: made.selected(made.odd_dataset(), EVERYTHING),
    }[request.param]()


def _tag(element: Element) -> str:
    return element.tag.removeprefix(KML)


def _marks(root: Element) -> dict[str, Element]:
    """Placemarks by the id of what they show."""
    marks = {}
    for mark in root.iter(f"{KML}Placemark"):
        marks[_data(mark)["id"]] = mark
    return marks


def _data(mark: Element) -> dict[str, str]:
    return {one.get("name", ""): one.findtext(f"{KML}value") or "" for one in mark.iter(f"{KML}Data")}


def test_it_is_of_the_order_that_its_schema_wants(selection: Selection) -> None:
    for element in made.kml(made.exported(selection, "kmz")).iter():
        if wanted := ORDER.get(_tag(element)):
            places = [wanted.index(_tag(child)) for child in element]
            assert all(first <= second for first, second in pairwise(places)), _tag(element)


def test_every_feature_stands_in_the_folder_of_its_layer_with_every_field(selection: Selection) -> None:
    contents, root = made.contents(selection), made.kml(made.exported(selection, "kmz"))
    folders = root.findall(f"{KML}Document/{KML}Folder")
    told = [[_data(mark) for mark in folder.iter(f"{KML}Placemark")] for folder in folders]
    for table, records in zip(contents.by_layer().values(), told, strict=False):
        assert made.found(table, records) == made.expected(table, holdable)
    titles = [folder.findtext(f"{KML}name") for folder in folders]
    layers = selection.dataset.layers
    assert titles[: len(selection.layers)] == [layers[layer].title[selection.view.lang] for layer in selection.layers]


def test_geometry_and_time_are_those_of_the_features(selection: Selection) -> None:
    marks = _marks(made.kml(made.exported(selection, "kmz")))
    for row in made.contents(selection).features.rows:
        mark = marks[str(row.values["id"])]
        shapes = [child for child in mark if _tag(child) in SHAPES]
        assert bool(shapes) == (sort_of(row.geometry) != "unplaced")
        begin, end = row.values.get("start_earliest"), row.values.get("end_latest")
        if begin and begin == end:
            assert mark.findtext(f"{KML}TimeStamp/{KML}when") == str(begin)
        else:
            assert mark.findtext(f"{KML}TimeSpan/{KML}begin") == (str(begin) if begin else None)
            assert mark.findtext(f"{KML}TimeSpan/{KML}end") == (str(end) if end else None)


def test_every_style_has_our_own_icon(selection: Selection) -> None:
    exported = made.exported(selection, "kmz")
    root, members = made.kml(exported), made.members(exported)
    styles = {style.get("id"): style for style in root.iter(f"{KML}Style")}
    for mark in root.iter(f"{KML}Placemark"):
        assert (mark.findtext(f"{KML}styleUrl") or "").removeprefix("#") in styles
    named = {href.text for href in root.iter(f"{KML}href")}
    assert named == members.keys() - {"doc.kml"}
    for name in named:
        with Image.open(io.BytesIO(members[str(name)])) as picture:
            assert picture.size == (64, 64)
            alpha = picture.convert("RGBA").getchannel("A")
            assert alpha.getpixel((32, 32)) == 255
            assert alpha.getpixel((0, 0)) == 0


def test_a_layer_that_is_seen_through_is_so_here() -> None:
    selection = made.selected(made.small_dataset(), "opacity=wagner:40")
    root = made.kml(made.exported(selection, "kmz"))
    colours = {style.get("id", ""): style.findtext(f"{KML}IconStyle/{KML}color") for style in root.iter(f"{KML}Style")}
    assert {colour for name, colour in colours.items() if name.startswith("wagner")} == {"66ffffff"}
    assert {colour for name, colour in colours.items() if name.startswith("meetings")} == {"ffffffff"}


def test_descriptions_tell_both_languages_and_hold_no_markup_of_the_data(selection: Selection) -> None:
    marks = _marks(made.kml(made.exported(selection, "kmz")))
    for row in made.contents(selection).features.rows:
        reader = _Reader()
        reader.feed(marks[str(row.values["id"])].findtext(f"{KML}description") or "")
        assert reader.tags <= {"div", "b", "i", "br", "hr"}
        assert reader.languages == {"ar", "en"}
        for lang in ("ar", "en"):
            assert holdable(str(row.values[f"title_{lang}"])) in reader.text
            assert all(holdable(line) in reader.text for line in str(row.values[f"evidence_{lang}"]).splitlines())


class _Reader(HTMLParser):
    """What a browser would make of a description."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.languages: set[str | None] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "div":
            self.languages.add(dict(attrs)["lang"])
        if tag == "br":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


def test_gdal_reads_it_by_folder(tmp_path: Path) -> None:
    selection = made.selected(made.curated(), "lang=en")
    file = made.saved(made.exported(selection, "kmz"), "kmz", tmp_path)
    layers = made.layers(file)
    for layer, table in made.contents(selection).by_layer().items():
        title = selection.dataset.layers[layer].title["en"]
        assert title in layers
        assert {row["id"] for row in made.rows(file, title)} == made.ids(table)


def test_places_known_to_a_radius_have_a_halo_as_wide() -> None:
    root = made.kml(made.exported(made.selected(made.small_dataset(), "lang=en"), "kmz"))
    said = {
        mark.findtext(f"{KML}name"): mark.findtext(f"{KML}description")
        for mark in root.iter(f"{KML}Placemark")
        if mark.findtext(f"{KML}styleUrl") == "#halo"
    }
    assert said["Jufra base"] == "Somewhere within 1.5 km"
    assert said.keys() == {"Jufra base", "Sirte", "Moscow"}


def test_what_is_only_possibly_inside_looks_and_says_so() -> None:
    selection = made.selected(made.small_dataset(), "lang=en&from=2021-06-01&to=2021-06-30")
    marks = _marks(made.kml(made.exported(selection, "kmz")))
    possible = [shown.item.feature.id for shown in selection.shown() if shown.overlap is Overlap.POSSIBLE]
    assert possible
    for feature in possible:
        assert (marks[feature].findtext(f"{KML}styleUrl") or "").endswith("-possible")
        assert "Only possibly inside" in (marks[feature].findtext(f"{KML}description") or "")
