"""Slides without a template of the reader's own: wide, in the map's colours, with fonts that every machine has."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from libyamap.render.deck.places import places
from libyamap.render.static.plane import Box
from libyamap.symbology import palette

WIDTH, HEIGHT = 960.0, 540.0
"""Points of a slide."""
MARGIN = 34.0
FONT = "Arial"
TITLE_SIZE, TEXT_SIZE = 26, 18
KEPT = ("Title Slide", "Title and Content")

_THEME = "ppt/theme/theme1.xml"
_MASTER = {
    "title": Box(MARGIN, 24, WIDTH - 2 * MARGIN, 50),
    "body": Box(MARGIN, 82, WIDTH - 2 * MARGIN, 412),
    "dt": Box(WIDTH / 2, 500, 60, 18),
    "ftr": Box(MARGIN, 500, 700, 18),
    "sldNum": Box(WIDTH - MARGIN - 90, 500, 90, 18),
}
_TITLE_SLIDE = {
    "ctrTitle": Box(MARGIN * 2, 140, WIDTH - 4 * MARGIN, 120),
    "subTitle": Box(MARGIN * 2, 270, WIDTH - 4 * MARGIN, 110),
}
_COLOURS = {
    "dk1": "ink", "lt1": "paper", "dk2": "muted", "lt2": "field", "accent1": "accent", "accent2": "symbol-wagner",
    "accent3": "symbol-meeting", "accent4": "symbol-outlook", "accent5": "symbol-east", "accent6": "symbol-position",
    "hlink": "accent", "folHlink": "muted",
}  # fmt: skip


@cache
def template(style: str) -> bytes:
    """The template in the colours of a palette, as a file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    _arrange(deck.slide_master, _MASTER)
    _restyle(deck.slide_master)
    title, content = deck.slide_layouts
    _arrange(title, {**_TITLE_SLIDE, **_feet()})
    _arrange(content, {})
    written = BytesIO()
    deck.save(written)
    return _themed(written.getvalue(), palette(style))


def _feet() -> Mapping[str, Box]:
    return {name: box for name, box in _MASTER.items() if name in {"dt", "ftr", "sldNum"}}


def _arrange(sheet: SlideMaster | SlideLayout, boxes: Mapping[str, Box]) -> None:
    """Put the places of a master or a layout where they belong; those that are not named, as on the master."""
    for shape in places(sheet):
        kind = shape.element.find(f".//{qn('p:ph')}").get("type", "obj")
        box = boxes.get(kind)
        if box:
            shape.left, shape.top, shape.width, shape.height = (
                Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height),
            )  # fmt: skip
        else:
            shape.element.spPr.remove_all("a:xfrm")


def _restyle(master: SlideMaster) -> None:
    """Titles in bold at the start, text in sizes that fit a map beside it."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(TITLE_SIZE * 100))
    title.find(qn("a:defRPr")).set("b", "1")
    body = styles.find(f"{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    body.set("marL", str(Pt(16)))
    body.set("indent", str(-Pt(16)))
    body.find(qn("a:defRPr")).set("sz", str(TEXT_SIZE * 100))


def _themed(file: bytes, colours: Mapping[str, str]) -> bytes:
    """The same file with our colours and fonts."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, _theme(content, colours) if entry.filename == _THEME else content)
    return target.getvalue()


def _theme(content: bytes, colours: Mapping[str, str]) -> bytes:
    theme = parse_xml(content)
    scheme = next(theme.iter(qn("a:clrScheme")))
    scheme.set("name", "Libyamap")
    for name, colour in _COLOURS.items():
        slot = scheme.find(qn(f"a:{name}"))
        slot.clear()
        etree.SubElement(slot, qn("a:srgbClr")).set("val", colours[colour].removeprefix("#"))
    for part in ("a:majorFont", "a:minorFont"):
        fonts = next(theme.iter(qn(part)))
        for script in ("a:latin", "a:cs"):
            fonts.find(qn(script)).set("typeface", FONT)
    return bytes(etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True))
