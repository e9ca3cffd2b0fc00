"""What a report says, in one language, as plain data in the form that `report.typ` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from libyamap import dates
from libyamap.i18n import DIRECTIONS, LEFT_TO_RIGHT, message
from libyamap.interval import date_of, parse
from libyamap.model import COLLECTION_KINDS, Source
from libyamap.render import evidence, words
from libyamap.render.report.maps import Map
from libyamap.render.report.pages import Teller, actor_pages, also, other_page, ranges, site_pages
from libyamap.render.static import Sheet
from libyamap.render.static import words as paper_words
from libyamap.render.static.letters import BOLD, Font, shortened
from libyamap.render.static.page import marking_of
from libyamap.selection import Selection, Shown

Part = dict[str, Any]
"""One language's part of a report."""

REGIONS = {"ar": "LY", "en": "GB"}
BAND, RUNNING = 520.0, 300.0
"""Points of a page's width for its marking, and for its title above."""
HAPPENINGS = COLLECTION_KINDS["events"] | COLLECTION_KINDS["movements"]


def part_of(selection: Selection, sheet: Sheet, maps: Sequence[Map]) -> Part:
    """A selection as a part of a report."""
    lang = selection.view.lang
    teller = Teller(selection)
    shown = selection.shown()
    groups = _groups(teller, shown)
    rtl = DIRECTIONS[lang] == "rtl"
    return {
        "lang": lang,
        "region": REGIONS[lang],
        "rtl": rtl,
        "title": paper_words.title(selection, sheet),
        "subtitle": paper_words.subtitle(selection, sheet),
        "marking": shortened(marking_of(selection, sheet), Font(8, BOLD), BAND, rtl=rtl),
        "running": shortened(paper_words.title(selection, sheet), Font(8), RUNNING, rtl=rtl),
        "standing": words.identity(selection),
        "caution": message(lang, "web.disclaimer.use"),
        "words": {name: message(lang, f"report.{name}") for name in ("contents", "page", "elsewhere")}
        | {"comma": message(lang, "list.comma"), "pages": message(lang, "report.pages", page="@1", pages="@2")},
        "facts": _facts(selection, sheet, shown),
        "maps": [_map(one, selection, sheet) for one in maps],
        "events": _events(teller, shown),
        "groups": groups,
        "sources": {
            "title": message(lang, "report.sources"),
            "list": [_source(teller, source) for source in selection.sources],
        },
        "method": {"title": message(lang, "web.about.method"), "sections": _method(selection)},
    }


def _groups(teller: Teller, shown: Sequence[Shown]) -> list[Part]:
    """Pages of sites, then of actors, then of what has neither; what leads to another page is filled in last."""
    found = (
        ("sites", list(site_pages(teller, shown))),
        ("actors", list(actor_pages(teller, shown))),
        ("rest", list(other_page(teller, shown))),
    )
    return [
        {
            "title": teller.said(f"report.{key}"),
            "also": teller.said("report.also"),
            "pages": [{**page, "others": also(teller, page["others"])} for page in pages],
        }
        for key, pages in found
        if pages
    ]


def _facts(selection: Selection, sheet: Sheet, shown: Sequence[Shown]) -> list[list[str]]:
    lang = selection.view.lang
    claims = {claim.id for one in shown for claim in one.item.claims}
    stood = (
        ("report.shows", words.sentence(selection)),
        ("report.rests", message(lang, "report.counts", n=len(claims), sources=len(selection.sources))),
        ("web.about.as-of", dates.day(lang, date_of(selection.as_of))),
        ("report.made", paper_words.dating(selection, sheet).partition(" · ")[2]),
        ("web.about.digest", words.identity(selection)),
        ("web.about.licences", words.rights(selection)),
    )
    return [[message(lang, key), value] for key, value in stood]


def _map(one: Map, selection: Selection, sheet: Sheet) -> Part:
    lang = selection.view.lang
    alt = message(lang, "report.map.alt", title=paper_words.title(selection, sheet), counted=one.counted)
    return {"title": one.title, "subtitle": one.counted, "file": f"{lang}-{one.key}.pdf", "alt": alt}


def _events(teller: Teller, shown: Sequence[Shown]) -> Part:
    happened = [one for one in shown if one.item.feature.properties.kind in HAPPENINGS]
    ordered = sorted(happened, key=lambda one: (not one.item.dated.when, *one.item.bounds))
    columns = ("when", "title", "place", "actors", "assertion")
    return {
        "title": teller.said("report.events"),
        "columns": [teller.said(f"web.table.column.{name}") for name in columns],
        "rows": [_event(teller, one) for one in ordered],
        "empty": teller.said("report.no-events"),
    }


def _event(teller: Teller, shown: Shown) -> Part:
    grades = dict.fromkeys(evidence.grade(claim, teller.dataset) for claim in shown.item.claims)
    actors = dict.fromkeys(part.actor for part in shown.item.feature.properties.actors)
    return {
        "when": teller.when(shown),
        "what": shown.item.feature.properties.title[teller.lang],
        "place": teller.where(shown),
        "who": teller.said("list.comma").join(teller.dataset.actors[actor].name[teller.lang] for actor in actors),
        "assertion": teller.said(f"web.assertion.{shown.item.assertion}"),
        "grade": ", ".join(LEFT_TO_RIGHT.format(grade) for grade in grades),
        "claims": [teller.numbers[claim.id] for claim in shown.item.claims],
    }


def _source(teller: Teller, source: Source) -> Part:
    lang = teller.lang
    grade = LEFT_TO_RIGHT.format(source.reliability)
    reliability = teller.said(
        "evidence.graded", grade=grade, words=teller.said(f"web.reliability.{source.reliability}")
    )
    cited = [number for id_, number in teller.numbers.items() if teller.dataset.claims[id_].source == source.id]
    listed = teller.said("list.comma").join(ranges(cited))
    published = dates.words(lang, parse(source.published)) if source.published else ""
    return {
        "title": source.title[lang],
        "facts": [
            *teller.fact("report.author", source.author[lang] if source.author else ""),
            *teller.fact("report.publisher", source.publisher[lang] if source.publisher else ""),
            *teller.fact("report.published", published),
            *teller.fact("report.reliability", reliability),
        ],
        "lines": [source.reliability_basis[lang], source.description[lang], f"{teller.said('report.claims')} {listed}"],
    }


def _method(selection: Selection) -> list[Part]:
    lang, catalog = selection.view.lang, selection.dataset.catalog
    told = {
        "web.about.method": ("report.method-claims", "web.about.method-origins", "web.about.method-open"),
        "web.about.grades": ("web.about.grades-lead",),
        "web.about.time": ("web.about.time-text",),
        "web.about.not-for": (
            "web.about.not-for-live",
            "web.about.not-for-absence",
            "web.about.not-for-control",
            "web.about.not-for-targeting",
            "web.disclaimer.use",
        ),
        "web.about.borders": ("web.disclaimer.borders-long",),
    }
    day = dates.day(lang, catalog.as_of)
    sections = [
        {"title": message(lang, heading), "lines": [message(lang, key, date=day) for key in keys]}
        for heading, keys in told.items()
    ]
    not_known = [text[lang] for text in catalog.not_known]
    return [*sections, {"title": message(lang, "web.about.not-known"), "lines": not_known}]
