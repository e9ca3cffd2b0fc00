"""Text as outlines: shaped, measured and wrapped in units.

Matplotlib shapes Arabic and orders both directions by itself; how a line begins decides its direction, so Arabic
lines are begun by a mark. What is Latin within them is isolated where it is put together (`i18n.LEFT_TO_RIGHT`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.path import Path
from matplotlib.textpath import TextToPath

from libyamap import paths
from libyamap.errors import MissingFrontEndError
from libyamap.render.static.outline import is_empty, moved, points_of

FAMILY = "Vazirmatn"
FALLBACK = "DejaVu Sans"
"""Comes with matplotlib, and has other scripts."""
REGULAR, BOLD = 400, 700
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}

WEIGHTS_OF_TEXT = 500
"""Up to this weight the fallback, which has but two, is not bold."""

LEADING = 1.22
"""A line's height as a share of its font's size, for labels; as on the screen."""
DROP = 0.35
"""From the middle of a line down to its baseline, as a share of its font's size."""

RIGHT_TO_LEFT_MARK = "\u200f"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_SLANT = 0.2
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_UNSEEN = re.compile("[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]")


@dataclass(frozen=True)
class Font:
    """Size in units, weight, space between letters in units, and whether it is slanted.

    Spacing and slant are never applied to Arabic, whose letters join and which has no italics.
    """

    size: float
    weight: int = 400
    spacing: float = 0.0
    slant: bool = False


@dataclass(frozen=True)
class Run:
    """A line of text as outlines.

    Attributes
    ----------
    outline : Path
        In units, y downwards, the baseline's beginning on the left at 0, 0.
    left, right, top, bottom : float
        What it is within.
    """

    text: str
    font: Font
    outline: Path
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """From its first ink to its last."""
        return self.right - self.left


@dataclass(frozen=True)
class Script:
    """A line of text, its font, and whether it is read from right to left, whatever it begins with."""

    text: str
    font: Font
    rtl: bool = False

    @property
    def run(self) -> Run:
        """Its outlines."""
        return run(self.text, self.font, rtl=self.rtl)

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.run.width


def is_arabic(text: str) -> bool:
    """Whether there is anything in it whose letters join."""
    return bool(ARABIC.search(text))


def nearest_weight(weight: int) -> int:
    """The weight that there is a file of; of two, the bolder."""
    return min(WEIGHTS, key=lambda known: (abs(known - weight), -known))


@lru_cache(maxsize=4096)
def run(text: str, font: Font, *, rtl: bool = False) -> Run:
    """A line of text, shaped.

    Parameters
    ----------
    rtl : bool
        Whether it is read from right to left, whatever it begins with.
    """
    text = _CONTROLS.sub(" ", text)
    arabic = is_arabic(text)
    if font.spacing and not arabic:
        outline = _spaced(text, font)
    else:
        outline = _outline(RIGHT_TO_LEFT_MARK + text if rtl else text, font)
    if font.slant and not arabic and not is_empty(outline):
        sheared = points_of(outline) @ np.array(((1.0, 0.0), (-_SLANT, 1.0)))
        outline = Path(sheared, outline.codes)
    if is_empty(outline):
        return Run(text, font, outline, 0.0, 0.0, 0.0, 0.0)
    (left, top), (right, bottom) = points_of(outline).min(axis=0), points_of(outline).max(axis=0)
    return Run(text, font, outline, float(left), float(right), float(top), float(bottom))


def width(text: str, font: Font, *, rtl: bool = False) -> float:
    """How wide a line of text is."""
    return run(text, font, rtl=rtl).width


