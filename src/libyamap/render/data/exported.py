"""What an export gives back: a file's bytes, what lies beside it, and what its format could not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from libyamap.i18n import LEFT_TO_RIGHT, message


@dataclass(frozen=True)
class Loss:
    """Something that a format could not hold, or holds otherwise.

    Attributes
    ----------
    kind : str
        The message `data.loss.<kind>` says what it is.
    n : int
        How many of it there are.
    names : tuple of str
        Where: names of fields.
    """

    kind: str
    n: int = 1
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Its message in `locale/`."""
        return f"data.loss.{self.kind}"

    def sentence(self, lang: str) -> str:
        """It in words."""
        names = message(lang, "list.comma").join(LEFT_TO_RIGHT.format(name) for name in self.names)
        return message(lang, self.key, n=self.n, names=names)


@dataclass(frozen=True)
class Exported:
    """A selection in a format.

    Attributes
    ----------
    content : bytes
        The file.
    losses : tuple of Loss
        What the format could not hold.
    beside : mapping of str to bytes
        Files that belong beside it, by what follows the file's name without its own ending: ".about.txt".
    """

    content: bytes
    losses: tuple[Loss, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)


def told(*losses: Loss) -> tuple[Loss, ...]:
    """Those of which there is something."""
    return tuple(loss for loss in losses if loss.n)
