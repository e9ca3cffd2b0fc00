"""Names of files: what they show, of when, how they are marked, and of which data; safe on every file system."""

from __future__ import annotations

import re
import unicodedata

from libyamap.exports.forms import Form
from libyamap.exports.wish import Options
from libyamap.interval import date_of
from libyamap.selection import Selection

PROGRAM = "libyamap"
MOST_OF_TITLE, MOST_OF_MARKING = 40, 24
"""Letters that a name has of each."""
DIGEST = 8
MARKED = "MARKED"
"""Stands for a marking that has no Latin letter or digit: a file's name never hides that it is marked."""

_OTHER = re.compile(r"[^A-Za-z0-9]+")


def file_name(selection: Selection, form: Form, options: Options) -> str:
    """What a file is called: "libyamap-WHAT-WHEN-MARKING-DIGEST.suffix", of Latin letters, digits, "-" and ".".

    An Arabic title is not spelt in Latin letters, which could be done in many ways: the dataset's id takes its place.
    """
    marking = options.marking or selection.view.marking or ""
    parts = (
        PROGRAM,
        _what(selection, form, options),
        _when(selection),
        (_slug(marking, MOST_OF_MARKING).upper() or MARKED) if marking else "",
        selection.digest[:DIGEST],
    )
    return "-".join(filter(None, parts)) + form.suffix


def _what(selection: Selection, form: Form, options: Options) -> str:
    own = _slug(options.title or "", MOST_OF_TITLE).lower() if "title" in form.options else ""
    lang = (options.lang or selection.view.lang) if "lang" in form.options else None
    name = own or _slug(selection.dataset.catalog.id, MOST_OF_TITLE)
    return "-".join(filter(None, (name, lang)))


def _when(selection: Selection) -> str:
    view = selection.view
    first, last = (day.isoformat() if day else "" for day in (view.first, view.last))
    if first and last:
        return f"{first}--{last}"
    if first or last:
        return f"from-{first}" if first else f"until-{last}"
    return date_of(selection.as_of).isoformat()


def _slug(text: str, most: int) -> str:
    """The Latin letters and digits of a text, its words joined by "-", cut between words where that can be."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    slug = _OTHER.sub("-", letters).strip("-")
    if len(slug) <= most:
        return slug
    head, dash, _ = slug[: most + 1].rpartition("-")
    return head.strip("-") if dash else slug[:most]
