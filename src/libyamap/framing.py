"""Who may show the embedded map in a frame: the origins that the operator names, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from libyamap.errors import OriginError

EMBED_VARIABLE = "LIBYAMAP_EMBED_IN"
"""Environment variable that holds the origins, with spaces between them."""
NOBODY, ANYBODY = "'none'", "*"

_ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:(\d{1,5}|\*))?")


def ancestors(origins: Iterable[str]) -> str:
    """Origins as a Content-Security-Policy names them: `https://wiki.example.org`, `https://*.example.org`, or `*`.

    Raises
    ------
    OriginError
        If one of them is no origin; a path has no place in it.
    """
    named = [origin.removesuffix("/") for origin in origins]
    wrong = [origin for origin in named if origin != ANYBODY and not _ORIGIN.fullmatch(origin)]
    if wrong:
        raise OriginError(origins=", ".join(wrong))
    return " ".join(dict.fromkeys(named)) or NOBODY
