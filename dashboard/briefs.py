"""The dataset's briefs as they are on disk now."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from libyamap.brief import Brief

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def brief_named(root: Path, name: str) -> Brief | None:
    """The brief of that id in the dataset at `root`, or None where there is none that can be read."""
    file = root / "briefs" / f"{name}.json"
    if not _ID.fullmatch(name) or not file.is_file():
        return None
    status = file.stat()
    return _read(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=32)
def _read(file: Path, _modified: int, _size: int) -> Brief | None:
    try:
        return Brief.model_validate_json(file.read_bytes())
    except ValidationError:
        return None
