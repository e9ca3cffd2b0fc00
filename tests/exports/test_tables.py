"""CSV and workbooks, opened again: every field, no formula, what a cell cannot hold."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from python_calamine import CalamineWorkbook
from tests.exports import made
from tests.exports.made import DRAWN, EVERYTHING

from libyamap.i18n import message
from libyamap.render.data.csv import with_geometry
from libyamap.render.data.harmless import holdable, neutral, without_nul
from libyamap.render.data.labels import label
from libyamap.render.data.table import Table, flat
from libyamap.selection import Selection

MOST = 32_767


@pytest.fixture(params=["curated", "hostile", "odd"])
def selection(request: pytest.FixtureRequest) -> Selection:
    return {
        "curated": lambda: made.selected(made.curated(), f"lang=en&d={DRAWN}"),
        "hostile": lambda: made.selected(made.hostile_dataset(), f"lang=ar&{EVERYTHING}"),
        "odd": lambda: made.selected(made.odd_dataset(), EVERYTHING),
    }[request.param]()


def _tables(selection: Selection) -> tuple[Table, ...]:
    contents = made.contents(selection)
    return contents.features, contents.claims, contents.sources, contents.places, contents.notes, contents.drawings


def _csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _harmless(text: str) -> str:
    return neutral(without_nul(text))


def test_csv_keeps_every_field_and_its_tables_lie_beside_it(selection: Selection) -> None:
    exported = made.exported(selection, "csv")
    features, *others = _tables(selection)
    assert exported.content.startswith(b"\xef\xbb\xbf")
    beside = {f".{table.name}.csv": table for table in others if table.rows or table.name != "drawings"}
    assert exported.beside.keys() == {".about.txt", *beside}
    for table, content in ((features, exported.content), *((beside[name], exported.beside[name]) for name in beside)):
        written = with_geometry(table)
        assert made.found(written, _csv(content)) == made.expected(written, _harmless)


def test_no_cell_of_a_csv_is_a_formula(selection: Selection) -> None:
    exported = made.exported(selection, "csv")
    for content in (exported.content, *(text for name, text in exported.beside.items() if name.endswith(".csv"))):
        for row in _csv(content):
            for name, cell in row.items():
                numeric = name in {"longitude", "latitude"}
                assert numeric or cell.lstrip(" \t\r\n\u200f\u202e\u2066")[:1] not in {"=", "+", "-", "@"}, name


def _book(selection: Selection) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made.exported(selection, "xlsx").content))


def test_a_workbook_keeps_every_field(selection: Selection) -> None:
    book, lang = _book(selection), selection.view.lang
    for table in map(with_geometry, _tables(selection)):
        if not table.rows and table.name == "drawings":
            continue
        sheet = book[message(lang, f"data.table.{table.name}")]
        heading, *rows = sheet.iter_rows()
        assert [cell.value for cell in heading] == [label(field.name, lang) for field in table.fields]
        assert len(rows) == len(table.rows)
        for cells, row in zip(rows, table.rows, strict=True):
            for cell, field in zip(cells, table.fields, strict=True):
                assert _same(cell.value, row.values.get(field.name)), field.name


def _same(cell: Any, value: Any) -> bool:
    match value:
        case None | () | "":
            return cell is None
        case dt.date():
            return isinstance(cell, dt.datetime) and cell.date() == value
        case bool() | int() | float():
            return bool(cell == value)
        case _:
            return bool(cell == holdable(flat(value))[:MOST])


def test_another_reader_finds_no_formula_in_a_workbook(selection: Selection) -> None:
    exported = made.exported(selection, "xlsx")
    for sheet in openpyxl.load_workbook(io.BytesIO(exported.content)):
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and neutral(cell.value) != cell.value:
                    assert cell.quotePrefix
    book = CalamineWorkbook.from_filelike(io.BytesIO(exported.content))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [row[0] for row in rows[1:]] == [row.values["id"] for row in made.contents(selection).features.rows]


@pytest.mark.parametrize(("lang", "right_to_left"), [("ar", True), ("en", False)])
def test_sheets_are_laid_out_to_be_read(lang: str, *, right_to_left: bool) -> None:
    book = _book(made.selected(made.small_dataset(), f"lang={lang}"))
    names = ("features", "claims", "sources", "places", "notes", "about")
    assert book.sheetnames == [message(lang, f"data.table.{name}") for name in names]
    for sheet in book:
        assert bool(sheet.sheet_view.rightToLeft) is right_to_left
    first = book.worksheets[0]
    assert first.freeze_panes == "B2"
    assert first.auto_filter.ref == f"A1:{first.cell(first.max_row, first.max_column).coordinate}"
    assert first.column_dimensions["A"].width > 20


def test_a_cell_that_cannot_hold_a_text_has_as_much_of_it_and_says_so() -> None:
    losses = {loss.kind: loss for loss in made.exported(made.selected(made.odd_dataset()), "xlsx").losses}
    assert losses["cut"].names == ("notes_ar", "notes_en")
    assert losses["cut"].n == 2
    assert losses["characters"].n == 2
    assert "notes_ar" in losses["cut"].sentence("ar")


def test_texts_that_were_kept_from_being_formulas_are_counted() -> None:
    exported = made.exported(made.selected(made.hostile_dataset(), EVERYTHING), "csv")
    (lost,) = [loss for loss in exported.losses if loss.kind == "formulas"]
    sheets = (exported.content, *(text for name, text in exported.beside.items() if name.endswith(".csv")))
    assert lost.n == sum(cell.startswith("'") for sheet in sheets for row in _csv(sheet) for cell in row.values())
    assert lost.n > 50
