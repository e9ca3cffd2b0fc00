"""Names of packs and their files: of Latin letters, digits, "-" and ".", safe on every file system."""

from __future__ import annotations

import datetime as dt
import re

from libyamap.brief import Brief

MARKED = "MARKED"
"""Stands for a marking that has no Latin letter or digit: a file's name never hides that it is marked."""
MOST_OF_MARKING = 40


def stem(brief: Brief, marking: str | None, *, day: dt.date | None = None) -> str:
    """The brief's id, the day if any, and its marking."""
    slug = re.sub(r"[^A-Za-z0-9]+", "-", marking or "").strip("-").upper()[:MOST_OF_MARKING].strip("-")
    parts = (brief.id, day.isoformat() if day else "", (slug or MARKED) if marking else "")
    return "-".join(filter(None, parts))
