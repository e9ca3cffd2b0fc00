"""The archive: what every store of events offers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import ibis.expr.types as ir
import pyarrow as pa


@dataclass(frozen=True)
class Tables:
    """What is asked, as Ibis tables of one version of an archive.

    Attributes
    ----------
    events : Table
        `EVENTS` without `words`, and `number` (int64, from 0, in Hilbert order of place).
    actors, places : Table
        `key`, `id`, `name`: the most frequent name of each id.
    words : Table
        `word`, `number` (int64): each word once.
    postings : Table
        `word` (its number), `event` (its number), sorted by both: the index of the text.
    summary : Table
        Events gathered: `resolution`, `cell`, `kind`, the four months of the bounds (since 1970-01), `events`,
        `deaths`; see `summaries.py`.
    version : str
        Changes with every import.
    """

    events: ir.Table
    actors: ir.Table
    places: ir.Table
    words: ir.Table
    postings: ir.Table
    summary: ir.Table
    version: str


@dataclass(frozen=True)
class Import:
    """One import, as the archive keeps it.

    Attributes
    ----------
    source : str
        Slug of the set.
    file, file_digest : str
        The file's name, and SHA-256 of its content.
    format : str
        Name of the importer.
    licence, citation : str
        Terms and citation of the set, as the importer or the reader gives them.
    """

    source: str
    file: str
    file_digest: str
    format: str
    licence: str = ""
    citation: str = ""


@dataclass(frozen=True)
class Added:
    """What became of events that were handed over.

    Attributes
    ----------
    imported : int
        New, or changed.
    changed : int
        Of these, those that were there otherwise.
    unchanged : int
        There already, and the same.
    duplicates : int
        Of the imported, those flagged as likely the same as another.
    """

    imported: int
    changed: int
    unchanged: int
    duplicates: int


@dataclass(frozen=True)
class Damage:
    """A file, or table, that is not what it was when it was written."""

    file: str
    key: str
    """Message key under ``archive.damage.``."""


@dataclass(frozen=True)
class Info:
    """What an archive holds.

    Attributes
    ----------
    events : int
        How many.
    first, last : int, optional
        Day numbers of the earliest and the latest.
    sources : mapping of str to int
        Events by set.
    size : int
        Bytes of the durable copy, and of what serves.
    imports : tuple
        `Import` with its day and its counts, oldest first.
    """

    url: str
    version: str
    events: int
    first: int | None
    last: int | None
    sources: dict[str, int]
    size: dict[str, int]
    imports: tuple[dict[str, object], ...]


class Archive(ABC):
    """A store of events. Safe to be used by several threads at once."""

    url: str

    @property
    @abstractmethod
    def version(self) -> str:
        """Changes with every import; cheap to ask."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Tables]:
        """Tables of one version, for the thread that asks: an import meanwhile changes nothing of them."""

    @abstractmethod
    def add(
        self, batches: Iterable[pa.RecordBatch], told: Import, *, progress: Callable[[int], None] = lambda _: None
    ) -> Added:
        """Take in events, batches of `TOLD`: all of them, or none.

        Parameters
        ----------
        batches : iterable of RecordBatch
            Read once, one after another; memory does not grow with their number.
        told : Import
            What brings them.
        progress : callable
            Told how many events have been taken in.
        """

    @abstractmethod
    def info(self) -> Info:
        """What it holds."""

    @abstractmethod
    def verify(self) -> tuple[Damage, ...]:
        """What is damaged; nothing if empty."""

    @abstractmethod
    def compact(self) -> None:
        """Write everything anew, in order, without what was superseded."""

    @abstractmethod
    def close(self) -> None:
        """Let go of everything."""
