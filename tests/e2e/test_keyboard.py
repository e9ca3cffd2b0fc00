"""Everything by keyboard: an order that is read, a focus that is seen and comes back, keys that any keyboard has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("small")

ZONES = {
    "bar": ".ly-topbar",
    "start": ".ly-start",
    "filters": ".st-key-ly_panel",
    "map": "#map_libyamap",
    "tools": ".ly-toolbar",
    "end": ".ly-end",
    "time": ".ly-timeline",
    "foot": ".ly-readout",
}

FOCUSED = """(zones) => {
  const { activeElement: active } = document;
  if (!active || active === document.body) return null;
  const zone = Object.entries(zones).find(([, where]) => active.closest(where))?.[0] ?? active.outerHTML;
  const ringed = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const { top, bottom, left, right, width, height } = active.getBoundingClientRect();
  const inside = top < innerHeight && left < innerWidth && bottom > 0 && right > 0 && width > 0 && height > 0;
  const ring = [null, '::before'].some((part) => ringed(getComputedStyle(active, part)));
  return { zone, name: active.outerHTML, at: [...document.querySelectorAll('*')].indexOf(active), ring, inside };
}"""

LOOKS = """(element) => {
  const found = [];
  for (let up = 0; element && up < 6; element = element.parentElement, up++) {
    for (const one of [element, element.nextElementSibling, element.previousElementSibling]) {
      if (!one || one.matches('.st-key-ly_panel')) continue;
      const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
      found.push([outline, boxShadow, borderColor, backgroundColor].join());
    }
  }
  return found.join('|');
}"""
"""How an element and what stands round it look."""


def _stops(one: Screen, key: str = "Tab") -> Iterator[dict[str, Any]]:
    """What Tab stops at, until the focus leaves the page or comes round to where it began."""
    seen: set[int] = set()
    while True:
        one.page.keyboard.press(key)
        stop = one.page.evaluate(FOCUSED, ZONES)
        if stop is None or stop["at"] in seen:
            return
        seen.add(stop["at"])
        yield stop


def _focused(one: Screen) -> str:
    return str(one.page.evaluate("document.activeElement.className || document.activeElement.id"))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_tab_goes_through_the_page_as_it_is_read(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}")
    there = list(_stops(one))
    assert [zone for zone, _ in groupby(stop["zone"] for stop in there)] == [
        "bar", "start", "map", "tools", "end", "time", "foot",
    ]  # fmt: skip
    assert len(there) > 30
    ringless = [stop["name"] for stop in there if not stop["ring"] and 'id="ly-search"' not in stop["name"]]
    assert [name for name in ringless if "map_libyamap" not in name] == []
    assert all(stop["inside"] for stop in there)
    back = list(_stops(one, "Shift+Tab"))
    assert [zone for zone, _ in groupby(stop["zone"] for stop in back)] == [
        "foot", "time", "end", "tools", "map", "start", "bar",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_filters_come_where_they_are_seen(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}").show_filters().settled()
    one.page.locator("#ly-tab-filters").focus()
    one.page.keyboard.press("Tab")
    seen = 0
    while (stop := one.page.evaluate(FOCUSED, ZONES)) and stop["zone"] == "filters":
        assert stop["inside"]
        widget = one.frames().page.evaluate_handle("document.activeElement")
        focused = widget.evaluate(LOOKS)
        one.page.keyboard.press("Tab")
        assert one.frames().page.evaluate(LOOKS, widget) != focused, f"the focus cannot be seen on {stop['name'][:200]}"
        seen += 1
    assert seen >= 10
    assert stop
    assert stop["zone"] == "map"
    one.page.keyboard.press("Shift+Tab")
    assert one.page.evaluate(FOCUSED, ZONES)["zone"] == "filters"


START = ("layers", "filters", "drawings", "layers", "drawings", "layers", "drawings", "filters")
BENCH = ("evidence", "table", "charts", "relations", "charts", "evidence", "relations", "charts")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_tabs_turn_by_arrow_keys_in_the_direction_of_the_script(small_map: Open, lang: str) -> None:
    back, forward = ("ArrowLeft", "ArrowRight") if lang == "en" else ("ArrowRight", "ArrowLeft")
    ways = (forward, forward, forward, back, "Home", "End", back)
    one = small_map(f"lang={lang}")
    for where, prefix, (first, *tabs) in ((".ly-end", "ly-bench", BENCH), (".ly-start", "ly-tab", START)):
        chosen = one.page.locator(f"{where} [role=tablist] [role=tab][aria-selected=true][tabindex='0']")
        one.page.locator(f"#{prefix}-{first}").focus()
        for key, tab in zip(ways, tabs, strict=True):
            one.page.keyboard.press(key)
            assert chosen.get_attribute("id") == f"{prefix}-{tab}"
            assert one.page.evaluate("document.activeElement.id") == f"{prefix}-{tab}"
    one.page.locator(".st-key-ly_panel").wait_for(state="visible")


def test_panels_hand_the_focus_over_to_their_buttons(small_map: Open) -> None:
    one = small_map()
    for side in ("start", "end"):
        one.page.locator(f".ly-{side}").get_by_role("button", name=one.says(f"web.panel.close-{side}")).focus()
        one.page.keyboard.press("Enter")
        one.frames()
        assert f"ly-reopen-{side}" in _focused(one)
        one.page.keyboard.press("Enter")
        one.frames()
        assert f"ly-panel ly-{side}" in _focused(one)
        one.page.keyboard.press("Tab")
        assert one.page.evaluate("(side) => document.activeElement.closest(`.ly-${side}`) !== null", side)


def test_the_evidence_takes_the_focus_and_gives_it_back(small_map: Open) -> None:
    one = small_map()
    row = one.evidence().locator(".ly-row").nth(1)
    feature = row.get_attribute("data-object")
    row.focus()
    one.page.keyboard.press("Enter")
    one.until("(id) => window.libyamap.state().selected === id", feature).frames()
    assert one.page.evaluate("document.activeElement.matches('.ly-heading h2')")
    one.page.keyboard.press("Escape")
    one.until("window.libyamap.state().selected === null").frames()
    assert one.page.evaluate("document.activeElement.dataset.object") == feature


def test_dialogs_hold_the_focus_and_give_it_back(small_map: Open) -> None:
    one = small_map()
    for label in ("web.about.open", "web.shortcuts.title", "web.tools.go-to"):
        button = one.page.get_by_role("button", name=one.says(label))
        button.focus()
        one.page.keyboard.press("Enter")
        one.page.locator("dialog[open]").wait_for()
        for _ in range(6):
            one.page.keyboard.press("Tab")
            assert one.page.evaluate("document.activeElement.matches('body, dialog, dialog *')")
        one.page.keyboard.press("Escape")
        one.page.locator("dialog[open]").wait_for(state="detached")
        assert button.evaluate("(button) => document.activeElement === button"), label


def test_every_key_is_listed(small_map: Open) -> None:
    written = (Path(__file__).parents[2] / "src/libyamap/web/src/keys.ts").read_text("utf-8")
    table = re.search(r"export const KEYS = \{(.*?)\} as const", written, re.DOTALL)
    assert table
    keys = dict(re.findall(r"^\s*(\w+): '(.+)',$", table[1], re.MULTILINE))
    assert len(keys) > 15
    for lang in ("en", "ar"):
        one = small_map(f"lang={lang}")
        one.page.keyboard.press("?")
        listed = dict(
            zip(
                one.page.locator("dialog dt kbd").all_inner_texts(), one.page.locator("dialog dd").all_inner_texts(),
                strict=True,
            )
        )  # fmt: skip
        named = {"Escape": message(lang, "web.key.escape"), " ": message(lang, "web.key.space")}
        for name, key in keys.items():
            shown = named.get(key) or (key if len(key) > 1 else key.upper())
            assert listed[shown] == message(lang, f"web.key.{name}")


@pytest.mark.parametrize(
    ("key", "code", "seen"),
    [
        ("ي", "KeyD", "document.documentElement.dataset.theme === 'dark'"),
        ("؟", "Slash", "document.querySelector('dialog[open] .ly-keys') !== null"),
        ("ظ", "Slash", "document.activeElement.id === 'ly-search'"),
        ("ج", "BracketLeft", "document.querySelector('.ly-start').hidden"),
        ("ى", "KeyN", "document.querySelector('.ly-stepped') !== null"),
    ],
)  # fmt: skip
def test_an_arabic_keyboard_has_the_same_keys_in_the_same_places(
    small_map: Open, key: str, code: str, seen: str
) -> None:
    one = small_map("lang=ar&theme=light")
    one.page.evaluate(
        "([key, code, shiftKey]) => document.body.dispatchEvent("
        "  new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }))",
        [key, code, key == "؟"],
    )
    one.until(seen)


def test_keys_work_from_a_box_that_is_ticked_and_not_from_one_that_is_typed_into(small_map: Open) -> None:
    one = small_map("lang=en&theme=light")
    one.page.locator(".ly-layer input").first.focus()
    one.page.keyboard.press("d")
    one.until("window.libyamap.state().theme === 'dark'")
    one.page.keyboard.press("/")
    one.page.keyboard.type("derna")
    assert one.page.locator("#ly-search").input_value() == "derna"
    assert one.state()["theme"] == "dark"


def test_streamlit_s_own_keys_do_nothing(small_map: Open) -> None:
    one = small_map()
    sent: list[object] = []
    session = one.page.context.new_cdp_session(one.page)
    session.on("Network.webSocketFrameSent", lambda frame: sent.append(frame))  # noqa: PLW0108 - Playwright marks what it calls
    session.send("Network.enable")
    for opened in (None, "?"):
        if opened:
            one.page.keyboard.press(opened)
        for key in ("r", "Shift+R", "c"):
            one.page.keyboard.press(key)
            if not opened and key == "c":
                one.page.keyboard.press("Escape")
    one.frames(10)
    assert sent == []
    assert one.page.locator("[data-testid=stDialog]").count() == 0


def test_single_keys_can_be_switched_off_and_stay_so(small_map: Open) -> None:
    one = small_map("lang=en&theme=light")
    one.page.keyboard.press("?")
    one.page.get_by_role("switch", name=one.says("web.shortcuts.single")).press("Space")
    one.page.keyboard.press("Escape")
    for _ in range(2):
        one.page.keyboard.press("d")
        one.page.keyboard.press("w")
        one.frames()
        assert one.state()["theme"] == "light"
        one.page.locator("#map_libyamap").focus()
        before = one.state()["viewport"]
        one.page.keyboard.press("ArrowLeft")
        one.until("(lon) => window.libyamap.state().viewport.lon !== lon", before["lon"])
        one.open("lang=en&theme=light")
