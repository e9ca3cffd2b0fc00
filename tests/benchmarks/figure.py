"""What is measured, what it should be, and what came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Figure:
    """Something that can be measured.

    Attributes
    ----------
    name : str
        Slug, by which `make bench ONLY=name` runs this figure alone.
    about : str
        What it is, in a sentence.
    unit : str
        Unit of the value; `ratio` has none.
    target : float
        What the value should reach.
    better : str
        Which way it should go.
    measure : callable
        Takes the measurement; it starts and stops all that it needs.
    """

    name: str
    about: str
    unit: str
    target: float
    better: Literal["lower", "higher"]
    measure: Callable[[], float]


@dataclass(frozen=True)
class Result:
    """A figure as it was measured."""

    figure: Figure
    value: float

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        target = self.figure.target
        return self.value <= target if self.figure.better == "lower" else self.value >= target

    def record(self) -> dict[str, Any]:
        """The result as `build/bench.json` has it."""
        figure = self.figure
        return {
            "name": figure.name,
            "value": round(self.value, 4),
            "unit": figure.unit,
            "target": figure.target,
            "better": figure.better,
            "met": self.met,
        }
