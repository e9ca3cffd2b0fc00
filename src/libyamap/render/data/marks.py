"""Symbols for programs that take pictures of them: as SVG and as the ring of their outline.

Their grammar is that of `render/static/symbol.py`: full where stated, dashed where reported, hollow where neither.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry import Polygon

from libyamap.model import Assertion
from libyamap.render.static.symbol import DASHES, FULL_CORE, HALF, HOLE, RING_CORE, path_of_svg
from libyamap.symbology import Symbol

EDGE = 13.0
"""Half of the side of the square that a symbol with its margin fills."""
MARGIN, LINE = 4.4, 1.9
_CORE = frozenset({Assertion.REPORTED, Assertion.ASSESSED})


def svg(symbol: Symbol, assertion: Assertion, *, colour: str, paper: str) -> str:
    """A symbol as a picture."""
    body = "".join(_painted(symbol, assertion, colour, paper))
    side = 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side:g}" height="{side:g}" '
        f'viewBox="{-EDGE:g} {-EDGE:g} {side:g} {side:g}">{body}</svg>'
    )


def outline(symbol: Symbol) -> str:
    """Its outline as Well-Known Text in a square of side 1 about the origin, y upwards."""
    ring = np.asarray(path_of_svg(symbol.shape).to_polygons()[0]) / (2 * HALF)
    return shapely.to_wkt(Polygon(ring * (1, -1)), rounding_precision=4)


def _painted(symbol: Symbol, assertion: Assertion, colour: str, paper: str) -> Iterator[str]:
    shape = symbol.shape
    yield _filled(shape, paper) + _drawn(shape, paper, MARGIN)
    if assertion is Assertion.STATED:
        yield _filled(shape, colour)
        if symbol.hole:
            yield _scaled(_filled(shape, paper), HOLE)
        return
    yield _drawn(shape, colour, LINE, DASHES.get(assertion, ()))
    if assertion is Assertion.DENIED:
        yield _drawn("M-8 8L8-8", colour, LINE)
    if assertion in _CORE:
        yield _scaled(_filled(shape, colour), FULL_CORE)
    if assertion is Assertion.REQUESTED:
        yield _scaled(_drawn(shape, colour, LINE / RING_CORE), RING_CORE)


def _filled(shape: str, colour: str) -> str:
    return f'<path d="{shape}" fill="{colour}"/>'


def _drawn(shape: str, colour: str, width: float, dashes: tuple[float, ...] = ()) -> str:
    broken = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in dashes)}"' if dashes else ""
    return f'<path d="{shape}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linejoin="round"{broken}/>'


def _scaled(path: str, scale: float) -> str:
    return f'<g transform="scale({scale:g})">{path}</g>'
