"""The small dataset with briefs: one with all that scenes can have, one that goes on by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests import small
from tests.small import both

Json = dict[str, Any]

BRIEF: Json = {
    "id": "a-brief",
    "title": both("A brief", "إحاطة"),
    "author": both("Somebody", "أحدهم"),
    "date": "2023-10-01",
    "marking": "FOR TESTS",
    "scenes": [
        {
            "id": "base",
            "title": both("The base", "القاعدة"),
            "lines": [
                {"text": both("Wagner is at Jufra.", "فاغنر في الجفرة."), "claims": ["base", "base-again"]},
                {"text": both("The talks were in Moscow.", "كانت المحادثات في موسكو."), "claims": ["met"]},
            ],
            "view": "c=29.2,16&z=7",
            "highlighted": ["wagner-jufra"],
        },
        {
            "id": "in-time",
            "title": both("In time", "مع الزمن"),
            "lines": [{"text": both("It began in 2020.", "بدأ ذلك عام 2020."), "claims": ["base"]}],
            "view": "c=28,17&z=6&from=2019-01-01&to=2023-09-28",
            "plays": True,
        },
        {
            "id": "far",
            "title": both("Far away", "بعيدًا"),
            "lines": [{"text": both("They met.", "التقيا."), "claims": ["met"]}],
            "view": "c=30,16.5&z=7&kinds=meeting,redeployment",
            "highlighted": ["meeting-moscow"],
            "marking": "TESTS ONLY",
            "transition": "cut",
        },
        {"id": "home", "title": both("All of it", "كل ما سبق")},
    ],
}
ALONE: Json = {
    "id": "alone",
    "title": both("By itself", "من تلقاء نفسها"),
    "date": "2023-10-01",
    "scenes": [
        {"id": name, "title": both(name, "مشهد"), "view": "c=29,16&z=6", "dwell": 0.3} for name in ("first", "second")
    ],
}


def write(folder: Path, *, make: Callable[[Path], Path] = small.write, change: Callable[[Json], Json] = dict) -> Path:
    """Write a dataset to `folder`, by `make`, and the briefs as `change` has them."""
    make(folder)
    (folder / "briefs").mkdir()
    for brief in (BRIEF, ALONE):
        text = json.dumps(change(brief), ensure_ascii=False)
        (folder / "briefs" / f"{brief['id']}.json").write_text(text, "utf-8")
    return folder
