"""How soon features are drawn on a page that a browser has never seen."""

from __future__ import annotations

from statistics import median

from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import pages, time_to_mark

PAIRS = 10


def ratio() -> float:
    """Time to the first features over the time that a blank page takes to its empty map.

    Medians of interleaved pairs, so that what else the machine does burdens both alike.
    """
    with pages() as both:
        pairs = [(time_to_mark(both.browser, both.ours), time_to_mark(both.browser, both.blank)) for _ in range(PAIRS)]
    return median(ours for ours, _ in pairs) / median(blank for _, blank in pairs)


RATIO = Figure(
    name="cold-page-ratio",
    about="cold page to first features, over a blank Streamlit page to its empty Leaflet map",
    unit="ratio",
    target=1.0,
    better="lower",
    measure=ratio,
)
