"""What every object of a dataset is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from libyamap.interval import parse

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]


def _checked_edtf(text: str) -> str:
    parse(text)
    return text


Edtf = Annotated[str, AfterValidator(_checked_edtf)]


class Record(BaseModel):
    """Base of every object of a dataset: frozen, and closed to fields that nobody defined."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """One text in the two languages of the map.

    Attributes
    ----------
    ar, en : str
        Arabic and English, saying the same with the same strength.
    """

    ar: Prose
    en: Prose

    def __getitem__(self, lang: str) -> str:
        return self.ar if lang == "ar" else self.en


class Aliases(Record):
    """Other spellings and names, by script."""

    ar: tuple[Prose, ...] = ()
    en: tuple[Prose, ...] = ()
