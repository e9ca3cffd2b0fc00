"""The briefs of the dataset, by the names that an address may hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import briefed

from named_brief import brief_named


def test_a_brief_is_read_again_once_it_has_changed(tmp_path: Path) -> None:
    root = briefed.write(tmp_path / "data")
    first = brief_named(root, "a-brief")
    assert first
    assert first.title.en == "A brief"
    file = root / "briefs" / "a-brief.json"
    file.write_text(file.read_text("utf-8").replace("A brief", "Another"), "utf-8")
    second = brief_named(root, "a-brief")
    assert second
    assert second.title.en == "Another"


@pytest.mark.parametrize("name", ["nowhere", "../catalog", "", ".", "broken", "A-BRIEF", "a-brief.json"])
def test_what_is_no_brief_is_none(tmp_path: Path, name: str) -> None:
    root = briefed.write(tmp_path / "data")
    (root / "briefs" / "broken.json").write_text("{", "utf-8")
    assert brief_named(root, name) is None
