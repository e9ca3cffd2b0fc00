"""The measurements' table, their record for other programs, and how one asks for some of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.benchmarks.__main__ import FIGURES, UnknownFigureError, chosen, main
from tests.benchmarks.figure import Figure

QUICK = Figure(name="cold-page", about="how soon", unit="ms", target=10, better="lower", measure=lambda: 7.25)
MANY = Figure(name="rows-page", about="how many", unit="rows", target=3, better="higher", measure=lambda: 2)
OTHER = Figure(name="click", about="how soon too", unit="ratio", target=1, better="lower", measure=lambda: 1)
ALL = (QUICK, MANY, OTHER)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "build" / "bench.json"


def records(output: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(output.read_text("utf-8"))
    return content


def test_all_figures_are_recorded_in_their_order(output: Path) -> None:
    main([], ALL, output)
    assert records(output) == [
        {"name": "cold-page", "value": 7.25, "unit": "ms", "target": 10, "better": "lower", "met": True},
        {"name": "rows-page", "value": 2, "unit": "rows", "target": 3, "better": "higher", "met": False},
        {"name": "click", "value": 1, "unit": "ratio", "target": 1, "better": "lower", "met": True},
    ]


def test_the_table_says_value_target_and_verdict(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], ALL, output)
    first, second, _ = capsys.readouterr().out.splitlines()
    assert first.split() == ["cold-page", "7.250", "ms", "≤", "10", "met", "how", "soon"]
    assert second.split() == ["rows-page", "2.000", "rows", "≥", "3", "MISSED", "how", "many"]


def test_a_missed_target_is_told_by_the_exit_code(output: Path) -> None:
    assert main([], ALL, output) == 1
    assert main(["--only", "click"], ALL, output) == 0


def test_a_figure_measured_alone_takes_its_place_among_the_others(output: Path) -> None:
    main([], ALL, output)
    main(["--only", "rows-page"], (QUICK, replace(MANY, measure=lambda: 4), OTHER), output)
    assert [(record["name"], record["value"]) for record in records(output)] == [
        ("cold-page", 7.25),
        ("rows-page", 4),
        ("click", 1),
    ]


def test_a_record_of_a_figure_that_is_no_more_is_dropped(output: Path) -> None:
    main([], ALL, output)
    main(["--only", "click"], (QUICK, OTHER), output)
    assert [record["name"] for record in records(output)] == ["cold-page", "click"]


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("", ["cold-page", "rows-page", "click"]),
        ("cold-page", ["cold-page"]),
        ("page", ["cold-page", "rows-page"]),
        ("click", ["click"]),
    ],
)
def test_a_name_or_a_word_of_names_chooses_figures(only: str, names: list[str]) -> None:
    assert [figure.name for figure in chosen(only, ALL)] == names


def test_an_unknown_name_is_answered_by_those_that_there_are(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "pag"], ALL, output) == 2
    told = capsys.readouterr()
    assert told.err.startswith("No figure is called “pag” or has that word in its name.")
    assert told.err.endswith("There are: cold-page, rows-page, click.\n")
    assert not told.out
    assert not output.exists()


def test_every_figure_can_be_asked_for_by_name() -> None:
    names = [figure.name for figure in FIGURES]
    assert len(set(names)) == len(names)
    assert [chosen(name, FIGURES) for name in names] == [[figure] for figure in FIGURES]
    with pytest.raises(UnknownFigureError):
        chosen("nothing", FIGURES)
