"""A file as read: columns of text, and shapes where the format has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from libyamap.overlays.fault import Fault, Unit
from libyamap.overlays.limits import MOST_COLUMNS, MOST_FEATURES, MOST_TEXT
from libyamap.overlays.refusals import TooManyColumnsError, TooManyFeaturesError

Shapes = NDArray[np.object_]
"""shapely geometries, or None."""


@dataclass(frozen=True)
class Sheet:
    """What stands in a file.

    Attributes
    ----------
    format : str
        ``csv``, ``workbook``, ``geojson``, ``kml``, ``geopackage`` or ``shapefile``.
    unit : {"line", "row", "feature"}
        What `numbers` count.
    columns : tuple of str
        Their names, each once.
    cells : tuple of list of str
        What stands in them, column by column; "" where nothing does.
    numbers : list of int
        Where each row stands in the file.
    shapes : array, optional
        Of each row; None where a row has none that can be read.
    crs : pyproj.CRS, optional
        What the shapes' coordinates are in; longitude and latitude of WGS 84 where it is None.
    parts : tuple of str
        Sheets or layers of the file, if it has several; `part` is the one that was read.
    broken : frozenset of int
        Rows, as `numbers` count, of whose shape not everything can be read.
    faults : tuple of Fault
        What was found wrong so far.
    """

    format: str
    unit: Unit
    columns: tuple[str, ...]
    cells: tuple[list[str], ...]
    numbers: list[int]
    shapes: Shapes | None = None
    crs: pyproj.CRS | None = None
    parts: tuple[str, ...] = ()
    part: str = ""
    encoding: str = ""
    broken: frozenset[int] = frozenset()
    faults: tuple[Fault, ...] = ()

    def column(self, name: str | None) -> list[str] | None:
        """The cells of a column, or None if there is none of that name."""
        return self.cells[self.columns.index(name)] if name in self.columns else None

    @property
    def rejected(self) -> int:
        """Rows that the file has and that are not here."""
        return sum(len(fault.rows) for fault in self.faults if fault.rejects)


def distinct(names: Iterable[object]) -> tuple[str, ...]:
    """Names of columns, each once: what is empty is numbered, what is double told apart."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        plain = " ".join(str("" if name is None else name).split())[:200] or f"#{number}"
        unique, count = plain, 2
        while unique in found:
            unique, count = f"{plain} ({count})", count + 1
        found.append(unique)
    return tuple(found)


def check_width(file: str, columns: Sequence[str]) -> None:
    """Refuse a table that is too wide."""
    if len(columns) > MOST_COLUMNS:
        raise TooManyColumnsError(file=file, count=len(columns), limit=MOST_COLUMNS)


def check_length(file: str, count: int) -> None:
    """Refuse what has too many rows."""
    if count > MOST_FEATURES:
        raise TooManyFeaturesError(file=file, limit=MOST_FEATURES)


def shortened(cells: tuple[list[str], ...], columns: tuple[str, ...], numbers: list[int]) -> tuple[Fault, ...]:
    """Cut what is longer than a cell may be, in place, and tell it."""
    faults = []
    for name, column in zip(columns, cells, strict=True):
        long = [at for at, text in enumerate(column) if len(text) > MOST_TEXT]
        for at in long:
            column[at] = column[at][:MOST_TEXT] + "…"
        if long:
            rows = tuple(numbers[at] for at in long)
            faults.append(Fault("cut", rows, field=name, params={"limit": MOST_TEXT}))
    return tuple(faults)


def from_records(records: Sequence[dict[str, str]]) -> tuple[tuple[str, ...], tuple[list[str], ...]]:
    """Columns and cells of rows that each name their own fields."""
    names = dict.fromkeys(name for record in records for name in record)
    return tuple(names), tuple([record.get(name, "") for record in records] for name in names)


def shapes_of(geometries: Iterable[shapely.Geometry | None]) -> Shapes:
    """An array of shapes; never one of their coordinates."""
    listed = list(geometries)
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found
