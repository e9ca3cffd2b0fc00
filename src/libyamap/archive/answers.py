"""What an archive answers to a Look: columns, as the screen and paper draw them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

MOST_POINTS = 2000
"""Events drawn one by one; more are drawn as cells."""

Step = Literal["day", "week", "month", "quarter", "year"]


@dataclass(frozen=True)
class Cells:
    """Events gathered by H3 cell. A cell counts all of its events, also where the viewport cuts it.

    Attributes
    ----------
    resolution : int
        H3's, 0 to 10.
    cells : sequence of int
        H3 indices, ascending.
    counts : mapping
        By kind, the number of events in each cell.
    possible : sequence of int
        How many of a cell's events are only possibly inside the interval.
    deaths : sequence of int
        Sums of the best estimates.
    """

    resolution: int
    cells: Sequence[int]
    counts: Mapping[str, Sequence[int]]
    possible: Sequence[int]
    deaths: Sequence[int]


@dataclass(frozen=True)
class Points:
    """Events one by one, by column.

    Columns: `id kind lon lat precision radius title place actor1 actor2` (names), `when start_earliest start_latest
    end_earliest end_latest assertion deaths source duplicate_of`.
    """

    columns: Mapping[str, Sequence[object]]


@dataclass(frozen=True)
class Map:
    """What is in a viewport: `total` events, as cells or as points."""

    version: str
    total: int
    shown: Cells | Points


@dataclass(frozen=True)
class Bar:
    """Events of one kind that lie between the beginnings of two steps, both included.

    `first` and `last` are day numbers at which steps begin; they are equal where the step is known, else the event
    happened in one of the steps between, and nobody knows in which.
    """

    first: int
    last: int
    kind: str
    count: int


@dataclass(frozen=True)
class Choice:
    """A value that a filter could have, and how many events it would leave. `name` is the source's own."""

    value: str
    count: int
    name: str = ""


@dataclass(frozen=True)
class Summary:
    """What is left, wherever: its histogram, and what each choice of each filter would leave.

    Attributes
    ----------
    total : int
        Events that all filters leave, the interval included.
    step : str
        Of the histogram, which does not mind the interval.
    facets : mapping
        By permalink parameter (`kinds assertion prec rel cred actors places`) and `source`; the first 50 actors and
        places. Each counts what the other filters leave.
    """

    version: str
    total: int
    step: Step
    bars: tuple[Bar, ...]
    facets: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
