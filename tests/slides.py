"""Decks that are looked at in tests, and how far their text reaches, measured by other means than they were made by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations

from PIL import ImageFont
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from tests.static_pages import TIME, curated

from libyamap import paths
from libyamap.brief import Brief, Line, Scene, Wording
from libyamap.dataset import Dataset
from libyamap.i18n import Lang
from libyamap.render import deck

EMU = 12700
SLACK = 1.0
"""Points that shapes may come into each other by rounding."""


def opened(content: bytes) -> Deck:
    return Presentation(BytesIO(content))


@cache
def rendered(lang: Lang, style: str = "light") -> Deck:
    return opened(deck.render(brief(), curated(), lang=lang, theme=style, time=TIME))  # type: ignore[arg-type]


def line(*claims: str, dataset: Dataset | None = None) -> Line:
    text = (dataset or curated()).claims[claims[0]].text
    return Line(text=Wording(ar=text.ar, en=text.en), claims=claims)


@cache
def brief() -> Brief:
    """One scene with little, one with nothing, one with more than a slide can hold."""
    ids = list(curated().claims)
    return Brief(
        id="looked-at",
        title=Wording(en="Haftar in Moscow", ar="حفتر في موسكو"),
        subtitle=Wording(en="What one report says", ar="ما يقوله تقرير واحد"),
        author=Wording(en="The developers", ar="المطورون"),
        date=dt.date(2023, 9, 28),
        marking="Draft",
        scenes=(
            Scene(
                id="where",
                title=Wording(en="Where Wagner is", ar="أين توجد فاغنر"),
                lines=(line(*ids[:2]), line(ids[2])),
                view="c=29,17.5&z=5.5&actors=wagner",
                highlighted=("wagner-at-jufra-base",),
            ),
            Scene(id="nothing", title=Wording(en="Nothing", ar="لا شيء"), view="kinds=death"),
            Scene(
                id="much",
                title=Wording(en="All that it says, and more " * 5, ar="كل ما يقوله التقرير وأكثر " * 5),
                lines=tuple(line(one) for one in ids[5:28]),
                marking="Not yet",
            ),
        ),
    )


def box(shape: BaseShape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in points."""
    left, top = (shape.left or 0) / EMU, (shape.top or 0) / EMU
    return left, top, left + (shape.width or 0) / EMU, top + (shape.height or 0) / EMU


def overlapping(shapes: list[BaseShape]) -> list[tuple[str, str]]:
    """Names of shapes that come into each other."""
    return [(one.name, other.name) for one, other in combinations(shapes, 2) if _meet(box(one), box(other))]


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > SLACK and down > SLACK


def flat(slide: Slide | GroupShape) -> Iterator[BaseShape]:
    """All shapes, those of groups too."""
    for shape in slide.shapes:
        if isinstance(shape, GroupShape):
            yield from flat(shape)
        else:
            yield shape


def written(parent: Slide | GroupShape) -> Iterator[Shape]:
    """All shapes that hold text."""
    yield from (shape for shape in flat(parent) if isinstance(shape, Shape))


def described(shape: BaseShape) -> str:
    """What a picture is said to show."""
    return str(next(shape.element.iter(qn("p:cNvPr"))).get("descr") or "")


def text_height(shape: Shape) -> float:
    """Points that a shape's text takes, by the letters' own advances and not by ours."""
    frame = shape.text_frame
    room = (shape.width - (frame.margin_left or 0) - (frame.margin_right or 0)) / EMU
    total = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs if run.font.size), default=0.0)
        bold = any(run.font.bold for run in paragraph.runs)
        total += _lines("".join(run.text for run in paragraph.runs), size, room, bold=bold) * size * 1.17
        total += paragraph.space_before.pt if paragraph.space_before else 0.0
    return total


def _lines(text: str, size: float, room: float, *, bold: bool) -> int:
    count, used = 1, 0.0
    space = _font(bold).getlength(" ") / 100 * size
    for word in text.split():
        wide = _font(bold).getlength(word) / 100 * size
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        while wide > room:
            count, wide = count + 1, wide - room
        used += wide + (space if used else 0)
    return count


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - a key of the cache
    name = "Vazirmatn-Bold.ttf" if bold else "Vazirmatn-Regular.ttf"
    return ImageFont.truetype(str(paths.front_end() / "fonts" / name), 100)
