"""The page: bands with the marking, title, map, legend with inset, and what stands under them, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from libyamap.render.static import words
from libyamap.render.static.hand import Hand
from libyamap.render.static.legend import Section
from libyamap.render.static.legend_painter import (
    TITLE_HEIGHT,
    arranged,
    paint_legend,
    paint_title,
)
from libyamap.render.static.letters import Font, shortened, wrapped
from libyamap.render.static.outline import rectangle
from libyamap.render.static.plane import Box
from libyamap.render.static.scene import Stage
from libyamap.render.static.sheet import Sheet
from libyamap.render.words import cautions, identity, rights, sources
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


def laid_out(hand: Hand, selection: Selection, sheet: Sheet, foot: Foot, found: Sequence[Section]) -> Page:
    """The page as its texts leave it; the map has what is left."""
    whole = hand.pen.page
    marking = marking_of(selection, sheet)
    band = BAND_HEIGHT if marking else 0.0
    margin = margin_of(whole)
    inner = Box(margin, band + margin * 0.7, whole.width - 2 * margin, whole.height - 2 * band - margin * 1.2)
    title, subtitle = _headings(hand, selection, sheet, inner.width)
    head_height = title.height + subtitle.height + (8 if title.lines or subtitle.lines else 0)
    head = Box(inner.x, inner.y, inner.width, head_height)
    foot_height = max(foot.about.height, foot.made.height) if _beside(whole) else foot.about.height + foot.made.height
    foot_box = Box(inner.x, inner.bottom - foot_height, inner.width, foot_height)
    middle = Box(inner.x, head.bottom, inner.width, foot_box.y - 8 - head.bottom)
    columns = _foot_columns(hand, foot_box, foot)
    if whole.height > whole.width * 1.1:
        page = Page(whole, band, head, middle, middle, None, columns, title, subtitle, 3 if whole.width >= ROOMY else 2)
        return _tall(hand, page, found)
    panel = max(NARROWEST_PANEL, min(WIDEST_PANEL, whole.width * PANEL_SHARE))
    rest, legend = hand.beside(middle, panel)
    side = Box(rest.x + (BESIDE if hand.rtl else 0), rest.y, rest.width - BESIDE, rest.height)
    inset = None
    if legend.height >= LEAST_INSET_ROOM:
        high = panel * INSET_SHAPE
        inset = Box(legend.x, legend.bottom - high, panel, high)
        legend = Box(legend.x, legend.y, panel, legend.height - high - INSET_HEADING - 6)
    return Page(whole, band, head, side, legend, inset, columns, title, subtitle, 1)


def foot_of(hand: Hand, selection: Selection, sheet: Sheet, lines: Sequence[str]) -> Foot:
    """What stands under the map, wrapped; `lines` are those that depend on the map, the longest that they may be."""
    whole = hand.pen.page
    font = Font(10.5 if whole.width >= WIDE else 9.6)
    across = whole.width - 2 * margin_of(whole)
    about, made = (across * 0.56, across * 0.41) if _beside(whole) else (across, across)
    texts = (sources(selection), rights(selection), cautions(selection.view.lang))
    dated = (words.dating(selection, sheet), identity(selection), *lines)
    return Foot(
        Text(tuple(line for text in texts for line in wrapped(text, font, about, rtl=hand.rtl, most=3)), font),
        Text(tuple(line for text in dated for line in wrapped(text, font, made, rtl=hand.rtl, most=2)), font),
    )


def marking_of(selection: Selection, sheet: Sheet) -> str:
    """The handling marking: the sheet's, else the view's."""
    return (selection.view.marking if sheet.marking is None else sheet.marking) or ""


def margin_of(whole: Box) -> float:
    """Units between a page's edge and what stands on it."""
    return 24.0 if min(whole.width, whole.height) >= 700 else 14.0  # noqa: PLR2004 - a small page


