"""What a browser asks for when it arrives: the view of its address, in a language that it reads."""

from __future__ import annotations

from urllib.parse import parse_qs

from libyamap.i18n import LANGUAGES, Lang
from libyamap.view import View, read_query


def view_on_arrival(query: str, accept_language: str) -> View:
    """Read the address's view; where it names no language, take the browser's.

    Values that cannot be are left at their defaults: an address that somebody sent should always open.
    """
    view = read_query(query).view
    if "lang" in parse_qs(query):
        return view
    return view.model_copy(update={"lang": preferred_language(accept_language)})


def preferred_language(accept_language: str) -> Lang:
    """Choose the language that an Accept-Language header ranks first among ours; English if it names neither."""
    ranked = sorted((_ranked(entry) for entry in accept_language.split(",")), key=lambda entry: -entry[1])
    return next((lang for name, quality in ranked for lang in LANGUAGES if name == lang and quality > 0), "en")


def _ranked(entry: str) -> tuple[str, float]:
    name, _, parameters = entry.strip().partition(";")
    quality = parameters.strip().removeprefix("q=")
    try:
        return name.split("-")[0].lower(), float(quality) if quality else 1.0
    except ValueError:
        return name, 0.0
