"""Slides put down on their stationery: title, scenes, legend, sources; each with marking, day, digest and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from libyamap.i18n import message
from libyamap.render.deck.legend import Legend, Signwriter, add_legend
from libyamap.render.deck.measure import Ruler
from libyamap.render.deck.places import TEXTS, TITLES, box_of, first, kind_of, places, put
from libyamap.render.deck.script import Paragraph, Piece, Scribe, said
from libyamap.render.deck.shapes import add_band, add_picture, add_text, copied_place, settle, without
from libyamap.render.deck.stationery import EDGE, Stationery
from libyamap.render.static.plane import Box

TITLE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
COVER_SIZES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 16.0, 12.0)
UNDER_SIZES = (20.0, 18.0, 16.0, 14.0, 12.0, 10.0, 8.0)
FOOT_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0)
BAND_SIZES = (9.5, 8.5, 7.5, 6.5)
INSET = 7.2
SIDE = 34.0
"""Points between a slide's side and what stands along its edges."""
FOOT_ROW = 18.0
"""Points of a row along the lower edge."""


@dataclass(frozen=True)
class Press:
    """What slides are made with.

    Attributes
    ----------
    standing : str
        Along the lower edge of each slide.
    """

    stationery: Stationery
    scribe: Scribe
    ruler: Ruler
    standing: str

    def fresh(self, layout: SlideLayout) -> Slide:
        """A further slide of a layout."""
        return cast("Slide", self.stationery.deck.slides.add_slide(layout))

    def mirrored(self, box: Box) -> Box:
        """A place as the direction has it; those of the reader's own template stay where they are."""
        if not self.scribe.rtl or self.stationery.own:
            return box
        return Box(self.stationery.page.width - box.right, box.y, box.width, box.height)

    def beside(self, room: Box, share: float, gap: float) -> tuple[Box, Box]:
        """A room in two, the first at its start."""
        wide = (room.width - gap) * share
        first, second = (
            Box(room.x, room.y, wide, room.height),
            Box(room.x + wide + gap, room.y, room.width - wide - gap, room.height),
        )
        if not self.scribe.rtl:
            return first, second
        narrow = second.width
        return Box(room.right - wide, room.y, wide, room.height), Box(room.x, room.y, narrow, room.height)


@dataclass(frozen=True)
class Picture:
    """A map as a picture, and what it shows in words."""

    content: bytes
    box: Box
    text: str


def add_cover(press: Press, title: str, under: Sequence[str], small: Sequence[str], marking: str) -> Slide:
    """The title slide."""
    slide = press.fresh(press.stationery.title)
    kept: list[BaseShape] = [_write_title(press, slide, title, COVER_SIZES)]
    subtitle = first(slide, TEXTS | {KIND.SUBTITLE})
    if subtitle is not None and under:
        kept.append(subtitle)
        put(subtitle, press.mirrored(box_of(subtitle)))
        _fill(press, cast("Shape", subtitle), [said(text, before=4) for text in under], UNDER_SIZES)
    without(slide, kept)
    low = max(box_of(shape).bottom for shape in kept) + 6
    foot = min(box_of(shape).y for shape in _edges(press, slide, marking, numbered=False)) - 4
    box = Box(SIDE, max(low, foot - 70), press.stationery.page.width - 2 * SIDE, foot - max(low, foot - 70))
    _small_print(press, slide, small, box)
    return slide


def add_scene(  # noqa: PLR0913 - a scene has many parts
    press: Press,
    title: str,
    lines: Sequence[Paragraph],
    picture: Picture,
    column: Box,
    *,
    foot: tuple[Box, Sequence[Paragraph]],
    marking: str,
) -> Slide:
    """A slide with a map and lines beside it."""
    slide = press.fresh(press.stationery.scene)
    kept: list[BaseShape] = [_write_title(press, slide, title, TITLE_SIZES)]
    place = first(slide, frozenset({KIND.PICTURE}))
    text = first(slide, TEXTS)
    shown = add_picture(slide, picture.content, picture.box, picture.text, into=place)
    shown.name = message(press.scribe.lang, "deck.name")
    kept.append(shown)
    if text is not None and lines:
        put(text, column)
        kept.append(text)
        settle(cast("Shape", text))
        press.scribe.write(cast("Shape", text), lines)
    elif lines:
        add_text(slide, column, lines, press.scribe)
    without(slide, kept)
    add_text(slide, foot[0], foot[1], press.scribe, anchored="bottom", name="Footnotes")
    _edges(press, slide, marking)
    return slide


def add_legend_slide(press: Press, title: str, legend: Legend, signwriter: Signwriter, marking: str) -> Slide:
    """A legend that had no room beside its map."""
    slide = press.fresh(press.stationery.scene)
    without(slide, [_write_title(press, slide, title, TITLE_SIZES)])
    add_legend(slide, legend, press.mirrored(press.stationery.room), signwriter)
    _edges(press, slide, marking)
    return slide


def add_text_slide(press: Press, title: str, paragraphs: Sequence[Paragraph], marking: str) -> Slide:
    """A slide with nothing but text."""
    slide = press.fresh(press.stationery.scene)
    kept: list[BaseShape] = [_write_title(press, slide, title, TITLE_SIZES)]
    place = first(slide, TEXTS)
    room = press.mirrored(press.stationery.room)
    if place is None:
        add_text(slide, room, paragraphs, press.scribe)
    else:
        put(place, room)
        settle(cast("Shape", place))
        press.scribe.write(cast("Shape", place), paragraphs)
        kept.append(place)
    without(slide, kept)
    _edges(press, slide, marking)
    return slide


