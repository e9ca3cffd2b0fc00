"""Handling markings: free text, and a palette of known ones with their rank and colours.

Nothing is marked unless somebody marks it. Ranks compare within one scale; whether a marking of one scale, or one
in somebody's own words, covers that of another is for people to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from libyamap.i18n import LANGUAGES, message

JOINT = " // "
"""Between markings that do not compare."""

OWN_FILL, OWN_INK = "#3B4652", "#FFFFFF"
"""Colours of a marking in somebody's own words."""


@dataclass(frozen=True)
class Level:
    """A known marking.

    Attributes
    ----------
    scale : str
        What its rank compares within.
    rank : int
        The higher, the fewer may read it.
    fill, ink : str
        Colours of its band, and of the words on it.
    """

    id: str
    scale: str
    rank: int
    fill: str
    ink: str

    def name(self, lang: str) -> str:
        """What it is called."""
        return message(lang, f"marking.{self.id}")


PALETTE: tuple[Level, ...] = (
    Level("public", "plain", 0, "#1B6E3C", "#FFFFFF"),
    Level("internal", "plain", 1, "#0F5C7A", "#FFFFFF"),
    Level("restricted", "plain", 2, "#F0B429", "#17212B"),
    Level("confidential", "plain", 3, "#B3261E", "#FFFFFF"),
    Level("strictly-confidential", "plain", 4, "#6F0D1C", "#FFFFFF"),
    # The Traffic Light Protocol 2.0, in its own colours.
    Level("tlp-clear", "tlp", 0, "#000000", "#FFFFFF"),
    Level("tlp-green", "tlp", 1, "#000000", "#33FF00"),
    Level("tlp-amber", "tlp", 2, "#000000", "#FFC000"),
    Level("tlp-amber-strict", "tlp", 3, "#000000", "#FFC000"),
    Level("tlp-red", "tlp", 4, "#000000", "#FF2B2B"),
)
"""Known markings, by scale from the most open on."""


def level(marking: str) -> Level | None:
    """The known marking that a text is, in either language and however it is cased and spaced; None if it is none."""
    return _known().get(_plain(marking))


def shown(marking: str, lang: str) -> str:
    """A marking as it stands on screen and paper: a known one in the reader's language, any other as it is."""
    parts = (part.strip() for part in marking.split(JOINT.strip()))
    return JOINT.join(found.name(lang) if (found := level(part)) else part for part in parts)


def colours(marking: str) -> tuple[str, str]:
    """Fill and ink of a marking's band."""
    found = level(marking)
    return (found.fill, found.ink) if found else (OWN_FILL, OWN_INK)


def covers(whole: str | None, part: str | None) -> bool:
    """Whether what is marked `whole` may hold what is marked `part`; not if the two do not compare."""
    return all(any(_at_least(own, one) for own in _parts(whole)) for one in _parts(part))


def combined(markings: Iterable[str | None]) -> str | None:
    """The marking of what holds all of these; None if none of them is marked.

    Of those that compare the highest stands; others stand beside it, in the order in which they come.
    """
    told = list(dict.fromkeys(part for marking in markings for part in _parts(marking)))
    kept: list[str] = []
    for one in told:
        if not any(_at_least(other, one) for other in kept):
            kept = [other for other in kept if not _at_least(one, other)] + [one]
    return JOINT.join(kept) or None


def _parts(marking: str | None) -> tuple[str, ...]:
    return tuple(part for one in (marking or "").split(JOINT.strip()) if (part := one.strip()))


def _at_least(marking: str, other: str) -> bool:
    one, two = level(marking), level(other)
    if one and two:
        return one.scale == two.scale and one.rank >= two.rank
    return _plain(marking) == _plain(other)


def _plain(marking: str) -> str:
    return re.sub(r"[\s_:-]+", " ", marking).strip().casefold()


@cache
def _known() -> Mapping[str, Level]:
    named = {_plain(one.name(lang)): one for one in PALETTE for lang in LANGUAGES}
    return named | {_plain(one.id): one for one in PALETTE}
