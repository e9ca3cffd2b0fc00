"""How much room text takes on a slide: by the metrics of our own font, with some to spare for that which is there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from libyamap.render.deck.script import Paragraph, Piece
from libyamap.render.static.letters import BOLD, REGULAR, Font, shortened, width, wrapped

SPARE = 1.12
"""How much wider another font's letters may be; Arial's are as wide as ours, and its bold ones by 1.07."""
LEADING = 1.25
"""A line's height as a share of its font's size."""
HANG = 27.0
"""Points that a bullet takes of its line, as templates have it."""


@dataclass(frozen=True)
class Ruler:
    """Measures in a direction."""

    rtl: bool

    def lines(self, paragraph: Paragraph, room: float) -> tuple[str, ...]:
        """The lines of a paragraph in a room of so many points; words that are wider are broken."""
        font = Font(paragraph.size, BOLD if paragraph.bold else REGULAR)
        across = max(1.0, (room - (0.0 if paragraph.bullet is False else HANG)) / SPARE)
        text = " ".join(piece for word in paragraph.text.split() for piece in self._broken(word, font, across))
        return wrapped(text, font, across, rtl=self.rtl) or ("",)

    def height(self, paragraphs: Iterable[Paragraph], room: float) -> float:
        """How many points paragraphs take of a room's height."""
        return sum(self._height(paragraph, room) for paragraph in paragraphs)

    def largest(
        self, paragraphs: Sequence[Paragraph], room: tuple[float, float], sizes: Iterable[float]
    ) -> list[Paragraph] | None:
        """Paragraphs in the first of some sizes in which they fit a room; None if there is none."""
        for size in sizes:
            sized = [paragraph.sized(size) for paragraph in paragraphs]
            if self.height(sized, room[0]) <= room[1]:
                return sized
        return None

    def cut(self, paragraph: Paragraph, room: tuple[float, float], sizes: Sequence[float]) -> Paragraph:
        """A paragraph that fits a room, in the largest of some sizes, or cut off in the smallest."""
        fitting = self.largest([paragraph], room, sizes)
        if fitting:
            return fitting[0]
        small = paragraph.sized(sizes[-1])
        most = max(1, int(room[1] // (small.size * LEADING)))
        lines = self.lines(small, room[0])
        font = Font(small.size, BOLD if small.bold else REGULAR)
        last = shortened(" ".join(lines[most - 1 :]), font, room[0] / SPARE, rtl=self.rtl)
        text = " ".join((*lines[: most - 1], last))
        return replace(small, pieces=(Piece(text, paragraph.bold),))

    def flowed(self, paragraphs: Sequence[Paragraph], room: tuple[float, float]) -> Iterator[list[Paragraph]]:
        """Paragraphs by the rooms that they fill, one after the other; one that is too tall goes on in the next."""
        here: list[Paragraph] = []
        left = list(paragraphs)
        while left:
            taken = self._height(left[0], room[0])
            if self.height(here, room[0]) + taken <= room[1]:
                here.append(left.pop(0))
            elif here:
                yield here
                here = []
            else:
                here, left[0] = self._divided(left[0], room)
        if here:
            yield here

    def _height(self, paragraph: Paragraph, room: float) -> float:
        return paragraph.before + len(self.lines(paragraph, room)) * paragraph.size * LEADING

    def _divided(self, paragraph: Paragraph, room: tuple[float, float]) -> tuple[list[Paragraph], Paragraph]:
        """As much of a paragraph as a room holds, and the rest, with what stood raised at its end."""
        most = max(1, int((room[1] - paragraph.before) // (paragraph.size * LEADING)))
        lines = self.lines(replace(paragraph, pieces=(Piece(paragraph.pieces[0].text, paragraph.bold),)), room[0])
        first, rest = " ".join(lines[:most]), " ".join(lines[most:])
        tail = paragraph.pieces[1:]
        begun = replace(paragraph, pieces=(Piece(first, paragraph.pieces[0].bold),))
        if not rest:
            return [begun], replace(paragraph, pieces=tail or (Piece(""),))
        return [begun], replace(paragraph, pieces=(Piece(rest, paragraph.pieces[0].bold), *tail))

    def _broken(self, word: str, font: Font, room: float) -> Iterator[str]:
        """A word in pieces, none wider than there is room."""
        wide = width(word, font, rtl=self.rtl)
        if wide <= room:
            yield word
            return
        pieces = math.ceil(wide / room * 1.15)
        step = max(1, len(word) // pieces)
        yield from (word[start : start + step] for start in range(0, len(word), step))
