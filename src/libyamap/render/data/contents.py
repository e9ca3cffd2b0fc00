"""All that a selection has to give to a file, gathered once: formats take of it what they can hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from libyamap.render.data import drawn, evidence, features
from libyamap.render.data.about import About, about
from libyamap.render.data.table import Row, Table
from libyamap.selection import Selection


@dataclass(frozen=True)
class Contents:
    """What goes into a file.

    Attributes
    ----------
    time : datetime
        When the file is made, in UTC.
    """

    selection: Selection
    time: dt.datetime

    @cached_property
    def about(self) -> About:
        """What the file says of itself."""
        return about(self.selection, self.time)

    @cached_property
    def features(self) -> Table:
        """The features shown."""
        return features.table(self.selection)

    @cached_property
    def places(self) -> Table:
        """Where they are."""
        return evidence.places(self.selection)

    @cached_property
    def claims(self) -> Table:
        """What they rest on."""
        return evidence.claims(self.selection)

    @cached_property
    def sources(self) -> Table:
        """Who says so."""
        return evidence.sources(self.selection)

    @cached_property
    def notes(self) -> Table:
        """What is left open."""
        return evidence.notes(self.selection)

    @cached_property
    def drawings(self) -> Table:
        """What the analyst drew."""
        return drawn.table(self.selection)

    def by_layer(self) -> dict[str, Table]:
        """The features by the layers that the view shows, the one drawn on top first."""
        rows: dict[str, list[Row]] = {layer: [] for layer in self.selection.layers}
        for row in self.features.rows:
            rows[str(row.values["layer"])].append(row)
        return {layer: self.features.of(own, _name(layer)) for layer, own in rows.items()}


def _name(layer: str) -> str:
    """A layer as the name of a table, which no other table has."""
    return f"{layer}_layer" if layer in {"places", "drawings"} else layer.replace("-", "_")
