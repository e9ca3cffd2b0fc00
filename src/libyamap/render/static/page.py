"""The page: bands with the marking, title, map, legend with inset, and what stands under them, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from libyamap.i18n import message
from libyamap.render.static import words
from libyamap.render.static.ground import Palette
from libyamap.render.static.legend import Section
from libyamap.render.static.legend_painter import (
    TITLE_HEIGHT,
    Arrangement,
    arranged,
    paint_legend,
    paint_title,
)
from libyamap.render.static.letters import Font, shortened, wrapped
from libyamap.render.static.pen import Pen, rectangle
from libyamap.render.static.plane import Box
from libyamap.render.static.reading import Reading
from libyamap.render.static.scene import Stage
from libyamap.render.static.sheet import Sheet
from libyamap.selection import Selection

BAND_HEIGHT = 26.0
BAND_FONT = Font(12.5, 700)
WIDE, ROOMY = 1100.0, 800.0
"""Units of a page's width from which there is more room for text and around it."""
PANEL_SHARE, NARROWEST_PANEL, WIDEST_PANEL = 0.215, 214.0, 340.0
BESIDE = 20.0
"""Units between map and legend."""
LOW_SHARE = 0.3
"""Share of a tall page's height that its legend takes at most."""
INSET_SHAPE = 0.62
INSET_HEADING = 26.0
LEAST_INSET_ROOM = 520.0
"""Units of a panel's height from which there is room for an inset."""
FOOT_LEADING = 1.42


@dataclass(frozen=True)
class Text:
    """Lines of one block of the page, in one font."""

    lines: tuple[str, ...]
    font: Font

    @property
    def height(self) -> float:
        """All its lines."""
        return len(self.lines) * self.font.size * FOOT_LEADING


@dataclass(frozen=True)
class Page:
    """Where everything stands.

    Attributes
    ----------
    band : float
        Height of the bands with the marking, 0 without one.
    foot : tuple of Box
        Columns under the map: the first for sources and cautions, the last for dates, projection and counts.
    inset : Box, optional
        None where there is no room.
    """

    whole: Box
    band: float
    head: Box
    map: Box
    legend: Box
    inset: Box | None
    foot: tuple[Box, ...]
    title: Text
    subtitle: Text
    columns: int


@dataclass(frozen=True)
class Foot:
    """What stands under the map."""

    about: Text
    made: Text


def laid_out(pen: Pen, selection: Selection, sheet: Sheet, reading: Reading, foot: Foot) -> Page:
    """The page as its texts leave it; the map has what is left."""
    whole = pen.page
    marking = marking_of(selection, sheet)
    band = BAND_HEIGHT if marking else 0.0
    margin = margin_of(whole)
    inner = Box(margin, band + margin * 0.7, whole.width - 2 * margin, whole.height - 2 * band - margin * 1.2)
    title, subtitle = _headings(selection, sheet, reading, inner.width)
    head_height = title.height + subtitle.height + (8 if title.lines or subtitle.lines else 0)
    head = Box(inner.x, inner.y, inner.width, head_height)
    foot_height = max(foot.about.height, foot.made.height) if _beside(whole) else foot.about.height + foot.made.height
    foot_box = Box(inner.x, inner.bottom - foot_height, inner.width, foot_height)
    middle = Box(inner.x, head.bottom, inner.width, foot_box.y - 8 - head.bottom)
    columns = _foot_columns(foot_box, foot, reading, beside=_beside(whole))
    if whole.height > whole.width * 1.1:
        return _tall(Page(whole, band, head, middle, middle, None, columns, title, subtitle, 3 if whole.width >= ROOMY else 2), reading)
    panel = max(NARROWEST_PANEL, min(WIDEST_PANEL, whole.width * PANEL_SHARE))
    rest, legend = reading.beside(middle, panel)
    side = Box(rest.x + (BESIDE if reading.rtl else 0), rest.y, rest.width - BESIDE, rest.height)
    inset = None
    if legend.height >= LEAST_INSET_ROOM:
        high = panel * INSET_SHAPE
        inset = Box(legend.x, legend.bottom - high, panel, high)
        legend = Box(legend.x, legend.y, panel, legend.height - high - INSET_HEADING - 6)
    return Page(whole, band, head, side, legend, inset, columns, title, subtitle, 1)


def foot_of(selection: Selection, sheet: Sheet, reading: Reading, whole: Box, lines: Sequence[str]) -> Foot:
    """What stands under the map, wrapped; `lines` are those that depend on the map, the longest that they may be."""
    font = Font(10.5 if whole.width >= WIDE else 9.6)
    across = whole.width - 2 * margin_of(whole)
    about, made = (across * 0.56, across * 0.41) if _beside(whole) else (across, across)
    texts = (words.sources(selection), words.rights(selection), words.cautions(selection.view.lang))
    dated = (words.dating(selection, sheet), words.identity(selection), *lines)
    return Foot(
        Text(tuple(line for text in texts for line in wrapped(text, font, about, rtl=reading.rtl, most=3)), font),
        Text(tuple(line for text in dated for line in wrapped(text, font, made, rtl=reading.rtl, most=2)), font),
    )


