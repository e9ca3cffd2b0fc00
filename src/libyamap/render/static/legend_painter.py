"""The legend on the page: in as many columns, and as large, as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from libyamap.i18n import message, number
from libyamap.render.static.ground import Palette
from libyamap.render.static.legend import Entry, Section
from libyamap.render.static.legend_marks import paint_mark
from libyamap.render.static.letters import Font, width, wrapped
from libyamap.render.static.pen import Line, Pen, polyline
from libyamap.render.static.plane import Box
from libyamap.render.static.reading import Reading
from libyamap.render.static.scene import Stage

TITLE, HEADING, NAME = Font(17, 700), 12.5, 12.0
TITLE_HEIGHT = 34.0
HEADING_HEIGHT, ROW_HEIGHT, LINE_HEIGHT = 24.0, 22.0, 15.0
BETWEEN_SECTIONS, BETWEEN_COLUMNS = 8.0, 18.0
MARK = 28.0
"""Units that a mark takes of a row."""
NARROWEST = 118.0
"""Units of a column."""
SIZES = (1.0, 0.94, 0.88, 0.83)
MOST_COLUMNS = 6


@dataclass(frozen=True)
class Row:
    """A heading, an entry, or how much is left out: one row of a column."""

    lines: tuple[str, ...]
    entry: Entry | None
    heading: bool
    height: float


@dataclass(frozen=True)
class Arrangement:
    """Rows in columns, and their size."""

    columns: tuple[tuple[Row, ...], ...]
    width: float
    scale: float

    @property
    def height(self) -> float:
        """Of the tallest column."""
        return max((sum(row.height for row in column) for column in self.columns), default=0.0)


def arranged(sections: Sequence[Section], room: Box, reading: Reading, *, columns: int = 1) -> Arrangement:
    """The legend as it fits a room best: in as few columns from `columns` on, and as large, as possible.

    What does not fit even when it is smallest is left out, and its number is told.
    """
    most = max(columns, min(MOST_COLUMNS, int((room.width + BETWEEN_COLUMNS) // (NARROWEST + BETWEEN_COLUMNS))))
    tried = [(count, scale) for count in range(columns, most + 1) for scale in SIZES]
    for count, scale in tried:
        across = (room.width - (count - 1) * BETWEEN_COLUMNS) / count
        rows = _rows(sections, across, reading, scale)
        filled, left = _flowed(rows, count, room.height)
        if not left:
            return Arrangement(filled, across, scale)
    return _cut(filled, left, Arrangement(filled, across, scale), reading)


def paint_legend(pen: Pen, arrangement: Arrangement, room: Box, reading: Reading, stage: Stage, palette: Palette) -> None:
    """The legend, without its title."""
    for index, column in enumerate(arrangement.columns):
        start = index * (arrangement.width + BETWEEN_COLUMNS)
        x = room.right - start - arrangement.width if reading.rtl else room.x + start
        _paint_column(pen, column, Box(x, room.y, arrangement.width, room.height), arrangement.scale, reading, stage, palette)


def paint_title(pen: Pen, room: Box, reading: Reading, palette: Palette) -> None:
    """The legend's title, with a line under it."""
    text = message(reading.lang, "static.legend.title")
    reading.write(pen, text, room, room.y + 12, TITLE, palette["ink"])
    pen.stroke(polyline(((room.x, room.y + 27), (room.right, room.y + 27))), Line(palette["line"], 1.2))


def _rows(sections: Sequence[Section], across: float, reading: Reading, scale: float) -> list[Row]:
    rows: list[Row] = []
    for section in sections:
        lines = wrapped(section.title, Font(HEADING * scale, 700), across, rtl=reading.rtl)
        gap = BETWEEN_SECTIONS if rows else 0.0
        rows.append(Row(lines, None, True, (gap + HEADING_HEIGHT + (len(lines) - 1) * LINE_HEIGHT) * scale))  # noqa: FBT003
        for entry in section.entries:
            font = Font(NAME * scale)
            room = across - MARK * scale - width(_count(entry, reading), font) - 8 * scale
            lines = wrapped(entry.name, font, room, rtl=reading.rtl, most=3)
            rows.append(Row(lines, entry, False, (ROW_HEIGHT + (len(lines) - 1) * LINE_HEIGHT) * scale))  # noqa: FBT003
    return rows


def _flowed(rows: list[Row], count: int, height: float) -> tuple[tuple[tuple[Row, ...], ...], list[Row]]:
    """Rows in columns; a heading never stands last, and what is left over comes back."""
    columns: list[tuple[Row, ...]] = []
    left = list(rows)
    while left and len(columns) < count:
        column: list[Row] = []
        while left and sum(row.height for row in column) + left[0].height <= height:
            column.append(left.pop(0))
        while column and left and column[-1].heading:
            left.insert(0, column.pop())
        columns.append(tuple(column))
    return tuple(columns), left


def _cut(columns: tuple[tuple[Row, ...], ...], left: list[Row], made: Arrangement, reading: Reading) -> Arrangement:
    *whole, last = columns or ((),)
    kept, dropped = last[:-1], last[-1:]
    count = sum(row.entry is not None for row in (*left, *dropped))
    more = Row((message(reading.lang, "static.legend.more", n=count),), None, False, ROW_HEIGHT * made.scale)  # noqa: FBT003
    return Arrangement((*whole, (*kept, more)), made.width, made.scale)


def _paint_column(pen: Pen, rows: Sequence[Row], room: Box, scale: float, reading: Reading, stage: Stage, palette: Palette) -> None:
    y = room.y
    for row in rows:
        lines = len(row.lines)
        first = y + row.height - ((ROW_HEIGHT / 2) + (lines - 1) * LINE_HEIGHT) * scale
        if row.entry:
            mark = room.right - MARK * scale / 2 + 3 * scale if reading.rtl else room.x + MARK * scale / 2 - 3 * scale
            paint_mark(pen, row.entry, (mark, y + row.height / 2), scale, stage, palette)
            reading.write_end(pen, _count(row.entry, reading), room, y + row.height / 2, Font(NAME * scale), palette["muted"])
        font = Font(HEADING * scale, 700) if row.heading else Font(NAME * scale)
        inset = 0.0 if row.heading or not row.entry else MARK * scale
        for index, line in enumerate(row.lines):
            reading.write(pen, line, room, first + index * LINE_HEIGHT * scale, font, palette["ink"], inset=inset)
        y += row.height


def _count(entry: Entry, reading: Reading) -> str:
    return number(reading.lang, entry.count)
