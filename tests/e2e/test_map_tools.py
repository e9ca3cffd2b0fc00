"""The map's own tools: moving it, reading and writing positions, and what lies outside the view."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("curated")

LANGUAGES = ["en", "ar"]
SIRTE = (31.2089, 16.5887)


def test_zoom_by_buttons_keys_and_wheel(curated: Open) -> None:
    one = curated("lang=en&c=28,17&z=6")

    def click(name: str) -> None:
        one.page.get_by_role("button", name=one.says(name), exact=True).click()

    acts: list[tuple[Callable[[], None], float]] = [
        (lambda: click("web.tools.zoom-in"), 1.0),
        (lambda: click("web.tools.zoom-out"), -1.0),
        (lambda: one.page.keyboard.press("+"), 1.0),
        (lambda: one.page.keyboard.press("-"), -1.0),
    ]
    for act, by in acts:
        before = _zoom(one)
        act()
        one.settled()
        assert _zoom(one) - before == pytest.approx(by, abs=0.01)
    before = _zoom(one)
    one.page.mouse.move(700, 450)
    one.page.mouse.wheel(0, -90)
    one.until("(before) => window.libyamap.state().viewport.zoom > before", before)


def test_pan_by_keys_and_by_hand(curated: Open) -> None:
    one = curated("lang=en&c=28,17&z=6")
    one.page.keyboard.press("ArrowRight")
    east = one.settled().state()["viewport"]
    assert east["lon"] > 17
    assert east["lat"] == pytest.approx(28, abs=0.01)
    one.page.mouse.move(600, 600)
    one.page.mouse.down()
    for x in range(600, 700, 20):
        one.page.mouse.move(x, 600)
    one.page.mouse.up()
    assert one.settled().state()["viewport"]["lon"] < east["lon"]


def test_home_and_world_show_libya_and_everything(curated: Open) -> None:
    one = curated("lang=en&c=60,90&z=5")
    one.page.get_by_role("button", name=one.says("web.tools.home"), exact=True).click()
    home = one.settled().state()["viewport"]
    assert 20 < home["lat"] < 34
    assert 9 < home["lon"] < 26
    one.page.get_by_role("button", name=one.says("web.tools.world"), exact=True).click()
    one.settled()
    assert _zoom(one) < home["zoom"] - 1
    assert one.page.locator(".ly-edge-chip:visible").count() == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_lies_outside_is_told_at_the_edge_and_reached_by_a_click(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}")
    moscow = {"en": "Moscow", "ar": "موسكو"}[lang]
    chip = one.page.locator(".ly-edge-chip", has_text=moscow).first
    assert message(lang, "web.map.distance", km="").strip() in chip.inner_text()
    boxes = [box for each in one.page.locator(".ly-edge-chip:visible").all() if (box := each.bounding_box())]
    for a, b in combinations(boxes, 2):
        beside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
        assert beside or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
    chip.click()
    viewport = one.settled().state()["viewport"]
    assert viewport["lat"] == pytest.approx(55.75, abs=2)
    assert viewport["lon"] == pytest.approx(37.6, abs=4)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pointer_s_position_is_told_in_three_notations_and_copied(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}&c=29.1981,16.001&z=9")
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    centre = one.page.evaluate("[innerWidth / 2, innerHeight / 2]")
    one.page.mouse.move(*centre)
    position = one.page.locator(".ly-position")
    one.until("() => document.querySelector('.ly-position').innerText.includes('29.19')")
    texts = []
    for _ in range(3):
        texts.append(position.inner_text())
        one.page.locator(".ly-notation").click()
        one.page.mouse.move(*centre)
        one.frames()
    decimal, dms, mgrs = texts
    assert decimal.startswith("29.19")
    assert dms.startswith("29°11′")
    assert mgrs.startswith("33R WN 97")
    one.page.locator(".ly-position").click()
    one.page.get_by_text(one.says("web.readout.copied")).wait_for()
    assert "29." in one.page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_goes_to_coordinates_that_are_typed(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}")
    for typed in ("31.2089, 16.5887", "31°12′32″N 16°35′19″E", "33R XQ 51344 53841"):
        one.page.keyboard.press("c")
        dialog = one.page.get_by_role("dialog")
        field = dialog.get_by_role("textbox")
        field.fill("somewhere")
        field.press("Enter")
        assert dialog.get_by_role("alert").inner_text() == one.says("web.go-to.wrong")
        field.fill(typed)
        field.press("Enter")
        viewport = one.settled().state()["viewport"]
        assert (viewport["lat"], viewport["lon"]) == pytest.approx(SIRTE, abs=0.01), typed
        assert one.page.get_by_role("dialog").count() == 0
        one.go(f"lang={lang}").settled()
        assert (one.state()["viewport"]["lat"], one.state()["viewport"]["lon"]) != pytest.approx(SIRTE, abs=0.01)


def test_the_scale_is_true_at_the_middle_of_the_view(curated: Open) -> None:
    for lat, zoom in ((0, 6), (28, 6), (55, 9.5)):
        one = curated(f"lang=en&c={lat},17&z={zoom}")
        bar = one.page.locator(".ly-scale")
        told = float(bar.inner_text().replace("km", "").replace(",", ""))
        box = bar.bounding_box()
        assert box
        metres = one.page.evaluate(
            "([lat, pixels]) => { const map = window.map_libyamap, middle = map.latLngToContainerPoint([lat, 17]);"
            " const at = (x) => map.containerPointToLatLng([middle.x + x, middle.y]);"
            " return at(-pixels / 2).distanceTo(at(pixels / 2)); }",
            [lat, box["width"]],
        )
        assert metres / 1000 == pytest.approx(told, rel=0.03)


def test_full_screen_and_back(curated: Open) -> None:
    one = curated("lang=en")
    one.page.get_by_role("button", name=one.says("web.tools.full-screen"), exact=True).click()
    one.until("() => document.fullscreenElement !== null")
    one.page.get_by_role("button", name=one.says("web.tools.leave-full-screen"), exact=True).click()
    one.until("() => document.fullscreenElement === null")


def test_two_fingers_zoom_and_one_pans(curated: Open) -> None:
    one = curated("lang=en&c=28,17&z=6", viewport={"width": 1024, "height": 768}, has_touch=True)
    touch = one.page.context.new_cdp_session(one.page)

    def fingers(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    fingers("touchStart", (500, 600), (560, 600))
    for step in range(1, 9):
        fingers("touchMove", (500 - 10 * step, 600), (560 + 10 * step, 600))
        one.frames(1)
    fingers("touchEnd")
    zoomed = one.settled().state()["viewport"]
    assert zoomed["zoom"] > 7
    fingers("touchStart", (400, 600))
    for step in range(1, 9):
        fingers("touchMove", (400 + 15 * step, 600))
        one.frames(1)
    fingers("touchEnd")
    assert one.settled().state()["viewport"]["lon"] < zoomed["lon"]


def _zoom(one: Screen) -> float:
    return float(one.state()["viewport"]["zoom"])
