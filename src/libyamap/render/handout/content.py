"""What a handout says, in one language, as plain data in the form that `handout.typ` reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from libyamap import dates
from libyamap.brief import Brief, Scene
from libyamap.dataset import Dataset
from libyamap.i18n import DIRECTIONS, LEFT_TO_RIGHT, Lang, message
from libyamap.interval import parse
from libyamap.model import Claim, Source
from libyamap.render import evidence, words
from libyamap.render.handout.maps import Map
from libyamap.render.report.content import REGIONS
from libyamap.render.report.pages import ranges
from libyamap.render.static import Sheet
from libyamap.render.static import words as paper_words
from libyamap.selection import Selection

Part = dict[str, Any]
"""One language's part of a handout."""

CAUTIONS = (
    "web.disclaimer.borders-long",
    "web.disclaimer.use",
    "web.about.not-for-control",
    "web.about.not-for-absence",
)


def part_of(brief: Brief, shown: Sequence[Selection], maps: Sequence[Map], sheet: Sheet, *, marking: str) -> Part:
    """A brief as a part of a handout: what its scenes select, and their maps, in its order."""
    first, lang = shown[0], shown[0].view.lang
    title = brief.title[lang]
    return {
        "lang": lang,
        "region": REGIONS[lang],
        "rtl": DIRECTIONS[lang] == "rtl",
        "title": title,
        "subtitle": brief.subtitle[lang],
        "by": " · ".join(filter(None, (brief.author[lang], dates.day(lang, brief.date)))),
        "marking": marking,
        "running": title,
        "standing": words.identity(first),
        "caution": message(lang, "web.disclaimer.use"),
        "words": {
            "contents": message(lang, "handout.contents"),
            "claims": message(lang, "handout.claims"),
            "pages": message(lang, "report.pages", page="@1", pages="@2"),
        },
        "facts": _facts(first, sheet),
        "scenes": [
            _scene(scene, selection, drawn) for scene, selection, drawn in zip(brief.scenes, shown, maps, strict=True)
        ],
        "sources": {
            "title": message(lang, "report.sources"),
            "list": [_source(source, lang) for source in _cited(brief, shown)],
            "cautions": [message(lang, key) for key in CAUTIONS],
        },
    }


def _facts(selection: Selection, sheet: Sheet) -> list[list[str]]:
    lang = selection.view.lang
    stood = (
        ("web.about.as-of", words.as_of(selection)),
        ("report.made", paper_words.dating(selection, sheet).partition(" · ")[2]),
        ("web.about.digest", words.identity(selection)),
        ("web.about.licences", words.rights(selection)),
    )
    return [[message(lang, key), value] for key, value in stood]


def _scene(scene: Scene, selection: Selection, drawn: Map) -> Part:
    dataset, lang = selection.dataset, selection.view.lang
    claims = [dataset.claims[claim] for claim in scene.claims if claim in dataset.claims]
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    title = scene.title[lang]
    return {
        "title": title,
        "file": drawn.file,
        "alt": message(lang, "report.map.alt", title=title, counted=drawn.counted),
        "shows": paper_words.subtitle(selection, Sheet()),
        "lines": [
            {"text": line.text[lang], "notes": _notes([numbers[one] for one in line.claims if one in numbers])}
            for line in scene.lines
        ],
        "sources": [
            {
                "title": _named(source, lang),
                "claims": [
                    _claim(claim, numbers[claim.id], dataset, lang) for claim in claims if claim.source == source.id
                ],
            }
            for source in dataset.sources.values()
            if any(claim.source == source.id for claim in claims)
        ],
    }


def _notes(numbers: Sequence[int]) -> str:
    return ",".join(ranges(numbers))


def _claim(claim: Claim, number: int, dataset: Dataset, lang: Lang) -> Part:
    told = (
        evidence.speaker(claim, lang),
        message(lang, "web.claim.paragraphs", n=len(claim.locator), list=evidence.paragraphs(claim, lang)),
        evidence.manner(claim, dataset, lang),
        evidence.graded(claim, dataset, lang),
        *evidence.circumstances(claim, lang),
    )
    return {"number": number, "text": claim.text[lang], "told": " · ".join(told)}


def _cited(brief: Brief, shown: Sequence[Selection]) -> Iterator[Source]:
    """The sources of what scenes cite and show."""
    dataset = shown[0].dataset
    used = {dataset.claims[claim].source for scene in brief.scenes for claim in scene.claims if claim in dataset.claims}
    used.update(source.id for selection in shown for source in selection.sources)
    return (source for source in dataset.sources.values() if source.id in used)


def _named(source: Source, lang: Lang) -> str:
    grade = LEFT_TO_RIGHT.format(source.reliability)
    reliability = message(lang, f"web.reliability.{source.reliability}")
    return message(lang, "static.source", title=source.title[lang], grade=grade, words=reliability)


def _source(source: Source, lang: Lang) -> Part:
    published = dates.words(lang, parse(source.published)) if source.published else ""
    about = (source.publisher[lang] if source.publisher else "", published)
    return {
        "title": _named(source, lang),
        "lines": [text for text in (" · ".join(filter(None, about)), source.reliability_basis[lang]) if text],
    }