def wrapped(text: str, font: Font, room: float, *, rtl: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Text in lines that are no wider than there is room, broken at spaces.

    Parameters
    ----------
    most : int, optional
        Lines; what is over is cut off, and an ellipsis says so.
    """
    lines: list[str] = []
    words = text.split()
    while words:
        count = _fitting(words, font, room)
        if most is not None and len(lines) == most - 1 and count < len(words):
            return (*lines, shortened(" ".join(words), font, room, rtl=rtl))
        line = " ".join(words[:count])
        lines.append(line if count > 1 else shortened(line, font, room, rtl=rtl))
        words = words[count:]
    return tuple(lines)


def _fitting(words: Sequence[str], font: Font, room: float) -> int:
    """How many words there is room for, one at least."""
    used = -_advance(" ", font)
    for count, word in enumerate(words):
        used += _advance(" ", font) + _advance(word, font)
        if used > room:
            return max(1, count)
    return len(words)


def shortened(text: str, font: Font, room: float, *, rtl: bool = False) -> str:
    """As much of a text as there is room for, with an ellipsis where that is not all."""
    if width(text, font, rtl=rtl) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(_cut(text, middle), font, rtl=rtl) <= room:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def plain(text: str) -> str:
    """Text without control characters, and without marks that say its direction and are not seen."""
    return _UNSEEN.sub("", _CONTROLS.sub(" ", text))


def properties(text: str, font: Font) -> FontProperties:
    """The font as matplotlib has it; one with other scripts where ours lacks a letter."""
    weight = nearest_weight(font.weight)
    if _covered(text):
        return FontProperties(fname=str(_file(weight)), size=font.size)
    _register()
    return FontProperties(family=[FAMILY, FALLBACK], weight=700 if weight > WEIGHTS_OF_TEXT else 400, size=font.size)


def _cut(text: str, count: int) -> str:
    isolates = text[:count].count("\u2066") - text[:count].count("\u2069")
    return text[:count].rstrip() + "\u2069" * isolates + "…"


def _outline(text: str, font: Font) -> Path:
    outline = _shape(text, nearest_weight(font.weight))
    share = font.size / TextToPath.FONT_SCALE
    return Path(points_of(outline) * np.array((share, -share)), outline.codes)


@lru_cache(maxsize=8192)
def _shape(text: str, weight: int) -> Path:
    """A text as it is shaped whatever its size, y upwards."""
    vertices, codes = _shaper().get_text_path(properties(text, Font(TextToPath.FONT_SCALE, weight)), text)
    return Path(np.asarray(vertices, np.float64).reshape(-1, 2), codes)


def _spaced(text: str, font: Font) -> Path:
    """Letter by letter."""
    letters, x = [], 0.0
    for letter in text:
        outline = _outline(letter, font)
        if not is_empty(outline):
            letters.append(moved(outline, x, 0.0))
        x += _advance(letter, font) + font.spacing
    return Path.make_compound_path(*letters) if letters else Path(np.empty((0, 2)), [])


def _advance(text: str, font: Font) -> float:
    """How far what comes next stands from where a text begins."""
    return _advance_of_one(text, nearest_weight(font.weight)) * font.size


@lru_cache(maxsize=8192)
def _advance_of_one(text: str, weight: int) -> float:
    """The same for a size of 1."""
    return (_extent(f"|{text}|", weight) - _extent("||", weight)) / TextToPath.FONT_SCALE


def _extent(text: str, weight: int) -> float:
    across = points_of(_shape(text, weight))[:, 0]
    return float(across.max() - across.min())


@cache
def _shaper() -> TextToPath:
    return TextToPath()


@cache
def _file(weight: int) -> str:
    file = paths.front_end() / "fonts" / f"{FAMILY}-{WEIGHTS[weight]}.ttf"
    if not file.is_file():
        raise MissingFrontEndError
    return str(file)


@cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(_file(400)).get_charmap())


@lru_cache(maxsize=4096)
def _covered(text: str) -> bool:
    return all(ord(letter) in _letters() for letter in _UNSEEN.sub("", text) if not letter.isspace())


@cache
def _register() -> None:
    for weight in (400, 700):
        fontManager.addfont(_file(weight))
