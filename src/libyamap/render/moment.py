"""When something is made: now, or the time that the environment puts in its place."""

from __future__ import annotations

import datetime as dt
import os

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that take the place of the time of export, so that the same view gives the same bytes."""


def made_at(time: dt.datetime | None = None) -> dt.datetime:
    """A time in UTC; if none is given, what `SOURCE_DATE_EPOCH` says, or else now."""
    if time is not None:
        return time.astimezone(dt.UTC)
    epoch = os.environ.get(EPOCH, "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdigit() else dt.datetime.now(dt.UTC)
