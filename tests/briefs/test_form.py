"""A brief's file: read with all that is wrong told at once, as the map application reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from libyamap.briefs.form import parsed, written
from libyamap.problems import DatasetError

CASES = json.loads((Path(__file__).parents[1] / "cases" / "briefs.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_all_problems_are_told_each_at_its_place(case: dict[str, Any]) -> None:
    content = json.dumps(case["brief"]).encode()
    if not case["wrong"]:
        assert json.loads(written(parsed(content, "visit.json"))) == {"format": "libyamap-brief/1"} | case["brief"]
        return
    with pytest.raises(DatasetError) as refused:
        parsed(content, "visit.json")
    assert sorted([one.feature, one.field] for one in refused.value.problems) == sorted(case["wrong"])
