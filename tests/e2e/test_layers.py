"""Layers and legend: hidden, alone, seen through, in another order; and what the legend says of them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap.i18n import message

both_languages = pytest.mark.parametrize("lang", ["en", "ar"])
small = pytest.mark.xdist_group("small")
curated = pytest.mark.xdist_group("curated")

JUFRA = "wagner-jufra"
VIEW = "c=29.2,16&z=6"
"""Of the small dataset: Jufra in the middle, where symbols stand in the open."""

PIXEL = """([x, y]) => {
  const sheet = document.querySelector('.leaflet-ly-features-pane canvas');
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const at = [(x - left) * sheet.width / width, (y - top) * sheet.height / height].map(Math.round);
  return [...sheet.getContext('2d').getImageData(...at, 1, 1).data];
}"""
"""Red, green, blue and alpha of the features' own canvas at a spot of the window."""

Json = dict[str, Any]


# --- which layers are shown ---


@small
def test_a_layer_is_hidden_and_shown_again(small_map: Open) -> None:
    one = small_map(f"lang=ar&{VIEW}")
    box = _row(one, "wagner").get_by_role("checkbox")
    box.uncheck()
    one.until("!window.libyamap.state().drawn.includes('wagner-jufra')").settled()
    assert one.drawn() == {"meeting-moscow", "sirte-jufra"}
    assert "layers=meetings,movements" in one.query()
    one.page.go_back()
    one.until("window.libyamap.state().drawn.includes('wagner-jufra')")
    assert box.is_checked()


@small
def test_one_layer_is_shown_alone_and_then_all_again(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}")
    row = _row(one, "movements")
    row.hover()
    only = row.get_by_role("button", name=_words("en", "web.layers.only-of", layer=_title("en", "movements")))
    only.click()
    one.until("window.libyamap.state().layers.join() === 'movements'")
    assert one.drawn() == {"sirte-jufra"}
    row.hover()
    row.get_by_role("button", name=_words("en", "web.layers.all-of", layer=_title("en", "movements"))).click()
    one.until("window.libyamap.state().layers.length === 3").settled()
    assert "layers=" not in one.query()


# --- opacity ---


@small
def test_a_layer_is_seen_through_as_far_as_its_slider_says(small_map: Open) -> None:
    one = small_map(f"lang=ar&{VIEW}&layers=wagner")
    assert _pixel(one, JUFRA)[3] == 255
    _row(one, "wagner").hover()
    one.page.locator("#ly-opacity-wagner").click()
    slider = one.page.get_by_role("slider", name=_words("ar", "web.layers.opacity-of", layer=_title("ar", "wagner")))
    slider.fill("40")
    one.until("window.libyamap.state().view.opacity.join() === 'wagner,40'").settled().frames()
    assert _pixel(one, JUFRA)[3] == pytest.approx(0.4 * 255, abs=24)
    assert one.query().endswith("&opacity=wagner:40")
    assert "40" in str(slider.get_attribute("aria-valuetext"))
    slider.fill("0")
    one.until("window.libyamap.point('wagner-jufra') === null").settled()
    assert JUFRA in one.drawn(), "it is in the lists all the same"
    assert one.page.locator("[data-entry]").count() == 0, "nothing is on the map that a legend could explain"


@small
def test_a_slider_s_way_is_one_step_back(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}")
    _row(one, "wagner").hover()
    one.page.locator("#ly-opacity-wagner").click()
    slider = one.page.locator("aside.ly-start").get_by_role("slider")
    for percent in ("95", "60", "35"):
        slider.fill(percent)
    one.until("location.search.endsWith('opacity=wagner:35')")
    one.page.go_back()
    one.until("window.libyamap.state().view.opacity.length === 0").settled()
    assert "opacity" not in one.query()
    one.page.go_forward()
    one.until("window.libyamap.state().view.opacity.join() === 'wagner,35'")


@small
def test_the_slider_runs_along_the_line_of_reading(small_map: Open) -> None:
    for lang, less in (("en", "ArrowLeft"), ("ar", "ArrowRight")):
        one = small_map(f"lang={lang}&{VIEW}")
        _row(one, "wagner").hover()
        one.page.locator("#ly-opacity-wagner").click()
        one.page.keyboard.press(less)
        one.until("window.libyamap.state().view.opacity.join() === 'wagner,95'")


