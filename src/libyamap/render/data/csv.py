"""CSV: the features as one table; what a table cannot hold lies beside it.

UTF-8 with a byte order mark, so that Excel reads Arabic; no cell is taken for a formula. `map.csv` has `map.about.txt`
beside it, and the tables that its ids lead to: `map.claims.csv`, `map.sources.csv`, `map.places.csv`,
`map.notes.csv`, and `map.drawings.csv` if anything was drawn.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

import shapely

from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss, told
from libyamap.render.data.harmless import neutral, without_nul
from libyamap.render.data.table import Field, Row, Table, altered, flat

ENCODING = "utf-8-sig"
PLACED = (Field("longitude", "number"), Field("latitude", "number"), Field("wkt"))
"""Fields of a table whose rows have geometry: a point on or inside it, and the whole of it as Well-Known Text."""


@dataclass(frozen=True)
class Sheet:
    """A table as a file, and how many of its texts had to be kept from being formulas."""

    content: bytes
    neutralised: int


def export(contents: Contents) -> Exported:
    """The features, with files beside them."""
    main = written(contents.features)
    others = {f".{table.name}.csv": written(table) for table in beside(contents)}
    formulas = main.neutralised + sum(sheet.neutralised for sheet in others.values())
    characters = altered(without_nul, (contents.features, *beside(contents)))
    losses = (Loss("style"), *told(Loss("formulas", formulas), Loss("characters", characters)))
    about = contents.about.text(losses).encode(ENCODING)
    return Exported(
        main.content, losses, {".about.txt": about, **{name: sheet.content for name, sheet in others.items()}}
    )


def beside(contents: Contents) -> tuple[Table, ...]:
    """The tables that ids lead to, and the drawings if there are any."""
    tables = (contents.claims, contents.sources, contents.places, contents.notes)
    return (*tables, contents.drawings) if contents.drawings.rows else tables


def written(table: Table) -> Sheet:
    """A table, with a heading."""
    table = with_geometry(table)
    buffer, neutralised = io.StringIO(newline=""), 0
    writer = csv.writer(buffer)
    writer.writerow(field.name for field in table.fields)
    for row in table.rows:
        cells = [without_nul(flat(row.values.get(field.name))) for field in table.fields]
        harmless = [
            neutral(cell) if field.kind in {"text", "list"} else cell
            for cell, field in zip(cells, table.fields, strict=True)
        ]
        neutralised += sum(one != other for one, other in zip(cells, harmless, strict=True))
        writer.writerow(harmless)
    return Sheet(buffer.getvalue().encode(ENCODING), neutralised)


def with_geometry(table: Table) -> Table:
    """The same with its geometry in fields, if it has any."""
    if not table.placed:
        return table
    rows = tuple(Row({**row.values, **_position(row)}) for row in table.rows)
    return Table(table.name, (*table.fields, *PLACED), rows)


def _position(row: Row) -> Mapping[str, float | str]:
    if row.geometry is None:
        return {}
    inside = row.geometry.representative_point()
    wkt = shapely.to_wkt(row.geometry, rounding_precision=6)
    return {"longitude": round(float(inside.x), 6), "latitude": round(float(inside.y), 6), "wkt": wkt}
