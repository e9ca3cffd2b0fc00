"""What slides are made on: a template's layouts, by what their places are for, and the room that they leave."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from libyamap.errors import UnfitTemplateError, UnreadableTemplateError
from libyamap.render.deck import house
from libyamap.render.deck.places import CONTENTS, TEXTS, TITLES, box_of, first, kind_of, places
from libyamap.render.deck.script import COMPLEX_FONT
from libyamap.render.static.plane import Box

EDGE = 14.0
"""Points of the bands along the upper and the lower edge that hold the marking."""
GAP = 10.0
LEAST = 0.3
"""Share of a slide that text and map take at least of a layout that is fit for them."""


@dataclass(frozen=True)
class Stationery:
    """An empty deck with the layouts of its slides.

    Attributes
    ----------
    own : bool
        Whether it is the reader's: then its places stay where they are in both directions.
    complex_font : str
        Font of Arabic letters.
    """

    deck: Deck
    title: SlideLayout
    scene: SlideLayout
    own: bool
    complex_font: str

    @property
    def page(self) -> Box:
        """A slide, in points."""
        return _page(self.deck)

    @property
    def room(self) -> Box:
        """Where a slide's layout has its content."""
        return room_of(self.scene, self.page)


def opened(template: Path | None, style: str) -> Stationery:
    """What slides are made on: a template of the reader's own, or ours in the colours of a palette.

    Raises
    ------
    UnreadableTemplateError
        If the file is no presentation.
    UnfitTemplateError
        If it has no layouts that a deck can be made with.
    """
    deck = _deck(template, style)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    _emptied(deck)
    page = _page(deck)
    titles = [layout for layout in layouts if first(layout, TITLES)]
    title = max(titles, key=_fit_for_title, default=None)
    scene = max(titles, key=lambda layout: _fit_for_scenes(layout, page), default=None)
    if title is None or scene is None or _share(scene, page) < LEAST:
        raise UnfitTemplateError(path=template or "")
    return Stationery(deck, title, scene, template is not None, _complex_font(deck))


def room_of(layout: SlideLayout, page: Box) -> Box:
    """Where a layout has its content: over all its places for that, or under its title where it has none."""
    boxes = [box_of(shape) for shape in places(layout) if kind_of(shape) in CONTENTS]
    titles = [box_of(shape) for shape in places(layout) if kind_of(shape) in TITLES]
    if boxes:
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    else:
        left, right = min(box.x for box in titles), max(box.right for box in titles)
        top, bottom = max(box.bottom for box in titles) + GAP, _foot_of(layout, page) - GAP
    bottom = min(bottom, _foot_of(layout, page), page.height - EDGE - 4)
    return Box(left, top, right - left, max(0.0, bottom - top))


def _page(deck: Deck) -> Box:
    return Box(0, 0, (deck.slide_width or 0) / Pt(1), (deck.slide_height or 0) / Pt(1))


def _foot_of(layout: SlideLayout, page: Box) -> float:
    """Where the places along the lower edge begin."""
    feet = (KIND.FOOTER, KIND.SLIDE_NUMBER, KIND.DATE)
    tops = [box_of(shape).y for shape in places(layout) if kind_of(shape) in feet]
    return min([top for top in tops if top > page.height / 2], default=page.height - EDGE - 22)


def _fit_for_title(layout: SlideLayout) -> tuple[bool, bool]:
    kinds = {kind_of(shape) for shape in places(layout)}
    return KIND.SUBTITLE in kinds, KIND.CENTER_TITLE in kinds


def _fit_for_scenes(layout: SlideLayout, page: Box) -> tuple[float, bool, int]:
    """The more room it leaves under its title, the better; then with a place for a picture, then with few places."""
    contents = [shape for shape in places(layout) if kind_of(shape) in CONTENTS]
    share = _share(layout, page)
    texts = any(kind_of(shape) in TEXTS for shape in contents)
    pictured = any(kind_of(shape) is KIND.PICTURE for shape in contents)
    return round(share if texts else share - LEAST, 1), pictured, -len(contents)


def _share(layout: SlideLayout, page: Box) -> float:
    """Share of a slide that is left for content; none where the title stands in it."""
    title, room = first(layout, TITLES), room_of(layout, page)
    if title is None or box_of(title).meets(room):
        return 0.0
    return room.width * room.height / (page.width * page.height)


def _deck(template: Path | None, style: str) -> Deck:
    if template is None:
        return Presentation(BytesIO(house.template(style)))
    try:
        return Presentation(BytesIO(template.read_bytes()))
    except (OSError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, PythonPptxError, etree.LxmlError):
        raise UnreadableTemplateError(path=template) from None


def _emptied(deck: Deck) -> None:
    """Take out a template's own slides, and what speaks of them."""
    root = deck.element
    for listed in list(root.iter(qn("p:sldId"))):
        deck.part.drop_rel(listed.get(qn("r:id")))
        listed.getparent().remove(listed)
    for stale in [one for one in root.iter() if etree.QName(one).localname in {"extLst", "custShowLst"}]:
        stale.getparent().remove(stale)


def _complex_font(deck: Deck) -> str:
    """The theme's font for Arabic, where it names one."""
    return "+mn-cs" if any(_theme_fonts(deck)) else COMPLEX_FONT


def _theme_fonts(deck: Deck) -> Iterator[str]:
    theme = parse_xml(deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    for fonts in theme.iter(qn("a:minorFont")):
        found = fonts.find(qn("a:cs"))
        yield "" if found is None else found.get("typeface", "")
