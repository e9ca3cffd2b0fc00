"""Data of a reader's own: chosen, looked at, mapped, added, styled, clicked, timed, saved, removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from playwright.sync_api import Locator
from tests.conftest import Open
from tests.e2e.browser import PATIENCE, Screen
from tests.e2e.test_accessibility import problems
from tests.overlays import samples
from tests.overlays.samples import BENGHAZI, SEBHA, TRIPOLI

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("small")

both_languages = pytest.mark.parametrize("lang", ["en", "ar"])

VIEW = "c=29.5,16.5&z=6"
CSV = samples.ARABIC_CSV.encode()
HOSTILE = "<img src=x onerror=alert(1)>"
SQUARE = shapely.geometry.mapping(shapely.box(13, 26, 16, 28))
POINT = f"<Point><coordinates>{SEBHA[0]},{SEBHA[1]}</coordinates></Point>"
KML = samples.kml(f"<Placemark><name>A</name>{POINT}</Placemark>")
STEALS = '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

PIXEL = """([lon, lat]) => {
  const { x, y } = map_libyamap.latLngToContainerPoint([lat, lon]);
  const sheet = document.querySelector('.leaflet-ly-overlays-pane canvas');
  const [outer, inner] = [document.getElementById('map_libyamap'), sheet].map((one) => one.getBoundingClientRect());
  const scale = sheet.width / inner.width;
  const at = [x + outer.left - inner.left, y + outer.top - inner.top].map((one) => one * scale);
  return [...sheet.getContext('2d').getImageData(...at.map(Math.round), 1, 1).data];
}"""
"""Red, green, blue and alpha of the overlays' own canvas at a position."""


class _Own:
    """What a reader does with data of their own."""

    def __init__(self, one: Screen) -> None:
        self.one = one
        self.page = one.page

    def says(self, key: str, **params: object) -> str:
        return message(self.one.state()["lang"], f"overlay.ui.{key}", **params)

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog[open]")

    def choose(self, name: str, data: bytes) -> _Own:
        """Choose a file, and wait until something is told of it."""
        if not self.dialog.count():
            self.page.get_by_role("button", name=self.one.says("web.own.add")).click()
        self.dialog.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
        self.dialog.locator(".ly-findings, [role=alert]").first.wait_for()
        return self

    def add(self, name: str, data: bytes) -> _Own:
        """Choose a file and add it as it is recognised."""
        self.choose(name, data)
        self.dialog.locator(".ly-overlay-buttons .ly-primary").click()
        self.dialog.wait_for(state="detached")
        self.one.settled()
        return self

    def state(self) -> list[dict[str, Any]]:
        own: list[dict[str, Any]] = self.one.state()["own"]
        return own

    def column(self, role: str) -> Locator:
        return self.dialog.get_by_role("combobox", name=self.says(f"column.{role}"), exact=True)

    def pixel(self, lon: float, lat: float) -> list[int]:
        found: list[int] = self.page.evaluate(PIXEL, [lon, lat])
        return found

    def click(self, lon: float, lat: float) -> _Own:
        at = self.page.evaluate("([lon, lat]) => map_libyamap.latLngToContainerPoint([lat, lon])", [lon, lat])
        self.page.mouse.click(at["x"], at["y"])
        return self

    @property
    def card(self) -> Locator:
        return self.page.locator(".ly-own-card")


@pytest.fixture
def opened(small_map: Open) -> Callable[[str], _Own]:
    return lambda query: _Own(small_map(query))


@both_languages
def test_a_table_is_looked_at_and_added_and_a_click_says_what_stands_in_it(
    opened: Callable[[str], _Own], lang: str
) -> None:
    own = opened(f"lang={lang}&{VIEW}")
    fetched: list[str] = []
    own.page.on("request", lambda request: fetched.append(request.url))
    assert not own.page.evaluate("performance.getEntriesByType('resource').some((one) => /overlays/.test(one.name))")
    rows = f'name,lon,lat,date,note\nSebha,{SEBHA[0]},{SEBHA[1]},2023,"{HOSTILE}"\nlost,,,,\n'
    own.choose("places.csv", rows.encode())
    assert any("overlays" in address for address in fetched)
    told = own.dialog.inner_text()
    assert own.says("tally", shown=1, rejected=1) in told
    assert "places.csv" in told
    assert own.column("lon").input_value() == "lon"
    assert own.column("start").input_value() == "date"
    assert own.dialog.locator(".ly-preview td", has_text=HOSTILE).count() == 1
    own.dialog.get_by_role("button", name=own.says("add", n=1)).click()
    own.one.settled()
    assert [(one["file"], one["shown"]) for one in own.state()] == [("places.csv", 1)]
    assert own.pixel(*SEBHA)[3] == 255
    own.click(*SEBHA)
    own.card.wait_for()
    assert HOSTILE in own.card.inner_text()
    assert own.says("at.line", row="2") in own.card.inner_text()
    own.page.keyboard.press("Escape")
    own.card.wait_for(state="detached")
    own.page.get_by_role("button", name=own.says("remove", name="places.csv")).click()
    own.one.until("window.libyamap.state().own.length === 0").frames()
    assert own.pixel(*SEBHA)[3] == 0


