"""What a writer gives back: a file, what belongs beside it, and what its form could not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Loss(Protocol):
    """Something that a form cannot hold."""

    def sentence(self, lang: str) -> str:
        """It in words."""


@dataclass(frozen=True)
class Written:
    """A file.

    Attributes
    ----------
    content : bytes
    losses : sequence of Loss
        What its form could not hold.
    beside : mapping of str to bytes
        Files that belong beside it, by what follows its name without its own suffix.
    """

    content: bytes
    losses: Sequence[Loss] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
