"""Where labels stand: none over another or over what must stay visible, the most important first; as on the screen.

The twin of `web/src/map/labels.ts`, `label-grid.ts` and `label-painter.ts`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from libyamap.render.static.letters import LEADING, Font, Script, is_arabic
from libyamap.render.static.pen import Align, Line, Pen
from libyamap.render.static.plane import Box

MARGIN = 1.5
"""Units to be kept between any two boxes."""
AIR = 0.16
"""Share of a line above and below its letters that need not be kept clear of the anchor."""
DIAGONAL = 0.75
"""Of a gap, what is left along each axis where the label stands diagonally."""
HALO = 3.0
_CELL = 64

AROUND = ("end", "start", "below", "above", "below-end", "above-end", "below-start", "above-start")
"""Sides of a symbol; `end` is where reading goes."""
AROUND_TOWN = ("end", "start", "above", "below", "above-end", "below-end", "above-start", "below-start")
AREA = ("centre", "above", "below")


@dataclass(frozen=True)
class TextLine:
    """One line of a label."""

    text: str
    font: Font
    colour: str
    alpha: float = 1.0

    def script(self, *, rtl: bool) -> Script:
        """The line as it is written on a page that reads from the right, or not."""
        return Script(self.text, self.font, rtl and is_arabic(self.text))


@dataclass(frozen=True)
class Label:
    """What is to be written on the map.

    Attributes
    ----------
    at : tuple of float
        Units of the page.
    gap : float
        Units from the anchor to the text: a symbol's radius and some air.
    priority : float
        The largest are placed first.
    sides : sequence of str
        In order of preference.
    halo : str, optional
        Colour round the letters where the page's own would stand out.
    narrower : tuple
        The lines that it has instead where there is no room for the first.
    elsewhere : sequence
        Further anchors, the best first, for areas of which only a part is seen.
    """

    id: str
    lines: tuple[TextLine, ...]
    at: tuple[float, float]
    gap: float
    priority: float
    sides: Sequence[str]
    halo: str | None = None
    narrower: tuple[TextLine, ...] = ()
    elsewhere: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True)
class Placed:
    """A label that there is room for."""

    label: Label
    lines: tuple[TextLine, ...]
    side: str
    box: Box


class BoxGrid:
    """Boxes by the squares that they touch, so that what a label would meet is found without looking at all."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a box in."""
        for key in _cells(box):
            self._cells[key].append(box)

    def meets(self, box: Box) -> bool:
        """Whether a box overlaps one that was added, or nearly touches it."""
        return any(box.meets(other, MARGIN) for key in _cells(box) for other in self._cells.get(key, ()))


def place_labels(labels: Iterable[Label], frame: Box, obstacles: Iterable[Box], *, rtl: bool) -> list[Placed]:
    """Labels that there is room for, each with its box; those of equal priority in the order of their ids."""
    taken = BoxGrid(obstacles)
    found = []
    for label in sorted(labels, key=lambda one: (-one.priority, one.id)):
        placed = _placed(label, frame, taken, rtl=rtl)
        if placed:
            taken.add(placed.box)
            found.append(placed)
    return found


def paint_labels(pen: Pen, placed: Iterable[Placed], halo: str, *, rtl: bool) -> None:
    """Letters in their halos; all halos of a label before all of its letters."""
    for one in placed:
        align = alignment(one.side, rtl=rtl)
        x = {"left": one.box.x, "right": one.box.right, "center": one.box.middle[0]}[align]
        lines = list(_lines(one))
        surround = Line(one.label.halo or halo, HALO)
        for line, y in lines:
            pen.halo(line.script(rtl=rtl), (x, y), surround, align=align)
        for line, y in lines:
            pen.write(line.script(rtl=rtl), (x, y), line.colour, align=align, alpha=line.alpha)


def alignment(side: str, *, rtl: bool) -> Align:
    """At which end a label's lines meet."""
    if "end" not in side and "start" not in side:
        return "center"
    return "right" if ("end" in side) == rtl else "left"


def _lines(placed: Placed) -> Iterator[tuple[TextLine, float]]:
    y = placed.box.y
    for line in placed.lines:
        height = line.font.size * LEADING
        yield line, y + height / 2
        y += height


def _placed(label: Label, frame: Box, taken: BoxGrid, *, rtl: bool) -> Placed | None:
    for lines in filter(None, (label.lines, label.narrower)):
        across = max(line.script(rtl=rtl).width for line in lines)
        size = across, sum(line.font.size * LEADING for line in lines)
        for at in (label.at, *label.elsewhere):
            for side in label.sides:
                box = _box(label, at, side, size, rtl=rtl)
                if frame.holds(box) and not taken.meets(box):
                    return Placed(label, lines, side, box)
    return None


def _box(label: Label, at: tuple[float, float], side: str, size: tuple[float, float], *, rtl: bool) -> Box:
    across, height = size
    sideways = "end" in side or "start" in side
    vertical = "above" in side or "below" in side
    air = AIR * label.lines[0].font.size
    gap = label.gap * (DIAGONAL if sideways and vertical else 1)
    y = at[1] - height / 2
    if "above" in side:
        y = at[1] - gap + air - height
    elif "below" in side:
        y = at[1] + gap - air
    align = alignment(side, rtl=rtl)
    x = at[0] - across / 2 if align == "center" else at[0] + gap if align == "left" else at[0] - gap - across
    return Box(x, y, across, height)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for row in range(int((box.y - MARGIN) // _CELL), int((box.bottom + MARGIN) // _CELL) + 1):
        for column in range(int((box.x - MARGIN) // _CELL), int((box.right + MARGIN) // _CELL) + 1):
            yield row, column