@both_languages
def test_dates_follow_the_clock_and_imprecise_ones_are_intervals(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}").add("towns.csv", CSV)
    for window, shown in (("", 3), ("&from=2023-07-20&to=2023-07-25", 1), ("&from=2022-03-01&to=2023-07-07", 3)):
        own.one.go(f"lang={lang}&{VIEW}{window}")
        own.one.until("(count) => window.libyamap.state().own[0].shown === count", shown)
    assert own.page.locator("[data-own] .ly-count").inner_text() == "3"
    # The day is certain, the year only possible: its point is a ring.
    own.one.frames()
    assert own.pixel(*TRIPOLI)[:3] != own.pixel(*SEBHA)[:3]


FILES: dict[str, tuple[bytes, tuple[float, float]]] = {
    "areas.geojson": (samples.geojson(samples.feature(SQUARE, name="A")), (14.5, 27)),
    "places.kml": (KML, SEBHA),
    "places.kmz": (samples.zipped({"doc.kml": KML}), SEBHA),
    "places.gpkg": (samples.gis_file("GPKG", [shapely.Point(SEBHA)], ["A"]), SEBHA),
    "places.zip": (samples.zipped(samples.shapefile([SEBHA], [b"A"])), SEBHA),
    "places.xlsx": (samples.workbook(["name", "lon", "lat"], ["A", *SEBHA]), SEBHA),
}


@both_languages
def test_every_format_becomes_a_layer(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}")
    for name, (data, spot) in FILES.items():
        own.add(name, data)
        assert [(one["file"], one["shown"]) for one in own.state()] == [(name, 1)]
        assert own.pixel(*spot)[3] > 0
        own.click(*spot)
        own.card.get_by_role("heading", name="A").wait_for()
        own.page.get_by_role("button", name=own.says("remove", name=name)).click()
        own.card.wait_for(state="detached")


@both_languages
def test_columns_that_are_not_known_are_asked_for(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}").choose("odd.csv", b"a,b,c\n14.43,27.04,Sebha\n20.07,32.12,Benghazi\n")
    add = own.dialog.locator(".ly-overlay-buttons .ly-primary")
    assert add.is_disabled()
    assert message(lang, "overlay.fault.no-coordinates-column") in own.dialog.inner_text()
    for role, column in (("lon", "a"), ("lat", "b"), ("title", "c")):
        own.column(role).select_option(column)
    add.and_(own.page.locator(":enabled")).wait_for()
    own.dialog.locator(".ly-overlay-form[aria-busy=false]").wait_for()
    add.click()
    own.one.settled()
    assert own.state()[0]["shown"] == 2
    own.click(*BENGHAZI)
    own.card.get_by_role("heading", name="Benghazi").wait_for()


REFUSED: dict[str, tuple[bytes, str, dict[str, object]]] = {
    "evil.kml": (samples.kml("", head=STEALS), "entity", {"member": "evil.kml"}),
    "bomb.kmz": (samples.zipped({"doc.kml": b"0" * 30_000_000}), "bomb", {"member": "doc.kml", "size": 30}),
    "metres.csv": (b"x,y\n330748,3640423\n", "not-degrees", {"x": "330748", "y": "3.64042e+06"}),
    "cut.geojson": (b'{"type": "FeatureCollection",\n "features": [', "json", {"line": 2, "column": 15}),
}


@both_languages
def test_what_cannot_be_read_is_said_and_another_file_can_follow(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}")
    for name, (data, key, params) in REFUSED.items():
        own.choose(name, data)
        told = message(lang, f"overlay.error.{key}", file=name, **params)
        own.dialog.get_by_role("alert").and_(own.page.get_by_text(told, exact=True)).wait_for()
        assert own.dialog.locator(".ly-overlay-buttons .ly-primary").is_disabled()
    own.choose("towns.csv", CSV)
    own.dialog.locator(".ly-findings").wait_for()
    assert own.dialog.get_by_role("alert").count() == 0


