"""Who says so, in words: a claim with its speaker, source, paragraph, manner and grade, for decks and reports."""

from __future__ import annotations

from collections.abc import Iterator

from libyamap import dates
from libyamap.dataset import Dataset
from libyamap.i18n import LEFT_TO_RIGHT, message
from libyamap.interval import parse
from libyamap.model import Claim


def grade(claim: Claim, dataset: Dataset) -> str:
    """The letter of its source and its own digit: "C3"."""
    return f"{dataset.sources[claim.source].reliability}{claim.grade.credibility}"


def graded(claim: Claim, dataset: Dataset, lang: str) -> str:
    """Its grade, and what that means."""
    words = message(
        lang,
        "web.grade.words",
        reliability=message(lang, f"web.reliability.{dataset.sources[claim.source].reliability}"),
        credibility=message(lang, f"web.credibility.{claim.grade.credibility}"),
    )
    return message(lang, "evidence.graded", grade=LEFT_TO_RIGHT.format(grade(claim, dataset)), words=words)


def paragraphs(claim: Claim, lang: str) -> str:
    """Numbers of the paragraphs of its source that it stands in."""
    return message(lang, "list.comma").join(str(number) for number in claim.locator)


def whereabouts(claim: Claim, dataset: Dataset, lang: str) -> str:
    """Its source, and where in it: "A report, paragraphs 2, 4"."""
    listed = paragraphs(claim, lang)
    return message(
        lang,
        "evidence.whereabouts",
        source=dataset.sources[claim.source].title[lang],
        paragraphs=message(lang, "web.claim.paragraphs", n=len(claim.locator), list=listed),
    )


def manner(claim: Claim, dataset: Dataset, lang: str) -> str:
    """How it is said, and how strongly: "Forecast (likely)"."""
    said = message(lang, f"web.assertion.{claim.assertion}")
    if claim.hedge is None:
        return said
    return message(lang, "evidence.hedged", assertion=said, hedge=dataset.hedges[claim.hedge].name[lang])


def speaker(claim: Claim, lang: str) -> str:
    """Who said it, as the source has it."""
    return message(lang, "evidence.speaker", speaker=claim.attribution.wording[lang])


def circumstances(claim: Claim, lang: str) -> Iterator[str]:
    """What it depends on, and when it happened and was said, as far as is known."""
    if claim.condition:
        yield f"{message(lang, 'web.claim.condition')} {claim.condition[lang]}"
    for name, when in (("happened", claim.happened), ("said", claim.said)):
        if when:
            text = dates.words(lang, parse(when))
            yield message(lang, "evidence.dated", what=message(lang, f"web.claim.{name}"), when=text)
