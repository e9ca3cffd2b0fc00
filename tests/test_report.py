"""Reports, read again by pypdf: pages, bookmarks, fonts, text in both languages, and every claim once in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from tests import hostile
from tests.static_pages import TIME, chosen, curated

from libyamap.cli import main
from libyamap.i18n import LANGUAGES
from libyamap.render import report
from libyamap.render.report.maps import maps_of
from libyamap.render.report.typesetting import fit
from libyamap.render.static import Sheet
from libyamap.selection import select
from libyamap.validation import open_dataset
from libyamap.view import View

A4 = (595.28, 841.89)
QUERY = "lang=en&kinds=forces,redeployment,forecast&c=30,17&z=5"
"""Sites, movements, and what has no place."""


@cache
def whole() -> PdfReader:
    return opened(report.render(chosen(QUERY), langs=LANGUAGES, marking="Draft", time=TIME))


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def bookmarks(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page, counted from 1, of each."""
    return list(_walked(reader, reader.outline, 0))


def _walked(reader: PdfReader, entries: Sequence[object], depth: int) -> Iterator[tuple[int, str, int]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _walked(reader, entry, depth + 1)
        elif isinstance(entry, Destination):
            yield depth, str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1


@cache
def text(page: int) -> str:
    """What stands on a page, counted from 1."""
    return " ".join(whole().pages[page - 1].extract_text().split())


def page_of(title: str) -> int:
    """The page that a bookmark leads to."""
    return next(page for _, name, page in bookmarks(whole()) if name == title)


def bare(text: str) -> str:
    """Text without its spaces, which a reader guesses from where letters stand."""
    return "".join(text.split())


def test_both_languages_stand_in_one_file_each_under_its_bookmark() -> None:
    catalog = curated().catalog
    found = bookmarks(whole())
    assert [title for depth, title, _ in found if depth == 0] == [catalog.title["ar"], catalog.title["en"]]
    sections = [title for depth, title, _ in found if depth == 1]
    assert {"Map: as on the screen", "Events and movements", "Sites", "Actors", "Sources", "Method"} <= set(sections)
    assert {"الخريطة: كما على الشاشة", "الأحداث والتحركات", "المواقع", "المصادر", "المنهج"} <= set(sections)


def test_sites_and_actors_have_pages_of_their_own() -> None:
    found = {title: page for depth, title, page in bookmarks(whole()) if depth == 2}
    named = [place.properties.name["en"] for place in curated().places.values()]
    sites = [found[name] for name in named if name in found]
    assert len(sites) > 5
    assert len(set(sites)) == len(sites)
    for name in named:
        if name in found:
            assert bare(name) in bare(text(found[name]))


def test_pages_are_a4_numbered_and_marked() -> None:
    count = len(whole().pages)
    for page in whole().pages:
        sides = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert sides == pytest.approx(A4, abs=0.1)
    english = page_of(curated().catalog.title["en"])
    for page_number in (english, count):
        assert f"Page {page_number} of {count}" in text(page_number)
        assert text(page_number).count("Draft") == 2


def test_every_claim_of_what_is_shown_is_told_in_full_with_who_says_so() -> None:
    english = bare(" ".join(map(text, range(page_of("Sites"), len(whole().pages) + 1))))
    claims = {claim.id: claim for one in chosen(QUERY).shown() for claim in one.item.claims}
    assert claims
    for claim in claims.values():
        assert english.count(bare(claim.text["en"])) == 1
        assert bare(claim.attribution.wording["en"]) in english
        assert bare(curated().sources[claim.source].title["en"]) in english
    assert bare("source cannot be judged") in english


def test_arabic_can_be_searched() -> None:
    raw = whole().pages[page_of("المنهج") - 1].extract_text()
    assert {"الناتو", "مستقلة"} <= set(re.findall(r"\w+", raw))


def test_every_event_stands_in_the_table() -> None:
    table = bare(" ".join(map(text, range(page_of("Events and movements"), page_of("Sites")))))
    moved = [one.item.feature for one in chosen(QUERY).shown() if one.item.feature.properties.kind == "redeployment"]
    assert moved
    for feature in moved:
        assert bare(feature.properties.title["en"]) in table


def test_fonts_are_embedded() -> None:
    fonts = [font for page in whole().pages[:8] for font in _fonts(page["/Resources"].get_object())]
    assert fonts
    for font in fonts:
        described: Any = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile2", "/FontFile3", "/FontFile"} & set(described["/FontDescriptor"].get_object())
        assert "/ToUnicode" in font


def _fonts(resources: Any) -> Iterator[Any]:
    """Fonts of a page and of the drawings on it."""
    for font in resources.get("/Font", {}).values():
        yield font.get_object()
    for drawing in resources.get("/XObject", {}).values():
        yield from _fonts(drawing.get_object().get("/Resources", {}))


def test_maps_are_drawn_as_lines_and_not_as_pixels() -> None:
    page = page_of("Map: as on the screen")
    assert not list(whole().pages[page - 1].images)
    assert "Legend" in text(page)
    assert float(whole().pages[page - 1].mediabox.width) == pytest.approx(A4[1], abs=0.1)


@pytest.mark.parametrize(
    ("view", "keys"),
    [
        ("", ["overview"]),
        ("&c=60,30&z=6", ["overview", "all"]),
        ("&c=45,28&z=3", ["overview", "home"]),
    ],
)
def test_what_lies_beyond_the_view_has_a_map_of_its_own(view: str, keys: list[str]) -> None:
    made = maps_of(chosen(f"lang=en&kinds=headquarters{view}"), Sheet(exported=TIME))
    assert [one.key for one in made] == keys
    assert "One entry on the map" in made[-1].counted


def test_the_file_says_what_it_is() -> None:
    about = whole().metadata
    assert about is not None
    assert about.title == curated().catalog.title["ar"]
    assert about.creation_date is not None
    assert about.creation_date.timestamp() == TIME.timestamp()


def test_the_same_report_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (report.render(chosen("kinds=headquarters"), langs=("ar",)) for _ in range(2))
    assert first == second


def test_nothing_shown_makes_a_report_that_says_so() -> None:
    made = opened(report.render(chosen("lang=en&q=nothing-like-this")))
    assert any("No event and no movement is shown." in page.extract_text() for page in list(made.pages)[2:])


def test_a_dataset_that_means_harm(tmp_path: Path) -> None:
    dataset = open_dataset(hostile.write(tmp_path))
    view = View(layers=tuple(dataset.layers))
    title = hostile.spoilt("#eval $x$ " + "w" * 300)
    made = opened(report.render(select(dataset, view), langs=LANGUAGES, title=title))
    said = [bare(page.extract_text()).replace("\u200b", "") for page in made.pages if page.mediabox.width < A4[1] - 1]
    assert sum("window.__pwned='dollar'" in page for page in said) > 8
    notes: list[Any] = [note.get_object() for page in made.pages for note in page.get("/Annots") or ()]
    assert {str(note.get("/A", {}).get("/S", "/GoTo")) for note in notes} <= {"/GoTo"}


def test_texts_are_made_fit_for_pages() -> None:
    long = "w" * 30
    assert fit({"a": ["x\x00\u202ey", long, "\u2066C3\u2069"]}) == {
        "a": ["x  y", f"{'w' * 12}\u200b{'w' * 12}\u200b{'w' * 6}", "\u2066C3\u2069"]
    }


def test_reports_in_the_shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.pdf"
    query = "lang=en&kinds=headquarters"
    assert main(["report", "--query", query, "--lang", "ar", "--title", "عنوان", "-o", str(out)]) == 0
    assert capsys.readouterr().out == f"كُتب {out}: مادة واحدة من 118: مقار فقط.\n"
    about = opened(out.read_bytes()).metadata
    assert about is not None
    assert about.title == "عنوان"
    assert main(["report", "--query", query, "-o", str(tmp_path / "nowhere" / "x.pdf")]) == 1
    assert main(["report", "--query", "rel=Z", "-o", str(out)]) == 2
    assert "rel" in capsys.readouterr().err
