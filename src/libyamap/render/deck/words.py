"""What slides say beside their maps: lines with footnotes, what these stand for, speaker notes, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from libyamap import dates
from libyamap.brief import Brief, Scene
from libyamap.dataset import Dataset
from libyamap.i18n import LEFT_TO_RIGHT, Lang, joined, message
from libyamap.interval import parse
from libyamap.model import Claim, Source
from libyamap.render import evidence, words
from libyamap.render.deck.script import Paragraph, Piece, said
from libyamap.render.static import words as paper_words
from libyamap.render.static.sheet import Sheet
from libyamap.selection import Selection

Numbers = Mapping[str, int]
"""The footnote of each claim, by its id."""


def numbered(brief: Brief, dataset: Dataset) -> Numbers:
    """Footnotes of the claims of all lines, in the order in which they come."""
    cited = dict.fromkeys(claim for scene in brief.scenes for claim in scene.claims if claim in dataset.claims)
    return {claim: number for number, claim in enumerate(cited, 1)}


def marking_of(brief: Brief, scene: Scene | None = None, *, instead: str | None = None) -> str:
    """The handling marking of a slide: at least that of the brief, which is at least that of its scenes."""
    if instead is not None:
        return instead
    scenes = brief.scenes if scene is None else (scene,)
    return " · ".join(dict.fromkeys(filter(None, (brief.marking, *(one.marking for one in scenes)))))


def bullets(scene: Scene, lang: Lang, numbers: Numbers) -> list[Paragraph]:
    """A scene's lines with their footnotes."""
    return [_bullet(line.text[lang], [numbers[one] for one in line.claims if one in numbers]) for line in scene.lines]


def _bullet(text: str, footnotes: Sequence[int]) -> Paragraph:
    raised = Piece("\u202f" + LEFT_TO_RIGHT.format(",".join(map(str, footnotes))), raised=True)
    pieces = (Piece(text), raised) if footnotes else (Piece(text),)
    return Paragraph(pieces, bullet=None, before=5, cites=tuple(footnotes))


def footnotes(
    scene: Scene, selection: Selection, numbers: Numbers, lines: Sequence[Paragraph] | None = None
) -> Iterator[str]:
    """What is shown, in a sentence, and what the footnotes of some lines, or of all of a scene's, stand for."""
    dataset, lang = selection.dataset, selection.view.lang
    yield paper_words.subtitle(selection, Sheet())
    cited = [dataset.claims[claim] for claim in scene.claims if claim in dataset.claims]
    if not cited:
        yield words.sources(selection)
    if lines is not None:
        here = {number for line in lines for number in line.cites}
        cited = [claim for claim in cited if numbers[claim.id] in here]
    for source in dict.fromkeys(claim.source for claim in cited):
        listed = [_footnote(claim, dataset, lang, numbers) for claim in cited if claim.source == source]
        text = message(lang, "list.semicolon").join(listed)
        yield message(lang, "deck.footnotes", source=dataset.sources[source].title[lang], list=text)


def _footnote(claim: Claim, dataset: Dataset, lang: str, numbers: Numbers) -> str:
    return message(
        lang,
        "deck.footnote",
        number=LEFT_TO_RIGHT.format(numbers[claim.id]),
        paragraphs=evidence.paragraphs(claim, lang),
        grade=LEFT_TO_RIGHT.format(evidence.grade(claim, dataset)),
    )


def notes(scene: Scene, selection: Selection, numbers: Numbers) -> Iterator[Paragraph]:
    """Speaker notes: the claims of a scene, or of what it shows where its lines cite none, with who says so."""
    dataset, lang = selection.dataset, selection.view.lang
    cited = [claim for claim in scene.claims if claim in dataset.claims]
    shown = [claim.id for one in selection.shown() for claim in one.item.claims]
    claims = list(dict.fromkeys(cited or shown))
    yield said(scene.title[lang], bold=True)
    yield from (said(line.text[lang]) for line in scene.lines)
    if claims:
        yield said(message(lang, "deck.claims"), bold=True, before=6)
    for count, claim in enumerate(claims, 1):
        yield from _note(numbers.get(claim, count), dataset.claims[claim], dataset, lang)


def _note(number: int, claim: Claim, dataset: Dataset, lang: Lang) -> Iterator[Paragraph]:
    yield said(message(lang, "deck.claim", number=number, text=claim.text[lang]), before=4)
    yield said(evidence.speaker(claim, lang))
    told = (
        evidence.whereabouts(claim, dataset, lang),
        evidence.manner(claim, dataset, lang),
        evidence.graded(claim, dataset, lang),
        *evidence.circumstances(claim, lang),
    )
    yield said(" · ".join(told))


def sources(selections: Sequence[Selection], dataset: Dataset, numbers: Numbers) -> list[Paragraph]:
    """The sources of what is cited and shown, with their grades, reasons and footnotes."""
    lang = selections[0].view.lang if selections else "en"
    used = {dataset.claims[claim].source for claim in numbers}
    used |= {source.id for selection in selections for source in selection.sources}
    told: list[Paragraph] = []
    for source in dataset.sources.values():
        if source.id in used:
            told += _source(source, dataset, lang, numbers)
    return told


def _source(source: Source, dataset: Dataset, lang: Lang, numbers: Numbers) -> Iterator[Paragraph]:
    yield said(source.title[lang], bold=True, before=8)
    published = dates.words(lang, parse(source.published)) if source.published else ""
    about = [text for text in (source.publisher[lang] if source.publisher else "", published) if text]
    if about:
        yield said(" · ".join(about))
    yield said(
        message(
            lang,
            "deck.reliability",
            grade=LEFT_TO_RIGHT.format(source.reliability),
            words=message(lang, f"web.reliability.{source.reliability}"),
            basis=source.reliability_basis[lang],
        )
    )
    cited = [dataset.claims[claim] for claim in numbers if dataset.claims[claim].source == source.id]
    if cited:
        yield said(message(lang, "list.semicolon").join(_footnote(claim, dataset, lang, numbers) for claim in cited))


def standing(selection: Selection) -> str:
    """Along the lower edge: the day that it speaks for, and which data it was made from."""
    lang = selection.view.lang
    digest = LEFT_TO_RIGHT.format(selection.digest)
    return message(lang, "deck.standing", dated=words.as_of(selection), digest=digest)


def underneath(brief: Brief, lang: Lang) -> list[str]:
    """Under a brief's title: its subtitle, its author, its day."""
    return [text for text in (brief.subtitle[lang], brief.author[lang], dates.day(lang, brief.date)) if text]


def small_print(selection: Selection, sheet: Sheet) -> list[str]:
    """Whose the data are, what the map is not, and when it was made."""
    return [words.rights(selection), words.cautions(selection.view.lang), paper_words.dating(selection, sheet)]


def alt_text(title: str, selection: Selection, counted: str) -> str:
    """What a map shows, for who cannot see it."""
    lang = selection.view.lang
    shown = [one.item.feature.properties.title[lang] for one in selection.shown()[:12]]
    listed = joined(lang, shown) if shown else message(lang, "deck.nothing-shown")
    return message(lang, "deck.alt", title=title, shown=listed, counted=counted)
