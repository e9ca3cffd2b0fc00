"""The first screen comes without what it does not need; that comes when it is asked for, or when the page is idle."""

from __future__ import annotations

import re
from typing import cast

import pytest
from playwright.sync_api import Browser
from tests.conftest import Open
from tests.e2e.browser import screen
from tests.e2e.server import Server

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("small")

LANGUAGES = ("en", "ar")
LATER = re.compile(r"/equipment-[A-Z0-9]{8}\.js$")
ASKED = "performance.getEntriesByType('resource').map(({ name }) => name)"


@pytest.mark.parametrize("path", ["?lang=en", "?lang=ar&sel=wagner-jufra"])
def test_the_page_names_every_file_that_the_map_cannot_start_without(small_server: Server, path: str) -> None:
    page = small_server.get(f"/{path}").text
    named = re.findall(r'<link rel="modulepreload" href="(libyamap/[^"]+)"', page)
    waiting = re.findall(r'<script type="module" src="(libyamap/app\.js[^"]+)"', page)
    assert len(waiting) == 1
    seen = set[str]()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = small_server.get(f"/{address}")
        assert "immutable" in answer.headers["cache-control"]
        imported = re.findall(r'(?:from|import)"\./([^"]+)"', answer.text)
        waiting += [f"libyamap/{name}" for name in imported if f"libyamap/{name}" not in seen]
    assert seen == set(named)


def test_the_first_screen_does_not_wait_for_what_comes_later(small_map: Open) -> None:
    one = small_map("lang=en")
    one.until(f"() => {ASKED}.some((name) => /equipment-/.test(name))")
    when = one.page.evaluate(
        "[performance.getEntriesByName('libyamap-usable')[0].startTime,"
        " performance.getEntriesByType('resource').find(({ name }) => /equipment-/.test(name)).startTime]"
    )
    assert when == sorted(when)
    asked = cast("list[str]", one.page.evaluate(ASKED))
    assert not [name for name in asked if "togeojson" in name], "KML is read only when there is a file of it"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_does_not_come_is_told_and_can_be_asked_for_again(
    small_server: Server, browser: Browser, lang: str
) -> None:
    with screen(browser, small_server.address) as one:
        one.page.add_init_script("window.requestIdleCallback = () => 0")  # It would be asked for again by itself.
        one.page.route(LATER, lambda route: route.abort())
        one.open(f"lang={lang}")
        one.page.locator("#ly-bench-table").click()
        told = one.page.locator("#ly-bench [role=status]")
        told.get_by_text(message(lang, "web.later.failed")).wait_for()
        assert all("ERR_FAILED" in error for error in one.errors)
        one.page.unroute(LATER)
        told.get_by_role("button", name=message(lang, "web.later.again")).click()
        one.page.locator("#ly-bench table").wait_for()
        one.page.locator("#ly-tab-drawings").click()
        one.page.locator("[data-tool=note-point]").wait_for()
