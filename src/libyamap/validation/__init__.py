"""The checks of a dataset's objects against one another; all problems are found in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from libyamap.dataset import Dataset, read
from libyamap.problems import DatasetError, Problem
from libyamap.validation.chronology import chronology
from libyamap.validation.evidence import evidence
from libyamap.validation.language import language
from libyamap.validation.location import location
from libyamap.validation.references import references

CHECKS: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (evidence, language, location, chronology)


def open_dataset(path: Path | str | None = None) -> Dataset:
    """Read and check the dataset in the folder `path`, or the curated one.

    Raises
    ------
    MissingDatasetError
        If the folder holds no `catalog.json`.
    DatasetError
        If anything in it is wrong; names every problem of every file.
    """
    dataset = read(path)
    if problems := problems_of(dataset):
        raise DatasetError(problems)
    return dataset


def problems_of(dataset: Dataset) -> tuple[Problem, ...]:
    """Everything that is wrong between the objects of a dataset.

    Checks that follow references run only once all of them resolve.
    """
    if dangling := tuple(references(dataset)):
        return dangling
    return tuple(problem for check in CHECKS for problem in check(dataset))
