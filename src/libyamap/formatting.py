"""The one way in which a dataset's files are written: geometries copied from places, two spaces, UTF-8."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from libyamap.briefs import store
from libyamap.briefs.form import written
from libyamap.dataset import Dataset, read
from libyamap.geometry import copied
from libyamap.model import FILES

_NUMBERS = re.compile(r"\[\s+(-?\d[^\[\]{}\"]*?)\s+\]")


def formatted(path: Path | str | None = None) -> dict[Path, str]:
    """The dataset's files and briefs as they should be written, by path; only those that differ from what is there.

    Raises
    ------
    DatasetError
        If an object is not of its model: nothing is rewritten that is not understood.
    """
    dataset = read(path)
    wanted = {dataset.root / name: _file(dataset, name) for name in FILES}
    kept = dataset.root / store.FOLDER
    wanted |= {kept / f"{name}.json": written(store.read(kept / f"{name}.json")) for name in store.names(kept)}
    return {file: text for file, text in wanted.items() if file.read_text("utf-8") != text}


def write(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False, suffix=".tmp") as draft:
        draft.write(text)
    Path(draft.name).chmod(file.stat().st_mode if file.exists() else 0o644)
    Path(draft.name).replace(file)


def _file(dataset: Dataset, name: str) -> str:
    raw = json.loads((dataset.root / name).read_text("utf-8"))
    if Path(name).stem in dataset.collections:
        for record in raw["features"]:
            record["geometry"] = copied(dataset.features[record["id"]], dict(dataset.places))
    return dumped(raw)


def dumped(raw: Any) -> str:  # noqa: ANN401 - any JSON
    """JSON as datasets keep it: positions on one line, everything else one field a line."""
    text = json.dumps(raw, ensure_ascii=False, indent=2)
    return _NUMBERS.sub(lambda match: "[" + re.sub(r"\s*\n\s*", " ", match[1]) + "]", text) + "\n"