def annotate(press: Press, slide: Slide, notes: Sequence[Paragraph]) -> None:
    """Set a slide's speaker notes."""
    place = slide.notes_slide.notes_placeholder
    if place is not None:
        press.scribe.write(cast("Shape", place), notes)


def _write_title(press: Press, slide: Slide, title: str, sizes: Sequence[float]) -> Shape:
    shape = cast("Shape", first(slide, TITLES))
    box = press.mirrored(box_of(shape))
    if box.y < EDGE + 2:
        box = Box(box.x, EDGE + 2, box.width, box.bottom - EDGE - 2)
    put(shape, box)
    wanted = Paragraph((Piece(" ".join(title.split()), bold=True),), bullet=None)
    fitting = press.ruler.cut(wanted, (box.width - 2 * INSET, box.height), sizes)
    settle(shape, anchored="middle" if press.stationery.own else "bottom", inset=INSET)
    if not press.stationery.own:
        shape.text_frame.margin_left = shape.text_frame.margin_right = 0
    press.scribe.write(shape, [fitting], aligned=not _is_centred(slide.slide_layout))
    return shape


def _is_centred(layout: SlideLayout) -> bool:
    """Whether a layout or its master has titles in the middle."""
    own = [
        style.get("algn")
        for shape in places(layout)
        if kind_of(shape) in TITLES
        for style in shape.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}lvl1pPr")
    ]
    master = layout.slide_master.element.find(
        "{*}txStyles/{*}titleStyle/{http://schemas.openxmlformats.org/drawingml/2006/main}lvl1pPr"
    )
    inherited = None if master is None else master.get("algn")
    return next((align for align in (*own, inherited) if align), "l") == "ctr"


def _fill(press: Press, shape: Shape, paragraphs: Sequence[Paragraph], sizes: Sequence[float]) -> None:
    """Paragraphs in the largest size in which they fit a shape; those that never do are cut off."""
    box = box_of(shape)
    room = (box.width - 2 * INSET, box.height)
    fitting = press.ruler.largest(paragraphs, room, sizes)
    if fitting is None:
        each = (room[0], room[1] / len(paragraphs) - sizes[-1] * 0.5)
        fitting = [press.ruler.cut(paragraph, each, sizes[-1:]) for paragraph in paragraphs]
    settle(shape, inset=INSET if press.stationery.own else 0)
    press.scribe.write(shape, fitting, aligned=not press.stationery.own or press.scribe.rtl)


def _small_print(press: Press, slide: Slide, texts: Sequence[str], box: Box) -> None:
    if box.height < FOOT_SIZES[-1] * len(texts):
        return
    paragraphs = [said(text) for text in texts]
    fitting = press.ruler.largest(paragraphs, (box.width, box.height), FOOT_SIZES)
    if fitting is None:
        each = (box.width, box.height / len(paragraphs))
        fitting = [press.ruler.cut(paragraph, each, FOOT_SIZES) for paragraph in paragraphs]
    add_text(slide, box, fitting, press.scribe, anchored="bottom", name="Small print")


def _edges(press: Press, slide: Slide, marking: str, *, numbered: bool = True) -> list[BaseShape]:
    """Marking, day and digest, and the slide's number."""
    page = press.stationery.page
    if marking:
        text = press.ruler.cut(said(marking, bold=True), (page.width - 40, EDGE), BAND_SIZES)
        band = Paragraph(text.pieces, text.size, middle=True, paper=True)
        for y in (0.0, page.height - EDGE):
            add_band(slide, Box(0, y, page.width, EDGE), band, press.scribe)
    number = _edge_place(press, slide, KIND.SLIDE_NUMBER, Box(page.width - SIDE - 60, page.height - 36, 60, FOOT_ROW))
    foot = _edge_place(press, slide, KIND.FOOTER, Box(SIDE, page.height - 36, page.width - 2 * SIDE - 72, FOOT_ROW))
    across = box_of(foot).width - 2 * INSET
    line = press.ruler.cut(said(press.standing), (across, box_of(foot).height), FOOT_SIZES)
    press.scribe.write(foot, [line], aligned=not press.stationery.own)
    if not numbered:
        number.element.getparent().remove(number.element)
        return [foot]
    press.scribe.write_number(number, press.stationery.deck.slides.index(slide) + 1, line.size)
    return [foot, number]


def _edge_place(press: Press, slide: Slide, kind: KIND, otherwise: Box) -> Shape:
    """A place along the lower edge: the layout's, kept clear of the marking, or one of ours."""
    page = press.stationery.page
    shape = copied_place(slide, kind)
    if shape is None:
        shape = slide.shapes.add_textbox(Pt(0), Pt(0), Pt(0), Pt(0))
        put(shape, press.mirrored(otherwise))
    else:
        box = press.mirrored(box_of(shape))
        put(shape, Box(box.x, min(box.y, page.height - EDGE - box.height - 1), box.width, box.height))
    settle(shape, anchored="middle", inset=INSET if press.stationery.own else 0)
    return shape
