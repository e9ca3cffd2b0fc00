"""Rows set on the globe and in time: what can be shown, and what is left out and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from libyamap.interval import Bounds
from libyamap.overlays import moments
from libyamap.overlays.columns import Columns, recognised
from libyamap.overlays.degrees import degrees
from libyamap.overlays.fault import Fault
from libyamap.overlays.limits import MOST_VERTICES
from libyamap.overlays.refusals import NotDegreesError, TooManyVerticesError, UnknownCrsError
from libyamap.overlays.sheet import Shapes, Sheet, shapes_of
from libyamap.overlays.wish import Wish

_EAST, _NORTH = 180.0, 90.0
_WGS84 = 4326
_WHERE = re.compile(r"\[(\S+) ([^\s\]]+)")
_HALF = 0.5
_POLYGONS = (3, 6, 7)
"""Types of shapely that can cross themselves in a way that matters: polygons, several, and collections."""

Days = tuple[int, int, int, int]


@dataclass(frozen=True)
class Overlay:
    """A file as a layer of the map.

    Attributes
    ----------
    file : str
        Its name.
    sheet : Sheet
        What stands in it.
    columns : Columns
        What its columns are taken for.
    shown : list of int
        Positions, in the sheet, of the rows that are shown.
    shapes : array
        Of each of these, in longitude and latitude of WGS 84.
    days : list, optional
        Of each of these, its four days, or None where it has no date; None where no column has dates.
    faults : tuple of Fault
        Why rows are left out or were mended.
    read : int
        Rows of the file: those shown and those rejected.
    """

    file: str
    sheet: Sheet
    columns: Columns
    shown: list[int]
    shapes: Shapes
    days: list[Days | None] | None
    faults: tuple[Fault, ...]
    read: int

    @property
    def rejected(self) -> int:
        """Rows that are not shown."""
        return self.read - len(self.shown)

    def sentences(self, lang: str) -> list[str]:
        """All that is wrong, what leaves rows out first."""
        ordered = sorted(self.faults, key=lambda fault: not fault.rejects)
        return [fault.sentence(lang, self.file, self.sheet.unit) for fault in ordered]


def place(file: str, sheet: Sheet, wish: Wish) -> Overlay:
    """Set the rows of a sheet on the globe and in time."""
    columns = recognised(sheet, wish)
    faults = list(sheet.faults)
    shapes, found = _given(file, sheet) if sheet.shapes is not None else _from_columns(file, sheet, columns)
    faults.extend(found)
    shown = [at for at, shape in enumerate(shapes) if shape is not None]
    kept = shapes_of(shapes[at] for at in shown)
    if (vertices := int(shapely.get_num_coordinates(kept).sum())) > MOST_VERTICES:
        raise TooManyVerticesError(file=file, count=vertices, limit=MOST_VERTICES)
    days, dated = _days(sheet, columns, shown)
    faults.extend(dated)
    read = len(sheet.numbers) + sheet.rejected
    return Overlay(file, sheet, columns, shown, kept, days, tuple(faults), read)


class _Reasons:
    """Rows by why they are left out, in the order in which reasons come up."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self._rows: dict[tuple[str, str], list[int]] = {}

    def add(self, key: str, at: int, field: str = "") -> None:
        self._rows.setdefault((key, field), []).append(self._numbers[at])

    def faults(self) -> Iterator[Fault]:
        for (key, field), rows in self._rows.items():
            yield Fault(key, tuple(rows), rejects=True, field=field)


# --- coordinates in columns ---


def _from_columns(file: str, sheet: Sheet, columns: Columns) -> tuple[Shapes, list[Fault]]:
    count = len(sheet.numbers)
    lon, lat = sheet.column(columns.lon), sheet.column(columns.lat)
    if lon is None or lat is None:
        return shapes_of([None] * count), [Fault("no-coordinates-column", tuple(sheet.numbers), rejects=True)]
    reasons = _Reasons(sheet.numbers)
    found: list[tuple[int, float, float]] = []
    for at in range(count):
        texts = {columns.lon: lon[at], columns.lat: lat[at]}
        if any(not text for text in texts.values()):
            reasons.add("no-coordinates", at, next(name for name, text in texts.items() if not text))
            continue
        x, y = (degrees(text) for text in texts.values())
        if x is None or y is None:
            reasons.add("not-a-coordinate", at, columns.lon if x is None else columns.lat)
        else:
            found.append((at, x, y))
    _check_degrees(file, [(x, y) for _, x, y in found])
    placed = [(at, x, y) for at, x, y in found if _on_globe(x, y, at, reasons)]
    shapes = shapes_of([None] * count)
    if placed:
        shapes[[at for at, _, _ in placed]] = shapely.points([(x, y) for _, x, y in placed])
    return shapes, list(reasons.faults())


def _check_degrees(file: str, spots: Sequence[tuple[float, float]]) -> None:
    """Refuse a file of which most coordinates cannot be longitude and latitude: it is all of it in something else."""
    wrong = [(x, y) for x, y in spots if abs(x) > _EAST or abs(y) > _NORTH]
    if spots and len(wrong) > _HALF * len(spots):
        raise NotDegreesError(file=file, x=f"{wrong[0][0]:g}", y=f"{wrong[0][1]:g}")


