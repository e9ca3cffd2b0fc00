"""A brief of the dataset, by a name that came with an address."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from libyamap.brief import Brief
from libyamap.briefs import store
from libyamap.errors import LibyamapError

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def brief_named(root: Path, name: str) -> Brief | None:
    """The brief of that id in the dataset at `root`, as it is on disk now; None if none can be read."""
    file = root / store.FOLDER / f"{name}.json"
    if not _ID.fullmatch(name) or not file.is_file():
        return None
    status = file.stat()
    return _read(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=32)
def _read(file: Path, _modified: int, _size: int) -> Brief | None:
    try:
        return store.read(file)
    except LibyamapError:
        return None
