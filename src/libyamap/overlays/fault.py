"""What is wrong with single rows of a file, told once for all rows that have it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Literal

from libyamap.i18n import message

Unit = Literal["line", "row", "feature"]
"""What rows are counted in: lines of a text, rows of a sheet, features in their order."""

NAMED = 6
"""Rows that a sentence names; of the others it says how many they are."""


@dataclasses.dataclass(frozen=True)
class Fault:
    """One fault, and the rows that have it.

    Attributes
    ----------
    key : str
        Message key under ``overlay.fault.``.
    rows : tuple of int
        Where they stand in the file; empty where the fault is the file's own.
    rejects : bool
        Whether these rows are not shown; otherwise they are shown in spite of it, or mended.
    field : str
        Column that it lies in; empty where it is the row's own.
    params : mapping
        Values of the message's placeholders.
    """

    key: str
    rows: tuple[int, ...] = ()
    rejects: bool = False
    field: str = ""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def sentence(self, lang: str, file: str, unit: Unit) -> str:
        """File, rows, column and fault on one line."""
        rows = self._rows(lang, unit) if self.rows else ""
        where = [_isolated(lang, file), rows, _isolated(lang, self.field)]
        fault = message(lang, f"overlay.fault.{self.key}", n=len(self.rows), **self.params)
        return message(lang, "overlay.where.sentence", where=_joined(lang, where), fault=fault)

    def _rows(self, lang: str, unit: Unit) -> str:
        named = message(lang, "list.comma").join(str(row) for row in self.rows[:NAMED])
        more = len(self.rows) - NAMED
        listed = message(lang, f"overlay.where.{unit}", n=len(self.rows), rows=named)
        return listed if more <= 0 else message(lang, "overlay.where.more", listed=listed, n=more)


def _isolated(lang: str, name: str) -> str:
    """A name of whatever script, so that it keeps its order within Arabic."""
    return f"\u2068{name}\u2069" if name and lang == "ar" else name


def _joined(lang: str, parts: Iterable[str]) -> str:
    return message(lang, "list.comma").join(part for part in parts if part)
