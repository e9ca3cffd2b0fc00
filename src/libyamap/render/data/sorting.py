"""A table by the sorts of its geometries, for formats that keep them apart."""

from __future__ import annotations

from libyamap.render.data.shapes import SORTS, Sort, sort_of
from libyamap.render.data.table import Row, Table


def sorted_out(table: Table) -> list[tuple[Sort, Table]]:
    """Its rows by sort, as far as there are any; each part's name tells its sort."""
    by_sort: dict[Sort, list[Row]] = {sort: [] for sort in SORTS}
    for row in table.rows:
        by_sort[sort_of(row.geometry)].append(row)
    return [(sort, table.of(rows, f"{table.name}_{sort}")) for sort, rows in by_sort.items() if rows]
