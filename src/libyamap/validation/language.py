"""Both languages: each in its own script, and claims hedged equally strongly in both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from libyamap.dataset import Dataset
from libyamap.i18n import LANGUAGES
from libyamap.model import Claim, Hedge, Text
from libyamap.problems import Problem
from libyamap.text import unmarked
from libyamap.validation.objects import ACTORS, CATALOG, CLAIMS, NOTES, PLACES, RUBRIC, SOURCES, features

_ARABIC = re.compile(r"[\u0621-\u064a]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What no document that the map is exported to may hold."""


def language(dataset: Dataset) -> Iterator[Problem]:
    """Texts in the wrong script, hedges that one language lacks."""
    for file, owner, field, text in _texts(dataset):
        if not _ARABIC.search(text.ar):
            yield Problem(file, owner, f"{field}.ar", "not-arabic")
        if _ARABIC.search(text.en):
            yield Problem(file, owner, f"{field}.en", "not-english")
        for lang in LANGUAGES:
            if control := _CONTROL.search(text[lang]):
                params = {"code": f"U+{ord(control[0]):04X}"}
                yield Problem(file, owner, f"{field}.{lang}", "control-character", params)
    for claim in dataset.claims.values():
        yield from _hedged(claim, dataset)


def _texts(dataset: Dataset) -> Iterator[tuple[str, str, str, Text]]:
    sources = [*dataset.sources.values(), *dataset.origins.values()]
    rubric = [*dataset.rubric.hedges, *dataset.rubric.bases]
    actors = [*dataset.actor_groups, *dataset.actors.values()]
    owners: list[tuple[str, str, BaseModel]] = [
        (CATALOG, "", dataset.catalog),
        *((SOURCES, _id(one), one) for one in sources),
        *((RUBRIC, _id(one), one) for one in rubric),
        *((ACTORS, _id(one), one) for one in actors),
        *((CLAIMS, one.id, one) for one in dataset.claims.values()),
        *((NOTES, one.id, one) for one in dataset.notes),
        *((PLACES, one.id, one.properties) for one in dataset.places.values()),
        *((file, one.id, one.properties) for file, _, one in features(dataset)),
    ]
    for file, owner, record in owners:
        for field, text in _within(record):
            yield file, owner, field, text


def _id(record: BaseModel) -> str:
    return str(getattr(record, "id", ""))


def _within(record: BaseModel, path: str = "") -> Iterator[tuple[str, Text]]:
    for name, value in record:
        members = enumerate(value) if isinstance(value, tuple) else [("", value)]
        for index, member in members:
            field = ".".join(str(part) for part in (path, name, index) if part != "")
            if isinstance(member, Text):
                yield field, member
            elif isinstance(member, BaseModel):
                yield from _within(member, field)


def _hedged(claim: Claim, dataset: Dataset) -> Iterator[Problem]:
    own = dataset.hedges.get(claim.hedge) if claim.hedge else None
    for lang in LANGUAGES:
        text = claim.text[lang]
        if own and not _phrases(text, lang, own):
            yield Problem(CLAIMS, claim.id, f"text.{lang}", "hedge-missing", {"hedge": own.id})
        for hedge in dataset.rubric.hedges:
            for phrase in _phrases(text, lang, hedge) if hedge.id != claim.hedge else ():
                params = {"hedge": hedge.id, "phrase": phrase}
                yield Problem(CLAIMS, claim.id, f"text.{lang}", "hedge-stray", params)


def _phrases(text: str, lang: str, hedge: Hedge) -> list[str]:
    phrases = hedge.phrases.ar if lang == "ar" else hedge.phrases.en
    return [phrase for phrase in phrases if re.search(_bounded(phrase, lang), unmarked(text), re.IGNORECASE)]


def _bounded(phrase: str, lang: str) -> str:
    # Arabic joins particles and pronouns to words, so only the start is held, after و or ف at most.
    start, end = (r"(?<!\w)[وف]?", "") if lang == "ar" else (r"(?<!\w)", r"(?!\w)")
    return start + re.escape(unmarked(phrase)) + end
