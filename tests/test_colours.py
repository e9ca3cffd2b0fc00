"""Colours and symbols: readable in light and dark, and told apart whatever colours somebody sees."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from shapely.geometry import Polygon
from svgelements import Path

from libyamap.symbology import THEMES, Symbol, palette, symbols

Colour = NDArray[np.float64]

TEXT, GRAPHIC = 4.5, 3.0
"""Least contrast of text and of graphics: WCAG 2.2, 1.4.3 and 1.4.11, level AA."""

APART = 11.0
"""Distance in CIELAB (1976) from which two colours side by side are taken for different at a glance."""
CHORDS = 120
ALIKE = 0.85
"""Share of their common area from which two shapes of a symbol's size look alike."""

DEFICIENCIES = {
    "none": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""What is left of linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.0."""

TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
"""Linear sRGB to CIE XYZ, D65: IEC 61966-2-1."""
WHITE = TO_XYZ @ np.ones(3)


def _linear(colour: str) -> Colour:
    values = np.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _contrast(first: str, second: str) -> float:
    bright, dark = sorted((float(TO_XYZ[1] @ _linear(one)) for one in (first, second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _lab(linear: Colour) -> Colour:
    x, y, z = np.cbrt(np.clip(TO_XYZ @ np.clip(linear, 0, 1) / WHITE, 1e-4, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _distance(first: str, second: str, deficiency: str) -> float:
    seen = DEFICIENCIES[deficiency]
    return float(np.linalg.norm(_lab(seen @ _linear(first)) - _lab(seen @ _linear(second))))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "field"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "danger"])
def test_text_can_be_read(theme: str, ground: str, ink: str) -> None:
    colours = palette(theme)
    assert _contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("place-ink", "libya"), ("country-ink", "land"), ("sea-ink", "sea"), ("warning-ink", "warning-paper")],
)
def test_names_on_the_map_can_be_read(theme: str, ink: str, ground: str) -> None:
    assert _contrast(palette(theme)[ink], palette(theme)[ground]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["libya", "land", "sea", "paper"])
@pytest.mark.parametrize("symbol", sorted(symbols()))
def test_symbols_stand_out_from_the_ground(theme: str, ground: str, symbol: str) -> None:
    assert _contrast(symbols()[symbol].colour[theme], palette(theme)[ground]) >= GRAPHIC


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("theme", THEMES)
def test_symbols_are_told_apart(theme: str, deficiency: str) -> None:
    mistaken = [
        (first, second)
        for (first, one), (second, other) in combinations(sorted(symbols().items()), 2)
        if _overlap(one, other) >= ALIKE and _distance(one.colour[theme], other.colour[theme], deficiency) < APART
    ]
    assert not mistaken


def test_alike_shapes_are_known_as_such() -> None:
    known = symbols()
    assert _overlap(known["movements"], known["journeys"]) == pytest.approx(1)
    assert _overlap(known["positions"], known["east"]) < ALIKE


def _overlap(one: Symbol, other: Symbol) -> float:
    first, second = _outline(one.shape), _outline(other.shape)
    return float(first.intersection(second).area / first.union(second).area)


@cache
def _outline(path: str) -> Polygon:
    """A symbol's shape, its curves as chords."""
    drawn = Path(path)
    points = [drawn.point(step / CHORDS) for step in range(CHORDS)]
    return Polygon([(point.x, point.y) for point in points]).buffer(0)
