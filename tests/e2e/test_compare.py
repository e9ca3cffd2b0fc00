"""Two maps side by side: each with its own interval, layers and filters, moved as one; what differs is listed."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap import View, select
from libyamap.contrast import Contrast, contrast, sides
from libyamap.dataset import Dataset
from libyamap.i18n import message
from libyamap.validation import open_dataset

pytestmark = pytest.mark.xdist_group("curated")

LANGUAGES = ("en", "ar")
COMPARED = "from=2022-01-01&vs=from%3D2019-01-01%26to%3D2021-12-31%26side%3D1"
"""The years from 2022 on, and before them, on the first side, those from 2019 to 2021."""
PART = re.compile(r"/screen-[A-Z0-9]{8}\.js$")
ASKED = "performance.getEntriesByType('resource').map(({ name }) => name)"
BOXES = """() => Object.fromEntries(['map_libyamap', 'map_beside'].map((id) => {
  const { x, y, width, height } = document.getElementById(id).getBoundingClientRect();
  return [id, { x, y, width, height }];
}))"""
SHIFT = """() => {
  const { viewport: one, beside: { viewport: two } } = window.libyamap.state();
  const world = 256 * 2 ** one.zoom;
  const northing = (lat) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
  return [two.zoom - one.zoom, ((two.lon - one.lon) / 360) * world, (northing(one.lat) - northing(two.lat)) * world];
}"""
"""How far the second map looks from where the first one does: in levels of zoom, and in pixels."""

WATCH_SCALES = """() => {
  const style = (id) => getComputedStyle(document.querySelector(`#${id} .leaflet-ly-ground-pane canvas`));
  const scale = (id) => new DOMMatrix(style(id).transform).a;
  window.seen = [];
  const look = () => {
    window.seen.push([scale('map_libyamap'), scale('map_beside')]);
    if (window.seen.length < 90) requestAnimationFrame(look);
  };
  look();
}"""
"""How much the picture of each map is enlarged, at each of many frames."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_dataset()


def found(dataset: Dataset, query: str) -> Contrast:
    """What the library finds to differ between the two sides of a permalink."""
    both = sides(View.from_query(query))
    assert both
    return contrast(select(dataset, both[0]), select(dataset, both[1]))


def beside(one: Screen) -> dict[str, Any]:
    """What stands beside the view."""
    told = one.state()["beside"]
    assert told, "nothing stands beside the view"
    return dict(told)


def compared(one: Screen) -> Screen:
    """Wait until there are two maps."""
    return (
        one.until("window.libyamap.state().beside?.query !== undefined")
        .until("window.libyamap.state().beside.query !== null")
        .settled()
    )


def heading(one: Screen, *, active: bool) -> Any:
    return one.page.locator(f".ly-side[data-active={str(active).lower()}]")


def shift(one: Screen) -> list[float]:
    return list(one.page.evaluate(SHIFT))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_comparing_begins_with_the_same_on_both_sides(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}&kinds=forces")
    assert one.state()["beside"] is None
    assert not any(map(PART.search, one.page.evaluate(ASKED))), "what compares is fetched when somebody compares"
    shown = one.drawn()
    one.page.get_by_role("button", name=one.says("web.contrast.start")).click()
    compared(one)
    told = beside(one)
    assert set(told["drawn"]) == one.drawn() == shown
    assert told["onlyFirst"] == told["onlySecond"] == []
    assert one.evidence().get_by_text(message(lang, "web.contrast.same")).is_visible()
    assert parse_qs(one.query(), keep_blank_values=True)["vs"] == ["kinds=forces"]
    boxes = one.page.evaluate(BOXES)
    first, second = boxes["map_libyamap"], boxes["map_beside"]
    assert (first["x"] < second["x"]) is (lang == "en"), "the first side is where reading begins"
    assert first["height"] == second["height"]
    assert sum("basemap.json" in name for name in one.page.evaluate(ASKED)) == 1, "the ground is fetched once"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_differs_is_listed_and_counted(curated: Open, dataset: Dataset, lang: str) -> None:
    one = compared(curated(f"lang={lang}&{COMPARED}"))
    expected = found(dataset, COMPARED)
    told = beside(one)
    assert set(told["onlyFirst"]) == set(expected.only_first)
    assert set(told["onlySecond"]) == set(expected.only_second)
    assert {key: tuple(value) for key, value in told["otherwise"].items()} == dict(expected.otherwise)
    number = len(expected.only_first) + len(expected.only_second) + len(expected.otherwise)
    assert one.page.locator("[data-differences]").inner_text() == message(lang, "web.contrast.count", n=number)
    left, right = ("only.left", "only.right") if lang == "en" else ("only.right", "only.left")
    titles = [message(lang, f"web.contrast.{key}") for key in (left, right, "otherwise")]
    assert [text.split("\n")[0] for text in one.page.locator(".ly-listing h3").all_inner_texts()] == titles
    listed = {row.get_attribute("data-difference") for row in one.page.locator("[data-difference]").all()}
    assert listed <= {*expected.only_first, *expected.only_second, *expected.otherwise}
    assert set(expected.only_first) <= listed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_say_what_each_side_shows(curated: Open, dataset: Dataset, lang: str) -> None:
    one = compared(curated(f"lang={lang}&{COMPARED.replace('vs=', 'vs=kinds%3Dforces%26')}"))
    active, other = heading(one, active=True).inner_text(), heading(one, active=False).inner_text()
    assert message(lang, "web.contrast.active") in active
    assert message(lang, "web.contrast.active") not in other
    assert "2022" in active
    assert "2019" in other
    assert "2021" in other
    kinds = select(dataset, View.from_query("kinds=forces")).filters(lang)["kinds"]
    assert kinds in other
    assert kinds not in active


