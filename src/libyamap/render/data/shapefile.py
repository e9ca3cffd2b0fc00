"""Shapefiles in a zip archive: one for each type of geometry, with what they cannot hold beside them.

Names of fields have 10 characters at most (`fields.csv` says what they stand for), texts 254 bytes (`features.csv` has
them whole). `README.txt` says what it all is; claims, sources and open points are tables of their own.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from libyamap.render.data.archive import zipped
from libyamap.render.data.contents import Contents
from libyamap.render.data.csv import ENCODING, written
from libyamap.render.data.exported import Exported, Loss, told
from libyamap.render.data.gdal import workshop, write_table
from libyamap.render.data.harmless import without_nul
from libyamap.render.data.labels import label
from libyamap.render.data.shapes import Sort
from libyamap.render.data.sorting import sorted_out
from libyamap.render.data.table import Field, Row, Table, Value, altered, flat

MOST_BYTES, LONGEST_NAME = 254, 10
TYPES: Mapping[Sort, str | None] = {"points": "Point", "lines": "LineString", "areas": "Polygon", "unplaced": None}
"""Lines and areas of several parts are of the same types."""
TEXTS = frozenset({"text", "list"})


def export(contents: Contents) -> Exported:
    """An archive."""
    tables = (contents.features, contents.places, contents.drawings)
    parts = [part for table in tables for part in sorted_out(table)]
    parts = parts or [("points", contents.features.of((), "features_points"))]
    sheets = {table.name: written(table) for table in (*tables, contents.claims, contents.sources, contents.notes)}
    losses = (
        Loss("style"),
        *told(Loss("characters", altered(without_nul, tables))),
        *told(_cut(part for _, part in parts), _renamed(tables)),
        *told(Loss("formulas", sum(sheet.neutralised for sheet in sheets.values()))),
    )
    members = {
        "README.txt": contents.about.text(losses).encode(ENCODING),
        "fields.csv": _legend(tables),
        **{f"{name}.csv": sheet.content for name, sheet in sheets.items()},
        **_shapefiles(contents, parts),
    }
    return Exported(zipped(members, contents.time), losses)


def _shapefiles(contents: Contents, parts: Iterable[tuple[Sort, Table]]) -> dict[str, bytes]:
    with workshop(contents.time) as folder:
        for sort, part in parts:
            _write(folder, sort, part, contents.time.date().isoformat())
        return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def _write(folder: Path, sort: Sort, part: Table, day: str) -> None:
    write_table(
        folder / f"{part.name}.{'dbf' if sort == 'unplaced' else 'shp'}",
        _shortened(part),
        driver="ESRI Shapefile",
        geometry_type=TYPES[sort],
        layer=part.name,
        layer_options={"DBF_DATE_LAST_UPDATE": day},
    )


def short_names(fields: Iterable[Field]) -> dict[str, str]:
    """Names of at most 10 characters, no two alike, by the whole ones: "start_earl", "destina_ar"."""
    found: dict[str, str] = {}
    for field in fields:
        base, ending = (field.name[:-3], field.name[-3:]) if field.name.endswith(("_ar", "_en")) else (field.name, "")
        short, number = base[: LONGEST_NAME - len(ending)] + ending, 1
        while short in found.values():
            number += 1
            short = f"{base[: LONGEST_NAME - len(ending) - len(str(number))]}{number}{ending}"
        found[field.name] = short
    return found


def _shortened(table: Table) -> Table:
    names = short_names(table.fields)
    rows = tuple(
        Row({names[name]: _fitting(value) for name, value in row.values.items()}, row.geometry) for row in table.rows
    )
    return replace(table, fields=tuple(Field(names[field.name], field.kind) for field in table.fields), rows=rows)


def _fitting(value: Value) -> Value:
    """A text cut to what a field holds, between two characters."""
    if not isinstance(value, str | tuple):
        return value
    return flat(value).encode()[:MOST_BYTES].decode(errors="ignore")


def _cut(tables: Iterable[Table]) -> Loss:
    cut: Counter[str] = Counter()
    for table in tables:
        for field in table.fields:
            if field.kind in TEXTS:
                cut[field.name] += sum(len(flat(value).encode()) > MOST_BYTES for value in table.column(field))
    return Loss("cut-whole", cut.total(), tuple(name for name, n in cut.items() if n))


def _renamed(tables: Iterable[Table]) -> Loss:
    names = {name: short for table in tables for name, short in short_names(table.fields).items()}
    return Loss("short-names", sum(name != short for name, short in names.items()))


def _legend(tables: Iterable[Table]) -> bytes:
    """What the names of fields stand for."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(("table", "field", "name", "ar", "en"))
    for table in tables:
        for name, short in short_names(table.fields).items():
            writer.writerow((table.name, short, name, label(name, "ar"), label(name, "en")))
    return buffer.getvalue().encode(ENCODING)
