"""How long after a click on a feature one reads who said so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from statistics import median

from tests.benchmarks.compared import CIRCLES, FRAME, Application, both_open, quoted
from tests.benchmarks.figure import Figure

PAIRS = 10
APART = 26
"""Pixels between symbols that cannot be taken for one another."""

Point = tuple[float, float]

OURS = "libyamap.state().drawn.map((id) => libyamap.point(id)).filter(Boolean).map(({ x, y }) => [x, y])"
THEIRS = f"""
(() => {{
  const {{ left, top }} = document.querySelector('iframe').getBoundingClientRect();
  const points = {CIRCLES}.map((one) => {FRAME}.map.latLngToContainerPoint(one.getLatLng()));
  return points.map(({{ x, y }}) => [x + left, y + top]);
}})()
"""


def over_plain() -> float:
    """Medians of interleaved pairs of clicks, each on another symbol than the one before."""
    with both_open() as (ours, plain):
        own, other = cycle(_symbols(ours, OURS)), cycle(_symbols(plain, THEIRS))
        pairs = [(_clicked(ours, next(own)), _clicked(plain, next(other))) for _ in range(PAIRS + 1)]
    _, *measured = pairs  # The first click readies what later ones find ready.
    return median(own for own, _ in measured) / median(other for _, other in measured)


def _symbols(application: Application, points: str) -> Sequence[Point]:
    """Symbols that stand alone, in sight, with nothing over them."""
    found: list[Point] = [(x, y) for x, y in application.one.page.evaluate(points)]
    alone = [one for one in found if not any(_is_near(one, other) for other in set(found) - {one})]
    seen = (
        "([x, y]) => Boolean(document.elementFromPoint(x, y)?.matches('iframe, #map_libyamap, #map_libyamap canvas'))"
    )
    return [one for one in alone if application.one.page.evaluate(seen, list(one))]


def _is_near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < APART and abs(one[1] - other[1]) < APART


def _clicked(application: Application, symbol: Point) -> float:
    """Milliseconds from a click to the title of what was clicked."""
    before = application.one.page.evaluate(application.told)
    application.time(f"({application.told} ?? null) !== {quoted(before)}")
    application.one.page.mouse.click(*symbol)
    return application.taken()


RATIO = Figure(
    name="click-ratio",
    about="click to the evidence, over a click in a plain streamlit-folium application to what its script then writes",
    unit="ratio",
    target=0.3,
    better="lower",
    measure=over_plain,
)
