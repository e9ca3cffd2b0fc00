"""Measure all figures, or one: `python -m tests.benchmarks [--only NAME]`.

Prints a table and writes `build/bench.json`; exits 1 if a target was missed. A single figure takes its place
among those of the last run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import cold_page, page_bytes, select_time
from tests.benchmarks.figure import Figure, Result

FIGURES: tuple[Figure, ...] = (cold_page.RATIO, page_bytes.OWN, page_bytes.RATIO, select_time.SELECT)
OUTPUT = Path(__file__).parents[2] / "build" / "bench.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks and return the exit code."""
    names = [figure.name for figure in FIGURES]
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Measure, and compare with targets."
    )
    parser.add_argument("--only", choices=names, metavar="NAME", help="one of: " + ", ".join(names))
    only = parser.parse_args(arguments).only
    results = []
    for figure in FIGURES:
        if only in {None, figure.name}:
            results.append(Result(figure, figure.measure()))
            print(line(results[-1]), flush=True)
    save(results)
    return 0 if all(result.met for result in results) else 1


def line(result: Result) -> str:
    """A result as a line of the table."""
    figure = result.figure
    sign = "≤" if figure.better == "lower" else "≥"
    verdict = "met" if result.met else "MISSED"
    measured = f"{figure.name:<18} {result.value:>10.3f} {figure.unit:<6}"
    return f"{measured} {sign} {figure.target:<8g} {verdict:<7} {figure.about}"


def save(results: Sequence[Result]) -> None:
    """Write the results, with those of figures that were not measured this time."""
    measured = {result.figure.name: result.record() for result in results}
    kept: list[dict[str, Any]] = json.loads(OUTPUT.read_text("utf-8")) if OUTPUT.is_file() else []
    known = {record["name"]: record for record in kept} | measured
    records = [known[figure.name] for figure in FIGURES if figure.name in known]
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(records, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
