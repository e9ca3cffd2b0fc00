"""Places of layouts and slides: what each is for, and where it stands."""

from __future__ import annotations

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout, SlideMaster
from pptx.util import Pt

from libyamap.render.static.plane import Box

TITLES = frozenset({KIND.TITLE, KIND.CENTER_TITLE})
TEXTS = frozenset({KIND.BODY, KIND.OBJECT})
CONTENTS = TEXTS | {KIND.PICTURE}


def places(sheet: SlideMaster | SlideLayout | Slide) -> list[BaseShape]:
    """All its places, in order."""
    return [shape for shape in sheet.shapes if shape.is_placeholder]


def kind_of(shape: BaseShape) -> KIND:
    """What a place is for; one for text that runs downwards is not for ours."""
    lying = next(shape.element.iter(qn("p:ph"))).get("orient") != "vert"
    return shape.placeholder_format.type if lying else KIND.VERTICAL_BODY


def first(sheet: SlideMaster | SlideLayout | Slide, kinds: frozenset[KIND]) -> BaseShape | None:
    """Its first place that is for one of some purposes."""
    return next((shape for shape in places(sheet) if kind_of(shape) in kinds), None)


def box_of(shape: BaseShape) -> Box:
    """Where a shape stands, in points."""
    return Box(*((side or 0) / Pt(1) for side in (shape.left, shape.top, shape.width, shape.height)))


def put(shape: BaseShape, box: Box) -> None:
    """Move a shape, and give it its size."""
    shape.left, shape.top, shape.width, shape.height = Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height)
