"""Packs, opened again: files and checksums, and the same scenes in slides, handout and page, all marked."""

from __future__ import annotations

import hashlib
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader
from tests import briefed, hostile
from tests.static_pages import TIME, curated

from libyamap.brief import Brief
from libyamap.briefs import form, store
from libyamap.errors import EmptyBriefError
from libyamap.i18n import LANGUAGES
from libyamap.pack import name, pack
from libyamap.render.html.presenting import presenting
from libyamap.render.scenes import by_filters, together
from libyamap.selection import select
from libyamap.validation import open_dataset

MARKING = "TLP:AMBER"
BOUND = 3_000_000
HELD = re.compile(r'<script type="application/json" id="libyamap-presentation">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="session")
def brief() -> Brief:
    return store.read(curated().root / "briefs" / "haftar-moscow-2023.json")


@pytest.fixture(scope="session")
def packed(brief: Brief) -> Mapping[str, bytes]:
    """Files of the first brief's pack, by what follows the brief's name and marking."""
    content = pack(brief, curated(), marking=MARKING, time=TIME)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        folder = name(brief, curated(), marking=MARKING).removesuffix(".zip")
        assert all(one.startswith(f"{folder}/") for one in archive.namelist())
        files = {one.removeprefix(f"{folder}/"): archive.read(one) for one in archive.namelist()}
    return {one.removeprefix("haftar-moscow-2023-TLP-AMBER."): content for one, content in files.items()}


def held(page: bytes) -> dict[str, Any]:
    found = HELD.search(page.decode())
    assert found
    return dict(json.loads(found[1]))


def bare(text: str) -> str:
    """Letters alone: a reader of PDF guesses spaces, order of signs, and the forms of Arabic letters."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalpha())


def test_every_file_is_listed_with_its_checksum(packed: Mapping[str, bytes]) -> None:
    lines = (line.partition("  ") for line in packed["SHA256SUMS"].decode().splitlines())
    sums = {file: digest for digest, _, file in lines}
    found = {one.removeprefix("haftar-moscow-2023-TLP-AMBER."): digest for one, digest in sums.items()}
    assert found == {one: hashlib.sha256(content).hexdigest() for one, content in packed.items() if one != "SHA256SUMS"}
    manifest = json.loads(packed["manifest.json"])
    assert manifest["marking"] == MARKING
    assert manifest["digest"] == curated().digest
    assert {one["name"]: one["sha256"] for one in manifest["files"]}.items() <= sums.items()
    assert all(one["about"]["ar"] and one["about"]["en"] for one in manifest["files"])
    assert set(packed) >= {"html", "pdf", "ar.pptx", "en.pptx", "geojson", "gpkg", "csv", "brief.json", "README.txt"}


def test_slides_pages_and_the_page_that_presents_have_the_same_scenes(
    packed: Mapping[str, bytes], brief: Brief
) -> None:
    shown = held(packed["html"])["scenes"]
    pages = [bare(page.extract_text()) for page in PdfReader(io.BytesIO(packed["pdf"])).pages]
    assert len(pages) == 2 * (len(brief.scenes) + 2)
    for lang in LANGUAGES:
        slides = [
            bare(" ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))
            for slide in Presentation(io.BytesIO(packed[f"{lang}.pptx"])).slides
        ]
        first = 1 if lang == "ar" else len(brief.scenes) + 3
        for number, scene in enumerate(shown):
            said = [scene["title"][lang], *(line["text"][lang] for line in scene["lines"])]
            assert any(all(bare(text) in slide for text in said) for slide in slides), scene["id"]
            if lang == "en":
                assert all(bare(text) in pages[first + number] for text in said), scene["id"]


def test_the_marking_is_in_every_file(packed: Mapping[str, bytes]) -> None:
    assert all(MARKING in page.extract_text() for page in PdfReader(io.BytesIO(packed["pdf"])).pages)
    for lang in LANGUAGES:
        for slide in Presentation(io.BytesIO(packed[f"{lang}.pptx"])).slides:
            assert any(shape.has_text_frame and MARKING in shape.text_frame.text for shape in slide.shapes)
    assert all("AMBER" in scene["marking"]["text"]["en"] for scene in held(packed["html"])["scenes"])
    for file in ("geojson", "gpkg", "about.txt", "brief.json", "README.txt"):
        assert MARKING.encode() in packed[file], file


def test_only_what_scenes_show_is_in_it(packed: Mapping[str, bytes], brief: Brief) -> None:
    seen = {one.item.feature.id for scene in brief.scenes for one in select(curated(), scene.looked_at("en")).shown()}
    assert seen < set(curated().features)
    assert {one["id"] for one in held(packed["html"])["document"]["features"]} == seen
    assert {one["id"] for one in json.loads(packed["geojson"])["features"]} == seen
    assert len(packed["html"]) < BOUND
    assert form.parsed(packed["brief.json"], "brief.json").scenes == brief.scenes


def test_scenes_together_have_all_that_they_show_and_their_markings(tmp_path: Path) -> None:
    dataset = open_dataset(briefed.write(tmp_path / "data"))
    given = Brief.model_validate(briefed.BRIEF)
    shown = by_filters(given, dataset)
    assert {item.feature.id for one in shown.values() for item in one.items} == {
        item.feature.id for item in together(given, dataset).items
    }
    assert together(given, dataset).view.marking == "FOR TESTS // TESTS ONLY"


def test_drawings_of_scenes_are_all_kept_under_ids_of_their_own() -> None:
    first, second = (
        scene | {"view": f"d={drawn}"}
        for scene, drawn in zip(briefed.BRIEF["scenes"], ("nnaaAAAAAAAA", "nnaaAAAABBBB"), strict=False)
    )
    both = Brief.model_validate(briefed.BRIEF | {"scenes": [first, second, {**first, "id": "again"}]})
    assert together(both, curated()).view.drawings == "nnaaAAAAAAAA.nn00AAAABBBB"


def test_a_brief_without_scenes_is_not_packed() -> None:
    empty = Brief.model_validate(briefed.BRIEF | {"scenes": []})
    with pytest.raises(EmptyBriefError):
        pack(empty, curated())


def test_nothing_of_a_hostile_brief_becomes_markup(tmp_path: Path) -> None:
    dataset = open_dataset(hostile.write(tmp_path))
    said = {"en": hostile.spoilt("A"), "ar": hostile.spoilt("أ")}
    spoilt = Brief.model_validate(briefed.BRIEF | {"title": said, "author": said})
    one = spoilt.scenes[0].model_copy(update={"title": spoilt.title})
    page = presenting(spoilt.model_copy(update={"scenes": (one,)}), dataset).decode()
    assert "<img" not in page.split("</head>")[1].split('<script type="application/json"')[0]
    assert page.lower().count("<script") == page.lower().count("</script>")
    assert "window.__pwned='script'</script>" not in page
    assert held(page.encode())["scenes"][0]["title"]["en"] == spoilt.title["en"]
