"""GeoPackage: a table for each layer and type of geometry, with styles; what it rests on as tables of attributes.

`layer_styles` is the table that QGIS keeps styles in, as QML and SLD, and reads them from by itself. `about` and the
metadata tables say what the file is. A layer's features stand in `<layer>_points`, `_lines`, `_areas`, and
`_unplaced` for those that the sources give no place for.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from libyamap.i18n import message
from libyamap.render.data import qml, sld
from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss, told
from libyamap.render.data.gdal import workshop, write_table
from libyamap.render.data.harmless import holdable, without_nul
from libyamap.render.data.looks import DRAWN, look_of, muted
from libyamap.render.data.shapes import Sort
from libyamap.render.data.sorting import sorted_out
from libyamap.render.data.table import Row, Table, altered, fields

FILE = "export.gpkg"
"""Always the same, so that the same data give the same bytes."""
TYPES: dict[Sort, str | None] = {
    "points": "Point",
    "lines": "MultiLineString",
    "areas": "MultiPolygon",
    "unplaced": None,
}
GEOMETRY, STYLES_TABLE = "geom", "layer_styles"
ABOUT = fields("fact", "ar", "en")
STYLES = fields(
    "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD",
    useAsDefault="flag", description="text", owner="text", ui="text", update_time="text",
)  # fmt: skip


@dataclass(frozen=True)
class Layer:
    """A table of one sort of geometry, how it is called, and how it looks."""

    table: Table
    sort: Sort
    title: str
    qml: str = ""
    sld: str = ""


def export(contents: Contents) -> Exported:
    """One file with all of it."""
    lang = contents.about.lang
    tables = (contents.features, contents.places, contents.drawings, contents.claims, contents.sources, contents.notes)
    losses = (Loss("plainer"), *told(Loss("characters", altered(without_nul, tables))))
    drawn = [*_features(contents), *_places(contents), *_drawings(contents)]
    others = (contents.claims, contents.sources, contents.notes, _about(contents, losses))
    attributes = [Layer(table, "unplaced", message(lang, f"data.table.{table.name}")) for table in others]
    styles = Layer(_styles(drawn, contents.time), "unplaced", STYLES_TABLE)
    with workshop(contents.time) as folder:
        file = folder / FILE
        for number, layer in enumerate(_distinct([*drawn, *attributes, styles])):
            _write(file, layer, append=number > 0, about={} if number else contents.about.flat(losses))
        return Exported(file.read_bytes(), losses)


def _distinct(layers: Sequence[Layer]) -> Iterator[Layer]:
    """The same, titles that several have followed by the tables' names: no two may have one title."""
    titles = Counter(layer.title for layer in layers)
    for layer in layers:
        alike = titles[layer.title] > 1
        yield replace(layer, title=f"{layer.title} · {layer.table.name}") if alike else layer


def _write(file: Path, layer: Layer, *, append: bool, about: Mapping[str, str]) -> None:
    geometry_type = TYPES[layer.sort] if layer.table.placed else None
    write_table(
        file,
        layer.table,
        driver="GPKG",
        geometry_type=geometry_type,
        layer=layer.table.name,
        append=append,
        layer_options={
            "FID": "id" if layer.table.name == STYLES_TABLE else "fid",
            "IDENTIFIER": holdable(layer.title),
            **({"GEOMETRY_NAME": GEOMETRY} if geometry_type else {}),
        },
        dataset_metadata={name: holdable(text) for name, text in about.items()} or None,
    )


def _features(contents: Contents) -> Iterator[Layer]:
    """The layers shown; one that has nothing keeps an empty table, so that nobody looks for it."""
    selection, lang = contents.selection, contents.about.lang
    for layer, table in contents.by_layer().items():
        look, title = look_of(layer, selection), selection.dataset.layers[layer].title[lang]
        for sort, part in sorted_out(table) or [("unplaced", table.of((), f"{table.name}_unplaced"))]:
            styled = sort != "unplaced"
            yield Layer(
                part,
                sort,
                f"{title} ({message(lang, f'data.sort.{sort}')})",
                qml.of_features(look, sort, part.fields, lang) if styled else "",
                sld.of_features(look, sort, part.name) if styled else "",
            )


def _places(contents: Contents) -> Iterator[Layer]:
    lang, colour = contents.about.lang, muted(contents.selection)
    for sort, part in sorted_out(contents.places):
        title = f"{message(lang, 'data.table.places')} ({message(lang, f'data.sort.{sort}')})"
        if sort == "points":
            yield Layer(part, sort, title, qml.of_halos(colour, part.fields, lang), sld.of_halos(colour, part.name))
        else:
            style = qml.of_one(sort, colour, part.fields, lang, shown=f"name_{lang}")
            yield Layer(part, sort, title, style, sld.of_one(sort, colour, part.name))


def _drawings(contents: Contents) -> Iterator[Layer]:
    lang = contents.about.lang
    for sort, part in sorted_out(contents.drawings):
        title = f"{message(lang, 'data.table.drawings')} ({message(lang, f'data.sort.{sort}')})"
        style = qml.of_one(sort, DRAWN, part.fields, lang, shown="name")
        yield Layer(part, sort, title, style, sld.of_one(sort, DRAWN, part.name))


def _about(contents: Contents, losses: Sequence[Loss]) -> Table:
    return Table("about", ABOUT, tuple(Row({"fact": name, **said}) for name, said in contents.about.rows(losses)))


def _styles(layers: Sequence[Layer], time: dt.datetime) -> Table:
    rows = [
        Row(
            {
                "f_table_name": layer.table.name,
                "f_geometry_column": GEOMETRY,
                "styleName": layer.table.name,
                "styleQML": layer.qml,
                "styleSLD": layer.sld,
                "useAsDefault": True,
                "description": layer.title,
                "update_time": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            }
        )
        for layer in layers
        if layer.qml
    ]
    return Table(STYLES_TABLE, STYLES, tuple(rows))
