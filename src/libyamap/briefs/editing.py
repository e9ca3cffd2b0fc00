"""A brief being written: scenes captured, put in order, changed, and what was done undone.

Briefs are frozen: every change gives another one, and a draft remembers those before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from libyamap.brief import Brief, Scene, Wording
from libyamap.model import Slug
from libyamap.view import View

REMEMBERED = 200
"""Changes that can be undone."""
LONGEST_ID = 60


def captured(view: View, brief: Brief, *, title: Wording | None = None, highlighted: tuple[Slug, ...] = ()) -> Scene:
    """A scene of what is looked at now, with an id that is not in the brief yet."""
    return Scene(
        id=_free("scene", brief),
        title=title or Wording(),
        view=view.query(),
        highlighted=highlighted,
        marking=view.marking,
    )


def added(brief: Brief, scene: Scene, *, after: Slug | None = None) -> Brief:
    """The brief with one more scene: behind another, or at its end.

    Raises
    ------
    ValueError
        If it has a scene of that id already.
    """
    at = len(brief.scenes) if after is None else _index(brief, after) + 1
    return _with(brief, (*brief.scenes[:at], scene, *brief.scenes[at:]))


def replaced(brief: Brief, scene: Scene) -> Brief:
    """The brief with the scene in place of the one that has its id."""
    at = _index(brief, scene.id)
    return _with(brief, (*brief.scenes[:at], scene, *brief.scenes[at + 1 :]))


def duplicated(brief: Brief, scene: Slug) -> Brief:
    """The brief with a copy of a scene behind it."""
    original = brief.scenes[_index(brief, scene)]
    return added(brief, original.model_copy(update={"id": _free(original.id, brief)}), after=scene)


def moved(brief: Brief, scene: Slug, to: int) -> Brief:
    """The brief with a scene at another place, counted from 0; beyond either end, at that end."""
    one = brief.scenes[_index(brief, scene)]
    rest = tuple(other for other in brief.scenes if other.id != scene)
    at = max(0, min(to, len(rest)))
    return _with(brief, (*rest[:at], one, *rest[at:]))


def without(brief: Brief, scene: Slug) -> Brief:
    """The brief without a scene."""
    _index(brief, scene)
    return _with(brief, tuple(one for one in brief.scenes if one.id != scene))


@dataclass(frozen=True)
class Draft:
    """A brief being written, with what it was before and what was undone of it.

    Attributes
    ----------
    brief : Brief
        As it is now.
    past, future : tuple of Brief
        Before each change, and after each that was undone; the nearest last.
    """

    brief: Brief
    past: tuple[Brief, ...] = ()
    future: tuple[Brief, ...] = ()

    def changed(self, brief: Brief) -> Draft:
        """The draft after a change; what had been undone is gone."""
        return self if brief == self.brief else Draft(brief, (*self.past, self.brief)[-REMEMBERED:])

    def undone(self) -> Draft:
        """The draft before its last change, if there is one."""
        if not self.past:
            return self
        return replace(self, brief=self.past[-1], past=self.past[:-1], future=(*self.future, self.brief))

    def redone(self) -> Draft:
        """The draft after the change that was undone last, if there is one."""
        if not self.future:
            return self
        return replace(self, brief=self.future[-1], past=(*self.past, self.brief), future=self.future[:-1])


def _index(brief: Brief, scene: Slug) -> int:
    """Where a scene stands.

    Raises
    ------
    KeyError
        If the brief has no such scene.
    """
    places = {one.id: place for place, one in enumerate(brief.scenes)}
    return places[scene]


def _with(brief: Brief, scenes: tuple[Scene, ...]) -> Brief:
    return Brief.model_validate({**dict(brief), "scenes": scenes})


def _free(wanted: str, brief: Brief) -> str:
    """An id that no scene of the brief has: `wanted`, numbered if need be."""
    taken = {scene.id for scene in brief.scenes}
    stem = wanted[:LONGEST_ID].rstrip("-")
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)