@small
def test_what_is_pointed_at_stands_out_though_its_layer_is_faint(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}&layers=wagner&opacity=wagner:10")
    assert _pixel(one, JUFRA)[3] < 80
    one.page.locator("#ly-legend-precisions").click()
    one.page.locator("[data-entry=exact]").hover()
    one.until("window.libyamap.state().pointed.length === 1").frames()
    assert _pixel(one, JUFRA)[3] == 255


# --- order ---


@curated
def test_the_layer_on_top_is_the_one_that_a_click_reaches(curated: Open) -> None:
    one = curated("lang=ar&layers=east,wagner&c=28,22&z=6")
    assert one.state()["layers"] == ["wagner", "east"]
    spot = _where_areas_meet(one)
    assert _layer_at(one, spot) == "wagner"
    _arrange(one)
    one.page.locator("#ly-grip-east").focus()
    one.page.keyboard.press("ArrowUp")
    one.until("window.libyamap.state().layers.join() === 'east,wagner'").settled()
    assert _layer_at(one, spot) == "east"
    assert "order=east" in one.query()


@small
def test_a_layer_is_dragged_to_another_place(small_map: Open) -> None:
    one = small_map(f"lang=ar&{VIEW}")
    assert one.state()["layers"] == ["wagner", "movements", "meetings"]
    _arrange(one)
    _drag(one, one.page.locator("#ly-grip-meetings"), one.page.locator("#ly-grip-wagner"))
    one.until("window.libyamap.state().layers.join() === 'meetings,wagner,movements'").settled()
    assert one.query().endswith("&order=meetings")
    assert _listed(one) == ["meetings", "wagner", "movements", "outlook"]
    one.page.go_back()
    one.until("window.libyamap.state().layers[0] === 'wagner'")


