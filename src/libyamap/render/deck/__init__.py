"""Decks: a brief as slides of PowerPoint, a scene each with its map, what is said of it, and who says so.

Titles, lines, legends and footnotes are text that can be edited; maps are pictures as `render.static` draws them.
What does not fit a slide is set smaller, and goes on in a further one where that is not enough.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from pptx import Presentation

from libyamap.brief import Brief, Scene
from libyamap.dataset import Dataset
from libyamap.i18n import Lang, message
from libyamap.render import static
from libyamap.render.deck import slides, stationery, words
from libyamap.render.deck.legend import ALONE, Legend, Marks, Signwriter, add_legend, arranged
from libyamap.render.deck.measure import Ruler
from libyamap.render.deck.script import Paragraph, Scribe, said
from libyamap.render.deck.slides import Picture, Press
from libyamap.render.deck.views import brief_of
from libyamap.render.deck.writing import PROGRAM, written
from libyamap.render.static import Drawn, Paper, Sheet
from libyamap.render.static.letters import plain
from libyamap.render.static.plane import Box
from libyamap.render.static.sheet import Style
from libyamap.render.static.words import counted
from libyamap.selection import Selection, select

__all__ = ["brief_of", "count", "render"]

MAP_SHARE = 0.64
"""Of a slide's width, that of the map."""
BESIDE_MAP = 14.0
ABOVE_LEGEND = 10.0
LINE_SIZES = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
TOGETHER = (
    ((18.0, 16.0), (12.0, 11.0, 10.5, 10.0)),
    ((18.0, 16.0, 15.0, 14.0), (11.0, 10.0, 9.5, 9.0)),
    (LINE_SIZES, (9.0, 8.5, 8.0)),
)
"""Sizes of lines and of the legend under them, the most legible first."""
NOTE_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5)
MOST_NOTES = 0.24
"""Share of a slide's room that footnotes take at most."""
SOURCE_SIZE = 13.0
DOTS_PER_INCH = 200
UNITS_PER_INCH = 96
"""Units of the map in an inch of a slide: its labels, of 12 units, are of 9 points."""
SCREEN = (1280.0, 720.0)
"""Pixels of the map that a scene was made on."""
MOST_OF_TITLE = 250
"""Characters that a file says of itself."""


@dataclass(frozen=True)
class Making:
    """A deck on its way.

    Attributes
    ----------
    sheet : Sheet
        Colours and time of its maps.
    """

    brief: Brief
    press: Press
    numbers: words.Numbers
    sheet: Sheet
    marks: Marks
    marking: str | None

    @property
    def lang(self) -> Lang:
        """The language that it is in."""
        return self.press.scribe.lang

    def signwriter(self, drawn: Drawn) -> Signwriter:
        """Who puts down the legend of a map."""
        return Signwriter(self.press.scribe, drawn.stage, self.marks)


def render(  # noqa: PLR0913 - each says how
    brief: Brief,
    dataset: Dataset,
    *,
    lang: Lang,
    theme: Style = "light",
    template: Path | None = None,
    marking: str | None = None,
    time: dt.datetime | None = None,
) -> bytes:
    """A brief as a deck.

    Parameters
    ----------
    theme : str
        Colours: light, dark, or print, which is black and white. A template of the reader's own has its own, and
        only the maps have these.
    template : Path, optional
        A presentation whose layouts, fonts and colours are used, and whose slides are left out.
    marking : str, optional
        Handling marking along the upper and the lower edge of all slides; the brief's and its scenes', if None.
    time : datetime, optional
        When it was made; now if None, or as `SOURCE_DATE_EPOCH` has it.

    Raises
    ------
    UnreadableTemplateError
        If the template is no presentation.
    UnfitTemplateError
        If it has no layouts that a deck can be made with.
    """
    sheet = Sheet(style=theme, exported=time)
    sheet = replace(sheet, exported=sheet.time)
    chosen = [select(dataset, scene.looked_at(lang)) for scene in brief.scenes]
    whole = select(dataset, Scene(id="whole", title=brief.title).looked_at(lang))
    paper = stationery.opened(template, theme)
    scribe = Scribe(lang, paper.complex_font)
    standing = words.standing(chosen[0] if chosen else whole)
    press = Press(paper, scribe, Ruler(scribe.rtl), standing)
    making = Making(brief, press, words.numbered(brief, dataset), sheet, Marks(sheet.time), marking)
    _add_cover(making, chosen[0] if chosen else whole)
    for scene, selection in zip(brief.scenes, chosen, strict=True):
        _add_scene(making, scene, selection)
    _add_sources(making, chosen or [whole])
    _about(making, whole)
    return written(paper.deck, sheet.time)


