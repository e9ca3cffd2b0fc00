"""A dataset's briefs: each is of its model, bears the name of its file, and names nothing that is not there.

A brief with problems keeps nobody from its dataset: `open_dataset` does not ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from libyamap.briefs import store
from libyamap.briefs.references import leading_nowhere
from libyamap.dataset import Dataset
from libyamap.problems import DatasetError, Problem, Word


def briefs(dataset: Dataset) -> tuple[Problem, ...]:
    """Everything that is wrong with the briefs of a dataset, file by file."""
    folder = dataset.root / store.FOLDER
    return tuple(found for name in store.names(folder) for found in _problems(folder / f"{name}.json", dataset))


def _problems(path: Path, dataset: Dataset) -> Iterator[Problem]:
    file = f"{store.FOLDER}/{path.name}"
    try:
        brief = store.read(path)
    except DatasetError as error:
        yield from (Problem(file, one.feature, one.field, one.key, one.params) for one in error.problems)
        return
    if brief.id != path.stem:
        yield Problem(file, "", "id", "brief-name", {"id": brief.id})
    for one in leading_nowhere(brief, dataset):
        params = {"sort": Word(f"sort.{one.sort}"), "id": one.target}
        yield Problem(file, one.scene, one.field, "unknown-id", params)