@small
@both_languages
def test_buttons_move_a_layer_and_end_at_the_ends(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{VIEW}")
    _arrange(one)
    raising = one.page.locator("#ly-raise-meetings")
    assert raising.get_attribute("aria-label") == _words(lang, "web.layers.raise", layer=_title(lang, "meetings"))
    assert raising.get_attribute("aria-disabled") == "false"
    for expected in (["wagner", "meetings"], ["meetings", "wagner"], ["meetings", "wagner"]):
        raising.focus()
        one.page.keyboard.press("Enter")
        one.until("(first) => window.libyamap.state().layers.slice(0, 2).join() === first", ",".join(expected))
    assert raising.get_attribute("aria-disabled") == "true"
    assert _focused(one)["id"] == "ly-raise-meetings"


@small
def test_order_and_opacity_are_given_back(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}&order=outlook,meetings&opacity=movements:50")
    assert one.state()["layers"] == ["meetings", "wagner", "movements"]
    one.page.get_by_role("button", name=one.says("web.layers.reset"), exact=True).click()
    one.until("window.libyamap.state().layers[0] === 'wagner'").settled()
    assert one.query() == f"lang=en&{VIEW}"


@small
def test_order_and_opacity_stay_on_a_reload_and_open_elsewhere(small_map: Open) -> None:
    query = f"lang=ar&{VIEW}&order=nobody-knows,meetings,outlook&opacity=nobody-knows:5,wagner:40"
    one = small_map(query)
    assert one.query() == query
    assert one.state()["layers"] == ["meetings", "wagner", "movements"]
    pixel = _pixel(one, JUFRA)
    one.page.reload()
    one.until("window.libyamap?.state().viewport").settled()
    elsewhere = small_map(one.query())
    for screen in (one, elsewhere):
        assert screen.query() == query
        assert screen.state()["view"]["opacity"] == [["nobody-knows", 5], ["wagner", 40]]
        assert screen.state()["layers"] == ["meetings", "wagner", "movements"]
        assert _pixel(screen, JUFRA) == pixel


@small
@both_languages
def test_order_and_opacity_need_no_mouse(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{VIEW}")
    keys = one.page.keyboard
    _tab_to(one, lambda focused: "ly-text-button" in focused["class"])
    keys.press("Enter")
    _tab_to(one, lambda focused: focused["id"] == "ly-grip-meetings")
    keys.press("ArrowUp")
    one.until("window.libyamap.state().layers.join() === 'wagner,meetings,movements'")
    one.until("document.activeElement.id === 'ly-grip-meetings'")
    keys.press("Home")
    one.until("window.libyamap.state().layers.join() === 'meetings,wagner,movements'")
    one.until("document.activeElement.id === 'ly-grip-meetings'")
    said = _words(lang, "web.layers.moved", layer=_title(lang, "meetings"), place=1, total=4)
    assert one.page.locator(".ly-layers [role=status]").inner_text() == said
    _tab_to(one, lambda focused: focused["id"] == "ly-opacity-meetings")
    keys.press("Enter")
    keys.press("ArrowDown")
    one.until("window.libyamap.state().view.opacity.join() === 'meetings,95'")
    keys.press("Escape")
    one.until("document.activeElement.id === 'ly-opacity-meetings'").settled()
    assert one.query().endswith("&order=meetings&opacity=meetings:95")


# --- the legend ---


@small
@both_languages
def test_the_legend_follows_what_is_on_the_map(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{VIEW}")
    _unfold(one)
    assert _legend(one) == {
        "kinds": {"forces": 2, "meeting": 1, "redeployment": 1},
        "actors": {"wagner-side": 3, "states": 1},
        "assertions": {"stated": 2, "reported": 2},
        "precisions": {"exact": 1, "locality": 2, "area": 1, "route": 1},
        "confirmation": {"age-0": 1, "age-6": 0, "age-12": 0, "age-18": 0, "age-24": 0, "never": 1},
    }
    _row(one, "wagner").get_by_role("checkbox").uncheck()
    one.until("!document.querySelector('[data-entry=forces]')")
    left = _legend(one)
    assert left["kinds"] == {"meeting": 1, "redeployment": 1}
    assert left["assertions"] == {"reported": 2}
    assert "confirmation" not in left
    one.go(f"lang={lang}&{VIEW}&from=2022-01-01&to=2022-12-31&layers=movements")
    one.until("document.querySelector('[data-entry=possible]')")
    assert _legend(one)["confirmation"] == {"possible": 1}


@small
@both_languages
def test_an_entry_s_features_stand_out_while_it_is_pointed_at(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{VIEW}&layers=wagner")
    _unfold(one)
    beside = (13, 0)
    faint = _pixel(one, JUFRA, beside)
    entry = one.page.locator("[data-entry=exact]")
    for way in ("pointer", "keyboard"):
        if way == "pointer":
            entry.hover()
        else:
            entry.focus()
        one.until("window.libyamap.state().pointed.join() === 'wagner-jufra'").frames()
        assert _pixel(one, JUFRA, beside) != faint
        if way == "pointer":
            one.page.mouse.move(720, 30)
        else:
            entry.blur()
        one.until("window.libyamap.state().pointed.length === 0").frames()
        assert _pixel(one, JUFRA, beside) == faint


@small
def test_a_click_on_an_entry_narrows_to_it_and_back_undoes_it(small_map: Open) -> None:
    one = small_map(f"lang=ar&{VIEW}")
    _unfold(one)
    everything = one.drawn()
    for entry, query, left in (
        ("meeting", "kinds=meeting", {"meeting-moscow"}),
        ("states", "actors=states", {"meeting-moscow"}),
        ("reported", "assertion=reported", {"meeting-moscow", "sirte-jufra"}),
        ("area", "prec=area", {"wagner-south"}),
    ):
        button = one.page.locator(f"[data-entry={entry}]")
        button.click()
        one.until("(query) => window.libyamap.state().query === query", query).settled()
        assert one.drawn() == left
        assert button.get_attribute("aria-pressed") == "true"
        one.page.go_back()
        one.until("window.libyamap.state().query === ''").settled()
        assert one.drawn() == everything
        one.page.go_forward()
        one.until("(query) => window.libyamap.state().query === query", query)
        button.click()
        one.until("window.libyamap.state().query === ''").settled()
        assert one.drawn() == everything


@small
def test_what_is_folded_stays_folded(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}")
    heading = one.page.locator("#ly-legend-kinds")
    before = heading.get_attribute("aria-expanded")
    heading.click()
    one.switch_language("ar")
    one.show_filters()
    one.page.get_by_role("tab", name=one.says("web.panel.layers")).click()
    assert heading.get_attribute("aria-expanded") != before


@curated
@both_languages
@pytest.mark.parametrize("height", [720, 900])
def test_nothing_runs_over_the_panel_s_edge(curated: Open, lang: str, height: int) -> None:
    one = curated(f"lang={lang}&opacity=outlook:45", viewport={"width": 1280, "height": height})
    _unfold(one)
    for ordering in (False, True):
        if ordering:
            _arrange(one)
        for part in (".ly-start .ly-scroll", "#ly-legend-body", ".ly-legend-entry", ".ly-layer"):
            wide = (
                "(parts) => parts.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
            )
            assert one.page.locator(part).evaluate_all(wide) == []
    assert one.page.locator("#ly-legend-body").evaluate("(body) => body.clientHeight") > 100


# --- how a reader finds the way ---


def _row(one: Screen, layer: str) -> Locator:
    """A layer's row in the list by group."""
    return one.page.locator(".ly-layer", has=one.page.locator(f"#ly-opacity-{layer}"))


def _title(lang: str, layer: str) -> str:
    """A layer's title in the small dataset."""
    return layer if lang == "en" else "طبقة"


def _words(lang: str, key: str, **parameters: Any) -> str:
    return message(lang, key, **parameters)


def _arrange(one: Screen) -> None:
    """Turn to the list in the order in which layers are drawn."""
    one.page.get_by_role("button", name=one.says("web.layers.order"), exact=True).click()
    one.page.locator(".ly-order").wait_for()


def _listed(one: Screen) -> list[str]:
    listed: list[str] = one.page.locator(".ly-order li").evaluate_all("(rows) => rows.map((row) => row.dataset.layer)")
    return listed


def _drag(one: Screen, grip: Locator, above: Locator) -> None:
    start, end = grip.bounding_box(), above.bounding_box()
    assert start
    assert end
    one.page.mouse.move(start["x"] + 8, start["y"] + 10)
    one.page.mouse.down()
    one.page.mouse.move(start["x"] + 8, start["y"] - 10, steps=3)
    one.page.mouse.move(end["x"] + 8, end["y"] - 2, steps=5)
    one.page.locator("[data-drag=above]").wait_for()
    one.page.mouse.up()


def _focused(one: Screen) -> Json:
    found: Json = one.page.evaluate(
        "(({ id, className }) => ({ id, class: String(className) }))(document.activeElement)"
    )
    return found


def _tab_to(one: Screen, wanted: Callable[[Json], bool]) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(80):
        one.page.keyboard.press("Tab")
        if wanted(_focused(one)):
            return
    raise AssertionError("Tab does not lead there.")


def _pixel(one: Screen, feature: str, beside: tuple[int, int] = (0, 0)) -> tuple[int, ...]:
    """Colour and alpha of the features' canvas at, or beside, the middle of a feature's symbol."""
    at = one.point(feature)
    assert at, f"{feature} has no symbol on the screen"
    return tuple(one.page.evaluate(PIXEL, [at[0] + beside[0], at[1] + beside[1]]))


def _where_areas_meet(one: Screen) -> tuple[float, float]:
    """A spot of the map on areas of both layers, away from all symbols and labels."""
    points = [point for feature in sorted(one.drawn()) if (point := one.point(feature))]
    for y, x in itertools.product(range(250, 700, 25), range(450, 950, 25)):
        clear = all(abs(x - at[0]) > 60 or abs(y - at[1]) > 60 for at in points)
        if clear and one.is_map_at(x, y) and _layer_at(one, (x, y)) == "wagner" and _is_eastern(one):
            return x, y
    raise AssertionError("No spot lies on areas of two layers.")


def _is_eastern(one: Screen) -> bool:
    return bool(one.state()["selected"] == "wagner-in-eastern-libya")


def _layer_at(one: Screen, spot: tuple[float, float]) -> str | None:
    """Click, and tell the layer of what opens."""
    one.page.mouse.click(*spot)
    one.frames()
    selected = one.state()["selected"]
    return None if selected is None else "wagner" if selected.startswith("wagner") else "east"


def _unfold(one: Screen) -> None:
    """Open the legend, which a low window leaves closed, and every section of it."""
    title = one.page.locator("#ly-legend-title")
    if title.get_attribute("aria-expanded") == "false":
        title.click()
    for heading in one.page.locator(".ly-legend-part h4 button").all():
        if heading.get_attribute("aria-expanded") == "false":
            heading.click()
    # An entry that unfolds below a resting pointer would stand out on the map.
    one.page.mouse.move(720, 30)
    one.until("window.libyamap.state().pointed.length === 0").frames()


def _legend(one: Screen) -> dict[str, dict[str, int]]:
    """The legend's counts by section and entry."""
    read = """(parts) => parts.map((part) => [part.dataset.section, [...part.querySelectorAll('[data-entry]')].map(
      (entry) => [entry.dataset.entry, Number(entry.querySelector('.ly-count').textContent)])])"""
    found = one.page.locator(".ly-legend-part").evaluate_all(read)
    return {section: dict(entries) for section, entries in found}
