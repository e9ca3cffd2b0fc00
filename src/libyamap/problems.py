"""What is wrong with a dataset, so that its curator can mend it: the file, the object, the field, the fault."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from libyamap.errors import LibyamapError
from libyamap.i18n import message


class Word(str):
    """A value of a problem that is a message's key: it is said in the reader's language."""

    __slots__ = ()


@dataclasses.dataclass(frozen=True)
class Problem:
    """One fault of a dataset.

    Attributes
    ----------
    file : str
        Name relative to the dataset's folder.
    feature : str
        Id of the object; empty where the fault is the file's own.
    field : str
        Path within the object, with dots; empty where it is the object's own.
    key : str
        Message key under ``problem.``.
    params : mapping
        Values of the message's placeholders.
    """

    file: str
    feature: str
    field: str
    key: str
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def sentence(self, lang: str) -> str:
        """The fault alone, in words."""
        values = {name: message(lang, one) if isinstance(one, Word) else one for name, one in self.params.items()}
        return message(lang, f"problem.{self.key}", **values)

    def line(self, lang: str) -> str:
        """File, object, field and fault on one line."""
        where = ": ".join(part for part in (self.file, self.feature, self.field) if part)
        return f"{where}: {self.sentence(lang)}"


class DatasetError(LibyamapError):
    """A dataset has problems.

    Attributes
    ----------
    problems : tuple of Problem
        All of them, in the order of the files.
    """

    key = "error.dataset"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(n=len(problems), list="\n".join(problem.line("en") for problem in problems))
