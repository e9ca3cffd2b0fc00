"""Why filters leave nothing: told from the data, naming active filters and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.small import Files, write

from libyamap.dataset import Dataset, read
from libyamap.emptiness import reason, removals
from libyamap.i18n import LANGUAGES
from libyamap.model import Assertion, FeatureKind, Reliability
from libyamap.selection import select
from libyamap.view import PARAMETERS_BY_NAME, View


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(Path(tmp_path_factory.mktemp("small"))))


def why(dataset: Dataset, query: str, lang: str = "en") -> str:
    selection = select(dataset, View.from_query(query))
    assert not selection.items
    return reason(selection, lang)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("sources=3", "The claims come from 2 sources; no entry rests on more than 2 independent origins."),
        ("kinds=death", "None of the 5 entries passes this filter: only deaths."),
        ("kinds=meeting&places=jufra", "No single filter leaves nothing; together they do: "),
        ("assertion=denied&q=wagner", "None of the 5 entries passes this filter: denied."),
    ],
)
def test_the_reason_is_what_the_data_lack(small: Dataset, query: str, told: str) -> None:
    assert why(small, query).startswith(told)
    arabic = why(small, query, "ar")
    assert re.search(r"[\u0621-\u064a]", arabic)
    assert not re.search(r"[A-Za-z]{3}", arabic)


def test_a_dataset_of_one_source_says_so(tmp_path: Path) -> None:
    def one_source(files: Files) -> None:
        claims: list[dict[str, Any]] = files["claims.json"]["claims"]
        for claim in claims:
            claim |= {"source": "report", "attribution": claims[0]["attribution"]}

    dataset = read(write(tmp_path, one_source))
    told = why(dataset, "sources=2")
    assert told == "All 8 claims come from one source, “A report”; no second origin supports any of them."
    assert "«تقرير»" in why(dataset, "sources=2", "ar")


def test_a_source_that_cannot_be_judged_is_named(tmp_path: Path) -> None:
    def unknown(files: Files) -> None:
        for source in files["sources.json"]["sources"]:
            source["reliability"] = "F"

    dataset = read(write(tmp_path, unknown))
    assert "whose reliability is unknown (F)" in why(dataset, "ungraded=0")


def test_a_date_before_all_claims_is_told_with_the_first_of_them(tmp_path: Path) -> None:
    def dated(files: Files) -> None:
        for source in files["sources.json"]["sources"]:
            source["published"] = "2023-10"

    told = why(read(write(tmp_path, dated)), "asof=2020-01-01")
    assert told == ("On 1 January 2020 nothing of it had been said; the first claim dates from: 28 September 2023.")


def test_grades_that_nothing_has_are_told_with_the_best_there_is(tmp_path: Path) -> None:
    def graded(files: Files) -> None:
        for claim in files["claims.json"]["claims"]:
            claim |= {"source": "report", "locator": [1], "grade": {"credibility": 3, "basis": "one-voice"}}

    dataset = read(write(tmp_path, graded))
    assert why(dataset, "rel=B") == "The most reliable source is graded C; B or better is asked for."
    assert why(dataset, "cred=2") == "The most credible claim is graded 3; 2 or better is asked for."


narrow = st.builds(
    View,
    kinds=st.lists(st.sampled_from([FeatureKind.MEETING, FeatureKind.DEATH]), max_size=2).map(tuple),
    actors=st.lists(st.sampled_from(["wagner", "putin", "nobody"]), max_size=1).map(tuple),
    places=st.lists(st.sampled_from(["jufra", "south"]), max_size=1).map(tuple),
    assertions=st.lists(st.sampled_from(list(Assertion)), max_size=1).map(tuple),
    reliability=st.none() | st.sampled_from([Reliability.A, Reliability.C]),
    credibility=st.none() | st.integers(1, 3),
    ungraded=st.booleans(),
    lineages=st.integers(1, 3),
    text=st.sampled_from(["", "zzz", "wagner"]),
)


@given(view=narrow)
def test_only_active_filters_are_named_and_each_tells_what_it_does(small: Dataset, view: View) -> None:
    selection = select(small, view)
    assume(not selection.items)
    found = removals(selection)
    assert {removal.parameter for removal in found} == set(selection.filters("en"))
    for removal in found:
        field = PARAMETERS_BY_NAME[removal.parameter].field
        assert getattr(view, field) != View.model_fields[field].get_default()
        without = view.model_copy(update={field: View.model_fields[field].get_default()})
        assert removal.without == len(select(small, without).items)
    for lang in LANGUAGES:
        assert reason(selection, lang)
    assert [removal.alone for removal in found] == sorted((removal.alone for removal in found), reverse=True)