def marking_of(selection: Selection, sheet: Sheet) -> str:
    """The handling marking: the sheet's, else the view's."""
    return (selection.view.marking if sheet.marking is None else sheet.marking) or ""


def margin_of(whole: Box) -> float:
    """Units between a page's edge and what stands on it."""
    return 24.0 if min(whole.width, whole.height) >= 700 else 14.0  # noqa: PLR2004 - a small page


def paint_page(pen: Pen, page: Page, selection: Selection, sheet: Sheet, reading: Reading, palette: Palette) -> None:
    """Paper, bands and headings."""
    pen.fill(rectangle(page.whole), palette["paper"])
    if page.band:
        marking = marking_of(selection, sheet)
        for y in (0.0, page.whole.height - page.band):
            band = Box(0, y, page.whole.width, page.band)
            pen.fill(rectangle(band), palette["ink"])
            text = shortened(marking, BAND_FONT, band.width - 40, rtl=reading.begins(marking))
            middle = (band.middle[0], band.middle[1])
            pen.write(text, middle, BAND_FONT, palette["paper"], align="center", rtl=reading.begins(text))
    y = page.head.y
    y = _paint_text(pen, page.title, Box(page.head.x, y, page.head.width, 0), reading, palette["ink"])
    _paint_text(pen, page.subtitle, Box(page.head.x, y, page.head.width, 0), reading, palette["muted"])


def paint_foot(pen: Pen, page: Page, foot: Foot, reading: Reading, palette: Palette) -> None:
    """What stands under the map."""
    start, end = page.foot
    _paint_text(pen, foot.about, start, reading, palette["muted"])
    if start.y != end.y:
        _paint_text(pen, foot.made, end, reading, palette["muted"])
        return
    y = end.y
    for line in foot.made.lines:
        step = foot.made.font.size * FOOT_LEADING
        reading.write_end(pen, line, end, y + step / 2, foot.made.font, palette["muted"])
        y += step


def paint_panel(
    pen: Pen, page: Page, found: Sequence[Section], stage: Stage, reading: Reading, palette: Palette
) -> Arrangement:
    """The legend and the inset's heading."""
    paint_title(pen, page.legend, reading, palette)
    box = page.legend
    room = Box(box.x, box.y + TITLE_HEIGHT, box.width, box.height - TITLE_HEIGHT)
    arrangement = arranged(found, room, reading, columns=page.columns)
    paint_legend(pen, arrangement, room, reading, stage, palette)
    if not found:
        reading.write(pen, message(reading.lang, "web.legend.empty"), room, room.y + 10, Font(12), palette["muted"])
    if page.inset:
        heading = Box(page.inset.x, page.inset.y - INSET_HEADING, page.inset.width, INSET_HEADING)
        text = message(reading.lang, "static.location")
        reading.write(pen, text, heading, heading.y + 13, Font(12.5, 700), palette["ink"])
    return arrangement


def _headings(selection: Selection, sheet: Sheet, reading: Reading, across: float) -> tuple[Text, Text]:
    large = 25.0 if across >= WIDE else 20.0 if across >= ROOMY else 16.0
    small = 13.5 if across >= ROOMY else 11.5
    fonts = Font(large, 700), Font(small)
    texts = words.title(selection, sheet), words.subtitle(selection, sheet)
    title, subtitle = (
        Text(wrapped(text, font, across, rtl=reading.begins(text), most=2), font)
        for text, font in zip(texts, fonts, strict=True)
    )
    return title, subtitle


def _tall(page: Page, reading: Reading) -> Page:
    """A page that is higher than wide: legend and inset under the map."""
    middle = page.map
    high = middle.height * LOW_SHARE
    low = Box(middle.x, middle.bottom - high, middle.width, high)
    inset_width = min(page.whole.width * 0.26, (high - INSET_HEADING) / INSET_SHAPE)
    legend, side = reading.beside(low, inset_width)
    legend = Box(legend.x + (BESIDE if reading.rtl else 0), legend.y, legend.width - BESIDE, legend.height)
    inset = Box(side.x, side.y + INSET_HEADING + 6, inset_width, inset_width * INSET_SHAPE)
    above = Box(middle.x, middle.y, middle.width, low.y - 12 - middle.y)
    return Page(
        page.whole, page.band, page.head, above, legend, inset, page.foot, page.title, page.subtitle, page.columns
    )


def _beside(whole: Box) -> bool:
    """Whether the foot has room for two columns."""
    return whole.width >= ROOMY


def _foot_columns(box: Box, foot: Foot, reading: Reading, *, beside: bool) -> tuple[Box, Box]:
    if beside:
        return reading.beside(box, box.width * 0.42)
    return box, Box(box.x, box.y + foot.about.height, box.width, foot.made.height)


def _paint_text(pen: Pen, text: Text, room: Box, reading: Reading, colour: str) -> float:
    y = room.y
    for line in text.lines:
        step = text.font.size * FOOT_LEADING
        reading.write(pen, line, room, y + step / 2, text.font, colour)
        y += step
    return y
