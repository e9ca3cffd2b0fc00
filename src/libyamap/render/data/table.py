"""Tables: what every format holds, before it is of any format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from shapely.geometry.base import BaseGeometry

from libyamap.interval import FIRST_DAY, LAST_DAY, date_of

Kind = Literal["text", "list", "day", "whole", "number", "flag"]
Value = str | int | float | bool | dt.date | tuple[str, ...] | None

JOINT = "; "
"""Stands between the members of a list where a format has no lists."""


@dataclass(frozen=True)
class Field:
    """A column: its name, the same in every format that has room for it, and what it holds."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Row:
    """One object: its values by name of field, and its geometry in degrees WGS 84, if it has one."""

    values: Mapping[str, Value]
    geometry: BaseGeometry | None = None


@dataclass(frozen=True)
class Table:
    """Objects of one sort.

    Attributes
    ----------
    name : str
        In English, in small letters.
    placed : bool
        Whether it is one of those whose objects have geometry.
    """

    name: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    placed: bool = False

    def column(self, field: Field) -> list[Value]:
        """The values of a field."""
        return [row.values.get(field.name) for row in self.rows]

    def of(self, rows: Sequence[Row], name: str | None = None) -> Table:
        """The same with other rows."""
        return Table(name or self.name, self.fields, tuple(rows), self.placed)


def fields(*names: str, **kinds: Kind) -> tuple[Field, ...]:
    """Fields of text, and after them others by their kinds."""
    return (*(Field(name) for name in names), *(Field(name, kind) for name, kind in kinds.items()))


def flat(value: Value) -> str:
    """A value as text: lists joined, dates as ISO 8601 has them, nothing where nothing is known."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return JOINT.join(value)
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def altered(change: Callable[[str], str], tables: Iterable[Table]) -> int:
    """How many texts of tables a change alters."""
    values = (row.values.get(field.name) for table in tables for row in table.rows for field in table.fields)
    return sum(change(text) != text for text in map(flat, values))


def day(number: int) -> dt.date | None:
    """The date of a day number; none where it stands for "no limit"."""
    return None if number in {FIRST_DAY, LAST_DAY} else date_of(number)
