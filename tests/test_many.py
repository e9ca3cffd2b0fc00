"""The dataset of thousands of features is one that `libyamap validate` takes, and the same each time."""

from __future__ import annotations

from pathlib import Path

from tests import many

from libyamap.dataset import digest
from libyamap.validation import open_dataset

FEWER = 200


def test_it_has_as_many_features_as_asked_for_and_no_problem(tmp_path: Path) -> None:
    dataset = open_dataset(many.write(tmp_path, FEWER))
    assert len(dataset.features) == FEWER
    assert all(layer.shown for layer in dataset.catalog.layers)


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = (many.write(tmp_path / name, FEWER) for name in ("first", "second"))
    assert digest(first) == digest(second)
