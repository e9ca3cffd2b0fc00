"""FlatGeobuf: the features in one layer; its header says what the file is."""

from __future__ import annotations

from dataclasses import replace

from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss, told
from libyamap.render.data.gdal import workshop, write_table
from libyamap.render.data.harmless import without_nul
from libyamap.render.data.table import Field, Table, altered

FILE = "features.fgb"


def export(contents: Contents) -> Exported:
    """The features, those without a place too. One layer has no room for other tables."""
    others = (contents.claims, contents.sources, contents.places, contents.notes, contents.drawings)
    characters = Loss("characters", altered(without_nul, (contents.features,)))
    losses = (Loss("style"), *told(characters, *(Loss(table.name, len(table.rows)) for table in others)))
    # Its index has no room for what has no geometry.
    indexed = all(row.geometry is not None for row in contents.features.rows)
    with workshop(contents.time) as folder:
        write_table(
            folder / FILE,
            _dated_in_words(contents.features),
            driver="FlatGeobuf",
            geometry_type="Unknown",
            layer="features",
            layer_options={
                "TITLE": contents.about.title,
                "DESCRIPTION": contents.about.text(losses),
                "SPATIAL_INDEX": "YES" if indexed and contents.features.rows else "NO",
            },
            layer_metadata=contents.about.flat(losses),
        )
        return Exported((folder / FILE).read_bytes(), losses)


def _dated_in_words(table: Table) -> Table:
    """Days as text: the format has moments only, and a day is none."""
    return replace(table, fields=tuple(Field(field.name) if field.kind == "day" else field for field in table.fields))
