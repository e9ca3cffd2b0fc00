"""The table of permalinks, which the map application is run through too."""

import json
from pathlib import Path
from typing import Any

import pytest

from libyamap.view import View, read_query

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "permalink.json").read_text("utf-8"))[
    "cases"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"][:60])
def test_a_query_is_read_as_in_the_table(case: dict[str, Any]) -> None:
    reading = read_query(case["query"])
    assert sorted(reading.refused) == case["refused"]
    assert reading.view.query() == case["canonical"]
    assert reading.view.filters() == case["filters"]
    assert View.from_query(case["canonical"]) == reading.view
