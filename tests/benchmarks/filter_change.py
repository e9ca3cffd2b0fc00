"""How long after a filter was changed the map shows what it leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.compared import Application, both_open
from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import many_features

from libyamap.dataset import read
from libyamap.i18n import message
from libyamap.model import FeatureKind
from libyamap.selection import Shown, select
from libyamap.view import View

PAIRS = 10


@dataclass(frozen=True)
class Choice:
    """A kind that is chosen.

    Attributes
    ----------
    label : str
        How the filter names it.
    left : int
        How many features it leaves on the map.
    """

    label: str
    left: int


def curated() -> float:
    """Over the plain application, with the dataset of the package."""
    return _over_plain(None)


def thousands() -> float:
    """The same with thousands of features."""
    with many_features() as data:
        return _over_plain(data)


def _over_plain(data: Path | None) -> float:
    """Medians of interleaved pairs: a kind is chosen, each time another, and taken away again."""
    with both_open(data) as (ours, plain):
        ours.one.show_filters()
        pairs = [(_changed(ours, own), _changed(plain, other)) for own, other in _choices(data)]
    _, *measured = pairs  # The first change readies what later ones find ready.
    return median(own for own, _ in measured) / median(other for _, other in measured)


def _choices(data: Path | None) -> list[tuple[Choice, Choice]]:
    """Kinds, as the dashboard and as the plain application offer them, one for each pair and one to begin with."""
    dataset = read(data)
    left = {kind: select(dataset, View(kinds=(kind,))).shown() for kind in FeatureKind}
    found = [
        (Choice(message("en", f"kind.{kind}"), len(shown)), Choice(str(kind), sum(map(_has_place, shown))))
        for kind, shown in left.items()
        if any(map(_has_place, shown))
    ]
    return found[: PAIRS + 1]


def _has_place(shown: Shown) -> bool:
    properties = shown.item.feature.properties
    return bool(properties.place or properties.origin or properties.destination)


def _changed(application: Application, choice: Choice) -> float:
    """Milliseconds of a change: the mean of choosing a kind and of taking it away."""
    everything = application.number_drawn()
    page, field = application.one.page, application.field()
    field.click()
    field.fill(choice.label)
    option = page.get_by_role("option").filter(has_text=re.compile(rf"^{choice.label}( ·|$)"))
    option.wait_for()
    application.time(f"{application.drawn} === {choice.left}")
    option.click()
    narrowed = application.taken()
    application.time(f"{application.drawn} === {everything}")
    page.keyboard.press("Backspace")
    widened = application.taken()
    page.keyboard.press("Escape")
    return (narrowed + widened) / 2


CURATED = Figure(
    name="filter-curated-ratio",
    about="filter change to the map that shows it, over a plain streamlit-folium application with the same data",
    unit="ratio",
    target=1.2,
    better="lower",
    measure=curated,
)
THOUSANDS = Figure(
    name="filter-5000-ratio",
    about="the same with 5,000 features",
    unit="ratio",
    target=0.8,
    better="lower",
    measure=thousands,
)
