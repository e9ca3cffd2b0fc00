"""Who: persons, bodies, forces and governments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from libyamap.model.record import Aliases, Edtf, Record, Slug, Text


class ActorGroup(Record):
    """A side of the map: an editorial grouping for filters and colours, not a claim."""

    id: Slug
    name: Text
    description: Text


class Role(Record):
    """An office, membership, alliance or other tie of an actor: itself a claim.

    Attributes
    ----------
    of : str, optional
        The actor it is a role in or towards.
    when : str, optional
        EDTF interval, where the source gives one.
    """

    kind: Literal["office", "member", "ally", "representative", "subordinate", "other"]
    title: Text
    of: Slug | None = None
    when: Edtf | None = None
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Actor(Record):
    """A person, body, force or government that does or says something.

    Attributes
    ----------
    aliases : Aliases
        Other names, and every spelling that the sources use.
    """

    id: Slug
    name: Text
    kind: Literal["person", "government", "institution", "armed-force", "armed-group", "ship", "people"]
    group: Slug
    aliases: Aliases = Aliases()
    roles: tuple[Role, ...] = ()
    description: Text | None = None
