"""The pen: fills, strokes and text in units of a page, put down in order and drawn by any of matplotlib's renderers.

What is put down is kept as it is, and drawn when the page is written: to pixels, to SVG or to PDF. Text is drawn as
outlines, but for the Latin text of a PDF, which stays text, so that it is found and copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgb
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, TransformedPath

from libyamap.render.static.letters import DROP, Font, Run, Script, is_arabic, plain, properties
from libyamap.render.static.outline import is_empty, moved
from libyamap.render.static.paper import Paper
from libyamap.render.static.plane import Box

Align = Literal["left", "right", "center"]


@dataclass(frozen=True)
class Written:
    """A line of text on the page, for who looks whether texts keep clear of each other.

    Attributes
    ----------
    box : Box
        What its ink lies within.
    within : Box
        What it has to stay inside.
    """

    text: str
    box: Box
    within: Box


@dataclass(frozen=True)
class Line:
    """How a line is drawn: width and dashes in units."""

    colour: str
    width: float
    alpha: float = 1.0
    dash: tuple[float, ...] = ()
    offset: float = 0.0
    cap: Literal["butt", "round", "projecting"] = "butt"
    join: Literal["miter", "round", "bevel"] = "round"


Operation = Callable[["Canvas"], None]


class Pen:
    """Puts down what is to be seen on a page."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.page = Box(0.0, 0.0, *paper.units)
        self.operations: list[Operation] = []
        self.written: list[Written] = []
        self._within = self.page
        self._clip: Box | None = None
        self._alpha = 1.0

    @contextmanager
    def inside(self, box: Box) -> Iterator[None]:
        """What is put down meanwhile is seen only inside a box."""
        before = self._within, self._clip
        self._within = self._clip = box
        yield
        self._within, self._clip = before

    @contextmanager
    def through(self, alpha: float) -> Iterator[None]:
        """What is put down meanwhile is seen through."""
        before = self._alpha
        self._alpha = before * alpha
        yield
        self._alpha = before

    def fill(self, path: Path, colour: str, alpha: float = 1.0) -> None:
        """Fill a path."""
        if not is_empty(path):
            clip, alpha = self._clip, alpha * self._alpha
            self.operations.append(lambda canvas: canvas.fill(path, colour, alpha, clip))

    def stroke(self, path: Path, line: Line, *, within: Path | None = None) -> None:
        """Draw along a path; only what lies within another, if one is given."""
        if not is_empty(path):
            clip, alpha = self._clip, line.alpha * self._alpha
            self.operations.append(lambda canvas: canvas.stroke(path, replace(line, alpha=alpha), clip, within))

    def halo(self, script: Script, at: tuple[float, float], line: Line, *, align: Align = "left") -> None:
        """What surrounds a line of text that `write` puts there."""
        self.stroke(moved(script.run.outline, *_baseline(script.run, at, align)), line)

    def write(
        self, script: Script, at: tuple[float, float], colour: str, *, align: Align = "left", alpha: float = 1.0
    ) -> None:
        """A line of text whose ink begins, ends or has its middle at x, and the middle of its letters at y."""
        if not script.text:
            return
        shaped = script.run
        x, y = _baseline(shaped, at, align)
        clip, alpha = self._clip, alpha * self._alpha
        self.operations.append(lambda canvas: canvas.letters(shaped, (x, y), colour, alpha, clip))
        box = Box(x + shaped.left, y + shaped.top, shaped.width, shaped.bottom - shaped.top)
        self.written.append(Written(plain(script.text), box, self._within))


class Canvas:
    """A renderer of matplotlib, drawn on in units; it takes positions in pixels, but widths and dashes in points."""

    def __init__(self, renderer: RendererBase, paper: Paper, *, height: float, live: bool) -> None:
        self._renderer = renderer
        scale = height / paper.units[1]
        self._transform = Affine2D().scale(scale, -scale).translate(0, height)
        self._live = live
        self._points = paper.points_per_unit

    def fill(self, path: Path, colour: str, alpha: float, clip: Box | None) -> None:
        """Fill a path."""
        context = self._context(alpha, clip)
        context.set_linewidth(0)
        context.set_foreground(to_rgb(colour))
        self._renderer.draw_path(context, path, self._transform, to_rgb(colour))
        context.restore()

    def stroke(self, path: Path, line: Line, clip: Box | None, within: Path | None) -> None:
        """Draw along a path."""
        context = self._context(line.alpha, clip)
        context.set_linewidth(line.width * self._points)
        context.set_foreground(to_rgb(line.colour))
        context.set_capstyle(line.cap)
        context.set_joinstyle(line.join)
        if line.dash:
            context.set_dashes(line.offset * self._points, [length * self._points for length in line.dash])
        if within is not None:
            context.set_clip_path(TransformedPath(within, self._transform))
        self._renderer.draw_path(context, path, self._transform, None)
        context.restore()

    def letters(self, shaped: Run, at: tuple[float, float], colour: str, alpha: float, clip: Box | None) -> None:
        """Text: as text where the file can hold it, else as outlines."""
        font = shaped.font
        if not self._live or font.spacing or font.slant or is_arabic(shaped.text):
            self.fill(moved(shaped.outline, *at), colour, alpha, clip)
            return
        context = self._context(alpha, clip)
        context.set_foreground(to_rgb(colour))
        text = plain(shaped.text)
        points = properties(text, Font(font.size * self._points, font.weight))
        left, top = self._transform.transform(at)
        self._renderer.draw_text(context, left, top, text, points, 0)
        context.restore()

    def _context(self, alpha: float, clip: Box | None) -> GraphicsContextBase:
        context = self._renderer.new_gc()
        context.set_alpha(alpha)
        context.set_antialiased(True)
        if clip is not None:
            corners = self._transform.transform(((clip.x, clip.bottom), (clip.right, clip.y)))
            context.set_clip_rectangle(Bbox(corners))
        return context


class Drawing(Artist):
    """All that a pen has put down, as one artist of a figure.

    Parameters
    ----------
    live : bool
        Whether Latin text stays text.
    """

    def __init__(self, pen: Pen, *, live: bool) -> None:
        super().__init__()
        self._pen = pen
        self._live = live

    def draw(self, renderer: RendererBase) -> None:
        """Draw it all, in order."""
        figure = self.get_figure(root=True)
        if figure is None:
            return
        canvas = Canvas(renderer, self._pen.paper, height=figure.bbox.height, live=self._live)
        for operation in self._pen.operations:
            operation(canvas)


def _baseline(shaped: Run, at: tuple[float, float], align: Align) -> tuple[float, float]:
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    return at[0] - shaped.left - shaped.width * share, at[1] + shaped.font.size * DROP
