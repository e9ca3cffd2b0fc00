"""How a layer looks in programs that draw it themselves: what QML, SLD and KML say in their own words."""

from __future__ import annotations

from dataclasses import dataclass

from libyamap.selection import Selection
from libyamap.symbology import Symbol, layer_opacity, palette, symbols

AREA_ALPHA, HALO_ALPHA = 0.18, 0.1
"""Opacity of the fill of an area, and of a halo."""
LINE, BOUNDARY = 2.2, 1.4
"""Widths of a movement's line and of an area's outline, in pixels."""
SIZE = 20
"""Pixels of a symbol."""
DRAWN = "#B42318"
"""The colour of what the analyst drew."""


@dataclass(frozen=True)
class Look:
    """How the features of a layer look.

    Attributes
    ----------
    colour, paper : str
        "#rrggbb": of the symbol, and of what shows through its holes.
    opacity : float
        Of the whole layer.
    """

    symbol: Symbol
    colour: str
    paper: str
    opacity: float


def look_of(layer: str, selection: Selection) -> Look:
    """The look of a layer in a view's theme."""
    theme = selection.view.theme
    symbol = symbols(styles=(theme,))[selection.dataset.layers[layer].symbol]
    return Look(symbol, symbol.colour[theme], palette(theme)["paper"], layer_opacity(layer, selection.view))


def muted(selection: Selection) -> str:
    """The colour of what stands back."""
    return palette(selection.view.theme)["muted"]
