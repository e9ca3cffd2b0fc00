"""From a tablet held upright to a wall: nothing is cut off, covered or tiny, and what is clicked is what is seen."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any, cast

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("curated")

DESKTOPS = ((1280, 720), (1366, 768), (1920, 1080), (2560, 1440), (3840, 2160))
TABLETS = ((1024, 768), (820, 1180))
SMALLEST_TARGET = 24
"""Pixels across what is clicked or tapped, with what surrounds it: WCAG 2.2, 2.5.8."""

PARTS = {
    "bar": ".ly-topbar", "start": ".ly-start", "end": ".ly-end", "tools": ".ly-toolbar",
    "time": ".ly-timeline", "foot": ".ly-readout",
}  # fmt: skip

CUT_OFF = """() => [...document.querySelectorAll('.ly-root *')].filter((element) => {
  if (!element.checkVisibility() || element.closest('[popover], .ly-unseen')) return false;
  const { overflowX, textOverflow } = getComputedStyle(element);
  return overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.className)"""

SMALL = f"""() => [...document.querySelectorAll('.ly-root :is(button, [role=tab], summary)')].filter((element) => {{
  if (!element.checkVisibility()) return false;
  const {{ width, height }} = element.getBoundingClientRect();
  return width > 0 && (width < {SMALLEST_TARGET} || height < {SMALLEST_TARGET});
}}).map((element) => element.outerHTML.slice(0, 160))"""

BENCH = {"table": "tbody .ly-symbol", "charts": ".ly-bar", "relations": ".ly-network", "evidence": ".ly-actor-timeline"}
"""What stands on each tab of the panel at the end side, with an actor open."""

Box = Mapping[str, float]


def _boxes(one: Screen) -> dict[str, Box]:
    found = {name: one.page.locator(where).bounding_box() for name, where in PARTS.items()}
    return {name: cast("Box", box) for name, box in found.items() if box}


def _meet(one: Box, other: Box) -> bool:
    return all(
        one[edge] < other[edge] + other[length] - 0.5 and other[edge] < one[edge] + one[length] - 0.5
        for edge, length in (("x", "width"), ("y", "height"))
    )


def _assert_in_order(one: Screen, width: int, height: int) -> None:
    page = "(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight])(document.scrollingElement)"
    assert one.page.evaluate(page) == [width, height]
    boxes = _boxes(one)
    for name, box in boxes.items():
        assert box["x"] >= -0.5, name
        assert box["y"] >= -0.5, name
        assert box["x"] + box["width"] <= width + 0.5, name
        assert box["y"] + box["height"] <= height + 0.5, name
    meeting = {pair for pair in combinations(boxes, 2) if _meet(boxes[pair[0]], boxes[pair[1]])}
    assert meeting == set()
    assert one.page.evaluate(CUT_OFF) == []
    assert one.page.evaluate(SMALL) == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_desktop_shows_all_of_it(curated: Open, lang: str) -> None:
    width, height = DESKTOPS[0]
    one = curated(f"lang={lang}&sel=wagner-at-jufra-base", viewport={"width": width, "height": height})
    for width, height in DESKTOPS:
        one.page.set_viewport_size({"width": width, "height": height})
        one.frames(4)
        _assert_in_order(one, width, height)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_desktop_shows_all_of_every_tab(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}&sel=haftar", viewport={"width": DESKTOPS[0][0], "height": DESKTOPS[0][1]})
    one.page.locator(".ly-actor-timeline").wait_for(state="attached")
    for width, height in (DESKTOPS[0], DESKTOPS[2]):
        one.page.set_viewport_size({"width": width, "height": height})
        for tab, whole in BENCH.items():
            one.page.locator(f"#ly-bench-{tab}").click()
            one.page.locator(f"#ly-bench {whole}").first.wait_for()
            one.frames(4)
            _assert_in_order(one, width, height)
    one.page.locator("#ly-tab-drawings").click()
    one.page.locator("[data-tool=measure-rings]").click()
    one.frames(4)
    _assert_in_order(one, width, height)
    one.page.locator(".ly-draft textarea").fill("29.1981, 16.001")
    one.page.locator(".ly-draft button[type=submit]").click()
    one.page.locator(".ly-drawing-details").wait_for()
    one.page.set_viewport_size({"width": DESKTOPS[0][0], "height": DESKTOPS[0][1]})
    one.frames(4)
    _assert_in_order(one, *DESKTOPS[0])


def test_a_large_screen_is_not_tiny_and_is_clicked_where_it_is_seen(curated: Open) -> None:
    one = curated("lang=en", viewport={"width": 3840, "height": 2160})
    size = "(where) => { const one = document.querySelector(where);"
    size += " return parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom; }"
    assert one.page.evaluate(size, ".ly-row-title") >= 18
    one.click_feature("wagner-at-jufra-base").settled()
    one.show_filters()
    slot, filters = (one.page.locator(where).bounding_box() for where in (".ly-slot", ".st-key-ly_panel"))
    assert slot
    assert filters == pytest.approx(slot, abs=1)
    assert one.page.evaluate(size, ".st-key-f_kinds label p") >= 18
    field = one.page.locator("#ly-search")
    field.fill("Jufra")
    one.page.locator(".ly-results .ly-option").first.wait_for()
    results, search = one.page.locator(".ly-results").bounding_box(), one.page.locator(".ly-search").bounding_box()
    assert results
    assert search
    assert results["x"] == pytest.approx(search["x"], abs=2)
    assert 0 < results["y"] - search["y"] - search["height"] < 16
    sharp = one.page.evaluate(
        "[...document.querySelectorAll('#map_libyamap canvas')].filter((canvas) => canvas.offsetWidth > 500)"
        ".map((canvas) => canvas.width / canvas.getBoundingClientRect().width)"
    )
    assert sharp
    assert min(sharp) > 0.95


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(("width", "height"), TABLETS)
def test_a_tablet_is_used_by_touch(curated: Open, lang: str, width: int, height: int) -> None:
    one = curated(f"lang={lang}", viewport={"width": width, "height": height}, has_touch=True)
    _assert_in_order(one, width, height)
    where = one.point("wagner-at-jufra-base")
    assert where
    one.page.touchscreen.tap(*where)
    one.until("window.libyamap.state().selected === 'wagner-at-jufra-base'").frames(4)
    assert one.evidence().is_visible()
    _assert_panel_in_sight(one, one.page.locator(".ly-end").bounding_box(), width, height)
    one.page.get_by_role("button", name=one.says("web.evidence.close"), exact=True).tap()
    one.until("window.libyamap.state().selected === null")
    one.page.get_by_role("button", name=one.says("web.panel.open-start")).tap()
    one.page.locator(".ly-end").wait_for(state="hidden")
    one.show_filters().settled()
    _assert_panel_in_sight(one, one.page.locator(".st-key-ly_panel").bounding_box(), width, height)
    assert one.page.evaluate(SMALL) == []
    one.page.keyboard.press("Escape")
    one.page.locator(".ly-start").wait_for(state="hidden")


def _assert_panel_in_sight(one: Screen, box: Any, width: int, height: int) -> None:
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    over = "([x, y]) => document.elementFromPoint(x, y).closest('.ly-panel, .st-key-ly_panel') !== null"
    assert one.page.evaluate(over, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
