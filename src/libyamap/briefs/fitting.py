"""How much text there is room for, on a screen and on a slide, to be read from the back of a room.

These numbers are the only ones: presenting and decks set their text by them, and the check measures by them.
Widths of letters are estimates for the font in which both are set (Vazirmatn), by classes of letters; over whole
lines they are within a tenth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from libyamap.brief import Scene
from libyamap.i18n import Lang

Medium = Literal["screen", "slide"]


@dataclass(frozen=True)
class Block:
    """A block of text.

    Attributes
    ----------
    width : float
        Of a row, in the medium's units.
    size : float
        Of the font, in the same.
    rows : int
        The most that there is room for.
    """

    width: float
    size: float
    rows: int

    @property
    def columns(self) -> float:
        """How many ems a row is wide."""
        return self.width / self.size


@dataclass(frozen=True)
class Room:
    """What a medium has room for; its text stands beside the map.

    Attributes
    ----------
    title, text : Block
        The title, and below it all lines together; each line begins a new row.
    indent : float
        What a line lacks of its block's width.
    lines : int
        The most lines, however short: more are not taken in.
    """

    title: Block
    text: Block
    indent: float
    lines: int = 4


ROOMS: Mapping[Medium, Room] = {
    "screen": Room(title=Block(384, 28.8, 3), text=Block(384, 19.2, 13), indent=22),
    "slide": Room(title=Block(892, 22, 2), text=Block(300, 13, 17), indent=27),
}
"""On a screen of 1280 by 720 pixels, and on a slide of 960 by 540 points.

Text may be larger where it is short: these are the smallest sizes that are legible from the back of a room, beside
them there is room for footnotes.
"""

MAP = (860, 600)
"""Pixels of the map that a scene's zoom is meant for; a smaller or larger one shows the same."""

_SPACE = 0.27
_CLASSES = {
    "ijl.,'’|:;!I": 0.24,
    'frt-()[]“”/"': 0.34,
    "mwMW%—": 0.84,
    "ABCDEFGHJKLNOPQRSTUVXYZ&": 0.61,
    "0123456789–": 0.56,
    "اأإآلـ،.؛:!": 0.3,
    "رزدذوؤ«»ءة": 0.41,
    "سشصضث": 0.86,
    "بتنيئكفقجحخعغهطظمى": 0.49,
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u2066\u2067\u2068\u2069\u200e\u200f": 0.0,
}
_OTHER = 0.54
_WIDTHS = {letter: width for letters, width in _CLASSES.items() for letter in letters}


def width(text: str) -> float:
    """How wide a text is in ems, in either script."""
    return sum(_SPACE if letter.isspace() else _WIDTHS.get(letter, _OTHER) for letter in text)


def rows(text: str, columns: float) -> int:
    """How many rows a text takes that are so many ems wide, broken at spaces."""
    count, used = 0, columns
    for word in text.split():
        wide = width(word)
        if used + _SPACE + wide > columns:
            count, used = count + max(1, int(-(-wide // columns))), wide % columns if wide > columns else wide
        else:
            used += _SPACE + wide
    return count


@dataclass(frozen=True)
class Excess:
    """Text for which there is no room.

    Attributes
    ----------
    field : str
        `title` or `lines`.
    rows, most : int
        How many rows it takes, and the most that there is room for; or lines, where these are too many.
    """

    medium: Medium
    lang: Lang
    field: Literal["title", "text", "lines"]
    rows: int
    most: int


def excesses(scene: Scene, lang: Lang, medium: Medium) -> tuple[Excess, ...]:
    """What of a scene does not fit."""
    room = ROOMS[medium]
    title = rows(scene.title[lang], room.title.columns)
    columns = (room.text.width - room.indent) / room.text.size
    text = sum(rows(line.text[lang], columns) for line in scene.lines)
    found = (
        Excess(medium, lang, "title", title, room.title.rows),
        Excess(medium, lang, "text", text, room.text.rows),
        Excess(medium, lang, "lines", len(scene.lines), room.lines),
    )
    return tuple(one for one in found if one.rows > one.most)