def paint_page(hand: Hand, page: Page, selection: Selection, sheet: Sheet) -> None:
    """Paper, bands and headings."""
    pen = hand.pen
    pen.fill(rectangle(page.whole), hand.palette["paper"])
    if page.band:
        marking = marking_of(selection, sheet)
        text = shortened(marking, BAND_FONT, page.whole.width - 40, rtl=hand.rtl)
        for y in (0.0, page.whole.height - page.band):
            band = Box(0, y, page.whole.width, page.band)
            pen.fill(rectangle(band), hand.palette["ink"])
            hand.middle(text, band.middle, BAND_FONT, ink="paper")
    y = _write(hand, page.title, page.head, page.head.y)
    _write(hand, page.subtitle, page.head, y, ink="muted")


def paint_foot(hand: Hand, page: Page, foot: Foot) -> None:
    """What stands under the map."""
    start, end = page.foot
    _write(hand, foot.about, start, start.y, ink="muted")
    if start.y != end.y:
        _write(hand, foot.made, end, end.y, ink="muted")
        return
    step = foot.made.font.size * FOOT_LEADING
    for number, line in enumerate(foot.made.lines):
        hand.end(line, end, end.y + step * (number + 0.5), foot.made.font, ink="muted")


def paint_panel(hand: Hand, page: Page, found: Sequence[Section], stage: Stage) -> None:
    """The legend and the inset's heading."""
    paint_title(hand, page.legend)
    box = page.legend
    room = Box(box.x, box.y + TITLE_HEIGHT, box.width, box.height - TITLE_HEIGHT)
    paint_legend(hand, arranged(found, room, hand, columns=page.columns), room, stage)
    if not found:
        hand.start(hand.said("web.legend.empty"), room, room.y + 10, Font(12), ink="muted")
    if page.inset:
        heading = Box(page.inset.x, page.inset.y - INSET_HEADING, page.inset.width, INSET_HEADING)
        hand.start(hand.said("static.location"), heading, heading.y + 13, Font(12.5, 700))


def _headings(hand: Hand, selection: Selection, sheet: Sheet, across: float) -> tuple[Text, Text]:
    large = 25.0 if across >= WIDE else 20.0 if across >= ROOMY else 16.0
    small = 13.5 if across >= ROOMY else 11.5
    fonts = Font(large, 700), Font(small)
    texts = words.title(selection, sheet), words.subtitle(selection, sheet)
    title, subtitle = (
        Text(wrapped(text, font, across, rtl=hand.rtl, most=2), font) for text, font in zip(texts, fonts, strict=True)
    )
    return title, subtitle


def _tall(hand: Hand, page: Page, found: Sequence[Section]) -> Page:
    """A page that is higher than wide: legend and inset under the map, as high as they need to be."""
    middle = page.map
    most = middle.height * LOW_SHARE
    inset_width = min(page.whole.width * 0.26, (most - INSET_HEADING) / INSET_SHAPE)
    room = Box(middle.x, middle.y, middle.width - inset_width - BESIDE, most - TITLE_HEIGHT)
    needed = arranged(found, room, hand, columns=page.columns).height + TITLE_HEIGHT + 4
    high = min(most, max(needed, inset_width * INSET_SHAPE + INSET_HEADING + 6))
    low = Box(middle.x, middle.bottom - high, middle.width, high)
    legend, side = hand.beside(low, inset_width)
    legend = Box(legend.x + (BESIDE if hand.rtl else 0), legend.y, legend.width - BESIDE, legend.height)
    inset = Box(side.x, side.y + INSET_HEADING + 6, inset_width, inset_width * INSET_SHAPE)
    above = Box(middle.x, middle.y, middle.width, low.y - 12 - middle.y)
    return replace(page, map=above, legend=legend, inset=inset)


def _beside(whole: Box) -> bool:
    """Whether the foot has room for two columns."""
    return whole.width >= ROOMY


def _foot_columns(hand: Hand, box: Box, foot: Foot) -> tuple[Box, Box]:
    if _beside(hand.pen.page):
        return hand.beside(box, box.width * 0.42)
    return box, Box(box.x, box.y + foot.about.height, box.width, foot.made.height)


def _write(hand: Hand, text: Text, room: Box, y: float, *, ink: str = "ink") -> float:
    """Lines from a height on; returns where they end."""
    step = text.font.size * FOOT_LEADING
    for number, line in enumerate(text.lines):
        hand.start(line, room, y + step * (number + 0.5), text.font, ink=ink)
    return y + text.height
