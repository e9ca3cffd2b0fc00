"""Symbols for programs that take pictures of them: as SVG and as the ring of their outline.

Their grammar is that of `render/static/symbol.py`: full where stated, dashed where reported, hollow where neither.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    ring = path_of_svg(symbol.shape).to_polygons()[0]
    points = [f"{x / (2 * HALF):.4f} {-y / (2 * HALF):.4f}" for x, y in ring]
    return f"POLYGON(({', '.join([*points, points[0]] if points[0] != points[-1] else points)}))"


def _painted(symbol: Symbol, assertion: Assertion, colour: str, paper: str) -> Iterator[str]:
    shape = symbol.shape
    yield _path(shape, fill=paper, stroke=paper, width=MARGIN)
    if assertion is Assertion.STATED:
        yield _path(shape, fill=colour)
        if symbol.hole:
            yield _path(shape, fill=paper, scale=HOLE)
        return
    yield _path(shape, stroke=colour, width=LINE, dashes=DASHES.get(assertion, ()))
    if assertion is Assertion.DENIED:
        yield _path("M-8 8L8-8", stroke=colour, width=LINE)
    if assertion in _CORE:
        yield _path(shape, fill=colour, scale=FULL_CORE)
    if assertion is Assertion.REQUESTED:
        yield _path(shape, stroke=colour, width=LINE / RING_CORE, scale=RING_CORE)


def _path(
    shape: str,
    *,
    fill: str = "none",
    stroke: str = "none",
    width: float = 0.0,
    dashes: tuple[float, ...] = (),
    scale: float = 1.0,
) -> str:
    drawn = f'<path d="{shape}" fill="{fill}" stroke="{stroke}" stroke-width="{width:g}" stroke-linejoin="round"'
    dashed = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in dashes)}"' if dashes else ""
    scaled = f' transform="scale({scale:g})"' if scale != 1.0 else ""
    return f"{drawn}{dashed}{scaled}/>"
