"""Drawing on the map: selections, measures, range rings and notes, in both languages."""

from __future__ import annotations

import re

import pytest
from pyproj import Geod
from tests.conftest import Open
from tests.e2e.drawing import LANGUAGES, NEAR, at, click, count, details, drawings, inside, take

from libyamap.i18n import message
from libyamap.view import View

pytestmark = pytest.mark.xdist_group("small")

EARTH = Geod(ellps="WGS84")
SIRTE, JUFRA = (16.5887, 31.2089), (16.001, 29.1981)

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
    one.page.keyboard.press("m")
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
def test_a_radius_that_would_reach_over_a_pole_is_refused_in_words(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NEAR}")
    take(one, "measure-rings")
    form = one.page.locator(".ly-draft")
    form.locator("textarea").fill("31.2089, 16.5887")
    form.locator("input").fill("7000")
    form.locator("input").press("Enter")
    _, _, metres = EARTH.inv(*SIRTE, SIRTE[0], 90)
    [told] = _numbers([re.sub(r"[.,](?=\d{3})", "", form.get_by_role("alert").inner_text())])
    assert metres / 1000 - 5 < told < metres / 1000
    form.locator("input").fill(str(told))
    form.locator("input").press("Enter")
    count(one, 1)
    details(one).locator("[data-field=radii]").fill("7000")
    details(one).locator("[data-field=radii]").press("Enter")
    assert details(one).get_by_role("alert").is_visible()
    assert drawings(one)[0]["radii"] == [told * 1000]


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


def _numbers(texts: list[str]) -> set[int]:
    """Whole parts of the numbers in texts, as either language writes them."""
    return {int(number) for text in texts for number in re.findall(r"\d+", text)}
