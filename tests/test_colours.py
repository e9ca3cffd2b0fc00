"""Colours and symbols: readable in light and dark, and told apart whatever colours somebody sees."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest
from coloraide import Color
from shapely.affinity import scale
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from svgelements import Path

from libyamap.symbology import PRINT, THEMES, Symbol, palette, symbols

PALETTES = (*THEMES, PRINT)

TEXT, GRAPHIC = 4.5, 3.0
"""Least contrast of text and of graphics: WCAG 2.2, 1.4.3 and 1.4.11, level AA."""

APART = 10.0
"""Distance by CIEDE2000 from which two small symbols side by side are taken for different colours at a glance."""
UNLIKE = 0.3
"""Share of their common area that two symbols must not share, for their shapes to be told apart without a colour."""

DEFICIENCIES = ("none", "protan", "deutan", "tritan")

CHORDS = 120
HOLE, CORE = 0.42, 0.4
"""Size of the hole in a symbol of a presence, and of the core of an empty one, as `map/symbol.ts` draws them."""
STROKE = 1.9
"""Width of the outline of an empty symbol, in the units of its shape."""


def _contrast(first: str, second: str) -> float:
    return float(Color(first).contrast(second))


def _distance(first: str, second: str, deficiency: str) -> float:
    """How far two colours lie apart for somebody without one kind of cones: Machado, Oliveira and Fernandes (2009)."""
    seen = [Color(one) for one in (first, second)]
    if deficiency != "none":
        seen = [one.filter(deficiency, 1, method="machado").clip("srgb") for one in seen]
    return float(seen[0].delta_e(seen[1], method="2000"))


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "field"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "danger"])
def test_text_can_be_read(theme: str, ground: str, ink: str) -> None:
    colours = palette(theme)
    assert _contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("warning-ink", "warning-paper"),
        ("paper", "accent"),
        ("paper", "danger"),
        ("paper", "ink"),
        *(("place-ink", ground) for ground in ("libya", "land", "sea", "paper")),
        *(("country-ink", ground) for ground in ("libya", "land")),
        *(("sea-ink", ground) for ground in ("sea", "sea-glow")),
    ],
)
def test_names_and_notices_can_be_read(theme: str, ink: str, ground: str) -> None:
    assert _contrast(palette(theme)[ink], palette(theme)[ground]) >= TEXT


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("ground", ["libya", "land", "sea", "paper"])
@pytest.mark.parametrize("symbol", sorted(symbols()))
def test_symbols_stand_out_from_the_ground(theme: str, ground: str, symbol: str) -> None:
    assert _contrast(symbols(styles=(theme,))[symbol].colour[theme], palette(theme)[ground]) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "field"])
def test_the_focus_can_be_seen(theme: str, ground: str) -> None:
    assert _contrast(palette(theme)["accent"], palette(theme)[ground]) >= GRAPHIC


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("drawn", ["full", "empty"])
def test_symbols_are_told_apart(theme: str, deficiency: str, drawn: str) -> None:
    mistaken = [
        (first, second)
        for (first, one), (second, other) in combinations(sorted(symbols(styles=(theme,)).items()), 2)
        if _unlike(one, other, drawn) < UNLIKE and _distance(one.colour[theme], other.colour[theme], deficiency) < APART
    ]
    assert not mistaken


def test_alike_shapes_are_known_as_such() -> None:
    known = symbols()
    assert _unlike(known["movements"], known["journeys"], "full") == pytest.approx(0)
    assert _unlike(known["wagner"], known["meetings"], "full") < UNLIKE
    assert _unlike(known["military"], known["east"], "full") > UNLIKE


def test_alike_colours_are_known_as_such() -> None:
    assert _distance("#4D6B12", "#946200", "none") > APART > _distance("#4D6B12", "#946200", "protan")


def _unlike(one: Symbol, other: Symbol, drawn: str) -> float:
    first, second = ((_full if drawn == "full" else _empty)(symbol) for symbol in (one, other))
    return float(1 - first.intersection(second).area / first.union(second).area)


def _full(symbol: Symbol) -> BaseGeometry:
    """What is stated: filled, with a hole where the symbol is a presence's."""
    shape = _outline(symbol.shape)
    return shape.difference(scale(shape, HOLE, HOLE, origin=(0, 0))) if symbol.hole else shape


def _empty(symbol: Symbol) -> BaseGeometry:
    """What is only reported, assessed or asked for: an outline with a core."""
    shape = _outline(symbol.shape)
    return shape.exterior.buffer(STROKE / 2).union(scale(shape, CORE, CORE, origin=(0, 0)))


@cache
def _outline(path: str) -> Polygon:
    """A symbol's shape, its curves as chords."""
    drawn = Path(path)
    points = [drawn.point(step / CHORDS) for step in range(CHORDS)]
    return Polygon([(point.x, point.y) for point in points]).buffer(0)
