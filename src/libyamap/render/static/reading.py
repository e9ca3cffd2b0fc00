"""Which way the page reads: text from its start to its end, whichever side that is."""

from __future__ import annotations

from dataclasses import dataclass

from libyamap.i18n import DIRECTIONS
from libyamap.render.static.letters import Font, is_arabic
from libyamap.render.static.pen import Pen, Written
from libyamap.render.static.plane import Box


@dataclass(frozen=True)
class Reading:
    """A language, and the side that its lines begin at."""

    lang: str

    @property
    def rtl(self) -> bool:
        """Whether lines begin on the right."""
        return DIRECTIONS[self.lang] == "rtl"

    def write(self, pen: Pen, text: str, room: Box, y: float, font: Font, colour: str, *, inset: float = 0.0) -> Written:
        """A line that begins at the start of a room."""
        x = room.right - inset if self.rtl else room.x + inset
        return pen.write(text, (x, y), font, colour, align="right" if self.rtl else "left", rtl=self.begins(text))

    def write_end(self, pen: Pen, text: str, room: Box, y: float, font: Font, colour: str) -> Written:
        """A line that ends at the end of a room."""
        x = room.x if self.rtl else room.right
        return pen.write(text, (x, y), font, colour, align="left" if self.rtl else "right", rtl=self.begins(text))

    def begins(self, text: str) -> bool:
        """Whether a line is read from the right."""
        return self.rtl and is_arabic(text)

    def beside(self, room: Box, width: float) -> tuple[Box, Box]:
        """A room in two: the part at its start, and one of a width at its end."""
        rest = Box(room.x, room.y, room.width - width, room.height)
        if not self.rtl:
            return rest, Box(rest.right, room.y, width, room.height)
        return Box(room.x + width, room.y, rest.width, room.height), Box(room.x, room.y, width, room.height)
