"""The Look: what is asked of an archive."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from libyamap.interval import FIRST_DAY, LAST_DAY

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees WGS 84; west is more than east across the antimeridian."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """One question to an archive. What is left at its default asks for everything.

    Attributes
    ----------
    box : Box, optional
        The viewport.
    zoom : float
        Leaflet's zoom level: decides how large cells are.
    first, last : int
        Day numbers, inclusive.
    certain : bool
        Leave out what is only possibly inside the interval.
    kinds, assertions, precisions, sources : frozenset of str
        What to keep; all if empty.
    actors, places : frozenset of str
        Ids; groups are already replaced by their members. An event stays if one of its sides is among them.
    reliability : str, optional
        The least reliability, A to E.
    credibility : int, optional
        The least credibility, 1 to 5.
    ungraded : bool
        Keep reliability F and credibility 6, which "cannot be judged".
    said_by, recorded_by : int, optional
        Day numbers of the view's two clocks.
    text : str
        Words to find, each of them, the last also as the beginning of one.
    inside : shapely.Geometry, optional
        A drawn area, in degrees WGS 84.
    cell : int, optional
        An H3 cell of whatever resolution.
    """

    box: Box | None = None
    zoom: float = 0
    first: int = FIRST_DAY
    last: int = LAST_DAY
    certain: bool = False
    kinds: frozenset[str] = frozenset()
    assertions: frozenset[str] = frozenset()
    precisions: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    reliability: str | None = None
    credibility: int | None = None
    ungraded: bool = True
    said_by: int | None = None
    recorded_by: int | None = None
    text: str = ""
    inside: shapely.Geometry | None = None
    cell: int | None = None
