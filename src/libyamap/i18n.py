"""Words, numbers and plurals in the reader's language.

Messages stand in `locale/<topic>.<lang>.json`: a string with ``{placeholders}``, or an object of plural
forms by CLDR category, chosen by the placeholder ``n``. Numbers and plurals follow CLDR's `ar_LY` (Latin
digits, as Libya writes them) and `en`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal, cast, get_args

from babel import Locale
from babel.numbers import format_decimal

Lang = Literal["ar", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
LOCALES: Mapping[str, str] = {"ar": "ar_LY", "en": "en"}
DIRECTIONS: Mapping[str, str] = {"ar": "rtl", "en": "ltr"}

LEFT_TO_RIGHT = "\u2066{}\u2069"
"""Isolates a run of Latin letters or digits within Arabic, so that it keeps its order."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def messages(lang: str) -> Mapping[str, str | Mapping[str, str]]:
    """All messages of a language, by key."""
    folder = resources.files("libyamap") / "locale"
    found: dict[str, str | Mapping[str, str]] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(f".{lang}.json"):
            found |= json.loads(file.read_text("utf-8"))
    return found


def message(lang: str, key: str, /, **params: object) -> str:
    """The message `key` in `lang`, with numbers written by the language's conventions.

    Raises
    ------
    KeyError
        If there is no such message; the tests compare the keys of both languages.
    """
    form = messages(lang)[key]
    if not isinstance(form, str):
        form = form.get(plural_category(lang, cast("int", params["n"])), form["other"])
    return _PLACEHOLDER.sub(lambda match: _shown(lang, params[match[1]]), form)


def plural_category(lang: str, n: int) -> str:
    """CLDR plural category of the count `n`."""
    return str(_locale(lang).plural_form(n))


def number(lang: str, value: float) -> str:
    """A number with the language's separators and Latin digits."""
    return str(format_decimal(value, locale=_locale(lang)))


def joined(lang: str, parts: list[str]) -> str:
    """A list in words: "a, b and c"."""
    *head, last = parts or [""]
    return message(lang, "list.last", head=message(lang, "list.comma").join(head), tail=last) if head else last


def _shown(lang: str, value: object) -> str:
    return number(lang, value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(LOCALES[lang])
