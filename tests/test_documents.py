"""The documents at the root keep up with the house."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY, WEB, DASHBOARD = ROOT / "src" / "libyamap", ROOT / "src" / "libyamap" / "web" / "src", ROOT / "dashboard"

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "geodata/README.md")


def _section(name: str) -> str:
    """The part of the map of the house under a heading."""
    return CONTRIBUTING.partition(f"### {name}")[2].partition("\n### ")[0]


@pytest.mark.parametrize(
    ("section", "folder", "pattern"),
    [("The library", LIBRARY, "*.py"), ("The map application", WEB, "*.ts*"), ("The dashboard", DASHBOARD, "*.py")],
)
def test_every_module_has_its_line_on_the_map_of_the_house(section: str, folder: Path, pattern: str) -> None:
    modules = {file.relative_to(folder).as_posix() for file in folder.rglob(pattern)}
    listed = set(re.findall(r"^\| `([^`]+\.(?:py|tsx?))` \|", _section(section), flags=re.MULTILINE))
    assert listed == modules


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_and_pictures_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text) + re.findall(r'(?:src|srcset|href)="([^"#]+)"', text)
    local = [target for target in targets if not target.startswith(("http:", "https:"))]
    missing = [target for target in local if not (ROOT / document).parent.joinpath(target).exists()]
    assert not missing


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_make_that_are_named_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=[ `\n]*(?:`|$|#|ONLY))", (ROOT / document).read_text("utf-8")))
    assert named <= targets


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {project['version']}\n" in citation
    assert f"\nlicense: {project['license']}\n" in citation
    assert re.search(rf"^## (\[?Unreleased|\[?{re.escape(project['version'])})", _changelog(), flags=re.MULTILINE)


def test_the_dataset_is_cited_by_its_title_and_licence() -> None:
    catalog = json.loads((ROOT / "geodata" / "catalog.json").read_text("utf-8"))
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"title: {catalog['title']['en']}\n" in citation
    assert f"license: {catalog['licence']}\n" in citation
    assert catalog["licence"].replace("-", " ") in (ROOT / "README.md").read_text("utf-8")


def _changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text("utf-8")