def test_a_row_stands_out_on_both_maps_and_leads_to_the_evidence(curated: Open) -> None:
    one = compared(curated(f"lang=en&{COMPARED}"))
    row = one.page.locator("[data-difference]").first
    feature = row.get_attribute("data-difference")
    row.locator("a").hover()
    one.until("(id) => window.libyamap.state().pointed.includes(id)", feature)
    row.locator("a").click()
    one.until("(id) => window.libyamap.state().selected === id", feature).settled()
    assert one.evidence().locator(".ly-evidence").is_visible()
    one.page.get_by_role("tab", name=one.says("web.bench.differences")).click()
    one.page.locator("[data-difference]").first.wait_for()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sides_change_which_is_active_and_keep_their_places(curated: Open, lang: str) -> None:
    one = compared(curated(f"lang={lang}&q=Sirte&vs=q%3DBenghazi"))
    mine, its = one.drawn(), set(beside(one)["drawn"])
    assert mine
    assert its
    assert mine != its
    before = one.page.evaluate(BOXES)
    heading(one, active=False).locator("button.ly-side-words").click()
    one.until("window.libyamap.state().query === 'q=Benghazi'")
    compared(one)
    assert one.drawn() == its
    assert set(beside(one)["drawn"]) == mine
    after = one.page.evaluate(BOXES)
    assert after["map_libyamap"] == before["map_beside"]
    assert after["map_beside"] == before["map_libyamap"]
    assert parse_qs(one.query())["vs"] == ["q=Sirte&side=1"]
    one.page.keyboard.press("[")
    one.show_filters()
    one.until("document.querySelector('.st-key-f_q input')?.value === 'Benghazi'")
    one.page.keyboard.press("Escape")
    one.page.locator("#map_libyamap").focus()
    one.page.keyboard.press("x")
    one.until("window.libyamap.state().query === 'q=Sirte'")
    assert one.drawn() == mine


def test_what_the_active_side_changes_leaves_the_other_as_it_is(curated: Open) -> None:
    one = compared(curated("lang=en&from=2023-04-01&to=2023-06-30&vs="))
    its, mine = set(beside(one)["drawn"]), one.drawn()
    one.page.locator("#map_libyamap").focus()
    one.page.keyboard.press(".")
    one.until("location.search.includes('to=2023-09-30')").settled()
    assert one.drawn() != mine
    assert set(beside(one)["drawn"]) == its
    assert parse_qs(one.query(), keep_blank_values=True)["vs"] == [""]
    one.page.locator("[data-offer=before]").click()
    one.until("location.search.includes('side%3D1')").settled()
    assert parse_qs(one.query())["vs"] == ["from=2023-03-31&to=2023-06-30&side=1"]
    assert heading(one, active=True).bounding_box()["x"] > heading(one, active=False).bounding_box()["x"]


def test_the_maps_move_as_one(curated: Open) -> None:
    one = compared(curated(f"lang=en&{COMPARED}", reduced_motion="no-preference"))
    before = shift(one)
    assert before[0] == 0
    assert before[2] == pytest.approx(0, abs=0.01)
    boxes = one.page.evaluate(BOXES)
    for name in ("map_libyamap", "map_beside"):
        x, y = boxes[name]["x"] + 200, 420
        centre = one.state()["viewport"]
        one.page.mouse.move(x, y)
        one.page.mouse.down()
        for step in range(1, 6):
            one.page.mouse.move(x + 12 * step, y - 9 * step)
            one.frames(1)
            assert shift(one) == pytest.approx(before, abs=1), "while it is dragged"
        one.page.mouse.up()
        one.settled()
        assert one.state()["viewport"]["lon"] != centre["lon"]
        assert shift(one) == pytest.approx(before, abs=1)
        one.page.mouse.wheel(0, -300)
        one.until("(zoom) => window.libyamap.state().viewport.zoom > zoom", centre["zoom"]).settled()
        assert shift(one) == pytest.approx(before, abs=1)
    one.page.get_by_role("button", name=one.says("web.tools.home")).click()
    one.frames(6)
    assert shift(one) == pytest.approx(before, abs=1), "while it flies"
    one.settled()
    assert shift(one) == pytest.approx(before, abs=1)


