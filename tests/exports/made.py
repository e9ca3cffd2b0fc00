"""Selections to export, and exported files opened again by readers of others."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np
import pyogrio
from defusedxml import ElementTree as Xml
from pyogrio.raw import read as read_layer
from tests import hostile, small
from tests.small import Files, both

from libyamap import dataset
from libyamap.dataset import Dataset
from libyamap.render.data import FORMS, Exported, render
from libyamap.render.data.contents import Contents
from libyamap.render.data.table import Field, Table, flat
from libyamap.selection import Selection, select
from libyamap.validation import open_dataset
from libyamap.view import View

TIME = dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)
EVERYTHING = "layers=meetings,movements,outlook,wagner"
"""Every layer of the small dataset and of the hostile one."""
DRAWN = "nn01iWEqrsbi,SGVyZQ,QSBub3Rl.cs02AMNPjjjjpmZm"
"""A point that is named and noted, and a circle without a name."""
ACROSS = "ln03-OONjjjjBxxykREQ.cs04BJPf_6T5gAAA"
"""A line and a circle that cross the antimeridian."""
NOTHING = "q=nowhere-to-be-found"
UNHOLDABLE = "ring the bell \x07, end \x00 here"
"""Characters that XML cannot hold, and one that ends a text in many programs."""

Record = dict[str, str]


@cache
def curated() -> Dataset:
    return open_dataset()


@cache
def small_dataset() -> Dataset:
    return dataset.read(small.write(_folder()))


@cache
def hostile_dataset() -> Dataset:
    return dataset.read(hostile.write(_folder()))


@cache
def odd_dataset() -> Dataset:
    """The small one with a title and a note that few formats can hold."""

    def turn(files: Files) -> None:
        presence = files["collections/presence.geojson"]["features"]
        presence[0]["properties"]["title"] = both(UNHOLDABLE, UNHOLDABLE)
        files["notes.json"]["notes"] = [
            {"id": f"note-{number}", "kind": "gap", "text": both("x" * 2000, "ي" * 2000), "touches": ["wagner-jufra"]}
            for number in range(20)
        ]

    return dataset.read(small.write(_folder(), turn))


def selected(data: Dataset, query: str = "") -> Selection:
    return select(data, View.from_query(query))


def exported(selection: Selection, form: str) -> Exported:
    return render(selection, form=form, time=TIME)


def contents(selection: Selection) -> Contents:
    return Contents(selection, TIME)


def ids(table: Table) -> set[str]:
    return {flat(row.values["id"]) for row in table.rows}


def expected(table: Table, texts: Callable[[str], str] = str) -> dict[str, dict[str, object]]:
    """The rows of a table by id: of each field what is known, its texts as a format has them."""
    return {
        flat(row.values["id"]): {
            field.name: read(field, texts(text) if field.kind in {"text", "list"} else text)
            for field in table.fields
            if (text := flat(row.values.get(field.name)))
        }
        for row in table.rows
    }


def found(
    table: Table, records: Iterable[Record], names: Mapping[str, str] | None = None
) -> dict[str, dict[str, object]]:
    """The same of the rows of a file; `names` are those that its fields have there."""
    called = {field: (names or {}).get(field.name, field.name) for field in table.fields}
    return {
        record[called[table.fields[0]]]: {
            field.name: read(field, record[name]) for field, name in called.items() if record.get(name)
        }
        for record in records
    }


def read(field: Field, text: str) -> object:
    """A text as the value that a field of this kind has."""
    match field.kind:
        case "whole" | "number":
            return float(text)
        case "flag":
            return text in {"true", "True", "1", "1.0"}
        case "day":
            return text[:10]
        case _:
            return text


def saved(made: Exported, form: str, folder: Path) -> Path:
    file = folder / f"map{FORMS[form].suffix}"
    file.write_bytes(made.content)
    return file


def layers(file: Path) -> dict[str, str | None]:
    """The layers of a file, as GDAL lists them, with their types of geometry."""
    return {str(name): kind for name, kind in pyogrio.list_layers(file)}


def rows(file: Path, layer: str | None = None) -> list[Record]:
    """The rows of a layer, as GDAL reads them: texts of what is known."""
    metadata, _, shapes, columns = read_layer(file, layer=layer)
    names = list(metadata["fields"])
    values = [[_said(value) for value in column] for column in columns]
    found = [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]
    for number, row in enumerate(found):
        row["#geometry"] = "" if shapes is None or shapes[number] is None else shapes[number].hex()
    return [{name: text for name, text in row.items() if text} for row in found]


def kml(made: Exported) -> Element:
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        root: Element = Xml.fromstring(archive.read("doc.kml"), forbid_dtd=True)
    return root


def members(made: Exported) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _said(value: Any) -> str:
    match value:
        case None:
            return ""
        case np.datetime64():
            return "" if np.isnat(value) else str(value)
        case bool() | np.bool_():
            return "true" if value else "false"
        case float() | np.floating():
            return "" if np.isnan(value) else str(float(value))
        case _:
            return str(value)


def _folder() -> Path:
    return Path(mkdtemp())
