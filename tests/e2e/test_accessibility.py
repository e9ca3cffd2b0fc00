"""No screen has a problem that axe finds serious or critical; nor a moderate one."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("small")

WORTH_TELLING = frozenset({"moderate", "serious", "critical"})
OPEN = ("wagner-jufra", "jufra", "wagner", "base")
"""A feature, a place, an actor and a claim of the small dataset."""
BENCH = {"table": "tbody tr", "charts": ".ly-bar", "relations": ".ly-relations", "evidence": ".ly-presets"}
"""What stands on each tab of the panel at the end side once it is whole."""


def problems(one: Screen) -> list[str]:
    """What axe finds on a screen, with the elements that have it."""
    found: list[dict[str, Any]] = Axe().run(one.page).response["violations"]
    return [
        f"{problem['id']} ({problem['impact']}): {node['html'][:160]}"
        for problem in found
        if problem["impact"] in WORTH_TELLING
        for node in problem["nodes"]
    ]


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("ar", "dark")])
def test_no_screen_has_a_problem(small_map: Open, lang: str, theme: str) -> None:
    one = small_map(f"lang={lang}&theme={theme}")
    found = {"home": problems(one)}
    one.show_filters().settled()
    found["filters"] = problems(one)
    for opened in OPEN:
        one.go(f"lang={lang}&theme={theme}&sel={opened}")
        one.until("(id) => window.libyamap.state().selected === id", opened).frames()
        found[opened] = problems(one)
    one.page.keyboard.press("Escape")
    for label in ("web.about.open", "web.shortcuts.title", "web.tools.go-to"):
        one.page.get_by_role("button", name=one.says(label)).click()
        one.page.locator("dialog[open]").wait_for()
        found[label] = problems(one)
        one.page.keyboard.press("Escape")
    for tab in ("table", "charts", "relations", "evidence"):
        one.page.locator(f"#ly-bench-{tab}").click()
        one.page.locator(f"#ly-bench:not(:has(.ly-coming)):has({BENCH[tab]})").wait_for()
        found[tab] = problems(one.settled())
    one.page.locator("#ly-tab-drawings").click()
    one.page.locator("[data-tool=select-circle]").click()
    one.page.locator(".ly-draft textarea").fill("31.2089, 16.5887")
    found["drawing"] = problems(one)
    one.page.locator(".ly-draft button[type=submit]").click()
    one.page.locator(".ly-drawing-details").wait_for()
    found["drawn"] = problems(one)
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("n")
    found["stepped"] = problems(one.frames())
    one.page.keyboard.press("/")
    one.page.keyboard.type("wagner" if lang == "en" else "فاغنر")
    one.page.locator(".ly-results .ly-option").first.wait_for()
    found["search"] = problems(one)
    assert {screen: told for screen, told in found.items() if told} == {}


@pytest.mark.parametrize(("lang", "theme"), [("ar", "light"), ("en", "dark")])
def test_two_maps_side_by_side_have_no_problem(small_map: Open, lang: str, theme: str) -> None:
    one = small_map(f"lang={lang}&theme={theme}&vs=from%3D2020-01-01%26to%3D2020-12-31%26kinds%3Dforces")
    one.until("window.libyamap.state().beside?.otherwise").settled()
    one.page.locator("[data-difference]").first.wait_for()
    assert not problems(one)