@both_languages
def test_windows_1256_is_read_and_lines_of_another_encoding_are_named(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}").choose("towns.csv", samples.ARABIC_CSV.encode("cp1256"))
    assert "Windows-1256" in own.dialog.locator(".ly-findings").inner_text()
    assert "طرابلس" in own.dialog.locator(".ly-preview").inner_text()
    lines = samples.ARABIC_CSV.splitlines(keepends=True)
    mixed = b"".join(line.encode("cp1256" if number == 2 else "utf-8") for number, line in enumerate(lines))
    own.choose("mixed.csv", mixed)
    own.dialog.locator(".ly-faults").wait_for()
    assert (
        message(lang, "overlay.fault.mixed", encoding="Windows-1256") in own.dialog.locator(".ly-faults").inner_text()
    )


@both_languages
def test_colour_opacity_and_labels_are_chosen(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}").add("towns.csv", CSV)
    row = own.page.locator("[data-own]")
    row.get_by_role("button", name=own.says("style", name="towns.csv")).click()
    row.get_by_role("button", name=own.says("colour.4")).click()
    own.one.frames()
    assert own.pixel(*SEBHA) == [0x00, 0x9E, 0x73, 255]
    row.get_by_label(own.says("opacity")).fill("50")
    own.one.frames()
    assert own.pixel(*SEBHA)[3] == pytest.approx(128, abs=2)
    row.get_by_role("checkbox").uncheck()
    own.one.frames()
    assert own.pixel(*SEBHA)[3] == 0


@both_languages
def test_a_file_can_be_dropped_on_the_page(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}")
    own.page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], 'towns.csv'));
          const told = { dataTransfer, bubbles: true, cancelable: true };
          for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, told));
        }""",
        samples.ARABIC_CSV,
    )
    own.dialog.locator(".ly-findings").wait_for()
    assert own.says("tally", shown=3, rejected=0) in own.dialog.inner_text()


@both_languages
def test_what_is_not_saved_is_gone_with_the_page(opened: Callable[[str], _Own], lang: str) -> None:
    own = opened(f"lang={lang}&{VIEW}").add("towns.csv", CSV)
    with own.page.expect_download(timeout=PATIENCE) as saving:
        own.page.get_by_role("button", name=own.says("save", name="towns.csv")).click()
    saved = json.loads(Path(saving.value.path()).read_text("utf-8"))
    assert saving.value.suggested_filename == "towns.geojson"
    assert [feature["geometry"]["coordinates"] for feature in saved["features"]] == [
        list(one) for one in (TRIPOLI, BENGHAZI, SEBHA)
    ]
    assert saved["features"][1]["properties"]["الاسم"] == "بنغازي"
    own.one.open(f"lang={lang}&{VIEW}")
    assert own.one.state()["own"] == []
    own.add("towns.geojson", json.dumps(saved).encode())
    assert own.state()[0]["shown"] == 3


def test_layers_stay_when_the_language_changes_and_sentences_change_with_it(opened: Callable[[str], _Own]) -> None:
    own = opened(f"lang=en&{VIEW}").add("towns.csv", CSV)
    own.click(*TRIPOLI)
    own.card.wait_for()
    own.one.switch_language("ar")
    assert own.state()[0]["open"] == 0
    assert message("ar", "overlay.ui.own") in own.card.inner_text()


@both_languages
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_all_goes_by_keyboard_and_has_no_problem(opened: Callable[[str], _Own], lang: str, theme: str) -> None:
    own = opened(f"lang={lang}&theme={theme}&{VIEW}")
    own.page.get_by_role("button", name=own.one.says("web.own.add")).focus()
    own.page.keyboard.press("Enter")
    own.dialog.get_by_role("button", name=own.says("choose")).and_(own.page.locator(":focus")).wait_for()
    found = problems(own.one)
    own.choose("towns.csv", CSV + b"x,1,,\n")
    found += problems(own.one)
    own.dialog.locator(".ly-overlay-buttons .ly-primary").focus()
    own.page.keyboard.press("Enter")
    own.dialog.wait_for(state="detached")
    own.page.get_by_role("button", name=own.says("browse", name="towns.csv")).focus()
    own.page.keyboard.press("Enter")
    own.card.get_by_role("button", name=own.one.says("web.own.next")).focus()
    own.page.keyboard.press("Enter")
    own.card.get_by_role("heading", name="بنغازي").wait_for()
    found += problems(own.one.settled())
    assert found == []
