"""Tables: comma-separated text and workbooks. Cells are text; formulas are what they came to, and never run."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence

import python_calamine as calamine

from libyamap.overlays import encoding
from libyamap.overlays.archive import Archive
from libyamap.overlays.fault import Fault, Unit
from libyamap.overlays.limits import MOST_BYTES, MOST_FEATURES
from libyamap.overlays.refusals import (
    BrokenWorkbookError,
    EntityError,
    LockedArchiveError,
    NoRowsError,
    UnknownPartError,
)
from libyamap.overlays.sheet import Sheet, check_length, check_width, distinct, shortened
from libyamap.overlays.wish import Wish

DELIMITERS = ",;\t|"
_SAMPLE_LINES = 20
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

Row = tuple[int, list[str]]
"""Where it stands in the file, and its cells."""


# --- text ---


def read_csv(file: str, data: bytes, wish: Wish) -> Sheet:
    """A table of comma-, semicolon-, tab- or bar-separated text."""
    decoded = encoding.decode(file, data, wish.encoding)
    csv.field_size_limit(MOST_BYTES)
    faults = []
    if decoded.odd:
        faults.append(Fault("mixed", decoded.odd, params={"encoding": encoding.said(decoded.legacy)}))
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter(decoded.text))
    return _sheet(file, "csv", "line", _lines(reader), faults=faults, encoding=decoded.encoding)


def delimiter(text: str) -> str:
    """What separates the cells of a table: what splits its first lines into the most columns, alike in all of them."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:_SAMPLE_LINES]
    return max(DELIMITERS, key=lambda one: _evenness(lines, one)) if lines else ","


def _evenness(lines: Sequence[str], one: str) -> tuple[float, int]:
    widths = [len(row) for row in csv.reader(lines, delimiter=one)]
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)


def _lines(reader: Iterable[list[str]]) -> Iterator[Row]:
    before = 0
    for cells in reader:
        # Where a row starts: cells may hold line breaks.
        yield before + 1, [cell.replace("\0", "").strip() for cell in cells]
        before = reader.line_num  # type: ignore[attr-defined]


# --- workbooks ---


def read_workbook(file: str, data: bytes, wish: Wish) -> Sheet:
    """A sheet of a workbook: the first that has rows, or the one wished for."""
    if data.startswith(b"PK"):
        _check_members(file, data)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        if wish.part is not None and wish.part not in names:
            raise UnknownPartError(file=file, part=wish.part)
        for name in [wish.part] if wish.part is not None else names:
            sheet = book.get_sheet_by_name(name)
            check_length(file, sheet.total_height - 1)
            check_width(file, [""] * sheet.total_width)
            rows = _cells(sheet)
            if wish.part is not None or len(rows) > 1:
                return _sheet(file, "workbook", "row", rows, parts=tuple(names), part=name)
    except calamine.PasswordError as error:
        raise LockedArchiveError(file=file, member=file) from error
    except calamine.CalamineError as error:
        raise BrokenWorkbookError(file=file) from error
    raise NoRowsError(file=file)


def _check_members(file: str, data: bytes) -> None:
    """Expand nothing that is a bomb, and read no XML that declares entities."""
    archive = Archive(file, data)
    for name in archive.named(".xml", ".rels"):
        if _DECLARATION.search(archive.read(name)):
            raise EntityError(file=file, member=name)


def _cells(sheet: calamine.CalamineSheet) -> list[Row]:
    first = sheet.start[0] if sheet.start else 0
    rows = sheet.to_python(skip_empty_area=True)
    return [(first + at, [_text(cell) for cell in row]) for at, row in enumerate(rows, start=1)]


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time.min else cell.isoformat(sep=" ")
    return str(cell).strip()


# --- rows as columns ---


def _sheet(  # noqa: PLR0913 - what a format knows of itself
    file: str,
    form: str,
    unit: Unit,
    rows: Iterable[Row],
    *,
    faults: Iterable[Fault] = (),
    encoding: str = "",
    parts: tuple[str, ...] = (),
    part: str = "",
) -> Sheet:
    filled = ((number, cells) for number, cells in rows if any(cells))
    header = next(filled, None)
    if header is None:
        raise NoRowsError(file=file)
    columns = distinct(_trimmed(header[1]))
    check_width(file, columns)
    numbers: list[int] = []
    wide: list[int] = []
    cells: tuple[list[str], ...] = tuple([] for _ in columns)
    for number, row in filled:
        if len(row) > len(columns) and any(row[len(columns) :]):
            wide.append(number)
            continue
        numbers.append(number)
        for at, column in enumerate(cells):
            column.append(row[at] if at < len(row) else "")
        if len(numbers) + len(wide) > MOST_FEATURES:
            check_length(file, len(numbers) + len(wide))
    if not numbers and not wide:
        raise NoRowsError(file=file)
    told = list(faults)
    if wide:
        told.append(Fault("row-too-wide", tuple(wide), rejects=True, params={"columns": len(columns)}))
    told.extend(shortened(cells, columns, numbers))
    return Sheet(form, unit, columns, cells, numbers, parts=parts, part=part, encoding=encoding, faults=tuple(told))


def _trimmed(header: list[str]) -> list[str]:
    """A header without the empty cells at its end."""
    while header and not header[-1]:
        header = header[:-1]
    return header
