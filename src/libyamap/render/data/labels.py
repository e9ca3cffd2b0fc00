"""Names of fields in the reader's language."""

from __future__ import annotations

from libyamap.i18n import LANGUAGES, message


def label(field: str, lang: str) -> str:
    """What a field is called: "Title (Arabic)"."""
    base, _, of = field.rpartition("_")
    if of in LANGUAGES:
        return message(lang, f"data.in.{of}", name=message(lang, f"data.field.{base}"))
    return message(lang, f"data.field.{field}")
