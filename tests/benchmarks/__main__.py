"""Measure all figures, or some: `python -m tests.benchmarks [--only NAME]`.

Prints a table and writes `build/bench.json`; exits 1 if a target was missed, 2 if there is no such figure. Figures
that are measured take their place among those of earlier runs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import (
    click,
    cold,
    filter_change,
    memory,
    offline,
    page_bytes,
    playing,
    presenting,
    select_in_space,
    select_time,
    snapshot,
)
from tests.benchmarks.figure import Figure, Result

FIGURES: tuple[Figure, ...] = (
    cold.PAGE,
    cold.PANEL,
    page_bytes.OWN,
    page_bytes.RATIO,
    filter_change.CURATED,
    filter_change.THOUSANDS,
    click.RATIO,
    playing.CURATED,
    playing.CURATED_RATIO,
    playing.THOUSANDS,
    playing.THOUSANDS_RATIO,
    playing.HANDLE,
    presenting.MEDIAN,
    presenting.SLOWEST,
    presenting.LAG,
    select_time.SELECT,
    select_in_space.RATIO,
    memory.PAGE,
    memory.SERVER,
    snapshot.WARM,
    snapshot.FOLIUM,
    snapshot.COLD,
    snapshot.MEMORY,
    offline.BYTES,
)
OUTPUT = Path(__file__).parents[2] / "build" / "bench.json"


class UnknownFigureError(Exception):
    """No figure has the name that was asked for."""


def main(arguments: Sequence[str] | None = None, figures: Sequence[Figure] = FIGURES, output: Path = OUTPUT) -> int:
    """Run the benchmarks and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure, compare with targets.")
    parser.add_argument("--only", metavar="NAME", help="a figure, or a word of the names of several")
    only = parser.parse_args(arguments).only
    try:
        wanted = chosen(only, figures)
    except UnknownFigureError as error:
        print(error, file=sys.stderr)
        return 2
    results = []
    for figure in wanted:
        results.append(Result(figure, figure.measure()))
        print(line(results[-1]), flush=True)
        save(results, figures, output)
    return 0 if all(result.met for result in results) else 1


def chosen(only: str | None, figures: Sequence[Figure]) -> list[Figure]:
    """The figure of a name, or those in whose names it is a word; all of them where nothing is asked for.

    Raises
    ------
    UnknownFigureError
        If there is none; names all that there are.
    """
    if not only:
        return list(figures)
    found = [figure for figure in figures if figure.name == only] or [
        figure for figure in figures if only in figure.name.split("-")
    ]
    if not found:
        names = ", ".join(figure.name for figure in figures)
        raise UnknownFigureError(f"No figure is called “{only}” or has that word in its name. There are: {names}.")
    return found


def line(result: Result) -> str:
    """A result as a line of the table."""
    figure = result.figure
    sign = "≤" if figure.better == "lower" else "≥"
    verdict = "met" if result.met else "MISSED"
    measured = f"{figure.name:<22} {result.value:>9.3f} {figure.unit:<6}"
    return f"{measured} {sign} {figure.target:<6g} {verdict:<7} {figure.about}"


def save(results: Sequence[Result], figures: Sequence[Figure], output: Path) -> None:
    """Write the results, with those of figures that were not measured this time, in the order of all."""
    measured = {result.figure.name: result.record() for result in results}
    kept: list[dict[str, Any]] = json.loads(output.read_text("utf-8")) if output.is_file() else []
    known = {record["name"]: record for record in kept} | measured
    records = [known[figure.name] for figure in figures if figure.name in known]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(records, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
