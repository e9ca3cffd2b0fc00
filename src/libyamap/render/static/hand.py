"""The hand that writes: a pen, a language and its direction, colours. Text goes from its start to its end."""

from __future__ import annotations

from dataclasses import dataclass

from libyamap.i18n import DIRECTIONS, message
from libyamap.render.static.ground import Palette
from libyamap.render.static.letters import Font, Script, is_arabic
from libyamap.render.static.pen import Pen
from libyamap.render.static.plane import Box


@dataclass(frozen=True)
class Hand:
    """Writes in a language with the colours of a palette."""

    pen: Pen
    lang: str
    palette: Palette

    @property
    def rtl(self) -> bool:
        """Whether lines begin on the right."""
        return DIRECTIONS[self.lang] == "rtl"

    def script(self, text: str, font: Font) -> Script:
        """A line of text as this language writes it."""
        return Script(text, font, self.rtl and is_arabic(text))

    def said(self, key: str, **params: object) -> str:
        """A message in the language."""
        return message(self.lang, key, **params)

    def start(self, text: str, room: Box, y: float, font: Font, *, ink: str = "ink") -> None:
        """A line that begins at the start of a room."""
        x = room.right if self.rtl else room.x
        self.pen.write(self.script(text, font), (x, y), self.palette[ink], align="right" if self.rtl else "left")

    def end(self, text: str, room: Box, y: float, font: Font, *, ink: str = "ink") -> None:
        """A line that ends at the end of a room."""
        x = room.x if self.rtl else room.right
        self.pen.write(self.script(text, font), (x, y), self.palette[ink], align="left" if self.rtl else "right")

    def middle(self, text: str, at: tuple[float, float], font: Font, *, ink: str = "ink") -> None:
        """A line with its middle at a point."""
        self.pen.write(self.script(text, font), at, self.palette[ink], align="center")

    def beside(self, room: Box, width: float) -> tuple[Box, Box]:
        """A room in two: the part at its start, and one of a width at its end."""
        rest = room.width - width
        if self.rtl:
            return Box(room.x + width, room.y, rest, room.height), Box(room.x, room.y, width, room.height)
        return Box(room.x, room.y, rest, room.height), Box(room.x + rest, room.y, width, room.height)

    def after(self, room: Box, inset: float) -> Box:
        """What is left of a room after so much at its start."""
        return self.beside(room, room.width - inset)[1]

    def before(self, room: Box, inset: float) -> Box:
        """What is left of a room before so much at its end."""
        return self.beside(room, inset)[0]
