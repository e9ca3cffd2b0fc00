"""The two pages that are held against each other, each served by a warm server."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from tests.e2e.browser import Screen, launched, screen
from tests.e2e.server import serving

BLANK = Path(__file__).with_name("blank") / "app.py"
QUIET = (
    "--server.headless=true",
    "--logger.hideWelcomeMessage=true",
    "--server.fileWatcherType=none",
    "--browser.gatherUsageStats=false",
)


@dataclass(frozen=True)
class Subject:
    """A page that is measured.

    Attributes
    ----------
    mark : str
        Name of the performance mark that the page sets once it shows what it is for.
    """

    address: str
    mark: str


@dataclass(frozen=True)
class Pages:
    """The map's page, the blank one, and a browser for both."""

    browser: Browser
    ours: Subject
    blank: Subject


@contextmanager
def pages() -> Iterator[Pages]:
    """Serve both pages, opened once each so that the servers are warm."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        ours = running.enter_context(serving(None, Path(folder) / "ours.log"))
        blank = running.enter_context(
            serving(
                None,
                Path(folder) / "blank.log",
                program=(sys.executable, "-m", "streamlit", "run", BLANK, *QUIET),
                port_option="--server.port",
            )
        )
        found = Pages(
            browser=running.enter_context(launched()),
            ours=Subject(f"{ours.address}/?lang=en", "libyamap-drawn"),
            blank=Subject(f"{blank.address}/", "blank-drawn"),
        )
        for subject in (found.ours, found.blank):
            time_to_mark(found.browser, subject)
        yield found


def time_to_mark(browser: Browser, subject: Subject) -> float:
    """Milliseconds from the start of navigation to the page's mark, in a window that remembers nothing."""
    with screen(browser, subject.address) as one:
        return reach_mark(one, subject)


def reach_mark(one: Screen, subject: Subject) -> float:
    """Open a page, wait for its mark, and return when that was: milliseconds since navigation started."""
    one.page.goto(subject.address, wait_until="commit")
    one.until("(mark) => performance.getEntriesByName(mark).length > 0", subject.mark)
    return float(one.page.evaluate("(mark) => performance.getEntriesByName(mark)[0].startTime", subject.mark))
