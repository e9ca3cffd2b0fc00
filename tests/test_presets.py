"""Ready-made evidence filters: what each would leave, and how it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import write

from libyamap.dataset import Dataset, read
from libyamap.presets import PRESETS, offers
from libyamap.selection import select
from libyamap.view import View

QUERIES = ("", "kinds=forces", "assertion=stated,reported&q=wagner", "sources=2&ungraded=0", "cred=2&rel=C", "q=zzz")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(Path(tmp_path_factory.mktemp("small"))))


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("corroborated", {"wagner-jufra"}),
        ("no-forecasts", {"wagner-jufra", "wagner-south", "meeting-moscow", "sirte-jufra", "wagner-stays"}),
        ("probable", {"wagner-stays"}),
        ("graded", {"wagner-jufra", "wagner-south", "meeting-moscow", "wagner-stays"}),
    ],
)
def test_a_preset_leaves_what_its_evidence_bears(small: Dataset, name: str, left: set[str]) -> None:
    offer = next(offer for offer in offers(select(small, View())) if offer.preset.name == name)
    assert not offer.on
    assert set(offer.left) == left


@given(query=st.sampled_from(QUERIES))
def test_what_is_promised_is_what_the_click_leaves(small: Dataset, query: str) -> None:
    for offer in offers(select(small, View.from_query(query))):
        left = select(small, View.from_query(offer.view.filters())).items
        assert tuple(item.feature.id for item in left) == offer.left


@given(query=st.sampled_from(QUERIES))
def test_a_second_click_takes_a_preset_back(query: str) -> None:
    view = View.from_query(query)
    for preset in PRESETS:
        assert preset.on(preset.toggled(view)) is not preset.on(view)
        if all(getattr(view, field) == View.model_fields[field].get_default() for field in preset.changes):
            assert preset.toggled(preset.toggled(view)) == view


def test_what_else_is_filtered_stays(small: Dataset) -> None:
    for offer in offers(select(small, View.from_query("kinds=forces&q=wagner"))):
        assert offer.view.query().endswith("&q=wagner")
        assert set(offer.left) <= {"wagner-jufra", "wagner-south"}
