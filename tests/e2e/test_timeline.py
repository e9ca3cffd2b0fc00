"""The timeline: it filters in the browser while it moves, and leaves the settled interval in the address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Locator
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap.i18n import message

LANGUAGES = ("en", "ar")
EPOCH = dt.date(1970, 1, 1)


def says(screen: Screen, key: str) -> str:
    return message(screen.state()["lang"], f"web.timeline.{key}")


def handle(screen: Screen, edge: str) -> Locator:
    return screen.page.get_by_role("slider", name=says(screen, f"handle-{edge}"))


def day_of(screen: Screen, edge: str) -> dt.date:
    """The day that an end of the interval stands at."""
    return EPOCH + dt.timedelta(int(handle(screen, edge).get_attribute("aria-valuenow") or 0))


def middle(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def interval(screen: Screen) -> tuple[str | None, str | None]:
    """The interval of the address."""
    query = parse_qs(screen.query())
    first, last = (query.get(name, [None])[0] for name in ("from", "to"))
    return first, last


def until_interval(screen: Screen, first: str | None, last: str | None) -> None:
    told = "([first, last]) => { const q = new URLSearchParams(location.search);"
    screen.until(told + " return q.get('from') === first && q.get('to') === last; }", [first, last])


@contextmanager
def frames_sent(screen: Screen) -> Iterator[list[str]]:
    """What the page sends over its sockets."""
    sent: list[str] = []
    network = screen.page.context.new_cdp_session(screen.page)
    network.on("Network.webSocketFrameSent", lambda event: sent.append(str(event["requestId"])))
    network.send("Network.enable")
    yield sent
    network.detach()


def choose(screen: Screen, key: str, value: str) -> None:
    screen.page.get_by_label(says(screen, key), exact=True).select_option(value)


def press(screen: Screen, key: str) -> None:
    screen.page.get_by_role("button", name=re.compile(f"^{re.escape(says(screen, key))}$")).click()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_handle_filters_at_once_and_the_address_follows_once_it_rests(small_map: Open, lang: str) -> None:
    screen = small_map(f"lang={lang}")
    everything, length = screen.drawn(), screen.page.evaluate("history.length")
    before = screen.query()
    x, y = middle(handle(screen, "last"))
    earlier = 1 if lang == "ar" else -1
    drawn: list[set[str]] = []
    with frames_sent(screen) as sent:
        screen.page.mouse.move(x, y)
        screen.page.mouse.down()
        for step in range(1, 9):
            screen.page.mouse.move(x + earlier * step * 40, y)
            screen.page.wait_for_timeout(150)
            drawn.append(screen.drawn())
        assert "meeting-moscow" in everything
        assert "meeting-moscow" not in drawn[-1], "the map follows while the handle moves"
        assert screen.query() == before, "the address waits"
        assert not sent, "nothing is asked of the server"
        screen.page.mouse.up()
    screen.until("new URLSearchParams(location.search).has('to')").settled()
    assert screen.page.evaluate("history.length") == length + 1, "one gesture is one step"
    assert screen.drawn() == drawn[-1]
    assert day_of(screen, "last").isoformat() == interval(screen)[1]
    screen.page.go_back()
    until_interval(screen, None, None)
    screen.until("(all) => window.libyamap.state().drawn.length === all", len(everything))


def test_escape_gives_the_interval_back(small_map: Open) -> None:
    screen = small_map("lang=en&from=2020-01-01&to=2020-12-31")
    x, y = middle(handle(screen, "last"))
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    screen.page.mouse.move(x + 200, y, steps=4)
    screen.until("() => true")
    screen.page.keyboard.press("Escape")
    screen.page.mouse.up()
    screen.settled()
    assert interval(screen) == ("2020-01-01", "2020-12-31")
    assert day_of(screen, "last") == dt.date(2020, 12, 31)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_earlier_date_is_where_reading_begins(small_map: Open, lang: str) -> None:
    screen = small_map(f"lang={lang}&from=2020-01-01&to=2022-12-31")
    first, last = middle(handle(screen, "first"))[0], middle(handle(screen, "last"))[0]
    assert (first > last) == (lang == "ar")


@pytest.mark.parametrize(("lang", "later"), [("en", "ArrowRight"), ("ar", "ArrowLeft")])
def test_handles_are_sliders_for_the_keyboard(small_map: Open, lang: str, later: str) -> None:
    screen = small_map(f"lang={lang}&from=2020-01-31&to=2022-12-31")
    start = handle(screen, "first")
    start.focus()
    screen.page.keyboard.press(later)
    screen.page.keyboard.press(later)
    assert "2020" in (start.get_attribute("aria-valuetext") or "")
    until_interval(screen, "2020-02-02", "2022-12-31")
    screen.page.keyboard.press(f"Shift+{later}")
    until_interval(screen, "2020-03-02", "2022-12-31")
    screen.page.keyboard.press("PageDown")
    until_interval(screen, "2019-03-02", "2022-12-31")
    screen.page.keyboard.press("Home")
    until_interval(screen, None, "2022-12-31")
    handle(screen, "last").focus()
    screen.page.keyboard.press("End")
    until_interval(screen, None, None)


@pytest.mark.parametrize(("lang", "later", "earlier"), [("en", ".", ","), ("ar", ",", ".")])
def test_keys_step_a_window_and_what_grows(small_map: Open, lang: str, later: str, earlier: str) -> None:
    screen = small_map(f"lang={lang}&from=2020-01-01&to=2020-03-31")
    screen.page.keyboard.press(later)
    until_interval(screen, "2020-04-01", "2020-06-30")
    screen.page.keyboard.press(f"Shift+{earlier}")
    until_interval(screen, "2019-04-01", "2019-06-30")
    press(screen, "cumulative")
    choose(screen, "step", "month")
    screen.page.locator("#map_libyamap").focus()
    screen.page.keyboard.press(later)
    until_interval(screen, "2019-04-01", "2019-07-31")
    press(screen, "earlier-month")
    until_interval(screen, "2019-04-01", "2019-06-30")


def test_steps_in_quick_succession_are_one_step_back(small_map: Open) -> None:
    screen = small_map("lang=en&from=2020-01-01&to=2020-03-31")
    length = screen.page.evaluate("history.length")
    for _ in range(4):
        press(screen, "later-quarter")
    until_interval(screen, "2021-01-01", "2021-03-31")
    assert screen.page.evaluate("history.length") == length + 1
    screen.page.go_back()
    until_interval(screen, "2020-01-01", "2020-03-31")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_playing_moves_the_map_and_pausing_keeps_where_it_is(small_map: Open, motion: str) -> None:
    screen = small_map("lang=en&from=2019-01-01&to=2019-03-31", reduced_motion=motion)
    length = screen.page.evaluate("history.length")
    with frames_sent(screen) as sent:
        press(screen, "play")
        moved = "(day) => Number(document.querySelector('.ly-handle-last').getAttribute('aria-valuenow')) > day"
        screen.until(moved, (dt.date(2019, 12, 31) - EPOCH).days)
        assert not sent
        assert interval(screen) == ("2019-01-01", "2019-03-31"), "the address waits while it plays"
        screen.page.keyboard.press("Control")
        press(screen, "pause")
    screen.until("new URLSearchParams(location.search).get('to') > '2019-12'").settled()
    assert day_of(screen, "last").isoformat() == interval(screen)[1]
    assert screen.page.evaluate("history.length") == length + 1
    if motion == "reduce":
        assert day_of(screen, "first").day == 1, "without motion it goes by whole steps"


def test_playing_ends_at_the_end_and_in_a_loop_begins_again(small_map: Open) -> None:
    screen = small_map("lang=en&from=2023-01-01&to=2023-03-31")
    choose(screen, "speed", "8")
    screen.page.locator("#map_libyamap").focus()
    screen.page.keyboard.press("Space")
    until_interval(screen, "2023-08-01", "2023-10-31")
    press(screen, "loop")
    press(screen, "play")
    screen.until("() => document.querySelector('.ly-handle-first').getAttribute('aria-valuenow') < 18300")
    screen.until("() => document.querySelector('.ly-handle-first').getAttribute('aria-valuenow') > 19000")
    screen.until("() => document.querySelector('.ly-handle-first').getAttribute('aria-valuenow') < 18300")
    press(screen, "pause")
    screen.settled()


def test_who_sets_the_interval_while_it_plays_has_it(small_map: Open) -> None:
    screen = small_map("lang=en&from=2020-01-01&to=2020-03-31")
    press(screen, "play")
    screen.page.locator("[data-narrowing=interval]").click()
    until_interval(screen, None, None)
    screen.page.get_by_role("button", name=says(screen, "play"), exact=True).wait_for()
    assert day_of(screen.settled(), "first") == dt.date(2019, 1, 1)
    assert interval(screen) == (None, None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_band_moves_as_a_whole(small_map: Open, lang: str) -> None:
    screen = small_map(f"lang={lang}&from=2020-01-01&to=2020-12-31")
    (first, y), (last, _) = middle(handle(screen, "first")), middle(handle(screen, "last"))
    screen.page.mouse.move((first + last) / 2, y + 45)
    screen.page.mouse.down()
    screen.page.mouse.move((first + last) / 2 + (last - first), y + 45, steps=8)
    screen.page.mouse.up()
    screen.until("new URLSearchParams(location.search).get('from') > '2020-06'")
    moved = [day_of(screen, edge) for edge in ("first", "last")]
    assert (moved[1] - moved[0]).days == 365


def bar(screen: Screen, title: str) -> tuple[float, float]:
    """Where the pointer finds a bar, by trying the height of the chart."""
    box = screen.page.locator(".ly-timeline canvas").bounding_box()
    assert box
    tip = screen.page.locator(".ly-timeline-tip p")
    for share in (0.5, 0.2, 0.8):
        for y in range(3, 110, 2):
            screen.page.mouse.move(box["x"] + box["width"] * share, box["y"] + y)
            screen.frames(1)
            if tip.is_visible() and title in tip.inner_text():
                return box["x"] + box["width"] * share, box["y"] + y
    raise AssertionError(f"no bar of {title}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bar_tells_its_dates_shows_on_the_map_and_opens(small_map: Open, lang: str) -> None:
    screen = small_map(f"lang={lang}")
    features = screen.page.request.get(f"{screen.address}/libyamap/document.json").json()["features"]
    feature: dict[str, Any] = next(one for one in features if one["id"] == "wagner-jufra")
    where = bar(screen, feature["title"][lang])
    assert feature["when"]["text"][lang] in screen.page.locator(".ly-timeline-tip p").inner_text()
    assert screen.state()["pointed"] == ["wagner-jufra"]
    screen.page.mouse.click(*where)
    screen.until("window.libyamap.state().selected === 'wagner-jufra'")
    screen.page.mouse.move(720, 300)
    screen.until("window.libyamap.state().pointed.length === 0")


def test_the_axis_zooms_without_changing_what_is_shown(curated: Open) -> None:
    screen = curated("lang=en&from=2023-08-01&to=2023-09-30")
    drawn, query = screen.drawn(), screen.query()
    far = abs(middle(handle(screen, "last"))[0] - middle(handle(screen, "first"))[0])
    screen.page.get_by_role("group", name=says(screen, "axis")).get_by_role("button").last.click()
    screen.frames(3)
    near = abs(middle(handle(screen, "last"))[0] - middle(handle(screen, "first"))[0])
    assert near > 5 * far
    screen.page.mouse.move(*middle(screen.page.locator(".ly-timeline canvas")))
    screen.page.mouse.wheel(0, 4000)
    screen.until(
        "(far) => {"
        "  const at = (edge) => document.querySelector(`.ly-handle-${edge}`).getBoundingClientRect().x;"
        "  return Math.abs(at('last') - at('first')) < 2 * far;"
        "}",
        far,
    )
    assert (screen.drawn(), screen.query()) == (drawn, query)


def test_dates_can_be_typed(small_map: Open) -> None:
    screen = small_map()
    screen.page.get_by_title(says(screen, "type")).click()
    typed = screen.page.locator(".ly-timeline-typed")
    typed.get_by_label(message("en", "web.interval.from")).fill("2020")
    typed.get_by_label(message("en", "web.interval.to")).fill("9/2023")
    screen.page.keyboard.press("Enter")
    until_interval(screen, "2020-01-01", "2023-09-30")
    screen.page.keyboard.press("Escape")
    typed.wait_for(state="detached")


def test_the_timeline_folds_and_makes_room(small_map: Open) -> None:
    screen = small_map()
    panel = screen.page.locator("aside.ly-start")
    before = panel.bounding_box()
    screen.page.keyboard.press("t")
    screen.page.locator(".ly-timeline canvas").wait_for(state="detached")
    after = panel.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 100


def test_on_a_small_screen_it_is_folded_first(small_map: Open) -> None:
    screen = small_map("lang=ar", viewport={"width": 420, "height": 800})
    assert screen.page.locator(".ly-timeline canvas").count() == 0
    press(screen, "unfold")
    screen.page.locator(".ly-timeline canvas").wait_for()