def count(deck: bytes) -> int:
    """How many slides a deck has."""
    return len(Presentation(BytesIO(deck)).slides)


def _add_cover(making: Making, selection: Selection) -> None:
    brief, lang = making.brief, making.lang
    small = words.small_print(selection, making.sheet)
    marking = words.marking_of(brief, instead=making.marking)
    slides.add_cover(making.press, brief.title[lang], words.underneath(brief, lang), small, marking)


def _add_scene(making: Making, scene: Scene, selection: Selection) -> None:
    """As many slides as a scene's lines need, and one more where its legend has no room beside them."""
    press, lang = making.press, making.lang
    room = press.mirrored(press.stationery.room)
    texts = list(words.footnotes(scene, selection, making.numbers))
    _, above, _ = _with_foot(press, room, texts)
    box, column = press.beside(above, MAP_SHARE, BESIDE_MAP)
    drawn = _map(making, scene, selection, box)
    content = static.picture(selection, drawn, form="png", sheet=_sheet(making, scene, box))
    title = scene.title[lang] or making.brief.title[lang]
    picture = Picture(content, box, words.alt_text(plain(title), selection, counted(lang, drawn.tally)))
    lines = words.bullets(scene, lang, making.numbers)
    pages, legend = _shared(press, lines, drawn, column)
    marking = words.marking_of(making.brief, scene, instead=making.marking)
    spoken = list(words.notes(scene, selection, making.numbers))
    for number, page in enumerate(pages, 1):
        heading = _part(title, number, len(pages), lang)
        told = list(words.footnotes(scene, selection, making.numbers, page))
        notes, _, foot = _with_foot(press, room, told)
        held = _filled(press, page, column)
        slide = slides.add_scene(press, heading, page, picture, held, foot=(foot, notes), marking=marking)
        slides.annotate(press, slide, spoken)
        if number == len(pages) and legend is not None:
            used = press.ruler.height(page, column.width) + (ABOVE_LEGEND if page else 0)
            under = Box(column.x, column.y + used, column.width, column.height - used)
            add_legend(slide, legend, under, making.signwriter(drawn))
    if legend is None and drawn.explained:
        _add_legend_slide(making, title, drawn, marking)


def _add_legend_slide(making: Making, title: str, drawn: Drawn, marking: str) -> None:
    press, lang = making.press, making.lang
    room = press.stationery.room
    legend = arranged(drawn.explained, (room.width, room.height), press.ruler, lang, sizes=ALONE)
    if legend is not None:
        heading = message(lang, "deck.legend", title=title)
        slides.add_legend_slide(press, heading, legend, making.signwriter(drawn), marking)


def _with_foot(press: Press, room: Box, texts: Sequence[str]) -> tuple[list[Paragraph], Box, Box]:
    """Footnotes as they fit the lower part of a room, what is left above, and where they stand."""
    paragraphs = [said(text) for text in texts if text]
    most = room.height * MOST_NOTES
    fitting = press.ruler.largest(paragraphs, (room.width, most), NOTE_SIZES)
    if fitting is None:
        each = (room.width, most / len(paragraphs))
        fitting = [press.ruler.cut(paragraph, each, NOTE_SIZES[-1:]) for paragraph in paragraphs]
    height = press.ruler.height(fitting, room.width) + 2
    above = Box(room.x, room.y, room.width, room.height - height - 6)
    return fitting, above, Box(room.x, room.bottom - height, room.width, height)


