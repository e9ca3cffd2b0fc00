"""Nothing shifts, flashes or blocks; motion only where it is wanted; and the page goes on without its server."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import small
from tests.conftest import Open
from tests.e2e.browser import Screen, screen
from tests.e2e.server import Server, serving
from tests.e2e.test_accessibility import problems

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("curated")

MOST_SHIFT = 0.02
"""What moves by itself, as browsers count it; from 0.1 on a page is called restless."""

WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
"""

WATCH_CANVASES = """() => {
  window.blank = [];
  window.looked = 0;
  const look = () => {
    const panes = ':is(.leaflet-ly-ground-pane, .leaflet-ly-features-pane) > canvas';
    document.querySelectorAll(panes).forEach((canvas, index) => {
      if (!canvas.width) return;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let painted = 0;
      for (let at = 3; at < data.length; at += 404) if (data[at]) painted++;
      if (!painted) window.blank.push(index);
      window.looked++;
    });
    window.looking = requestAnimationFrame(look);
  };
  look();
}"""
"""Look at ground and features in each frame, and note those on which nothing is painted."""


@pytest.mark.parametrize("query", ["lang=en", "lang=ar&theme=dark&sel=wagner-at-jufra-base"])
def test_nothing_shifts_while_the_page_loads(browser: Browser, curated_server: Server, query: str) -> None:
    with screen(browser, curated_server.address) as one:
        one.page.add_init_script(WATCH_SHIFTS)
        one.open(query)
        one.page.wait_for_timeout(500)
        assert one.page.evaluate("window.shifted") < MOST_SHIFT
        one.assert_clean()


def test_the_map_is_never_blank(curated: Open) -> None:
    one = curated("lang=en&theme=light")
    one.page.evaluate(WATCH_CANVASES)
    one.go("lang=en&theme=light&kinds=forces,meeting").settled()
    one.switch_language("ar")
    one.go("lang=ar&theme=light").settled()
    one.switch_theme()
    assert one.page.evaluate("window.looked") > 20
    assert one.page.evaluate("window.blank") == []


def test_no_motion_where_none_is_wanted(curated: Open) -> None:
    one = curated("lang=en", reduced_motion="reduce")
    for key in ("w", "h", "+", "-"):
        before = one.state()["viewport"]
        one.page.keyboard.press(key)
        now = one.frames(1).state()["viewport"]
        assert now != before
        assert one.frames(6).state()["viewport"] == now
    moving = one.page.evaluate(
        "[...document.querySelectorAll('#libyamap *, .st-key-ly_panel *')].filter((element) => {"
        "  const { transitionDuration, animationName } = getComputedStyle(element);"
        "  return transitionDuration.split(',').some((time) => parseFloat(time) > 0.001) || animationName !== 'none';"
        "}).map((element) => element.className)"
    )
    assert moving == []


@pytest.fixture
def alone(browser: Browser, tmp_path: Path) -> Iterator[tuple[Screen, Path, int]]:
    """A page of a server that nobody else uses, its dataset, and its process's id."""
    folder = small.write(tmp_path / "data")
    with serving(folder, tmp_path / "server.log") as server, screen(browser, server.address) as one:
        yield one.open("lang=ar&theme=light"), folder, server.pid


def test_problems_and_a_server_that_is_gone_are_told_and_the_page_goes_on(
    alone: tuple[Screen, Path, int],
) -> None:
    one, folder, pid = alone
    claims = folder / "claims.json"
    broken = json.loads(claims.read_text("utf-8"))
    broken["claims"][0]["locator"] = [99]
    claims.write_text(json.dumps(broken), "utf-8")
    one.show_filters().switch_language("en").switch_language("ar")
    one.page.locator(".ly-callout-problem").wait_for()
    assert message("ar", "web.problems.kept") in one.page.locator(".ly-callout-problem").inner_text()
    assert problems(one.settled()) == []

    os.kill(pid, signal.SIGTERM)
    told = one.page.locator(".ly-connection p")
    told.wait_for()
    assert told.inner_text() == message("ar", "web.connection.lost")
    # Streamlit puts up a dialog of its own after some seconds, which would make all else inert.
    one.page.wait_for_timeout(6000)
    assert one.page.locator("[data-testid=stDialog]").count() == 0
    assert not one.page.evaluate("document.getElementById('libyamap').inert")
    assert problems(one) == []

    shown = one.drawn()
    one.page.locator("#ly-tab-layers").click()
    one.page.locator(".ly-layer input[type=checkbox]").first.click()
    one.until("(drawn) => window.libyamap.state().drawn.length < drawn", len(shown))
    one.page.keyboard.press("/")
    one.page.keyboard.type("فاغنر")
    one.page.locator(".ly-results .ly-option").first.wait_for()
    one.page.keyboard.press("Enter")
    one.until("window.libyamap.state().selected !== null")
    assert one.evidence().locator("h2").inner_text()
    one.page.get_by_role("button", name="English", exact=True).click()
    one.until("document.documentElement.lang === 'en'")
    assert told.inner_text() == message("en", "web.connection.lost")
    one.page.locator(".leaflet-container").focus()
    before = one.state()["viewport"]
    one.page.keyboard.press("ArrowRight")
    one.until("(lon) => window.libyamap.state().viewport.lon !== lon", before["lon"])
