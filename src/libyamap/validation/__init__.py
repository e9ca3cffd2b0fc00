"""The checks of a dataset's objects against one another; all problems are found in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from libyamap import records
from libyamap.dataset import Dataset, assembled, folder
from libyamap.model import FILES
from libyamap.problems import DatasetError, Problem
from libyamap.records import Gaps
from libyamap.validation.chronology import chronology
from libyamap.validation.evidence import evidence, unused
from libyamap.validation.language import language
from libyamap.validation.location import location
from libyamap.validation.references import references

CHECKS: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (evidence, language, location, chronology)
"""They pass over ids that lead nowhere: `references` tells those."""
CROSSING: tuple[Callable[[Dataset, Gaps], Iterator[Problem]], ...] = (references, unused)
"""Checks of who names whom, which must know what could not be read."""


def open_dataset(path: Path | str | None = None) -> Dataset:
    """Read and check the dataset in the folder `path`, or the curated one.

    Raises
    ------
    MissingDatasetError
        If the folder holds no `catalog.json`.
    DatasetError
        If anything in it is wrong; names every problem of every file.
    """
    dataset, problems = survey(path)
    if problems:
        raise DatasetError(problems)
    return dataset


def survey(path: Path | str | None = None) -> tuple[Dataset, tuple[Problem, ...]]:
    """What could be read of the dataset in the folder `path`, and everything that is wrong with it, file by file.

    Raises
    ------
    MissingDatasetError
        If the folder holds no `catalog.json`.
    """
    root = folder(path)
    reading = records.read(root)
    dataset = assembled(root, reading.records)
    found = (*reading.problems, *problems_of(dataset, reading.gaps))
    return dataset, tuple(sorted(found, key=lambda problem: list(FILES).index(problem.file)))


def problems_of(dataset: Dataset, gaps: Gaps | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong between the objects of a dataset, of which `gaps` could not be read."""
    found = [problem for check in CROSSING for problem in check(dataset, gaps or Gaps())]
    found += [problem for check in CHECKS for problem in check(dataset)]
    return tuple(found)
