"""A brief as its file holds it: JSON, read with all that is wrong told at once, and written in one form."""

from __future__ import annotations

import json
from typing import cast

from libyamap import records
from libyamap.brief import Brief
from libyamap.problems import DatasetError


def parsed(content: bytes, name: str) -> Brief:
    """The brief that the bytes of a file hold, which problems call `name`.

    Raises
    ------
    DatasetError
        If they hold none; names every problem, with scene and field.
    """
    brief, problems, _ = records.understood(records.plain(content, name), name, Brief)
    if brief is None or problems:
        raise DatasetError(tuple(problems))
    return cast("Brief", brief)


def written(brief: Brief) -> str:
    """The text of its file; what is left at its default is left out."""
    told = {"format": brief.format, **brief.model_dump(mode="json", exclude_defaults=True)}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
