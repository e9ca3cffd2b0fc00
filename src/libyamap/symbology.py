"""How features look: one source for the screen and for paper.

Shapes, colours and drawing order stand in `themes/`: `symbols.json` holds a symbol a layer,
`light.json` and `dark.json` the colours of either theme, `print.json` those of black and white paper.
Shapes are SVG paths within a square of 20 by 20 about the origin, y downwards. Symbols are our own rather
than APP-6: the actors here are political as much as military, and readers are not all soldiers.

A layer is drawn whole: above or below each other one, and as a whole seen through. Both are the view's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from libyamap.model import Layer
from libyamap.view import OPAQUE, Theme, View

THEMES: tuple[Theme, ...] = ("light", "dark")
PRINT = "print"
"""The palette of black and white paper, where shapes alone tell symbols apart."""

FRESH_ALPHA, STALE_ALPHA = 1.0, 0.38
"""Opacity of a symbol's fill when its presence was just confirmed, and when that is two years old or more."""


@dataclass(frozen=True)
class Symbol:
    """How a layer's features look.

    Attributes
    ----------
    shape : str
        SVG path.
    colour : mapping
        By palette, "#rrggbb".
    order : int
        Drawing order where the view asks for none, the largest on top.
    hole : bool
        Whether a hole marks it as a presence rather than a happening.
    """

    shape: str
    colour: Mapping[str, str]
    order: int
    hole: bool


def symbols(*, styles: Iterable[str] = THEMES) -> Mapping[str, Symbol]:
    """The symbols, by the key that layers name, with their colours in some palettes."""
    return {
        key: Symbol(
            shape=one["shape"],
            colour={theme: palette(theme)[f"symbol-{one['colour']}"] for theme in styles},
            order=one["order"],
            hole=one["hole"],
        )
        for key, one in _theme_file("symbols").items()
    }


def palette(theme: str) -> Mapping[str, str]:
    """The colours of a theme, or of `PRINT`, by name."""
    return _theme_file(theme)


def opacity(age: float) -> float:
    """Opacity of a fill for the age of a confirmation, 0 (fresh) to 1 (two years or more)."""
    return FRESH_ALPHA - (FRESH_ALPHA - STALE_ALPHA) * age


def drawing_order(layers: Iterable[Layer], view: View) -> tuple[str, ...]:
    """Ids of layers in the order in which a view has them drawn.

    Parameters
    ----------
    layers : iterable of Layer
        The dataset's layers.
    view : View
        Its `order` comes first; layers that it does not name follow as their symbols say.

    Returns
    -------
    tuple of str
        The layer on top first. What the view names and the dataset has not is left out.
    """
    known = symbols()
    own = [layer.id for layer in sorted(layers, key=lambda layer: -known[layer.symbol].order)]
    named = [layer for layer in view.order if layer in own]
    return (*named, *(layer for layer in own if layer not in named))


def layer_opacity(layer: str, view: View) -> float:
    """How far a view has a layer seen through: 0 (not to be seen) to 1 (opaque)."""
    return dict(view.opacity).get(layer, OPAQUE) / OPAQUE


@cache
def _theme_file(name: str) -> dict[str, Any]:
    file = resources.files("libyamap") / "themes" / f"{name}.json"
    content: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return content
