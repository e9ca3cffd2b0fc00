"""Briefs: scenes in an order, each a View with a title, lines of text and what stands out in it.

A scene keeps its View as a permalink's query, without language and theme: addresses are understood by all later
releases, and who presents chooses the language. Texts may lack a language while a brief is written; what is lacking
is told before it is shared.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from libyamap.i18n import LANGUAGES, Lang
from libyamap.marking import combined
from libyamap.model import Record, Slug
from libyamap.view import View, read_query

Said = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]
Marking = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]


class Wording(Record):
    """A text in the two languages of the map, either of which may still be lacking.

    Attributes
    ----------
    ar, en : str
        Arabic and English; empty where nobody has written it yet.
    """

    ar: Said = ""
    en: Said = ""

    def __getitem__(self, lang: str) -> str:
        """The text in a language; in the other one where it is lacking."""
        return (self.ar or self.en) if lang == "ar" else (self.en or self.ar)

    @property
    def lacking(self) -> tuple[Lang, ...]:
        """Languages in which it is not written."""
        return tuple(lang for lang in LANGUAGES if not getattr(self, lang))


class Line(Record):
    """One line of a scene's text, with what it rests on.

    Attributes
    ----------
    text : Wording
    claims : tuple of str
        Ids of the claims that it is footnoted to.
    """

    text: Wording
    claims: tuple[Slug, ...] = ()


def _canonical(query: str) -> str:
    """The query in its one form, without language and theme, if nothing of it is refused."""
    reading = read_query(query)
    if reading.refused:
        raise PydanticCustomError("refused_query", "{parameters}", {"parameters": ", ".join(reading.refused)})
    return reading.view.model_copy(update={"lang": "en", "theme": "light"}).query().partition("&")[2]


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
"""First digits of a claim's digest; `briefs.making` computes it."""


class Scene(Record):
    """One step of a brief.

    Attributes
    ----------
    id : str
        Unique in its brief.
    title : Wording
    lines : tuple of Line
    view : str
        What is looked at: a permalink's query, without language and theme.
    highlighted : tuple of str
        Ids of the features that stand out.
    marking : str, optional
        Handling marking of this scene.
    transition : str
        How the map gets here: `fly` or `cut`.
    dwell : float, optional
        Seconds after which the next scene follows by itself; never if None.
    plays : bool
        Whether time is played over the scene's interval.
    made_of : mapping of str to str
        The digest that each claim of its lines had when the scene was made, by the claim's id.
    """

    id: Slug
    title: Wording
    lines: tuple[Line, ...] = ()
    view: Annotated[str, AfterValidator(_canonical)] = ""
    highlighted: tuple[Slug, ...] = ()
    marking: Marking | None = None
    transition: Literal["fly", "cut"] = "fly"
    dwell: Annotated[float, Field(gt=0, le=3600)] | None = None
    plays: bool = False
    made_of: dict[Slug, Digest] = Field(default_factory=dict)

    def looked_at(self, lang: Lang) -> View:
        """The View of this scene in a language, with its marking."""
        return View.from_query(self.view).model_copy(update={"lang": lang, "marking": self.marking})

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims of its lines, each once, in the order in which they are footnoted."""
        return tuple(dict.fromkeys(claim for line in self.lines for claim in line.claims))


def _distinct(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    counted = Counter(scene.id for scene in scenes)
    if again := [one for one, times in counted.items() if times > 1]:
        raise PydanticCustomError("duplicate_scene", "{ids}", {"ids": ", ".join(again)})
    return scenes


class Brief(Record):
    """An ordered list of scenes.

    Attributes
    ----------
    format : str
        `libyamap-brief/1`.
    id : str
        The name of its file.
    title, subtitle : Wording
    author : Wording
    date : date
        The day that it is of.
    marking : str, optional
        Handling marking of the whole.
    scenes : tuple of Scene
    """

    format: Literal["libyamap-brief/1"] = "libyamap-brief/1"
    id: Slug
    title: Wording
    subtitle: Wording = Wording()
    author: Wording = Wording()
    date: dt.date
    marking: Marking | None = None
    scenes: Annotated[tuple[Scene, ...], AfterValidator(_distinct)] = ()

    @property
    def handling(self) -> str | None:
        """The marking of the whole: its own, or what its scenes ask for beyond that; None if nothing is marked."""
        return combined((self.marking, *(scene.marking for scene in self.scenes)))


def schema() -> dict[str, Any]:
    """JSON Schema of a brief's file."""
    return Brief.model_json_schema()
