"""How layers are drawn on one another, and how far each is seen through."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import write

from libyamap import open_dataset, select
from libyamap.dataset import Dataset, read
from libyamap.model import Layer
from libyamap.symbology import drawing_order, layer_opacity, symbols
from libyamap.view import View

KEYS = sorted(symbols())
TABLE: dict[str, Any] = json.loads((Path(__file__).parent / "cases" / "order.json").read_text("utf-8"))


def layer(slug: str, symbol: str) -> Layer:
    both = {"en": slug, "ar": "طبقة"}
    return Layer.model_validate(
        {"id": slug, "title": both, "description": both, "group": "all", "collection": "events", "symbol": symbol}
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(tmp_path_factory.mktemp("small")))


def test_the_dataset_s_own_order_puts_presence_over_happenings_over_statements(small: Dataset) -> None:
    assert drawing_order(small.catalog.layers, View()) == ("wagner", "movements", "meetings", "outlook")


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: ",".join(case["order"]))
def test_what_the_view_names_is_on_top(case: dict[str, Any]) -> None:
    layers = [layer(own, own) for own in TABLE["own"]]
    for order in (case["order"], case["named"], case["drawn"]):
        assert list(drawing_order(layers, View(order=tuple(order)))) == case["drawn"]


@given(
    st.lists(st.sampled_from(KEYS), min_size=1, unique=True),
    st.lists(st.sampled_from([*KEYS, "nobody-knows"]), unique=True),
)
def test_every_layer_is_drawn_once_whatever_the_view_asks(keys: list[str], order: list[str]) -> None:
    drawn = drawing_order([layer(key, key) for key in keys], View(order=tuple(order)))
    assert sorted(drawn) == sorted(keys)
    assert [key for key in drawn if key in order] == [key for key in order if key in keys]


def test_layers_with_one_symbol_stay_in_the_catalog_s_order() -> None:
    layers = [layer("zawiya", "meetings"), layer("ajdabiya", "meetings"), layer("presence", "wagner")]
    assert drawing_order(layers, View()) == ("presence", "zawiya", "ajdabiya")


def test_a_layer_is_opaque_unless_the_view_says_otherwise() -> None:
    view = View.from_query("opacity=wagner:40,east:0,nobody-knows:5")
    assert [layer_opacity(one, view) for one in ("wagner", "east", "west")] == [0.4, 0.0, 1.0]


def test_a_selection_gives_the_layers_shown_in_the_order_in_which_they_are_drawn(small: Dataset) -> None:
    assert select(small, View()).layers == ("wagner", "movements", "meetings")
    view = View.from_query("layers=outlook,wagner,meetings&order=meetings,movements,outlook")
    assert select(small, view).layers == ("meetings", "outlook", "wagner")


def test_the_curated_layers_have_an_order_of_their_own() -> None:
    layers = open_dataset().catalog.layers
    order = drawing_order(layers, View())
    assert sorted(order) == sorted(one.id for one in layers)
    assert (order[0], order[-1]) == ("wagner", "outlook")
