"""Paths: along points, round boxes and circles, several as one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from matplotlib.path import Path

from libyamap.render.static.plane import Box, Points

EMPTY = Path(np.empty((0, 2)))
_CORNER_POINTS = 9


def points_of(path: Path) -> Points:
    """A path's vertices, in rows of x and y."""
    return np.asarray(path.vertices, np.float64).reshape(-1, 2)


def is_empty(path: Path) -> bool:
    """Whether there is nothing of it."""
    return not len(points_of(path))


def polyline(points: npt.ArrayLike, *, closed: bool = False) -> Path:
    """A path along points."""
    vertices = np.asarray(points, np.float64).reshape(-1, 2)
    return Path(np.vstack((vertices, vertices[:1])), closed=True) if closed else Path(vertices)


def compound(parts: Sequence[Path]) -> Path:
    """Several paths as one."""
    kept = [part for part in parts if not is_empty(part)]
    return Path.make_compound_path(*kept) if kept else EMPTY


def rectangle(box: Box, *, radius: float = 0.0) -> Path:
    """A rectangle, its corners rounded by a radius."""
    if not radius:
        return polyline(((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)), closed=True)
    r = min(radius, box.width / 2, box.height / 2)
    corners = (
        (box.right - r, box.y + r, -90),
        (box.right - r, box.bottom - r, 0),
        (box.x + r, box.bottom - r, 90),
        (box.x + r, box.y + r, 180),
    )
    arcs = []
    for x, y, start in corners:
        turn = np.radians(np.linspace(start, start + 90, _CORNER_POINTS))
        arcs.append(np.column_stack((x + r * np.cos(turn), y + r * np.sin(turn))))
    return polyline(np.vstack(arcs), closed=True)


def disc(x: float, y: float, radius: float) -> Path:
    """A circle."""
    return Path.circle((x, y), radius)


def moved(path: Path, x: float, y: float) -> Path:
    """A path elsewhere."""
    return Path(points_of(path) + np.array((x, y)), path.codes)


def scaled(path: Path, at: tuple[float, float], scale: float) -> Path:
    """A path about the origin, larger or smaller, about a point."""
    return Path(points_of(path) * scale + np.array(at), path.codes)
