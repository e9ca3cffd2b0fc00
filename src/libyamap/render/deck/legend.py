"""The legend of a slide: symbols as pictures, names as text that can be edited, in columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.util import Pt

from libyamap.i18n import message
from libyamap.render.deck.measure import LEADING, Ruler
from libyamap.render.deck.script import Paragraph, Scribe, said
from libyamap.render.deck.shapes import add_text, describe
from libyamap.render.static.legend import Entry, Section
from libyamap.render.static.legend_marks import paint_mark
from libyamap.render.static.paper import Paper
from libyamap.render.static.pen import Pen
from libyamap.render.static.plane import Box
from libyamap.render.static.scene import Stage
from libyamap.render.static.writing import About, written

ALONE = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
"""Sizes of its text on a slide of its own, the largest first."""
BETWEEN = 12.0
NARROWEST = 11.5
"""Width of a column as a multiple of its text's size, at least."""
_MARK_UNITS, _MARK_SCALE = 24, 4
_MARK_SHARE = 1.5
"""Height of a mark as a multiple of the text's size."""


@dataclass(frozen=True)
class Row:
    """A heading or an entry."""

    paragraph: Paragraph
    entry: Entry | None
    height: float


@dataclass(frozen=True)
class Legend:
    """Rows in columns, as they fit a room."""

    columns: tuple[tuple[Row, ...], ...]
    width: float
    height: float


@dataclass(frozen=True)
class Marks:
    """Pictures of the legend's marks, each drawn once."""

    time: dt.datetime
    drawn: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def picture(self, entry: Entry, stage: Stage) -> bytes:
        """The mark of an entry, on nothing, as PNG."""
        key = entry.section, entry.id
        if key not in self.drawn:
            side = _MARK_UNITS * _MARK_SCALE
            pen = Pen(Paper(side, side, 96.0 * _MARK_SCALE, _MARK_SCALE))
            paint_mark(pen, entry, (_MARK_UNITS / 2, _MARK_UNITS / 2), 1.0, stage)
            self.drawn[key] = written(pen, "png", About(entry.name, "", "", stage.lang, self.time))
        return self.drawn[key]


@dataclass(frozen=True)
class Signwriter:
    """Puts legends down: writes their names, and has their marks drawn as on a map."""

    scribe: Scribe
    stage: Stage
    marks: Marks


def arranged(
    sections: Sequence[Section], room: tuple[float, float], ruler: Ruler, lang: str, *, sizes: Iterable[float]
) -> Legend | None:
    """The legend as it fits a room best: as large, and in as few columns, as possible; None if it does not fit."""
    for size in sizes if room[1] > 0 else ():
        most = max(1, int((room[0] + BETWEEN) // (NARROWEST * size + BETWEEN)))
        for count in range(1, most + 1):
            across = (room[0] - (count - 1) * BETWEEN) / count
            columns = _balanced(list(_rows(sections, across, size, ruler, lang)), count, room[1])
            if columns is not None:
                return Legend(columns, across, max((_height(column) for column in columns), default=0.0))
    return None


def add_legend(slide: Slide, legend: Legend, room: Box, signwriter: Signwriter) -> None:
    """Put a legend down at the start of a room, as one group; nothing, if it has nothing to explain."""
    if not any(legend.columns):
        return
    group = slide.shapes.add_group_shape()
    group.name = message(signwriter.scribe.lang, "static.legend.title")
    for index, column in enumerate(legend.columns):
        offset = index * (legend.width + BETWEEN)
        x = room.right - offset - legend.width if signwriter.scribe.rtl else room.x + offset
        y = room.y - column[0].paragraph.before
        for row in column:
            _add_row(group, row, Box(x, y, legend.width, row.height), signwriter)
            y += row.height


def _add_row(group: GroupShape, row: Row, box: Box, signwriter: Signwriter) -> None:
    scribe = signwriter.scribe
    mark = row.paragraph.size * _MARK_SHARE
    if row.entry is None:
        add_text(
            group,
            Box(box.x, box.bottom - _line(row), box.width, _line(row)),
            [replace(row.paragraph, before=0.0)],
            scribe,
        )
        return
    across = box.width - mark - 4
    start = box.right - mark if scribe.rtl else box.x
    picture = group.shapes.add_picture(
        BytesIO(signwriter.marks.picture(row.entry, signwriter.stage)),
        Pt(start),
        Pt(box.y + (box.height - mark) / 2),
        Pt(mark),
        Pt(mark),
    )
    describe(picture, message(scribe.lang, "deck.alt-mark", name=row.entry.name))
    left = box.x if scribe.rtl else box.x + mark + 4
    add_text(group, Box(left, box.y, across, box.height), [row.paragraph], scribe, anchored="middle")


def _line(row: Row) -> float:
    return row.height - row.paragraph.before


def _rows(sections: Sequence[Section], across: float, size: float, ruler: Ruler, lang: str) -> Iterator[Row]:
    for number, section in enumerate(sections):
        heading = said(section.title, size=size, bold=True, before=size * 0.5 if number else 0.0)
        yield Row(heading, None, ruler.height([heading], across) + 1)
        for entry in section.entries:
            name = said(message(lang, "deck.count", name=entry.name, n=entry.count), size=size)
            name = ruler.cut(name, (across - size * _MARK_SHARE - 4, size * LEADING * 3), (size,))
            tall = ruler.height([name], across - size * _MARK_SHARE - 4)
            yield Row(name, entry, max(tall, size * _MARK_SHARE) + 1)


def _balanced(rows: list[Row], count: int, most: float) -> tuple[tuple[Row, ...], ...] | None:
    """Rows in columns of about the same height, none higher than there is room for."""
    height = sum(row.height for row in rows) / count
    while height <= most:
        columns = _flowed(rows, count, height)
        if columns is not None:
            return columns
        height += max(2.0, most / 60)
    return _flowed(rows, count, most)


def _flowed(rows: list[Row], count: int, height: float) -> tuple[tuple[Row, ...], ...] | None:
    """Rows in columns of a height, no heading at the end of one; None if they are too many."""
    columns: list[list[Row]] = [[]]
    for row in rows:
        if columns[-1] and _height(columns[-1]) + row.height > height:
            moved = [columns[-1].pop()] if columns[-1][-1].entry is None else []
            columns.append(moved)
        columns[-1].append(row)
    fits = len(columns) <= count and all(_height(column) <= height for column in columns)
    return tuple(map(tuple, columns)) if fits else None


def _height(column: Sequence[Row]) -> float:
    return sum(row.height for row in column)
