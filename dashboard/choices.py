"""What a filter offers: ids with names in the reader's language, and how much each choice would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from libyamap.i18n import number

SEPARATOR = " · "
"""Between a name and the count behind it."""


@dataclass(frozen=True)
class Choices:
    """The choices of one filter.

    Attributes
    ----------
    names : mapping of str to str
        By id, in the order that they are offered in.
    counts : mapping of str to int
        By id: how many features the choice would leave; no count is shown for an id without one.
    """

    lang: str
    names: Mapping[str, str]
    counts: Mapping[str, int]

    @property
    def ids(self) -> tuple[str, ...]:
        """What can be chosen."""
        return tuple(self.names)

    def label(self, choice: str) -> str:
        """A choice as it is shown: its name and its count."""
        name = self.names.get(choice, choice)
        return name + SEPARATOR + number(self.lang, self.counts[choice]) if choice in self.counts else name

    def chosen(self, values: Iterable[str]) -> tuple[str, ...]:
        """Ids of what a widget holds.

        Streamlit sends labels and finds their ids. When somebody chooses again before the page has caught up with
        a first choice, a label comes with the count of a moment ago: then its name tells.
        """
        return tuple(filter(None, (self._id(value) for value in values)))

    def _id(self, value: str) -> str | None:
        return value if value in self.names else self._by_name.get(value.rpartition(SEPARATOR)[0])

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {name: choice for choice, name in self.names.items()}
