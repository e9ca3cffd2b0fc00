"""Briefs kept in a folder, a file each; nothing that was saved is lost, whatever happens while saving.

A file is replaced whole: the new one is written beside it, forced to disk, and takes its name, so that who reads, and
whoever comes after a loss of power, finds the old one or the new one. The versions before stand under
`.history/<id>/`, numbered; the newest `KEPT` of them stay. Of two who save upon the same version, one succeeds and
the other is told.

>>> opened = store.opened(folder / "visit.json")
>>> store.save(opened.brief, folder, expected_revision=opened.revision)
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from libyamap import records
from libyamap.brief import Brief
from libyamap.briefs.form import parsed, written
from libyamap.briefs.lock import locked
from libyamap.errors import LibyamapError, UnwritableError

FOLDER = "briefs"
"""Where a dataset keeps its briefs."""
HISTORY = ".history"
KEPT = 100
"""Versions of a brief that stay when newer ones are saved."""

_NUMBERED = "[0-9]" * 6 + ".json"


class StaleBriefError(LibyamapError):
    """Somebody else has saved the brief since it was read; nothing was written.

    Attributes
    ----------
    brief : Brief
        What was to be saved.
    found : str, optional
        The revision that is there now; None if the file is gone.
    """

    key = "error.brief-stale"

    def __init__(self, brief: Brief, found: str | None) -> None:
        self.brief, self.found = brief, found
        super().__init__(id=brief.id)


class UnsavedBriefError(UnwritableError):
    """The brief could not be written, as on a full disk; the version before is as it was.

    Attributes
    ----------
    brief : Brief
        What was to be saved.
    text : str
        The same as its file would hold it, to be kept elsewhere.
    """

    def __init__(self, brief: Brief, text: str, file: Path, cause: OSError) -> None:
        self.brief, self.text = brief, text
        super().__init__(path=file, reason=cause.strerror or cause)


@dataclass(frozen=True)
class Opened:
    """A brief with the revision that it was read at, upon which it may be saved again."""

    brief: Brief
    revision: str


def names(folder: Path) -> tuple[str, ...]:
    """Ids of the briefs in a folder, sorted; none if there is no such folder."""
    return tuple(sorted(file.stem for file in folder.glob("*.json") if not file.name.startswith(".")))


def read(file: Path) -> Brief:
    """Read a brief.

    Raises
    ------
    DatasetError
        If it is not there or not of its model; names every problem.
    """
    return opened(file).brief


def opened(file: Path) -> Opened:
    """Read a brief and, of the same bytes, its revision.

    Raises
    ------
    DatasetError
        If it is not there or not of its model; names every problem.
    """
    content = records.content(file, file.name)
    return Opened(parsed(content, file.name), _revision(content))


def revision(file: Path) -> str | None:
    """Digest of a file's bytes; None if there is no such file."""
    try:
        return _revision(file.read_bytes())
    except FileNotFoundError:
        return None


def versions(folder: Path, name: str) -> tuple[Path, ...]:
    """The versions of a brief that were replaced, the oldest first."""
    return tuple(sorted((folder / HISTORY / name).glob(_NUMBERED)))


def save(brief: Brief, folder: Path, *, expected_revision: str | None) -> str:
    """Write a brief to `<id>.json` in a folder, and keep the version before.

    Parameters
    ----------
    expected_revision : str, optional
        The revision that it was read at; None if it is new, and no file may be there.

    Returns
    -------
    str
        The revision that is there now.

    Raises
    ------
    StaleBriefError
        If another revision is there than was expected.
    UnsavedBriefError
        If it cannot be written; the file is as it was.
    """
    file, text = folder / f"{brief.id}.json", written(brief)
    try:
        return _saved(brief, file, text, expected_revision)
    except OSError as error:
        raise UnsavedBriefError(brief, text, file, error) from error


def _saved(brief: Brief, file: Path, text: str, expected: str | None) -> str:
    history = file.parent / HISTORY / brief.id
    history.mkdir(parents=True, exist_ok=True)
    with locked(history / "lock"):
        found = revision(file)
        if found != expected:
            raise StaleBriefError(brief, found)
        content = text.encode()
        if _revision(content) != found:
            if found is not None:
                _remember(file, history)
            _put(file, content, draft=history / "draft")
            _forget(file.parent, brief.id)
        return _revision(content)


def _remember(file: Path, history: Path) -> None:
    """Keep the version that is about to be replaced, unless an attempt that was cut short has kept it already."""
    before, kept = file.read_bytes(), sorted(history.glob(_NUMBERED))
    if not kept or kept[-1].read_bytes() != before:
        number = int(kept[-1].stem) + 1 if kept else 1
        _put(history / f"{number:06}.json", before, draft=history / "draft")


def _forget(folder: Path, name: str) -> None:
    for file in versions(folder, name)[:-KEPT]:
        file.unlink(missing_ok=True)


def _put(file: Path, content: bytes, *, draft: Path) -> None:
    """Write a file whole or not at all; only who holds the lock uses the draft, of which another may have left some."""
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            draft.chmod(file.stat().st_mode)
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    _settle(file.parent)


def _settle(folder: Path) -> None:
    """Force the names in a folder to disk, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _revision(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
