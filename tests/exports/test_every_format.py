"""What holds of every format: it says what it is, is the same twice, holds what the view shows, tells its losses."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sqlite3
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import openpyxl
import pyogrio
import pytest
from pyarrow import parquet
from tests.exports import made
from tests.exports.made import DRAWN, EVERYTHING, NOTHING

from libyamap import overlays
from libyamap.errors import DataFormatError, MissingLibraryError
from libyamap.i18n import LANGUAGES
from libyamap.render.data import FORMS, Exported, Loss, render
from libyamap.render.data.exported import told
from libyamap.selection import select

GIS = ("geopackage", "geojson", "kmz", "shapefile", "geoparquet", "flatgeobuf")


def _read_geopackage(file: Path, _: Exported) -> str:
    with closing(sqlite3.connect(file)) as base:
        inside = base.execute("SELECT metadata FROM gpkg_metadata").fetchall()
        table = base.execute("SELECT fact, ar, en FROM about").fetchall()
    assert inside
    return "\n".join(text for row in table for text in row if text)


def _read_geojson(file: Path, _: Exported) -> str:
    return json.dumps(json.loads(file.read_bytes())["libyamap"], ensure_ascii=False)


def _read_kmz(_: Path, exported: Exported) -> str:
    document = made.kml(exported)[0]
    return "\n".join(value.text or "" for value in document.iterfind("{*}ExtendedData/{*}Data/{*}value"))


def _read_xlsx(file: Path, _: Exported) -> str:
    sheet = openpyxl.load_workbook(file).worksheets[-1]
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def _read_csv(_: Path, exported: Exported) -> str:
    return exported.beside[".about.txt"].decode("utf-8-sig")


def _read_shapefile(_: Path, exported: Exported) -> str:
    return made.members(exported)["README.txt"].decode("utf-8-sig")


def _read_geoparquet(file: Path, _: Exported) -> str:
    return json.dumps(json.loads(parquet.read_metadata(file).metadata[b"libyamap"]), ensure_ascii=False)


def _read_flatgeobuf(file: Path, _: Exported) -> str:
    told = pyogrio.read_info(file)["layer_metadata"]
    assert told["TITLE"]
    return "\n".join(told.values())


READ: dict[str, Callable[[Path, Exported], str]] = {
    "geopackage": _read_geopackage,
    "geojson": _read_geojson,
    "kmz": _read_kmz,
    "xlsx": _read_xlsx,
    "csv": _read_csv,
    "shapefile": _read_shapefile,
    "geoparquet": _read_geoparquet,
    "flatgeobuf": _read_flatgeobuf,
}


def test_there_is_a_reader_for_every_format() -> None:
    assert READ.keys() == FORMS.keys()
    assert len({form.suffix for form in FORMS.values()}) == len(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_it_says_what_it_is_whose_it_is_and_what_it_lacks(form: str, tmp_path: Path) -> None:
    selection = made.selected(made.curated(), f"lang=ar&kinds=meeting&from=2023-09-01&d={DRAWN}")
    exported = made.exported(selection, form)
    text = READ[form](made.saved(exported, form, tmp_path), exported)
    catalog = selection.dataset.catalog
    expected = [
        *(catalog.title[lang] for lang in LANGUAGES),
        *(catalog.attribution[lang] for lang in LANGUAGES),
        ": لقاءات فقط · منذ 1 سبتمبر 2023",
        "of 118 entries: only meetings · from 1 September 2023 on",
        "Not for navigation or targeting.",
        "لا يصلح للملاحة ولا للاستهداف.",
        catalog.licence,
        selection.digest,
        selection.view.query(),
        "2023-11-14T22:13:20Z",
        "2023-09-28",
        *(loss.sentence(lang) for loss in exported.losses for lang in LANGUAGES),
    ]
    assert [one for one in expected if one not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_marking_goes_with_it(form: str, tmp_path: Path) -> None:
    plain = made.selected(made.small_dataset())
    marked = select(plain.dataset, plain.view.model_copy(update={"marking": "FOR THE EYES OF FEW"}))
    exported = made.exported(marked, form)
    assert "FOR THE EYES OF FEW" in READ[form](made.saved(exported, form, tmp_path), exported)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_view_gives_the_same_bytes(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    selection = made.selected(made.small_dataset(), f"{EVERYTHING}&d={DRAWN}")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = render(selection, form=form)
    time.sleep(1.1 if form in {"xlsx", "geopackage"} else 0)
    second = render(selection, form=form)
    assert first == second
    assert first == made.exported(selection, form)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert (render(selection, form=form).content, render(selection, form=form).beside) != (first.content, first.beside)


@pytest.mark.parametrize("form", ["kmz", "shapefile", "xlsx"])
def test_archives_hold_no_other_time(form: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made.exported(made.selected(made.small_dataset()), form).content)) as archive:
        moments = {member.date_time for member in archive.infolist()}
    assert moments == ({(1980, 1, 1, 0, 0, 0)} if form == "xlsx" else {(2023, 11, 14, 22, 13, 20)})


def _shown(file: Path, form: str, exported: Exported) -> set[str]:
    """Ids of the features that a file holds."""
    match form:
        case "xlsx":
            rows = openpyxl.load_workbook(file).worksheets[0].iter_rows(min_row=2, values_only=True)
            return {str(row[0]) for row in rows if row[0]}
        case "csv":
            return {row["id"] for row in csv.DictReader(io.StringIO(exported.content.decode("utf-8-sig"), newline=""))}
        case "geojson":
            return {one["id"] for one in json.loads(exported.content)["features"]}
        case "geoparquet":
            return set(parquet.read_table(file)["id"].to_pylist())
        case "kmz":
            marks = made.kml(exported).iterfind(".//{*}Placemark/{*}ExtendedData/{*}Data[@name='title_en']/..")
            return {str(mark.findtext("{*}Data[@name='id']/{*}value")) for mark in marks}
        case _:
            layers = made.layers(file)
            return {
                row["id"] for layer in layers for row in made.rows(file, layer) if "title_en" in row and "layer" in row
            }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "query", ["", "layers=wagner", f"{EVERYTHING}&from=2021-06-01&to=2021-06-30", NOTHING, "layers="]
)
def test_it_holds_what_the_view_shows_and_nothing_else(form: str, query: str, tmp_path: Path) -> None:
    selection = made.selected(made.small_dataset(), query)
    exported = made.exported(selection, form)
    file = made.saved(exported, form, tmp_path)
    assert _shown(file, form, exported) == {shown.item.feature.id for shown in selection.shown()}


@pytest.mark.parametrize("form", [form for form in GIS if form != "kmz"])
def test_nothing_is_a_valid_file_too(form: str, tmp_path: Path) -> None:
    file = made.saved(made.exported(made.selected(made.small_dataset(), NOTHING), form), form, tmp_path)
    if form == "geoparquet":
        assert parquet.read_table(file).num_rows == 0
        return
    for layer in made.layers(file):
        made.rows(file, layer)
    assert made.layers(file)


def test_several_at_once_do_not_meet() -> None:
    selections = [made.selected(made.small_dataset(), f"lang={lang}") for lang in LANGUAGES]
    work = [(selection, form) for form in FORMS for selection in selections]
    alone = [made.exported(*one) for one in work]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda one: made.exported(*one), work)) == alone


def test_gdal_keeps_its_own_clock_afterwards() -> None:
    made.exported(made.selected(made.small_dataset()), "geopackage")
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


@pytest.mark.parametrize("n", [1, 2, 3, 11, 100])
def test_a_loss_is_told_with_its_number(n: int) -> None:
    assert Loss("formulas", n).sentence("en").startswith("One text" if n == 1 else f"{n} texts")
    assert Loss("formulas", n).sentence("ar")
    assert told(Loss("formulas", 0), Loss("formulas", n)) == (Loss("formulas", n),)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(DataFormatError, match=r"“mapinfo” is no format .*geopackage, geojson"):
        render(made.selected(made.small_dataset()), form="mapinfo")


def test_a_library_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "geopandas", None)
    with pytest.raises(MissingLibraryError, match=r"takes geopandas, which is not installed: install libyamap\[gis\]"):
        made.exported(made.selected(made.small_dataset()), "geoparquet")


def test_a_time_before_archives_had_any_is_no_fault() -> None:
    early = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    selection = made.selected(made.small_dataset())
    assert all(render(selection, form=form, time=early).content for form in FORMS)


@pytest.mark.parametrize("form", ["geojson", "xlsx", "csv"])
def test_what_was_exported_can_be_laid_over_the_map_again(form: str) -> None:
    selection = made.selected(made.curated())
    overlay = overlays.read(f"map{FORMS[form].suffix}", made.exported(selection, form).content)
    placed = [row for row in made.contents(selection).features.rows if row.geometry is not None]
    assert overlay.read == len(selection.shown())
    assert [overlay.sheet.cells[0][number] for number in overlay.shown] == [row.values["id"] for row in placed]
    assert overlay.columns.start.lower() == "when"
