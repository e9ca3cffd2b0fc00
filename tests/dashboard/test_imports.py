"""The dashboard's scripts import one another one way, and the library knows nothing of them."""

from __future__ import annotations

import ast
import graphlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DASHBOARD = {file.stem: file for file in (ROOT / "dashboard").glob("*.py")}
LIBRARY = sorted((ROOT / "src" / "libyamap").rglob("*.py"))


def test_the_scripts_import_without_a_cycle() -> None:
    graph = {name: imported(file) & DASHBOARD.keys() for name, file in DASHBOARD.items()}
    order = list(graphlib.TopologicalSorter(graph).static_order())
    assert order.index("live") < order.index("routes") < order.index("page") < order.index("app")
    assert order.index("state") < order.index("controls") < order.index("main")


def test_the_script_knows_nothing_of_the_page() -> None:
    reached, waiting = set[str](), {"main"}
    while waiting:
        reached |= waiting
        waiting = {name for one in waiting for name in imported(DASHBOARD[one]) & DASHBOARD.keys()} - reached
    assert reached.isdisjoint({"app", "page", "streamlit_page"})


def test_the_library_imports_no_script_of_the_dashboard() -> None:
    own_names = set(DASHBOARD)
    found = {file.name: imported(file) & own_names for file in LIBRARY}
    assert not {name: names for name, names in found.items() if names}


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
