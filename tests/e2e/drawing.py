"""Drawing with the pointer, as the tests of drawing do it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator
from tests.e2e.browser import Json, Screen

LANGUAGES = ("en", "ar")
NEAR = "c=29.5,17&z=6.5&layers=meetings,movements,wagner"


def at(one: Screen, lon: float, lat: float) -> tuple[float, float]:
    """Page pixels of a position."""
    x, y = one.page.evaluate(
        "([lon, lat]) => { const { x, y } = window.map_libyamap.latLngToContainerPoint([lat, lon]); return [x, y]; }",
        [lon, lat],
    )
    return x, y


def take(one: Screen, tool: str) -> Screen:
    """Take a tool in hand."""
    if not one.page.locator("#ly-tabpanel-drawings").is_visible():
        one.page.get_by_role("button", name=one.says("web.tools.draw")).click()
    one.page.locator(f"[data-tool={tool}]").click()
    return one


def click(one: Screen, *positions: tuple[float, float]) -> Screen:
    """Click on positions of the map, one after the other."""
    for position in positions:
        one.page.mouse.move(*at(one, *position))
        one.page.mouse.click(*at(one, *position))
    return one


def drawings(one: Screen) -> list[Json]:
    """The drawings of the view."""
    return list(one.state()["view"]["drawings"])


def count(one: Screen, number: int) -> Screen:
    """Wait until there are so many drawings, and all is at rest."""
    return one.until("(number) => window.libyamap.state().view.drawings.length === number", number).settled()


def details(one: Screen) -> Locator:
    """The drawing that is open in the panel."""
    return one.page.locator(".ly-chosen")


def inside(one: Screen, index: int = 0) -> tuple[set[str], set[str]]:
    """What is certainly, and what is possibly, inside a selection."""
    told = one.state()["drawings"][index]
    return set(told["certain"]), set(told["possible"])


def choose(one: Screen, role: str, file: Path) -> None:
    """Open a file, as an outline or as notes."""
    with one.page.expect_file_chooser() as chooser:
        one.page.locator(f"[data-opens={role}]").click()
    chooser.value.set_files(file)
