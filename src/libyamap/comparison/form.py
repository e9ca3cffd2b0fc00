"""A comparison as plain data, in both languages: for the shell, the screen, and other programs."""

from __future__ import annotations

from typing import Any

from libyamap.comparison import Change, Comparison, How
from libyamap.comparison.words import Told, Words
from libyamap.i18n import LANGUAGES

FORMAT = "libyamap-diff/1"

Json = dict[str, Any]


def described(comparison: Comparison, *, old: str, new: str) -> Json:
    """What differs between two datasets, named `old` and `new`.

    Returns
    -------
    dict
        `format`; `same`, whether nothing differs; `old` and `new`, each with name and digest; `counts` of what was
        added, changed, affected and removed; `sentence` {ar, en}; `changes`, each
        with sort, id, how, title {ar, en}, because (ids of changed claims and places that a feature rests on), fields
        (its own that differ) and effects (what is drawn differently). A field or effect has its path (`field`), its
        values as they stand in the files (`old`, `new`; null where there is none) and in words (`told` {ar, en}, each
        with label, old and new; of lists, what was lost and what was gained).
    """
    words = [Words(comparison, lang) for lang in LANGUAGES]
    return {
        "format": FORMAT,
        "same": not comparison,
        "old": {"name": old, "digest": comparison.old.digest},
        "new": {"name": new, "digest": comparison.new.digest},
        "counts": {str(how): comparison.counts[how] for how in How},
        "sentence": {one.lang: one.counts() for one in words},
        "changes": [_change(change, words) for change in comparison.changes],
    }


def _change(change: Change, words: list[Words]) -> Json:
    fields = {one.lang: one.fields(change) for one in words}
    effects = {one.lang: one.effects(change) for one in words}
    return {
        "sort": str(change.sort),
        "id": change.id,
        "how": str(change.how),
        "title": {one.lang: one.title(change) for one in words},
        "because": list(change.because),
        "fields": [
            {"field": one.field, "old": one.old, "new": one.new, "told": _told(fields, index)}
            for index, one in enumerate(change.fields)
        ],
        "effects": [
            {"field": one.field, "old": one.old, "new": one.new, "told": _told(effects, index)}
            for index, one in enumerate(change.effects)
        ],
    }


def _told(told: dict[str, list[Told]], index: int) -> Json:
    return {lang: vars(ones[index]) for lang, ones in told.items()}
