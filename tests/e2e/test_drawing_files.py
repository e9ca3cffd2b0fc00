"""Drawings and what is inside of them, to files and from files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.conftest import Open
from tests.e2e.drawing import LANGUAGES, NEAR, choose, click, count, details, drawings, inside, take

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("small")

OUTLINE = {
    "type": "Feature",
    "properties": {"name": "=cmd|<b>$x"},
    "geometry": {"type": "Polygon", "coordinates": [[[15, 28], [18, 28], [18, 32], [15, 32], [15, 28]]]},
}
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>حدود</name><Polygon><outerBoundaryIs><LinearRing>
<coordinates>15,28,0 18,28,0 18,32,0 15,32,0 15,28,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
</Document></kml>"""

WRONG = {
    "broken.geojson": (b'{"type": ', "json"),
    "broken.kml": (b"<kml><Document>", "xml"),
    "bomb.kml": (b'<!DOCTYPE k [<!ENTITY a "aaaa">]><kml>&a;</kml>', "entities"),
    "page.kml": (b"<html><script>alert(1)</script></html>", "not-kml"),
    "arabic.geojson": ('{"name": "ليبيا"}'.encode("cp1256"), "encoding"),
    "doc.kmz": (b"PK\x03\x04", "zipped"),
    "points.geojson": (b'{"type": "Point", "coordinates": [15, 28]}', "no-area"),
    "utm.geojson": (b'{"type": "Point", "coordinates": [500000, 3400000]}', "degrees"),
}
"""Files that are wrong, and what is said of them."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_inside_leaves_as_geojson_and_csv(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    click(take(one, "select-rectangle"), (15.5, 28.8), (17, 31.5))
    count(one, 1)
    with one.page.expect_download() as saved:
        details(one).locator("[data-does=csv]").click()
    raw = Path(saved.value.path()).read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert {(row["id"], row["inside"]) for row in rows} == {
        ("wagner-jufra", "certainly"),
        ("sirte-jufra", "certainly"),
    }
    with one.page.expect_download() as saved:
        details(one).locator("[data-does=geojson]").click()
    collection = json.loads(Path(saved.value.path()).read_text("utf-8"))
    assert {feature["id"] for feature in collection["features"]} == {"wagner-jufra", "sirte-jufra"}
    assert collection["digest"] == one.state()["digest"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_are_kept_as_a_file_and_opened_again(small_map: Open, lang: str, tmp_path: Path) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    click(take(one, "note-point"), (17.4, 30.2))
    count(one, 1)
    note = details(one).locator("[data-field=note]")
    note.fill("ملاحظة <script>alert(1)</script>")
    note.press("Tab")
    click(take(one, "measure-rings"), (16.4, 30.1))
    count(one, 2)
    made = drawings(one)
    with one.page.expect_download() as saved:
        one.page.locator("[data-does=keep]").click()
    file = tmp_path / "notes.geojson"
    saved.value.save_as(file)
    elsewhere = small_map(f"lang={lang}&{NEAR}")
    elsewhere.page.keyboard.press("m")
    choose(elsewhere, "note", file)
    count(elsewhere, 2)
    assert drawings(elsewhere) == made


@pytest.mark.parametrize(
    ("lang", "name", "content"), [("en", "outline.geojson", json.dumps(OUTLINE)), ("ar", "outline.kml", KML)]
)
def test_an_outline_from_a_file_is_a_selection(
    small_map: Open, lang: str, name: str, content: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    one = small_map(f"lang={lang}&{NEAR}")
    one.page.keyboard.press("m")
    choose(one, "selection", tmp_path / name)
    count(one, 1)
    assert inside(one)[0] == {"wagner-jufra", "sirte-jufra"}
    assert drawings(one)[0]["name"] in {"=cmd|<b>$x", "حدود"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_file_that_is_wrong_one_is_told_what(small_map: Open, lang: str, tmp_path: Path) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    one.page.keyboard.press("m")
    for name, (content, key) in WRONG.items():
        (tmp_path / name).write_bytes(content)
        choose(one, "selection", tmp_path / name)
        why = message(lang, f"web.drawing.file.{key}", line="1", root="html", n="1", position="500000, 3400000")
        one.page.locator(".ly-drawing-files").get_by_role("alert").get_by_text(f"{name}: {why}", exact=True).wait_for()
    assert drawings(one) == []


def test_what_is_too_large_for_the_address_stays_in_its_window_and_says_so(small_map: Open, tmp_path: Path) -> None:
    ring = [[15 + n / 100, 28 + (n % 2) / 50] for n in range(300)] + [[18, 32], [15, 32], [15, 28]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    (tmp_path / "fine.geojson").write_text(json.dumps(outline), "utf-8")
    one = small_map(f"lang=en&{NEAR}")
    one.page.keyboard.press("m")
    choose(one, "selection", tmp_path / "fine.geojson")
    count(one, 1)
    assert "d=" not in one.query()
    assert one.page.get_by_text(message("en", "web.drawing.unkept", n=1)).is_visible()
    made = drawings(one)
    one.page.go_back()
    count(one, 0)
    one.page.go_forward()
    count(one, 1)
    assert drawings(one) == made
    one.page.reload()
    one.until("window.libyamap?.state().viewport")
    assert drawings(one) == made