def _shared(
    press: Press, lines: Sequence[Paragraph], drawn: Drawn, column: Box
) -> tuple[list[list[Paragraph]], Legend | None]:
    """Lines by slide, and the legend that stands under the last of them; None where it has no room."""
    lang = press.scribe.lang
    for sizes, legend_sizes in TOGETHER:
        for size in sizes:
            sized = [line.sized(size) for line in lines]
            left = column.height - press.ruler.height(sized, column.width) - (ABOVE_LEGEND if sized else 0)
            legend = arranged(drawn.explained, (column.width, left), press.ruler, lang, sizes=legend_sizes)
            if legend is not None:
                return [sized], legend
    room = (column.width, column.height)
    fitting = press.ruler.largest(lines, room, LINE_SIZES)
    if fitting is not None:
        return [fitting], None
    pages = list(press.ruler.flowed([line.sized(LINE_SIZES[-2]) for line in lines], room))
    left = column.height - press.ruler.height(pages[-1], column.width) - ABOVE_LEGEND
    return pages, arranged(drawn.explained, (column.width, left), press.ruler, lang, sizes=TOGETHER[-1][1])


def _filled(press: Press, lines: Sequence[Paragraph], column: Box) -> Box:
    """As much of a column as lines take."""
    height = min(column.height, press.ruler.height(lines, column.width) + 2)
    return Box(column.x, column.y, column.width, height)


def _map(making: Making, scene: Scene, selection: Selection, box: Box) -> Drawn:
    return static.draw(selection, _sheet(making, scene, box))


def _sheet(making: Making, scene: Scene, box: Box) -> Sheet:
    """A sheet with the shape of the map's box."""
    share = DOTS_PER_INCH / 72
    paper = Paper(round(box.width * share), round(box.height * share), DOTS_PER_INCH, DOTS_PER_INCH / UNITS_PER_INCH)
    return replace(making.sheet, paper=paper, screen=SCREEN, bare=True, furnished=True, highlighted=scene.highlighted)


def _add_sources(making: Making, chosen: Sequence[Selection]) -> None:
    press, lang = making.press, making.lang
    told = words.sources(chosen, chosen[0].dataset, making.numbers)
    told += [said(text, before=8) for text in words.small_print(chosen[0], making.sheet)]
    room = press.stationery.room
    pages = list(press.ruler.flowed([one.sized(SOURCE_SIZE) for one in told], (room.width, room.height)))
    marking = words.marking_of(making.brief, instead=making.marking)
    for number, page in enumerate(pages, 1):
        heading = _part(message(lang, "deck.sources"), number, len(pages), lang)
        slides.add_text_slide(press, heading, page, marking)


def _part(title: str, number: int, count: int, lang: str) -> str:
    return title if count == 1 else message(lang, "deck.continued", title=title, part=number, parts=count)


def _about(making: Making, selection: Selection) -> None:
    """What the file says of itself."""
    brief, lang = making.brief, making.lang
    about = making.press.stationery.deck.core_properties
    about.title = _short(brief.title[lang])
    about.subject = _short(brief.subtitle[lang] or brief.title[lang])
    about.author = _short(brief.author[lang] or selection.dataset.catalog.attribution[lang])
    about.comments = _short(words.standing(selection))
    about.keywords = _short(words.marking_of(brief, instead=making.marking))
    about.language = "ar-LY" if making.press.scribe.rtl else "en-GB"
    about.last_modified_by = PROGRAM
    about.created = about.modified = making.sheet.time.replace(tzinfo=None)
    about.revision = 1


def _short(text: str) -> str:
    return plain(Scribe("en").native(text))[:MOST_OF_TITLE]
