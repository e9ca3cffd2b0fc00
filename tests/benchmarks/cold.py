"""How soon a page that the browser has never seen shows features, and panels that can be used."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser
from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import BLANK, Subject, dashboard, marked, streamlit_app, time_to_ready
from tests.e2e.browser import launched

PAIRS = 10

BLANK_MAP = marked("blank-drawn")
FEATURES = marked("libyamap-drawn")
PANELS = " && ".join(
    (
        marked("libyamap-usable"),
        # The last of the filters stands, and Streamlit waits for what a reader does with them.
        "document.querySelector('.st-key-f_clear button')",
        "document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')",
    )
)


def features() -> float:
    """Time to the first features over the time that a blank page takes to its empty map."""
    return _over_blank(FEATURES)


def panels() -> float:
    """Time to panels that can be used, Streamlit's filters among them, over the same."""
    return _over_blank(PANELS)


def _over_blank(ready: str) -> float:
    """Medians of interleaved pairs, so that what else the machine does burdens both alike."""
    with dashboard() as server, streamlit_app(BLANK) as other, launched() as browser:
        subjects = Subject(f"{server.address}/?lang=en", ready), Subject(f"{other.address}/", BLANK_MAP)
        _pair(browser, *subjects)  # The servers are warm from here on.
        pairs = [_pair(browser, *subjects) for _ in range(PAIRS)]
    return median(ours for ours, _ in pairs) / median(blank for _, blank in pairs)


def _pair(browser: Browser, ours: Subject, blank: Subject) -> tuple[float, float]:
    return time_to_ready(browser, ours), time_to_ready(browser, blank)


PAGE = Figure(
    name="cold-page-ratio",
    about="cold page to its first features, over a blank Streamlit page to its empty Leaflet map",
    unit="ratio",
    target=1.0,
    better="lower",
    measure=features,
)
PANEL = Figure(
    name="cold-panels-ratio",
    about="cold page to panels and filters that can be used, over the same blank page",
    unit="ratio",
    target=1.6,
    better="lower",
    measure=panels,
)
