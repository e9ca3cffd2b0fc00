"""Shapes of a slide: text in a box of its own, bands, pictures, and a layout's places along the edges."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Literal, cast

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.util import Pt

from libyamap.render.deck.places import box_of, first, places, put
from libyamap.render.deck.script import Paragraph, Scribe
from libyamap.render.static.plane import Box

_ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}


def describe(shape: BaseShape, text: str) -> None:
    """What a picture shows, for who cannot see it."""
    next(shape.element.iter(qn("p:cNvPr"))).set("descr", " ".join(Scribe("en").native(text).split()))


def add_text(  # noqa: PLR0913 - text, where, and how
    parent: Slide | GroupShape,
    box: Box,
    paragraphs: Sequence[Paragraph],
    scribe: Scribe,
    *,
    anchored: Literal["top", "middle", "bottom"] = "top",
    name: str | None = None,
) -> Shape:
    """Text in a box of its own."""
    shape = parent.shapes.add_textbox(Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height))
    if name:
        shape.name = name
    settle(shape, anchored=anchored)
    scribe.write(shape, paragraphs)
    return shape


def settle(shape: Shape, *, anchored: Literal["top", "middle", "bottom"] = "top", inset: float = 0.0) -> None:
    """Text keeps the size that it was given, inside its shape."""
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = _ANCHORS[anchored]
    frame.margin_left = frame.margin_right = Pt(inset)
    frame.margin_top = frame.margin_bottom = Pt(0)


def add_band(slide: Slide, box: Box, paragraph: Paragraph, scribe: Scribe) -> None:
    """A filled band with a line of text in its middle."""
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height))
    band.fill.solid()
    band.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    band.line.fill.background()
    band.shadow.inherit = False
    settle(band, anchored="middle")
    scribe.write(band, [paragraph])


def add_picture(slide: Slide, picture: bytes, box: Box, text: str, *, into: BaseShape | None = None) -> BaseShape:
    """A picture where it belongs, in a layout's place for one if there is one, with what it shows in words."""
    if into is not None:
        shape = cast("BaseShape", into.insert_picture(BytesIO(picture)))  # type: ignore[attr-defined]
        for side in ("crop_left", "crop_right", "crop_top", "crop_bottom"):
            setattr(shape, side, 0)
        put(shape, box)
    else:
        shape = slide.shapes.add_picture(BytesIO(picture), Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height))
    describe(shape, text)
    return shape


def copied_place(slide: Slide, kind: KIND) -> Shape | None:
    """A layout's place along the edge, for its footer or the slide's number, on the slide; None if it has none."""
    found = first(slide.slide_layout, frozenset({kind}))
    if found is None:
        return None
    box = box_of(found)
    slide.shapes.element.append(deepcopy(found.element))
    shape = cast("Shape", slide.shapes[-1])
    shape.element.find(f".//{qn('p:cNvPr')}").set("id", str(len(slide.shapes) + 1000))
    put(shape, box)
    return shape


def without(slide: Slide, kept: Sequence[BaseShape]) -> None:
    """Take away the places of a slide that nothing was put into."""
    held = {shape.shape_id for shape in kept}
    for place in places(slide):
        if place.shape_id not in held:
            place.element.getparent().remove(place.element)
