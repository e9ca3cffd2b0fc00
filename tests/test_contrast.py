"""Two sides of one dataset: which views they are, and what they show differently."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from tests.small import Files, claim, write

from libyamap.contrast import contrast, sides
from libyamap.dataset import Dataset, read
from libyamap.selection import Selection, select
from libyamap.view import View

TABLE: dict[str, Any] = json.loads((Path(__file__).parent / "cases" / "selection.json").read_text("utf-8"))


def known_in_part(files: Files) -> None:
    """A presence of which one claim says that it is there, and a later one that it has left."""
    files["claims.json"]["claims"] += [
        claim("seen-early", happened="2019/", said="2021-06-15", recorded="2021-07-01"),
        claim("left-late", happened="2019/2023-05", said="2023-06-30", recorded="2023-07-01", assertion="denied"),
    ]
    presence = files["collections/presence.geojson"]["features"][0]["properties"]
    files["actors.json"]["actors"][0]["roles"][0]["claims"] += presence["claims"]
    presence.update(claims=["seen-early", "left-late"], when="2019/2023-05", confirmed="2023-05")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(tmp_path_factory.mktemp("small")))


def selected(dataset: Dataset, side: dict[str, Any]) -> Selection:
    view = View(
        layers=tuple(side["layers"]), first=side["first"], last=side["last"], certain=side["certain"],
        as_of=dt.date.fromisoformat(TABLE["as of"]),
    )  # fmt: skip
    return select(dataset, view)


@pytest.mark.parametrize("case", TABLE["contrasts"], ids=lambda case: case["name"])
def test_what_differs_is_as_in_the_table(small: Dataset, case: dict[str, Any]) -> None:
    found = contrast(selected(small, case["first"]), selected(small, case["second"]))
    assert list(found.only_first) == case["onlyFirst"]
    assert list(found.only_second) == case["onlySecond"]
    assert {feature: list(aspects) for feature, aspects in found.otherwise.items()} == case["otherwise"]


def test_dates_of_which_less_was_known_are_told(tmp_path: Path) -> None:
    dataset = read(write(tmp_path / "data", known_in_part))
    then, now = (select(dataset, View.from_query(query)) for query in ("asof=2022-01-01", "asof=2023-09-28"))
    assert "dates" in contrast(then, now).otherwise["wagner-jufra"]


def test_a_view_without_a_side_beside_it_has_no_sides() -> None:
    assert sides(View()) is None


def test_either_side_has_the_other_beside_it() -> None:
    view = View.from_query("lang=ar&kinds=forces&sel=sirte&vs=from%3D2019-01-01%26certain%3D1")
    both = sides(view)
    assert both
    first, second = both
    assert first == view
    assert second == View(
        lang="ar", selected="sirte", first=dt.date(2019, 1, 1), certain=True, versus="kinds=forces&side=1"
    )
    assert sides(second) == (first, second)
