"""How claims are graded and hedges are rendered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from libyamap.model.record import Aliases, Record, Slug, Text
from libyamap.model.terms import Credibility


class Hedge(Record):
    """A strength of wording and the phrases that carry it in either language, rank 1 being weakest."""

    id: Slug
    name: Text
    rank: Annotated[int, Field(ge=1, le=9)]
    phrases: Aliases


class Basis(Record):
    """A reason for a credibility grade, and the grades that it can support."""

    id: Slug
    text: Text
    credibility: Annotated[tuple[Credibility, ...], Field(min_length=1)]


class Rubric(Record):
    """How claims are graded and hedges are rendered."""

    hedges: tuple[Hedge, ...]
    bases: tuple[Basis, ...]
