"""Who says so: sources, their origins, and what they say."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from libyamap.model.record import Edtf, Prose, Record, Slug, Text
from libyamap.model.terms import Assertion, Credibility, Reliability


class Origin(Record):
    """A lineage: where statements come from. Two voices of one house are one origin.

    Attributes
    ----------
    actor : str, optional
        The actor that speaks, where it is one of the dataset's actors.
    """

    id: Slug
    name: Text
    actor: Slug | None = None
    description: Text | None = None


class Gazetteer(Record):
    """A register of coordinates. Gazetteers of one lineage do not confirm each other."""

    id: Slug
    title: Prose
    lineage: Slug
    licence: Prose


class Source(Record):
    """A document that claims are taken from.

    Attributes
    ----------
    reliability : Reliability
        Admiralty grade, with its basis in words.
    published : str, optional
        EDTF; how it was inferred stands in `dating`.
    paragraphs : int
        Number of locators: non-empty lines, the title being 0.
    """

    id: Slug
    title: Text
    kind: Literal["report", "article", "statement", "dataset", "imagery", "other"]
    language: Literal["ar", "en", "fr", "ru", "tr", "it", "other"]
    publisher: Text | None = None
    author: Text | None = None
    published: Edtf | None = None
    dating: Text | None = None
    url: str | None = None
    paragraphs: Annotated[int, Field(ge=1)]
    reliability: Reliability
    reliability_basis: Text
    description: Text


class Attribution(Record):
    """Who said it, as the source has it.

    Attributes
    ----------
    origin : str
        Id of the `Origin`: the lineage that is counted.
    wording : Text
        How the source names the speaker ("an official close to ...").
    """

    origin: Slug
    wording: Text


class Grade(Record):
    """Credibility of a claim and why: `basis` names an entry of the rubric."""

    credibility: Credibility
    basis: Slug
    note: Text | None = None


class Claim(Record):
    """One statement of one speaker: the unit of evidence.

    Attributes
    ----------
    locator : tuple of int
        Paragraphs of the source, counted from 0 (the title).
    hedge : str, optional
        Entry of the rubric's hedges: the strength of the wording. Both texts use a phrase of it.
    condition : Text, optional
        What the statement depends on.
    happened, said : str, optional
        EDTF: when it happened and when it was said.
    dating : Text, optional
        How a relative or implied date was resolved.
    recorded : date
        When it was entered here.
    actors, places : tuple of str
        Whom and where it is about.
    reason_for : tuple of str
        Claims that this one is given as a reason for.
    """

    id: Slug
    source: Slug
    locator: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)]
    attribution: Attribution
    assertion: Assertion
    hedge: Slug | None = None
    condition: Text | None = None
    grade: Grade
    happened: Edtf | None = None
    said: Edtf | None = None
    dating: Text | None = None
    recorded: dt.date
    actors: tuple[Slug, ...] = ()
    places: tuple[Slug, ...] = ()
    reason_for: tuple[Slug, ...] = ()
    text: Text
