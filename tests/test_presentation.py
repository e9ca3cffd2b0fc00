"""What the presenting page is handed: all that it will ever show."""

from __future__ import annotations

from typing import Any

import pytest
from tests import small
from tests.briefed import BRIEF

from libyamap.brief import Brief
from libyamap.dataset import Dataset
from libyamap.render.presentation import presentation
from libyamap.validation import open_dataset

Json = dict[str, Any]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return open_dataset(small.write(tmp_path_factory.mktemp("small") / "data"))


def shown(dataset: Dataset, scenes: list[Json] | None = None, **more: Any) -> Json:
    changed = BRIEF | ({"scenes": scenes} if scenes is not None else {})
    return presentation(Brief.model_validate(changed), dataset, **more)


def test_every_scene_has_the_selection_that_it_shows(dataset: Dataset) -> None:
    found = shown(dataset)
    scenes = {scene["id"]: scene for scene in found["scenes"]}
    assert set(found["selections"]) == {"", "kinds=meeting,redeployment"}
    far = found["selections"][scenes["far"]["filters"]]
    assert {item["id"] for item in far["items"]} == {"meeting-moscow", "sirte-jufra"}
    assert scenes["base"]["filters"] == scenes["home"]["filters"] == ""
    assert {feature["id"] for feature in found["document"]["features"]} == set(dataset.features)


def test_lines_are_footnoted_by_number_with_who_said_it_and_where(dataset: Dataset) -> None:
    first = shown(dataset)["scenes"][0]
    assert [line["notes"] for line in first["lines"]] == [[1, 2], [3]]
    kremlin = first["footnotes"][1]
    assert kremlin["claim"] == "base-again"
    assert kremlin["attribution"] == {"en": "Kremlin", "ar": "الكرملين"}
    assert kremlin["source"] == {"en": "A report", "ar": "تقرير"}
    assert kremlin["locator"] == [2]
    assert kremlin["grade"] == "C3"


def test_what_a_brief_names_and_the_dataset_lost_is_left_out(dataset: Dataset) -> None:
    line = {"text": {"en": "One."}, "claims": ["is-no-more", "met"]}
    lost = {"id": "one", "title": {"en": "One"}, "lines": [line], "highlighted": ["gone"]}
    [scene] = shown(dataset, [lost])["scenes"]
    assert scene["lines"][0]["notes"] == [1]
    assert [note["claim"] for note in scene["footnotes"]] == ["met"]
    assert scene["highlighted"] == []


def test_a_text_that_is_lacking_is_stood_in_for(dataset: Dataset) -> None:
    [scene] = shown(dataset, [{"id": "one", "title": {"en": "One"}}])["scenes"]
    assert scene["title"] == {"en": "One", "ar": "One"}


def test_every_marking_counts(dataset: Dataset) -> None:
    def markings(**more: Any) -> list[str | None]:
        found = presentation(Brief.model_validate(BRIEF | more), dataset, marking="OURS")
        return [scene["marking"] and scene["marking"]["text"]["ar"] for scene in found["scenes"]]

    assert markings() == [
        "OURS // FOR TESTS",
        "OURS // FOR TESTS",
        "OURS // FOR TESTS // TESTS ONLY",
        "OURS // FOR TESTS",
    ]
    assert markings(marking=None) == ["OURS", "OURS", "OURS // TESTS ONLY", "OURS"]
    assert shown(dataset, [{"id": "one", "title": {"en": "One"}}])["scenes"][0]["marking"]["text"] == {
        "ar": "FOR TESTS",
        "en": "FOR TESTS",
    }