def _on_globe(x: float, y: float, at: int, reasons: _Reasons) -> bool:
    if abs(x) > _EAST or abs(y) > _NORTH:
        reasons.add("off-globe", at)
    elif x == 0 and y == 0:
        reasons.add("zero", at)
    else:
        return True
    return False


# --- shapes of the format's own ---


def _given(file: str, sheet: Sheet) -> tuple[Shapes, list[Fault]]:
    shapes = shapes_of(sheet.shapes if sheet.shapes is not None else [])
    reasons = _Reasons(sheet.numbers)
    faults: list[Fault] = []
    partly = [n for n, shape in zip(sheet.numbers, shapes, strict=True) if shape is not None and n in sheet.broken]
    if partly:
        faults.append(Fault("geometry-partly", tuple(partly)))
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    for at in np.flatnonzero(empty).tolist():
        reasons.add("geometry-broken" if sheet.numbers[at] in sheet.broken else "no-geometry", at)
        shapes[at] = None
    if sheet.crs is not None and not sheet.crs.equals(pyproj.CRS.from_epsg(_WGS84), ignore_axis_order=True):
        shapes = _reprojected(file, shapes, sheet.crs)
        faults.append(Fault("reprojected", params={"crs": sheet.crs.name}))
    _drop_off_globe(file, shapes, reasons)
    shapes, mended = _mended(shapes, sheet.numbers)
    return shapes, [*reasons.faults(), *faults, *mended]


def _reprojected(file: str, shapes: Shapes, crs: pyproj.CRS) -> Shapes:
    try:
        transformer = pyproj.Transformer.from_crs(crs, _WGS84, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise UnknownCrsError(file=file, crs=crs.name) from error

    def move(spots: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(spots[:, 0], spots[:, 1]))

    present = ~shapely.is_missing(shapes)
    moved = shapes.copy()
    if present.any():
        moved[present] = shapely.transform(shapes[present], move)
    return moved


def _drop_off_globe(file: str, shapes: Shapes, reasons: _Reasons) -> None:
    """Leave out, in place, what has corners off the globe."""
    spots, owners = shapely.get_coordinates(shapes, return_index=True)
    off = ~((np.abs(spots[:, 0]) <= _EAST) & (np.abs(spots[:, 1]) <= _NORTH))
    wrong = np.unique(owners[off])
    if len(wrong) > _HALF * len(np.unique(owners)):
        x, y = spots[off][0]
        raise NotDegreesError(file=file, x=f"{x:g}", y=f"{y:g}")
    for at in wrong.tolist():
        reasons.add("off-globe", at)
        shapes[at] = None
    points = shapely.get_type_id(shapes) == 0
    zero = points & (shapely.get_x(shapes) == 0) & (shapely.get_y(shapes) == 0)
    for at in np.flatnonzero(zero).tolist():
        reasons.add("zero", at)
        shapes[at] = None


def _mended(shapes: Shapes, numbers: Sequence[int]) -> tuple[Shapes, list[Fault]]:
    """Areas that cross themselves are cut where they do, and that is told."""
    flat = shapes_of(shapely.force_2d(shapes))
    areas = np.isin(shapely.get_type_id(flat), _POLYGONS)
    faulty = np.flatnonzero(areas & ~shapely.is_valid(flat))
    if not len(faulty):
        return flat, []
    where = _WHERE.search(shapely.is_valid_reason(flat[faulty[0]]))
    spot = f"{float(where[2]):.5f}, {float(where[1]):.5f}" if where else "?"
    flat[faulty] = shapely.make_valid(flat[faulty])
    return flat, [Fault("mended", tuple(numbers[at] for at in faulty.tolist()), params={"where": spot})]


# --- dates ---


def _days(sheet: Sheet, columns: Columns, shown: Iterable[int]) -> tuple[list[Days | None] | None, list[Fault]]:
    starts, ends = sheet.column(columns.start), sheet.column(columns.end)
    if starts is None and ends is None:
        return None, []
    order, guessed = moments.order_of([*(starts or []), *(ends or [])])
    wrong: list[int] = []
    undated: list[int] = []
    days: list[Days | None] = []
    for at in shown:
        found = _bounds(starts, ends, at, order, lambda at: wrong.append(sheet.numbers[at]))
        if found is None and sheet.numbers[at] not in wrong[-1:]:
            undated.append(sheet.numbers[at])
        days.append((*found,) if found else None)
    faults = [
        Fault(key, tuple(rows), field=columns.start or columns.end)
        for key, rows in (("not-a-date", wrong), ("no-date", undated))
        if rows
    ]
    if guessed:
        faults.append(Fault("day-first", field=columns.start or columns.end))
    return days, faults


def _bounds(
    starts: list[str] | None, ends: list[str] | None, at: int, order: moments.Order, tell: Callable[[int], None]
) -> Bounds | None:
    try:
        return moments.bounds(starts[at] if starts else "", ends[at] if ends else "", order)
    except ValueError:
        tell(at)
        return None
