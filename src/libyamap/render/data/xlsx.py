"""Excel: sheets of entries, claims, sources, places, open points and drawings, and one that says what the file is.

Headings are in the view's language; in Arabic sheets run from right to left. Every text is a text: none is a formula,
none becomes one when its cell is edited.
"""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from libyamap.i18n import DIRECTIONS, message
from libyamap.render.data.contents import Contents
from libyamap.render.data.csv import with_geometry
from libyamap.render.data.exported import Exported, Loss, told
from libyamap.render.data.harmless import holdable, neutral
from libyamap.render.data.labels import label
from libyamap.render.data.table import Field, Table, Value, flat

MOST_CHARACTERS = 32_767
"""In a cell."""
FIRST_DAY = dt.date(1900, 3, 1)
"""Excel has no days before 1900, and takes that year for a leap year."""
MOST_PROPERTY = 255
WIDTHS = {"text": 22, "list": 26, "day": 12, "whole": 10, "number": 11, "flag": 10}
WIDE = {"title": 44, "text": 70, "evidence": 70, "notes": 50, "description": 50, "wkt": 30, "id": 28}
ABOUT_WIDTHS = (26, 110)


def export(contents: Contents) -> Exported:
    """A workbook."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    scribe = Scribe(book, contents.about.lang)
    tables = (contents.features, contents.claims, contents.sources, contents.places, contents.notes)
    for table in (*tables, *([contents.drawings] if contents.drawings.rows else [])):
        scribe.sheet(with_geometry(table))
    losses = (Loss("style"), *scribe.losses())
    scribe.about(contents, losses)
    _describe(book, contents)
    book.close()
    return Exported(buffer.getvalue(), losses)


class Scribe:
    """Writes sheets, and keeps count of what a cell could not hold."""

    def __init__(self, book: Workbook, lang: str) -> None:
        self._book = book
        self._lang = lang
        self._lost: Counter[str] = Counter()
        self._cut: dict[str, None] = {}
        top = {"valign": "top", "text_wrap": True}
        self._heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF2"})
        self._plain = book.add_format({"valign": "top"})
        self._text = book.add_format(top)
        self._quoted = book.add_format({**top, "quote_prefix": True})
        self._day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})

    def losses(self) -> tuple[Loss, ...]:
        """What the cells could not hold."""
        lost = self._lost
        cut = Loss("cut", lost["cut"], tuple(self._cut))
        return told(cut, *(Loss(kind, lost[kind]) for kind in ("characters", "old-days", "outlines")))

    def sheet(self, table: Table) -> None:
        """A table as a sheet: its heading stays in sight, and filters."""
        sheet = self._added(table.name)
        for column, field in enumerate(table.fields):
            sheet.set_column(column, column, WIDE.get(_base(field), WIDTHS[field.kind]))
            sheet.write_string(0, column, label(field.name, self._lang), self._heading)
        for line, row in enumerate(table.rows, 1):
            sheet.set_row(line, 30)
            for column, field in enumerate(table.fields):
                self._write(sheet, (line, column), field, row.values.get(field.name))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.fields) - 1)

    def about(self, contents: Contents, losses: Iterable[Loss]) -> None:
        """What the file is, in both languages, and what it could not hold."""
        sheet = self._added("about")
        for column, width in enumerate(ABOUT_WIDTHS):
            sheet.set_column(column, column, width)
        line = 0
        for lang in contents.about.languages:
            lost = [(message(lang, "data.losses"), loss.sentence(lang)) for loss in losses]
            for heading, fact in (*contents.about.lines(lang), *lost):
                sheet.write_string(line, 0, heading, self._heading)
                self._string(sheet, (line, 1), "about", fact)
                line += 1
            line += 1

    def _added(self, name: str) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(message(self._lang, f"data.table.{name}"))
        if DIRECTIONS[self._lang] == "rtl":
            sheet.right_to_left()
        return sheet

    def _write(self, sheet: Worksheet, cell: tuple[int, int], field: Field, value: Value) -> None:
        match value:
            case None | ():
                pass
            case bool():
                sheet.write_boolean(*cell, value, self._plain)
            case int() | float():
                sheet.write_number(*cell, value, self._plain)
            case dt.date() if value >= FIRST_DAY:
                sheet.write_datetime(*cell, dt.datetime.combine(value, dt.time()), self._day)
            case dt.date():
                self._lost["old-days"] += 1
                sheet.write_string(*cell, value.isoformat(), self._plain)
            case _:
                self._string(sheet, cell, field.name, flat(value))

    def _string(self, sheet: Worksheet, cell: tuple[int, int], field: str, text: str) -> None:
        if field == "wkt" and len(text) > MOST_CHARACTERS:
            self._lost["outlines"] += 1
            return
        held = holdable(text)
        self._lost["characters"] += held != text
        if len(held) > MOST_CHARACTERS:
            self._lost["cut"] += 1
            self._cut[field] = None
        sheet.write_string(*cell, held[:MOST_CHARACTERS], self._format(held))

    def _format(self, text: str) -> Format:
        return self._text if neutral(text) == text else self._quoted


def _base(field: Field) -> str:
    return field.name.removesuffix("_ar").removesuffix("_en")


def _describe(book: Workbook, contents: Contents) -> None:
    about = contents.about
    said = {name: holdable(fact[about.lang]) for name, fact in about.facts.items()}
    book.set_properties(
        {
            "title": said["title"][:MOST_PROPERTY],
            "subject": said["sentence"][:MOST_PROPERTY],
            "author": said["attribution"][:MOST_PROPERTY],
            "keywords": said["query"][:MOST_PROPERTY],
            "category": said["marking"][:MOST_PROPERTY],
            "comments": " · ".join((said["licence"], said["digest"], said["disclaimer"])),
            "created": about.time.replace(tzinfo=None),
        }
    )
    for name, fact in about.flat().items():
        book.set_custom_property(name, holdable(fact)[:MOST_PROPERTY], "text")
