"""The page that presents a brief, as whoever presents drives it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, cast

from playwright.sync_api import Browser
from tests.e2e.browser import Json, Screen, screen

SIZES = ((1280, 720), (1920, 1080))


@dataclass(frozen=True)
class Slide:
    """A window that presents."""

    one: Screen

    def open(self, brief: str, query: str = "lang=en", fragment: str = "1") -> Slide:
        """Open a brief at a scene, or to lead, and wait until the map rests there."""
        self.one.page.goto(f"{self.one.address}/present/{brief}?{query}#{fragment}")
        return self.rests()

    def rests(self) -> Slide:
        """Wait until the map has come to rest at the scene."""
        self.one.until("window.libyamapShow?.state().rests")
        return self

    def press(self, *keys: str) -> Slide:
        """Press keys, one after another."""
        for key in keys:
            self.one.page.keyboard.press(key)
        return self

    def at(self, scene: str) -> Slide:
        """Wait until a scene is shown and the map rests there."""
        self.one.until(
            "(id) => { const at = window.libyamapShow?.state(); return at?.scene === id && at.rests; }", scene
        )
        return self

    def state(self) -> Json:
        """What is on the screen, as the page tells it."""
        return cast("Json", self.one.page.evaluate("libyamapShow.state()"))

    def text(self, selector: str) -> str:
        """The text of an element, as it is in the page."""
        return self.one.page.locator(selector).text_content() or ""

    def box(self, selector: str) -> dict[str, float]:
        """Where an element stands, in pixels of the window."""
        found = self.one.page.locator(selector).bounding_box()
        assert found, selector
        return cast("dict[str, float]", found)

    def assert_clean(self, *, but: str | None = None) -> None:
        """Fail if anything went wrong on the page; `but` is a part of errors that are meant to be."""
        assert [error for error in self.one.errors if but is None or but not in error] == []
        assert not self.one.foreign
        assert not self.one.dialogs


@contextmanager
def slides(browser: Browser, address: str) -> Iterator[Any]:
    """Windows that are closed after the test; each by a call with Playwright's options."""
    with ExitStack() as windows:

        def window(**options: Any) -> Slide:
            wanted = {"viewport": {"width": 1280, "height": 720}} | options
            return Slide(windows.enter_context(screen(browser, address, **wanted)))

        yield window
