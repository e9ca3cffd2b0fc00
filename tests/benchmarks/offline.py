"""The map application in one file: how large it is."""

from __future__ import annotations

from tests.benchmarks.figure import Figure

from libyamap import View, select
from libyamap.render import html
from libyamap.validation import open_dataset


def megabytes() -> float:
    """Megabytes of the file that holds the whole curated dataset."""
    return len(html.render(select(open_dataset(None), View()))) / 1e6


BYTES = Figure(
    name="offline-html-bytes",
    about="the map application in one file, with the whole curated dataset",
    unit="MB",
    target=2,
    better="lower",
    measure=megabytes,
)