def test_pictures_of_both_maps_are_enlarged_at_the_same_pace(curated: Open) -> None:
    one = compared(curated(f"lang=en&{COMPARED}", reduced_motion="no-preference"))
    boxes = one.page.evaluate(BOXES)
    one.page.evaluate(WATCH_SCALES)
    one.page.mouse.dblclick(boxes["map_beside"]["x"] + 60, 600)
    one.until("window.seen.length === 90")
    seen = one.page.evaluate("window.seen")
    assert any(1.05 < mine < 1.4 for mine, _ in seen), "the picture is on its way at some time"
    assert all(mine == pytest.approx(its, abs=0.02) for mine, its in seen)


def test_a_click_on_the_other_map_opens_the_evidence(curated: Open) -> None:
    one = compared(curated(f"lang=en&{COMPARED}"))
    feature = "wagner-at-jufra-base"
    assert feature in beside(one)["drawn"]
    spot = one.page.evaluate("(id) => window.libyamap.point(id, true)", feature)
    one.page.mouse.click(spot["x"], spot["y"])
    one.until("(id) => window.libyamap.state().selected === id", feature)
    assert one.evidence().locator(".ly-evidence").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_address_gives_both_sides_back(curated: Open, lang: str) -> None:
    query = f"lang={lang}&c=27,17&z=5&{COMPARED}"
    one = compared(curated(query))
    drawn, told, where = one.drawn(), beside(one), one.state()["viewport"]
    assert where == {"lat": 27, "lon": 17, "zoom": 5}, "a reload does not move the map"
    again = compared(curated(one.query()))
    assert again.drawn() == drawn
    assert beside(again) == told


def test_comparing_ends_by_key_and_begins_again_by_going_back(curated: Open) -> None:
    one = compared(curated(f"lang=en&{COMPARED}"))
    one.page.locator("#map_libyamap").focus()
    one.page.keyboard.press("v")
    one.until("window.libyamap.state().beside === null").settled()
    assert "vs=" not in one.query()
    assert one.page.locator("#map_beside").count() == 0
    box = one.page.locator("#map_libyamap").bounding_box()
    assert box
    assert box["width"] == one.page.evaluate("innerWidth")
    assert one.page.locator("[data-difference]").count() == 0
    one.page.go_back()
    compared(one)
    assert beside(one)["onlyFirst"]


def test_the_side_that_is_closed_goes_and_the_other_stays(curated: Open) -> None:
    one = compared(curated("lang=en&q=Sirte&vs=q%3DBenghazi"))
    its = set(beside(one)["drawn"])
    heading(one, active=True).get_by_role("button", name=one.says("web.contrast.close")).click()
    one.until("window.libyamap.state().beside === null").settled()
    assert one.drawn() == its
    assert one.state()["query"] == "q=Benghazi"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_no_room_one_map_stands_above_the_other(curated: Open, lang: str) -> None:
    one = compared(curated(f"lang={lang}&{COMPARED}", viewport={"width": 390, "height": 844}))
    boxes = one.page.evaluate(BOXES)
    first, second = boxes["map_beside"], boxes["map_libyamap"]
    assert first["y"] == 0, "the side that stands first is above"
    assert second["y"] == first["height"]
    assert first["width"] == second["width"] == 390
    assert shift(one)[0] == 0


def test_language_theme_and_drawings_are_those_of_both(curated: Open) -> None:
    one = compared(curated(f"lang=en&{COMPARED}"))
    colour = "getComputedStyle(document.getElementById('map_beside')).backgroundColor"
    light = one.page.evaluate(colour)
    one.switch_theme()
    assert one.page.evaluate(colour) != light
    one.switch_language("ar")
    assert one.page.locator("#map_beside").get_attribute("aria-label") == message("ar", "web.contrast.map")
    boxes = one.page.evaluate(BOXES)
    assert boxes["map_beside"]["x"] > boxes["map_libyamap"]["x"], "in Arabic the first side is on the right"
