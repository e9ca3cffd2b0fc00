"""The pages that are held against each other, each served by a process of its own, with a stopwatch inside."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from tests import many
from tests.e2e.browser import Screen, screen
from tests.e2e.server import Server, serving

from libyamap.serve import DATA_VARIABLE

HERE = Path(__file__).parent
BLANK, PLAIN = HERE / "blank" / "app.py", HERE / "plain" / "app.py"
STOPWATCH = (HERE / "stopwatch.js").read_text("utf-8")
PATIENCE = 60_000
"""Milliseconds that a page may take, on a machine that does much else."""
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
    address : str
        Where it is served.
    ready : str
        JavaScript that is true once the page shows what it is for.
    """

    address: str
    ready: str


def marked(name: str) -> str:
    """JavaScript that is true once the page has set a performance mark."""
    return f"performance.getEntriesByName('{name}').length > 0"


@contextmanager
def dashboard(data: Path | None = None) -> Iterator[Server]:
    """Serve the dashboard."""
    with tempfile.TemporaryDirectory() as folder, serving(data, Path(folder) / "dashboard.log") as server:
        yield server


@contextmanager
def streamlit_app(script: Path, data: Path | None = None) -> Iterator[Server]:
    """Serve another Streamlit application, over the same dataset."""
    program = (sys.executable, "-m", "streamlit", "run", script, *QUIET)
    environment = dict(os.environ) | ({DATA_VARIABLE: str(data)} if data else {})
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "application.log"
        with serving(None, log, program=program, port_option="--server.port", environment=environment) as server:
            yield server


@contextmanager
def many_features() -> Iterator[Path]:
    """A folder with a dataset of `many.FEATURES` features."""
    with tempfile.TemporaryDirectory() as folder:
        yield many.write(Path(folder))


@contextmanager
def opened(browser: Browser, subject: Subject) -> Iterator[Screen]:
    """Open a page in a window that remembers nothing, with a stopwatch that runs from the start of navigation."""
    with screen(browser, subject.address) as one:
        one.page.add_init_script(STOPWATCH)
        one.page.add_init_script(f"if (window === top) stopwatch.ready = stopwatch.until(() => {subject.ready});")
        one.page.goto(subject.address, wait_until="commit")
        yield one


def time_to_ready(browser: Browser, subject: Subject) -> float:
    """Milliseconds from the start of navigation until a page that was never opened has painted what it is for."""
    with opened(browser, subject) as one:
        return until_ready(one)


def until_ready(one: Screen) -> float:
    """Wait until an opened page is ready; return when that was."""
    return float(one.page.evaluate("stopwatch.ready"))


def until_idle(one: Screen) -> None:
    """Wait until Streamlit has nothing left to run."""
    idle = one.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
    idle.wait_for(state="attached", timeout=PATIENCE)
