"""The legend on the page: in as many columns, and as large, as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from libyamap.i18n import number
from libyamap.render.static.hand import Hand
from libyamap.render.static.legend import Entry, Section
from libyamap.render.static.legend_marks import paint_mark
from libyamap.render.static.letters import Font, wrapped
from libyamap.render.static.outline import polyline
from libyamap.render.static.pen import Line
from libyamap.render.static.plane import Box
from libyamap.render.static.scene import Stage

TITLE, HEADING, NAME = Font(17, 700), 12.5, 12.0
TITLE_HEIGHT = 34.0
HEADING_HEIGHT, ROW_HEIGHT, LINE_HEIGHT = 24.0, 22.0, 15.0
BETWEEN_SECTIONS, BETWEEN_COLUMNS = 8.0, 18.0
MARK = 28.0
"""Units that a mark takes of a row."""
NARROWEST = 118.0
"""Units of a column."""
SIZES = (1.12, 1.06, 1.0, 0.94, 0.88, 0.83)
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


def arranged(sections: Sequence[Section], room: Box, hand: Hand, *, columns: int = 1) -> Arrangement:
    """The legend as it fits a room best: in as few columns from `columns` on, and as large, as possible.

    What does not fit even when it is smallest is left out, and its number is told.
    """
    most = max(columns, min(MOST_COLUMNS, int((room.width + BETWEEN_COLUMNS) // (NARROWEST + BETWEEN_COLUMNS))))
    tried = [(count, scale) for count in range(columns, most + 1) for scale in SIZES]
    for count, scale in tried:
        across = (room.width - (count - 1) * BETWEEN_COLUMNS) / count
        rows = _rows(sections, across, hand, scale)
        filled, left = _flowed(rows, count, room.height)
        if not left:
            return Arrangement(_balanced(rows, count, room.height), across, scale)
    return _cut(filled, left, Arrangement(filled, across, scale), hand)


def paint_legend(hand: Hand, arrangement: Arrangement, room: Box, stage: Stage) -> None:
    """The legend, without its title."""
    for index, column in enumerate(arrangement.columns):
        left = hand.after(room, index * (arrangement.width + BETWEEN_COLUMNS))
        _paint_column(hand, column, hand.before(left, left.width - arrangement.width), arrangement.scale, stage)


def paint_title(hand: Hand, room: Box) -> None:
    """The legend's title, with a line under it."""
    hand.start(hand.said("static.legend.title"), room, room.y + 12, TITLE)
    line = polyline(((room.x, room.y + 27), (room.right, room.y + 27)))
    hand.pen.stroke(line, Line(hand.palette["line"], 1.2))


def _rows(sections: Sequence[Section], across: float, hand: Hand, scale: float) -> list[Row]:
    rows: list[Row] = []
    for section in sections:
        lines = wrapped(section.title, Font(HEADING * scale, 700), across, rtl=hand.rtl)
        gap = BETWEEN_SECTIONS if rows else 0.0
        rows.append(
            Row(lines, None, heading=True, height=(gap + HEADING_HEIGHT + (len(lines) - 1) * LINE_HEIGHT) * scale)
        )
        for entry in section.entries:
            font = Font(NAME * scale)
            room = across - MARK * scale - hand.script(_count(entry, hand), font).width - 8 * scale
            lines = wrapped(entry.name, font, room, rtl=hand.rtl, most=3)
            rows.append(Row(lines, entry, heading=False, height=(ROW_HEIGHT + (len(lines) - 1) * LINE_HEIGHT) * scale))
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


def _balanced(rows: list[Row], count: int, most: float) -> tuple[tuple[Row, ...], ...]:
    """Rows in columns of about the same height."""
    height = sum(row.height for row in rows) / count
    while height < most:
        filled, left = _flowed(rows, count, height)
        if not left:
            return filled
        height += ROW_HEIGHT / 4
    return _flowed(rows, count, most)[0]


def _cut(columns: tuple[tuple[Row, ...], ...], left: list[Row], made: Arrangement, hand: Hand) -> Arrangement:
    *whole, last = columns or ((),)
    kept, dropped = last[:-1], last[-1:]
    count = sum(row.entry is not None for row in (*left, *dropped))
    more = Row((hand.said("static.legend.more", n=count),), None, heading=False, height=ROW_HEIGHT * made.scale)
    return Arrangement((*whole, (*kept, more)), made.width, made.scale)


def _paint_column(hand: Hand, rows: Sequence[Row], room: Box, scale: float, stage: Stage) -> None:
    y = room.y
    for row in rows:
        box = Box(room.x, y, room.width, row.height)
        if row.entry:
            mark = hand.before(box, box.width - (MARK - 6) * scale)
            paint_mark(hand.pen, row.entry, mark.middle, scale, stage)
        names = hand.after(box, MARK * scale) if row.entry else box
        font = Font(HEADING * scale, 700) if row.heading else Font(NAME * scale)
        first = box.bottom - (ROW_HEIGHT / 2 + (len(row.lines) - 1) * LINE_HEIGHT) * scale
        for index, line in enumerate(row.lines):
            hand.start(line, names, first + index * LINE_HEIGHT * scale, font)
        if row.entry:
            hand.end(_count(row.entry, hand), box, box.middle[1], Font(NAME * scale), ink="muted")
        y += row.height


def _count(entry: Entry, hand: Hand) -> str:
    return number(hand.lang, entry.count)
