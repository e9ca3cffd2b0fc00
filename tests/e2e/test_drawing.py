"""Drawing on the map: selections, measures, range rings and notes, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator
from pyproj import Geod
from tests.conftest import Open
from tests.e2e.browser import Json, Screen

from libyamap.i18n import message
from libyamap.view import View

pytestmark = pytest.mark.xdist_group("small")

LANGUAGES = ("en", "ar")
EARTH = Geod(ellps="WGS84")
SIRTE, JUFRA = (16.5887, 31.2089), (16.001, 29.1981)
NEAR = "c=29.5,17&z=6.5&layers=meetings,movements,wagner"
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


def at(one: Screen, lon: float, lat: float) -> tuple[float, float]:
    """Page pixels of a position."""
    x, y = one.page.evaluate(
        "([lon, lat]) => { const { x, y } = window.map_libyamap.latLngToContainerPoint([lat, lon]); return [x, y]; }",
        [lon, lat],
    )
    return x, y


def take(one: Screen, tool: str) -> Screen:
    """Take a tool in hand."""
    if not one.page.locator("#ly-tabpanel-drawings").is_visible():
        one.page.get_by_role("button", name=one.says("web.tools.draw")).click()
    one.page.locator(f"[data-tool={tool}]").click()
    return one


def click(one: Screen, *positions: tuple[float, float]) -> Screen:
    """Click on positions of the map, one after the other."""
    for position in positions:
        one.page.mouse.move(*at(one, *position))
        one.page.mouse.click(*at(one, *position))
    return one


def drawings(one: Screen) -> list[Json]:
    """The drawings of the view."""
    return list(one.state()["view"]["drawings"])


def count(one: Screen, number: int) -> Screen:
    """Wait until there are so many drawings, and all is at rest."""
    return one.until("(number) => window.libyamap.state().view.drawings.length === number", number).settled()


def details(one: Screen) -> Locator:
    """The drawing that is open in the panel."""
    return one.page.locator(".ly-chosen")


def inside(one: Screen, index: int = 0) -> tuple[set[str], set[str]]:
    """What is certainly, and what is possibly, inside a selection."""
    told = one.state()["drawings"][index]
    return set(told["certain"]), set(told["possible"])


DRAWN = {
    "select-polygon": ("polygon", "selection", [(15, 28.5), (17.5, 28.5), (17.5, 30), (15, 30)]),
    "select-rectangle": ("rectangle", "selection", [(15, 28.5), (17.5, 30)]),
    "select-circle": ("circle", "selection", [(16, 29.2), (16.8, 29.2)]),
    "select-corridor": ("corridor", "selection", [(15.5, 29.2), (16.6, 29.2), (16.6, 31.2)]),
    "measure-distance": ("line", "measure", [(15.5, 28.8), (16.6, 29.4), (17.4, 30.6)]),
    "measure-area": ("polygon", "measure", [(15, 28.5), (17.5, 28.5), (16.2, 30)]),
    "measure-rings": ("rings", "measure", [(16.4, 30.1)]),
    "note-point": ("point", "note", [(17.4, 30.2)]),
    "note-line": ("line", "note", [(15.5, 28.8), (17.4, 30.6)]),
    "note-area": ("polygon", "note", [(15, 28.5), (17.5, 28.5), (16.2, 30)]),
    "note-text": ("text", "note", [(17.4, 30.2)]),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_is_drawn_named_kept_in_the_address_and_through_a_language_switch(
    small_map: Open, lang: str
) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    for number, (tool, (shape, role, positions)) in enumerate(DRAWN.items(), start=1):
        click(take(one, tool), *positions)
        if one.page.locator(".ly-draft-bar").is_visible():
            one.page.keyboard.press("Enter")
        count(one, number)
        drawn = drawings(one)[-1]
        assert (drawn["shape"], drawn["role"]) == (shape, role)
        for given, kept in zip(positions, drawn["paths"][0], strict=False):
            assert kept == pytest.approx(given, abs=0.02)
        name = details(one).locator("[data-field=name]")
        name.fill(f"<i>{tool}</i> ${{1}} رسم")
        name.press("Tab")
    one.settled()
    made = drawings(one)
    assert [drawn["name"] for drawn in made] == [f"<i>{tool}</i> ${{1}} رسم" for tool in DRAWN]
    assert View.from_query(one.query()).query() == one.query()
    assert one.state()["selected"] is None
    other = next(each for each in LANGUAGES if each != lang)
    one.switch_language(other)
    assert drawings(one) == made
    elsewhere = small_map(one.query())
    assert drawings(elsewhere) == made
    assert elsewhere.state()["drawings"] == one.state()["drawings"]
    assert elsewhere.open(elsewhere.query()).state()["view"]["drawings"] == made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_selection_tells_what_is_inside_and_can_show_nothing_else(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    everything = one.drawn()
    click(take(one, "select-rectangle"), (15.5, 28.8), (16.5, 29.6))
    count(one, 1)
    assert inside(one) == ({"wagner-jufra"}, {"sirte-jufra"})
    assert details(one).locator("[data-inside=certain] a").count() == 1
    assert one.drawn() == everything
    details(one).get_by_role("switch").check()
    one.until("window.libyamap.state().drawn.length === 2").settled()
    assert one.drawn() == {"wagner-jufra", "sirte-jufra"}
    chip = one.page.locator("[data-narrowing='drawing-01']")
    title = message(lang, "web.drawing.tool.select-rectangle") + " 1"
    assert chip.inner_text().strip() == message(lang, "web.sentence.inside", name=title)
    assert title in one.page.locator(".ly-sentence").inner_text()
    elsewhere = small_map(one.query())
    assert elsewhere.drawn() == one.drawn()
    chip.click()
    one.until("window.libyamap.state().drawn.length > 2").settled()
    assert one.drawn() == everything
    assert len(drawings(one)) == 1


def test_a_double_click_finishes_escape_gives_up_and_backspace_takes_back(small_map: Open) -> None:
    one = small_map(f"lang=en&{NEAR}")
    click(take(one, "select-polygon"), (15, 28.5), (17.5, 28.5), (17.5, 29), (17.5, 30))
    one.page.keyboard.press("Backspace")
    one.page.keyboard.press("Backspace")
    one.page.mouse.dblclick(*at(one, 16.2, 30))
    count(one, 1)
    assert len(drawings(one)[0]["paths"][0]) == 3
    before = one.state()["viewport"]
    click(take(one, "measure-distance"), (15, 28.5))
    one.page.keyboard.press("Escape")
    assert one.page.locator(".ly-draft-bar").count() == 0
    assert (len(drawings(one)), one.state()["viewport"]) == (1, before)


def test_back_undoes_a_drawing_and_forward_brings_it_back(small_map: Open) -> None:
    one = small_map(f"lang=en&{NEAR}")
    click(take(one, "note-point"), (17.4, 30.2))
    count(one, 1)
    one.page.go_back()
    count(one, 0)
    one.page.go_forward()
    count(one, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drawing_is_edited_by_handles_and_fields_and_deleted(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    click(take(one, "select-circle"), (16, 29.2), (16.8, 29.2))
    count(one, 1)
    [drawn] = drawings(one)
    one.page.mouse.move(*at(one, *drawn["paths"][0][0]))
    one.page.mouse.down()
    one.page.mouse.move(*at(one, 16.5, 30), steps=4)
    one.page.mouse.up()
    one.until("(lat) => window.libyamap.state().view.drawings[0].paths[0][0][1] !== lat", drawn["paths"][0][0][1])
    [moved] = drawings(one)
    assert moved["paths"][0][0] == pytest.approx((16.5, 30), abs=0.02)
    assert moved["radii"] == drawn["radii"]
    radius = details(one).locator("[data-field=radii]")
    radius.fill("30 NM" if lang == "en" else "٣٠ ميل بحري")
    radius.press("Enter")
    one.until("window.libyamap.state().view.drawings[0].radii[0] === 55560")
    details(one).locator("[data-field=radii]").fill("-5")
    details(one).locator("[data-field=radii]").press("Enter")
    assert details(one).get_by_role("alert").is_visible()
    details(one).locator("summary").click()
    positions = details(one).locator("[data-field=positions]")
    positions.fill("31.2089, 16.5887")
    positions.press("Tab")
    one.until("window.libyamap.state().view.drawings[0].paths[0][0][1] > 31").settled()
    assert inside(one)[0] == set()
    assert inside(one)[1] == {"sirte-jufra"}
    details(one).locator("[data-does=remove]").click()
    count(one, 0)
    assert "d=" not in one.query()


def test_a_vertex_is_added_between_two_and_taken_away_by_a_double_click(small_map: Open) -> None:
    one = small_map(f"lang=en&{NEAR}")
    click(take(one, "select-polygon"), (15, 28.5), (17.5, 28.5), (16.2, 30))
    one.page.keyboard.press("Enter")
    count(one, 1)
    one.page.mouse.move(*at(one, 16.25, 28.5))
    one.page.mouse.down()
    one.page.mouse.move(*at(one, 16.25, 28), steps=4)
    one.page.mouse.up()
    one.until("window.libyamap.state().view.drawings[0].paths[0].length === 4").settled()
    zoom = one.state()["viewport"]["zoom"]
    one.page.mouse.dblclick(*at(one, 16.25, 28))
    one.until("window.libyamap.state().view.drawings[0].paths[0].length === 3").settled()
    assert one.state()["viewport"]["zoom"] == zoom


@pytest.mark.parametrize("lang", LANGUAGES)
def test_positions_and_radii_can_be_typed_without_a_pointer(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    one.page.keyboard.press("p")
    one.page.locator("[data-tool=measure-rings]").focus()
    one.page.keyboard.press("Enter")
    one.until("document.activeElement.id === 'ly-draft-coordinates'")
    one.page.keyboard.type("nowhere")
    form = one.page.locator(".ly-draft")
    form.get_by_role("button").first.click()
    assert form.get_by_role("alert").inner_text() == message(lang, "web.drawing.wrong-position", line="1")
    form.locator("textarea").fill("31.2089, 16.5887")
    form.locator("input").fill("50, 100، 150 km")
    form.locator("input").press("Enter")
    count(one, 1)
    [rings] = drawings(one)
    assert rings["paths"][0][0] == pytest.approx(SIRTE, abs=1e-4)
    assert rings["radii"] == [50_000, 100_000, 150_000]
    assert _numbers(one.state()["drawings"][0]["labels"]) == {50, 27, 100, 54, 150, 81}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_distance_bearing_and_area_are_those_of_the_ellipsoid(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    azimuth, _, metres = EARTH.inv(*SIRTE, *JUFRA)
    take(one, "measure-distance")
    form = one.page.locator(".ly-draft")
    form.locator("textarea").fill("31.2089, 16.5887\n29.1981, 16.001")
    form.get_by_role("button").first.click()
    count(one, 1)
    facts = details(one).locator(".ly-facts").inner_text()
    assert {round(metres / 1000), round(metres / 1852), round(azimuth % 360)} <= _numbers([facts])
    take(one, "measure-area")
    form.locator("textarea").fill("28, 15\n28, 16\n29, 16\n29, 15")
    form.get_by_role("button").first.click()
    count(one, 2)
    area, _ = EARTH.polygon_area_perimeter([15, 16, 16, 15], [28, 28, 29, 29])
    told = re.sub(r"[.,](?=\d{3})", "", details(one).locator(".ly-facts").inner_text())
    assert any(abs(int(number) - area / 1e6) < 4 for number in re.findall(r"\d+", told))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_movement_tells_its_length_and_rings_are_drawn_about_what_is_open(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}&sel=sirte-jufra")
    _, _, metres = EARTH.inv(*SIRTE, *JUFRA)
    text = one.evidence().inner_text()
    assert message(lang, "web.drawing.straight") in text
    assert round(metres / 1000) in _numbers([text])
    one.go(f"lang={lang}&{NEAR}&sel=wagner-jufra").until("window.libyamap.state().selected === 'wagner-jufra'")
    one.evidence().get_by_role("button", name=message(lang, "web.drawing.rings-about")).click()
    count(one, 1)
    [rings] = drawings(one)
    assert rings["paths"][0][0] == pytest.approx(JUFRA, abs=1e-4)
    assert rings["name"] == {"en": "Jufra base", "ar": "قاعدة الجفرة"}[lang]


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
    elsewhere.page.keyboard.press("p")
    _choose(elsewhere, "note", file)
    count(elsewhere, 2)
    assert drawings(elsewhere) == made


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "content"), [("outline.geojson", json.dumps(OUTLINE)), ("outline.kml", KML)])
def test_an_outline_from_a_file_is_a_selection(
    small_map: Open, lang: str, name: str, content: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    one = small_map(f"lang={lang}&{NEAR}")
    one.page.keyboard.press("p")
    _choose(one, "selection", tmp_path / name)
    count(one, 1)
    assert inside(one)[0] == {"wagner-jufra", "sirte-jufra"}
    assert drawings(one)[0]["name"] in {"=cmd|<b>$x", "حدود"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_file_that_is_wrong_one_is_told_what(small_map: Open, lang: str, tmp_path: Path) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    one.page.keyboard.press("p")
    for name, (content, key) in WRONG.items():
        (tmp_path / name).write_bytes(content)
        _choose(one, "selection", tmp_path / name)
        why = message(lang, f"web.drawing.file.{key}", line="1", root="html", n="1", position="500000, 3400000")
        one.page.locator(".ly-drawing-files").get_by_role("alert").get_by_text(f"{name}: {why}", exact=True).wait_for()
    assert drawings(one) == []


def test_what_is_too_large_for_the_address_stays_in_its_window_and_says_so(small_map: Open, tmp_path: Path) -> None:
    ring = [[15 + n / 100, 28 + (n % 2) / 50] for n in range(300)] + [[18, 32], [15, 32], [15, 28]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    (tmp_path / "fine.geojson").write_text(json.dumps(outline), "utf-8")
    one = small_map(f"lang=en&{NEAR}")
    one.page.keyboard.press("p")
    _choose(one, "selection", tmp_path / "fine.geojson")
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


def test_a_drawing_is_chosen_on_the_map_and_a_feature_below_is_still_reached(small_map: Open) -> None:
    one = small_map(f"lang=en&{NEAR}")
    click(take(one, "select-rectangle"), (15, 28), (18, 30))
    count(one, 1)
    one.page.keyboard.press("Escape")
    assert details(one).count() == 0
    one.click_feature("wagner-jufra")
    assert details(one).count() == 0
    one.page.mouse.click(*at(one, 16, 28))
    details(one).wait_for()


def test_one_draws_by_touch(small_map: Open) -> None:
    one = small_map(f"lang=en&{NEAR}", viewport={"width": 1024, "height": 768}, has_touch=True)
    one.page.get_by_role("button", name=one.says("web.tools.draw")).tap()
    one.page.locator("[data-tool=select-polygon]").tap()
    for position in ((16, 28.5), (18, 28.5), (17, 30.5)):
        one.page.touchscreen.tap(*at(one, *position))
    one.page.get_by_role("button", name=one.says("web.drawing.finish")).tap()
    count(one, 1)
    assert len(drawings(one)[0]["paths"][0]) == 3


def _choose(one: Screen, role: str, file: Path) -> None:
    with one.page.expect_file_chooser() as chooser:
        one.page.locator(f"[data-opens={role}]").click()
    chooser.value.set_files(file)


def _numbers(texts: list[str]) -> set[int]:
    """Whole parts of the numbers in texts, as either language writes them."""
    return {int(number) for text in texts for number in re.findall(r"\d+", text)}
