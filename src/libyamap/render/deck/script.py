"""Text as slides hold it: in paragraphs, in a language and its direction, free of what no slide may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.oxml.text import CT_TextParagraph
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.autoshape import Shape
from pptx.text.text import _Paragraph
from pptx.util import Pt

from libyamap.i18n import DIRECTIONS, Lang

LANGUAGE_IDS = {"ar": MSO_LANGUAGE_ID.ARABIC_LIBYA, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
COMPLEX_FONT = "Arial"
"""Has Arabic wherever slides are shown; fonts cannot be embedded."""

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_DIRECTING = re.compile("[\u200e\u200f\u061c\u2067\u2068\u202a-\u202e]")
_ISOLATE, _ISOLATED = "\u2066", "\u2069"
_EMBED, _EMBEDDED = "\u200f\u202a", "\u202c\u200f"
"""Say the same to programs that know no isolates: from right to left before and after, from left to right between."""


@dataclass(frozen=True)
class Piece:
    """Some text of a paragraph that looks alike."""

    text: str
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one size.

    Attributes
    ----------
    size : float
        Points.
    bullet : bool, optional
        Whether it has a mark in front; as its place has it if None.
    middle : bool
        Whether it stands in the middle.
    before : float
        Points above it.
    cites : tuple of int
        Footnotes that it has.
    paper : bool
        Whether it has the colour of the background, for what is filled with that of text.
    """

    pieces: tuple[Piece, ...]
    size: float = 12.0
    bullet: bool | None = False
    middle: bool = False
    before: float = 0.0
    cites: tuple[int, ...] = ()
    paper: bool = False

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether any of it is bold."""
        return any(piece.bold for piece in self.pieces)

    def sized(self, size: float) -> Paragraph:
        """The same in another size, with as much above it in proportion."""
        return replace(self, size=size, before=self.before * size / self.size)


def said(text: str, *, size: float = 12.0, bold: bool = False, middle: bool = False, before: float = 0.0) -> Paragraph:
    """A paragraph of one piece."""
    return Paragraph((Piece(text, bold),), size, middle=middle, before=before)


@dataclass(frozen=True)
class Scribe:
    """Writes into shapes in a language.

    Attributes
    ----------
    complex_font : str
        Font of Arabic letters.
    """

    lang: Lang
    complex_font: str = COMPLEX_FONT

    @property
    def rtl(self) -> bool:
        """Whether lines begin on the right."""
        return DIRECTIONS[self.lang] == "rtl"

    def native(self, text: str) -> str:
        """A text without controls, and with its directions as slides understand them."""
        text = _DIRECTING.sub("", _UNFIT.sub(" ", text))
        before, after = (_EMBED, _EMBEDDED) if self.rtl else ("", "")
        return text.replace(_ISOLATE, before).replace(_ISOLATED, after)

    def write(self, shape: Shape, paragraphs: Sequence[Paragraph], *, aligned: bool = True) -> None:
        """Set a shape's text.

        Parameters
        ----------
        aligned : bool
            Whether lines begin at the start; as the place has them otherwise.
        """
        frame = shape.text_frame
        frame.clear()
        for number, paragraph in enumerate(paragraphs):
            self._write_one(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), paragraph)
        for element, paragraph in zip(shape.element.iter(qn("a:p")), paragraphs, strict=False):
            self._direct(element, paragraph, aligned=aligned)

    def write_number(self, shape: Shape, number: int, size: float) -> None:
        """Set a shape's text to the slide's number, kept up to date by who shows it."""
        self.write(shape, [said(str(number), size=size)], aligned=False)
        run = next(shape.element.iter(qn("a:r")))
        run.tag = qn("a:fld")
        run.set("id", "{5B1D4C53-2D6B-4B6E-9D0A-2D7C1E0F5A11}")
        run.set("type", "slidenum")
        self._direct_end(shape)

    def _direct_end(self, shape: Shape) -> None:
        for element in shape.element.iter(qn("a:p")):
            properties = element.get_or_add_pPr()
            properties.set("algn", "l" if self.rtl else "r")

    def _write_one(self, target: _Paragraph, paragraph: Paragraph) -> None:
        if paragraph.before:
            target.space_before = Pt(paragraph.before)
        for piece in paragraph.pieces:
            run = target.add_run()
            run.text = self.native(piece.text)
            run.font.size = Pt(paragraph.size)
            run.font.language_id = LANGUAGE_IDS[self.lang]
            if piece.bold:
                run.font.bold = True
            if paragraph.paper:
                run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1

    def _direct(self, element: CT_TextParagraph, paragraph: Paragraph, *, aligned: bool) -> None:
        """Direction, alignment and mark of a paragraph; font and height of its pieces."""
        properties = element.get_or_add_pPr()
        if self.rtl:
            properties.set("rtl", "1")
        if paragraph.middle:
            properties.set("algn", "ctr")
        elif aligned:
            properties.set("algn", "r" if self.rtl else "l")
        if paragraph.bullet is False:
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.append(OxmlElement("a:buNone"))
        for run, piece in zip(element.iter(qn("a:rPr")), paragraph.pieces, strict=False):
            if piece.raised:
                run.set("baseline", "30000")
            if self.rtl:
                font = OxmlElement("a:cs")
                font.set("typeface", self.complex_font)
                run.append(font)
