"""What filters leave is found for all features at once, and is what each feature by itself would say."""

from __future__ import annotations

import pytest
from tests import many

from libyamap.dataset import Dataset
from libyamap.filters import CLAIM_FILTERS, FEATURE_FILTERS, origins
from libyamap.model import Claim, Feature
from libyamap.selection import select
from libyamap.validation import open_dataset
from libyamap.view import View

QUERIES = (
    "",
    "kinds=meeting,forces",
    "actors=brigade-3,side-1",
    "assertion=reported",
    "assertion=denied",
    "rel=C&ungraded=0",
    "cred=2",
    "sources=2",
    "sources=3&assertion=reported,stated&prec=exact",
    "q=brigade%2012&asof=2023-01-01",
    "kinds=meeting&actors=brigade-3&sources=2&rel=D",
    "q=nobody",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return open_dataset(many.write(tmp_path_factory.mktemp("many"), 400))


@pytest.fixture(scope="module")
def curated() -> Dataset:
    return open_dataset()


@pytest.mark.parametrize("query", QUERIES)
def test_a_selection_is_what_every_feature_by_itself_would_say(dataset: Dataset, query: str) -> None:
    view = View.from_query(query)
    assert {item.feature.id: item.claims for item in select(dataset, view).items} == _one_by_one(dataset, view)


@pytest.mark.parametrize("query", ["", "cred=3&rel=C&ungraded=0", "sources=2", "asof=2023-06-30", "q=wagner"])
def test_so_it_is_on_the_curated_dataset(curated: Dataset, query: str) -> None:
    view = View.from_query(query)
    assert {item.feature.id: item.claims for item in select(curated, view).items} == _one_by_one(curated, view)


def _one_by_one(dataset: Dataset, view: View) -> dict[str, tuple[Claim, ...]]:
    kept = {one.id: _claims(one, dataset, view) for one in dataset.features.values() if _keeps(one, dataset, view)}
    return {one: claims for one, claims in kept.items() if claims and _independent(claims) >= view.lineages}


def _keeps(feature: Feature, dataset: Dataset, view: View) -> bool:
    return all(one.keeps(feature, view, dataset) for one in FEATURE_FILTERS if one.active(view))


def _claims(feature: Feature, dataset: Dataset, view: View) -> tuple[Claim, ...]:
    claims = (dataset.claims[claim] for claim in feature.properties.claims)
    return tuple(
        claim for claim in claims if all(one.keeps(claim, view, dataset) for one in CLAIM_FILTERS if one.active(view))
    )


def _independent(claims: tuple[Claim, ...]) -> int:
    """How many origins support something; a selection that asks for one takes what only was denied too."""
    return max(1, len(origins(claims)))
