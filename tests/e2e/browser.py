"""A browser without a network, and pages that remember all that went wrong on them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, sync_playwright

from libyamap.i18n import message

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
UNWANTED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)  # fmt: skip
"""The address bar's suggestions, a page of their own that every new window loads; and what Playwright turns off itself,
in a list that this one replaces."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    f"--disable-features={','.join(UNWANTED)}",
)
"""No host but this machine has an address."""

OURS = frozenset({"localhost", ""})
"""Hosts that a page may ask; an address without one (`data:`, `blob:`) asks nobody."""

PATIENCE = 20_000
"""Milliseconds that a test waits for what it waits for."""

LANGUAGE_NAMES = {"ar": "العربية", "en": "English"}
"""What the languages call themselves."""

WIDE, HIGH = 1440, 900
"""Size of the window in CSS pixels."""

WATCH = "() => void (window.lastSeen = { what: JSON.stringify([libyamap.state(), location.search]), when: Date.now() })"
"""Remembers what is on the screen."""
AT_REST = """() => {
  const what = JSON.stringify([window.libyamap.state(), location.search]), when = Date.now();
  if (window.lastSeen?.what !== what) window.lastSeen = { what, when };
  const rests = when - window.lastSeen.when >= 300;
  if (rests) delete window.lastSeen;
  return rests;
}"""
"""Whether that has been the same for so long; then it is forgotten, so that the next wait begins anew."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Screen:
    """A page of the dashboard.

    Attributes
    ----------
    errors : list of str
        What the console reported as an error, and what no script caught.
    foreign : list of str
        Addresses of other hosts that the page asked for.
    dialogs : list of str
        What the page put up as an alert, a question or a prompt.
    """

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def open(self, query: str = "lang=en") -> Screen:
        """Open a permalink, and wait until its features are drawn and Streamlit's panels stand beside them."""
        self.page.goto(f"{self.address}/?{query}")
        # Until the application has started, the name leads to the element of that id.
        self.until("window.libyamap?.mounted && window.libyamap.state().viewport")
        self.until("performance.getEntriesByName('libyamap-drawn').length === 1")
        self.page.evaluate(WATCH)
        self.page.locator(".st-key-f_clear button").wait_for(state="attached")
        return self.settled()

    def go(self, query: str) -> Screen:
        """Lead the open page to another view, as Back and Forward do."""
        self.page.evaluate(
            "(query) => { history.pushState(null, '', `?${query}`); dispatchEvent(new PopStateEvent('popstate')); }",
            query,
        )
        return self

    def until(self, condition: str, argument: object = None) -> Screen:
        """Wait until JavaScript, an expression or a function of `argument`, is true."""
        # A function is called; an expression would be evaluated in the page, which its policy refuses.
        function = condition if "=>" in condition else f"() => {condition}"
        self.page.wait_for_function(function, arg=argument, timeout=PATIENCE, polling=20)
        return self

    def settled(self) -> Screen:
        """Wait until the map has come to rest, and Streamlit has run and drawn all its widgets."""
        self.until("!document.querySelector('[data-testid=stApp]:not([data-test-script-state=notRunning])')")
        self.until("!document.querySelector('[data-testid=stSkeleton]')")
        # Nothing moves any more: whatever flew has landed, and what it leads to has been written.
        self.until(f"() => ({AT_REST})()")
        return self

    def state(self) -> Json:
        """What is on the screen, as the map application tells it."""
        return cast("Json", self.page.evaluate("window.libyamap.state()"))

    def drawn(self) -> set[str]:
        """Ids of the features on the map."""
        return set(self.state()["drawn"])

    def point(self, feature: str) -> tuple[float, float] | None:
        """Where a feature's symbol is, in pixels of the page."""
        found = self.page.evaluate("(id) => window.libyamap.point(id)", feature)
        return (found["x"], found["y"]) if found else None

    def click_feature(self, feature: str) -> Screen:
        """Click on a feature's symbol on the map."""
        where = self.point(feature)
        assert where, f"{feature} has no symbol on the screen"
        self.page.mouse.click(*where)
        return self.until("(id) => window.libyamap.state().selected === id", feature)

    def says(self, key: str) -> str:
        """A message of the map application in the language of the page."""
        return message(self.state()["lang"], key)

    def switch_language(self, lang: str) -> Screen:
        """Change the language as a reader does, and wait until Streamlit's widgets speak it too."""
        self.page.get_by_role("button", name=LANGUAGE_NAMES[lang], exact=True).click()
        self.until("(lang) => document.documentElement.lang === lang", lang)
        self.page.locator(".st-key-f_clear").get_by_text(message(lang, "dashboard.clear")).wait_for(state="attached")
        return self.settled()

    def switch_theme(self) -> Screen:
        """Change between light and dark as a reader does."""
        theme = "light" if self.state()["theme"] == "dark" else "dark"
        self.page.get_by_role("button", name=self.says(f"web.theme.{theme}")).click()
        return self.until("(theme) => window.libyamap.state().theme === theme", theme).settled()

    def show_filters(self) -> Screen:
        """Turn to the tab of filters."""
        self.page.get_by_role("tab", name=self.says("web.panel.filters")).click()
        self.page.locator(".st-key-ly_panel").wait_for(state="visible")
        return self

    def evidence(self) -> Locator:
        """The panel that shows what is open."""
        return self.page.locator("aside.ly-end")

    def is_map_at(self, x: float, y: float) -> bool:
        """Whether the map, and nothing over it, is at a spot of the window."""
        over = "([x, y]) => Boolean(document.elementFromPoint(x, y)?.matches('#map_libyamap, #map_libyamap canvas'))"
        return bool(self.page.evaluate(over, [x, y]))

    def frames(self, number: int = 2) -> Screen:
        """Let the browser paint so many times."""
        for _ in range(number):
            self.page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
        return self

    def text(self) -> str:
        """All text that can be seen."""
        return str(self.page.locator("body").inner_text())

    def query(self) -> str:
        """The query of the address."""
        return urlsplit(self.page.url).query

    def assert_clean(self) -> None:
        """Fail if anything went wrong on the page."""
        assert not self.errors
        assert not self.foreign
        assert not self.dialogs
        assert self.page.evaluate("window.libyamap.mounted") == 1, "the map was mounted more than once"


