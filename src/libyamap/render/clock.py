"""The time of export, which files tell.

It is now, or what `SOURCE_DATE_EPOCH` has, so that the same view gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import os

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970."""


def exported_at(given: dt.datetime | None = None) -> dt.datetime:
    """When a file is made, in UTC: the time given, else the environment's, else now."""
    if given is not None:
        return given.astimezone(dt.UTC)
    epoch = os.environ.get(EPOCH, "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else dt.datetime.now(dt.UTC)
