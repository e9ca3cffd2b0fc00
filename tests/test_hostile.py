"""The hostile dataset is hostile throughout: a text of the model that is not in it would go untried."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel
from tests import hostile

from libyamap import model
from libyamap.dataset import Dataset, read

MODELS = [one for _, one in inspect.getmembers(model, inspect.isclass) if issubclass(one, model.Record)]
TEXTS: tuple[object, ...] = (model.Text, model.Aliases)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(hostile.write(tmp_path_factory.mktemp("hostile")))


def test_every_text_is_hostile(dataset: Dataset) -> None:
    texts = list(_texts(dataset))
    assert len(texts) > 200
    for field, text in texts:
        assert text.startswith(hostile.FORMULA), field
        assert text.endswith(hostile.PAYLOAD), field


def test_every_text_that_the_model_knows_is_there(dataset: Dataset) -> None:
    known = {
        f"{one.__name__}.{name}"
        for one in MODELS
        for name, field in one.model_fields.items()
        if not _types(field.annotation).isdisjoint(TEXTS)
    }
    assert {field for field, _ in _texts(dataset)} == known


def test_texts_without_a_language_are_hostile_too(dataset: Dataset) -> None:
    catalog = dataset.catalog
    for text in (catalog.version, catalog.licence, *(one.title for one in dataset.gazetteers.values())):
        assert text.endswith(hostile.PAYLOAD)
    for source in dataset.sources.values():
        assert source.url == hostile.ADDRESS


def _types(annotation: object) -> set[object]:
    """Types that an annotation is made of."""
    return {annotation}.union(*(_types(part) for part in get_args(annotation)))


def _texts(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Model and field of every text in two languages, and the text."""
    for record in (
        dataset.catalog,
        dataset.rubric,
        *dataset.sources.values(),
        *dataset.origins.values(),
        *dataset.actor_groups,
        *dataset.actors.values(),
        *dataset.claims.values(),
        *dataset.places.values(),
        *dataset.features.values(),
        *dataset.notes,
    ):
        yield from _within(record)


def _within(record: BaseModel) -> Iterator[tuple[str, str]]:
    for name, value in record:
        for member in value if isinstance(value, tuple) else (value,):
            if isinstance(member, model.Text | model.Aliases):
                for found in (member.ar, member.en):
                    yield from ((f"{type(record).__name__}.{name}", text) for text in _each(found))
            elif isinstance(member, BaseModel):
                yield from _within(member)


def _each(found: str | tuple[str, ...]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else found
