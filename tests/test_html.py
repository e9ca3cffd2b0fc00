"""The map application in one file: what is in it, and what cannot be."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests import hostile, small

from libyamap import select
from libyamap.cli import main
from libyamap.dataset import read
from libyamap.render import basemap, html, web
from libyamap.render.html.page import asset, page_file
from libyamap.view import View

BOUND = 2_000_000
"""Bytes that the file of the curated dataset stays under."""
TIME = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


class Parts(HTMLParser):
    """The elements of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.held: dict[str, Any] = {}
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        attributes = self.elements[-1][1]
        if tag == "style":
            self.styles.append(self._text)
        elif tag == "script" and attributes.get("type") == "application/json":
            self.held[str(attributes["id"]).removeprefix("libyamap-")] = json.loads(self._text)
        elif tag == "script":
            self.scripts.append(self._text)

    @property
    def policy(self) -> dict[str, str]:
        """Sources by directive."""
        (content,) = (one["content"] for tag, one in self.elements if tag == "meta" and "http-equiv" in one)
        return {name: sources for name, _, sources in (part.partition(" ") for part in str(content).split("; "))}


def page(query: str = "lang=en", **options: Any) -> bytes:
    return html.render(select(read(), View.from_query(query)), **({"time": TIME} | options))


@pytest.fixture(scope="module")
def whole() -> bytes:
    return page()


def test_the_curated_dataset_takes_less_than_two_megabytes(whole: bytes) -> None:
    assert len(whole) < BOUND


def test_it_holds_what_the_dashboard_would_ask_for(whole: bytes) -> None:
    dataset, held = read(), Parts(whole).held
    assert held["document"] == json.loads(json.dumps(web.document(dataset)))
    assert held["selections"] == {"": json.loads(json.dumps(web.render(select(dataset, View()))))}
    assert json.loads(gzip.decompress(b64decode(held["basemap"]))) == json.loads(json.dumps(basemap.basemap()))
    assert held["view"] == "lang=en"
    assert "leaflet 1.9.4" in held["imprint"]["licences"]
    assert "SIL OPEN FONT LICENSE" in held["imprint"]["licences"]


def test_it_asks_for_nothing(whole: bytes) -> None:
    for tag, attributes in Parts(whole).elements:
        assert not {"src", "href", "action", "data"} & attributes.keys(), tag
    assert not re.search(rb"url\([\"']?(?!data:|#|\)|[\"'])", b"".join(one.encode() for one in Parts(whole).styles))
    assert b"sourceMappingURL" not in whole


def test_its_policy_lets_run_exactly_what_is_written_into_it(whole: bytes) -> None:
    parts = Parts(whole)
    for directive, texts in (("script-src", parts.scripts), ("style-src", parts.styles)):
        hashes = [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in texts]
        assert parts.policy[directive].split() == hashes
    assert {parts.policy[name] for name in ("default-src", "connect-src", "base-uri", "form-action")} == {"'none'"}
    assert parts.policy.keys() == {
        *("default-src", "script-src", "style-src", "font-src", "connect-src", "base-uri", "form-action"),
    }


def test_language_theme_title_and_marking_are_there_before_anything_runs() -> None:
    made = page("lang=ar&theme=dark", marking="سري", title="عنوان")
    root = Parts(made).elements[0][1]
    assert (root["lang"], root["dir"], root["data-theme"], root["data-host"]) == ("ar", "rtl", "dark", "file")
    assert "data-marked" in root
    assert "<title>سري · عنوان · ليبيا ماب</title>" in made.decode()
    assert "data-marked" not in Parts(page()).elements[0][1]


def test_it_says_when_it_was_made_and_how_it_is_to_be_handled() -> None:
    imprint = Parts(page(title="A\x07 title\n", subtitle="\udcffWhy", marking="Draft")).held["imprint"]
    assert imprint["title"] == {"ar": "A\x07 title", "en": "A\x07 title"}
    assert (imprint["subtitle"], imprint["marking"], imprint["made"]) == ("?Why", "Draft", "2026-11-24T12:00:00Z")
    view = View(marking="Of the view")
    assert Parts(html.render(select(read(), view))).held["imprint"]["marking"] == "Of the view"


def test_what_was_filtered_away_is_not_in_it() -> None:
    dataset = read()
    made = page("lang=en&kinds=meeting&sel=wagner-jufra")
    held = Parts(made).held
    left = {feature["id"] for feature in held["document"]["features"]}
    assert left == {item["id"] for item in held["selections"]["kinds=meeting"]["items"]}
    assert held["view"] == "lang=en&kinds=meeting"
    assert held["selections"]["kinds=meeting"]["total"] == len(dataset.features)
    assert held["selections"]["kinds=meeting"]["sentence"]["en"].endswith("only meetings")
    for id_, feature in dataset.features.items():
        if id_ not in left:
            assert f'"{id_}"' not in made.decode()
            assert f'"{feature.properties.title.ar}"' not in made.decode()


def test_both_sides_of_a_comparison_are_in_it() -> None:
    held = Parts(page("lang=en&kinds=meeting&vs=kinds%3Dvisit")).held
    assert list(held["selections"]) == ["kinds=meeting", "kinds=visit"]
    assert {feature["kind"] for feature in held["document"]["features"]} == {"meeting", "visit"}


def test_the_same_view_and_time_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, again = (page("lang=ar&kinds=meeting", time=None) for _ in range(2))
    assert first == again
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert page("lang=ar&kinds=meeting", time=None) != first


def test_no_text_of_a_dataset_gets_out_of_its_element(tmp_path: Path) -> None:
    dataset = read(hostile.write(tmp_path))
    tame = read(small.write(tmp_path / "tame"))
    harm = hostile.PAYLOAD
    made = html.render(select(dataset, View()), title=harm, subtitle=harm, marking=harm)
    parts, expected = Parts(made), Parts(html.render(select(tame, View()), marking="Tame"))
    assert [tag for tag, _ in parts.elements] == [tag for tag, _ in expected.elements]
    assert parts.scripts == expected.scripts
    assert parts.styles == expected.styles
    assert parts.policy == expected.policy
    assert parts.held["document"]["title"]["en"] == hostile.spoilt("A small dataset")


def test_any_application_that_stands_alone_can_be_put_into_a_file() -> None:
    made = page_file(lang="ar", theme="light", title="<b>", script="map", held={"one": {"<": "</script>\u2028"}})
    parts = Parts(made)
    assert parts.held == {"one": {"<": "</script>\u2028"}}
    assert parts.scripts[-1] == asset("whole/map.js").strip()
    assert b"<title>&lt;b&gt;</title>" in made


def test_the_shell_writes_it_by_its_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, picture = tmp_path / "map.html", tmp_path / "map.svg"
    texts = ("--title", "T", "--subtitle", "S", "--marking", "M")
    looks = ("--query", "lang=en&kinds=meeting", "--lang", "ar", "--style", "dark", "--size", "800x600")
    assert main(["snapshot", "-o", str(file), "-o", str(picture), *looks, *texts]) == 0
    assert "map.html" in capsys.readouterr().out
    parts = Parts(file.read_bytes())
    assert parts.held["view"] == "lang=ar&theme=dark&kinds=meeting"
    assert parts.held["imprint"]["subtitle"] == "S"
    assert picture.read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("option", [["--bare"], ["--style", "print"]])
def test_the_shell_refuses_what_a_page_cannot_be(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshot", "-o", str(tmp_path / "map.html"), *option]) == 2
    assert "is for pictures" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
