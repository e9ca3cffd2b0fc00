"""The dashboard beside a plain streamlit-folium application over the same dataset, both open and warm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator
from tests.benchmarks.cold import PANELS
from tests.benchmarks.pages import PLAIN, Subject, dashboard, opened, streamlit_app, until_idle, until_ready
from tests.e2e.browser import Screen, launched

FRAME = "document.querySelector('iframe')?.contentWindow"
"""streamlit-folium's map stands in a frame of its own."""
CIRCLES = f"Object.values({FRAME}?.map?._layers ?? {{}}).filter((one) => one instanceof {FRAME}.L.CircleMarker)"
"""Its markers, whether on the screen or beyond."""


@dataclass(frozen=True)
class Application:
    """An application that is held against the other.

    Attributes
    ----------
    one : Screen
        Its page.
    drawn : str
        JavaScript of the number of features that its map has.
    told : str
        JavaScript of the title of what was clicked last.
    kinds : str
        Selector of its filter by kind.
    """

    one: Screen
    drawn: str
    told: str
    kinds: str

    def number_drawn(self) -> int:
        """How many features are on the map."""
        return int(self.one.page.evaluate(self.drawn))

    def field(self) -> Locator:
        """Where kinds are typed."""
        return self.one.page.locator(f"{self.kinds} input")

    def until_idle(self) -> None:
        """Wait until Streamlit has nothing left to run, and the browser has painted what came of it."""
        until_idle(self.one)
        self.one.frames()

    def time(self, seen: str) -> None:
        """Take the time from the next key or click until JavaScript is true and its picture painted."""
        self.one.page.evaluate(f"() => {{ stopwatch.taken = stopwatch.fromAction(() => {seen}); }}")

    def taken(self) -> float:
        """Milliseconds that it took."""
        taken = float(self.one.page.evaluate("stopwatch.taken"))
        self.until_idle()
        return taken


@contextmanager
def both_open(data: Path | None = None) -> Iterator[tuple[Application, Application]]:
    """Open the dashboard and the plain application over a dataset, each in a browser of its own."""
    with (
        dashboard(data) as ours,
        streamlit_app(PLAIN, data) as plain,
        launched() as browser,
        opened(browser, Subject(f"{ours.address}/?lang=en", PANELS)) as own_page,
        opened(browser, Subject(f"{plain.address}/", f"{CIRCLES}.length > 0")) as plain_page,
    ):
        yield (
            _ready(
                Application(
                    one=own_page,
                    drawn="libyamap.state().drawn.length",
                    told="document.querySelector('aside.ly-end h2')?.textContent",
                    kinds=".st-key-f_kinds",
                )
            ),
            _ready(
                Application(
                    one=plain_page,
                    drawn=f"{CIRCLES}.length",
                    told="document.querySelector('h3')?.textContent",
                    kinds=".st-key-kinds",
                )
            ),
        )


def _ready(application: Application) -> Application:
    until_ready(application.one)
    application.until_idle()
    return application


def quoted(text: str | None) -> str:
    """A text as JavaScript."""
    return json.dumps(text)