def chromium() -> str:
    """Path of the browser: `CHROMIUM`'s, or the first that is installed."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not found:
        raise FileNotFoundError("No Chromium is installed: run `make chromium`, or name one in CHROMIUM.")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Run a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def screen(browser: Browser, address: str, **options: Any) -> Iterator[Screen]:
    """Open a window with nothing remembered from any other.

    Parameters
    ----------
    options
        What Playwright's `new_context` takes, such as `locale` and `viewport`.
    """
    defaults: Json = {
        "viewport": {"width": WIDE, "height": HIGH},
        "locale": "en-GB",
        "timezone_id": "Africa/Tripoli",
        "reduced_motion": "reduce",
    }
    context = browser.new_context(**(defaults | options))
    try:
        context.set_default_timeout(PATIENCE)
        yield _watched(Screen(context.new_page(), address))
    finally:
        context.close()


def _watched(one: Screen) -> Screen:
    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            one.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def asked(address: str) -> None:
        if (urlsplit(address).hostname or "") not in OURS:
            one.foreign.append(address)

    def dismiss(dialog: Dialog) -> None:
        one.dialogs.append(dialog.message)
        dialog.dismiss()

    one.page.on("console", heard)
    one.page.on("pageerror", lambda error: one.errors.append(str(error)))
    one.page.on("request", lambda request: asked(request.url))
    one.page.on("websocket", lambda socket: asked(socket.url))
    one.page.on("dialog", dismiss)
    return one
