"""Static maps, laid out: no text over another, none beyond its frame, and all that a map has to say of itself."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from tests import many
from tests.static_pages import LANGUAGES, SIZES, VIEWS, chosen, curated, drawn, sheet

from libyamap.drawings import checked
from libyamap.render.static import Drawn, Paper, Sheet, draw
from libyamap.render.static.plane import Box
from libyamap.selection import select
from libyamap.validation import open_dataset
from libyamap.view import View

HAIR = 0.01
"""Units that two texts may share by rounding."""
RINGS = "gm00Aw0_BJPf:iV9Yrsbi,VHJpcG9saQ"
"""Range rings round Tripoli, of 200 and 300 km, as an address has them."""
ALL_SHAPES = (
    "gm00Aw0_BJPf:iV9Yrsbi,VHJpcG9saQ."
    "lm01iV9Yrsbii83wrF-SjksXradA,V2F5."
    "ps02iqqqqqqqjMzMqqqqjBbBp9J8,PGI-RmllbGQ8L2I-ICR4JA.ks03AJw_jjjjpmZmkFsFo444."
    "cn04AYafj6T6qT6T,2YXZhNin2K3YuNip.tn05h9J9qT6T,VGV4dCBoZXJl."
    "nn06iIiIpmZm,UG9pbnQg54K5.pm07jMzMoiIijjjjoiIijYLYoLYL"
)
"""One drawing of each shape, names that would be markup elsewhere and letters of other scripts among them."""


def _overlaps(page: Drawn) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(page.pen.written, 2)
        if one.box.grown(-HAIR / 2).meets(other.box.grown(-HAIR / 2))
    ]


def _outside(page: Drawn) -> list[str]:
    whole = page.pen.page
    return [one.text for one in page.pen.written if not (one.within.holds(one.box) and whole.holds(one.box))]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_lies_over_another_or_leaves_its_frame(lang: str, size: str, view: str) -> None:
    page = drawn(f"lang={lang}&{VIEWS[view]}", size, marking="UNCLASSIFIED // سري")
    assert page.pen.written
    assert not _overlaps(page)
    assert not _outside(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_thousands_of_entries_and_long_texts_find_their_room(lang: str, tmp_path: Path) -> None:
    dataset = open_dataset(many.write(tmp_path, 250))
    page = draw(
        select(dataset, View.from_query(f"lang={lang}")),
        Sheet(paper=Paper.named("a4"), title="Title and عنوان " * 40, subtitle="x" * 400, marking="MARK " * 60),
    )
    assert page.tally.hidden > 0
    assert not _overlaps(page)
    assert not _outside(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_what_has_to_be_known_to_read_it(lang: str) -> None:
    page = drawn(f"lang={lang}&from=2023-08-01&to=2023-09-28", "1920x1080", marking="UNCLASSIFIED")
    said = " ".join(one.text for one in page.pen.written)
    dataset = curated()
    wanted = {
        "en": ("Sources:", "F, source cannot be judged",
               "As of 28 September 2023", "Exported 24 November 2026, 09:30 UTC",
               "scale true at", "imply no position", "Not for navigation", "km", "1 August 2023 to 28 September 2023"),
        "ar": ("المصادر:", "مصدر لا يمكن الحكم عليه", "البيانات حتى 28 سبتمبر 2023", "24 نوفمبر 2026، 09:30 UTC",
               "المقياس صحيح عند", "لا تعبّر", "لا يصلح للملاحة", "كم", "من 1 أغسطس 2023 إلى 28 سبتمبر 2023"),
    }  # fmt: skip
    for words in (*wanted[lang], dataset.digest, dataset.catalog.title[lang], "EPSG:3857", "CC-BY-4.0"):
        assert words in said
    assert [one.text for one in page.pen.written].count("UNCLASSIFIED") == 2


def test_the_subtitle_counts_what_interval_and_layers_leave_too() -> None:
    query = "lang=en&kinds=forces&from=2023-01-01&to=2023-12-31&certain=1"
    shown, total = len(chosen(query).shown()), len(curated().features)
    (subtitle,) = [one.text for one in drawn(query).pen.written if "only forces" in one.text]
    assert 0 < shown < len(chosen(query).items)
    assert subtitle.startswith(f"{shown} of {total} entries: only forces; only what is certainly in the interval")


def test_title_and_subtitle_can_be_one_s_own_or_left_out() -> None:
    own = [one.text for one in drawn(title="My title", subtitle="").pen.written]
    assert own[0] == "My title"
    assert curated().catalog.title.en not in own
    assert not any(text.startswith("All ") for text in own)


def test_arabic_is_mirrored_but_not_the_map() -> None:
    arabic, english = drawn("lang=ar"), drawn("lang=en")
    width = english.pen.page.width
    assert arabic.frame.box.x == pytest.approx(width - english.frame.box.right)
    assert arabic.frame.bounds[0] < arabic.frame.bounds[2]
    title = arabic.pen.written[0]
    assert title.box.right == pytest.approx(width - english.pen.written[0].box.x, abs=1)


def test_what_is_left_out_is_counted() -> None:
    page = drawn("lang=en&c=30,20&z=3", "800x600")
    said = [one.text for one in page.pen.written]
    assert page.tally.hidden > 0
    assert any(f"{page.tally.hidden} labels left out" in text for text in said)
    shown = chosen("c=30,20&z=3").shown()
    assert page.tally.inside + page.tally.outside + page.tally.nowhere == len(shown)


def test_the_legend_has_what_is_on_the_map_and_nothing_else() -> None:
    assert "Western camp" in drawn("lang=en").legend
    assert "Western camp" not in drawn("lang=en&c=32.2,21.5&z=9").legend
    assert drawn("lang=en&kinds=death").legend == ()


def test_drawings_are_on_paper_with_their_names_and_measures() -> None:
    checked(RINGS)
    page = drawn(f"lang=en&c=32.89,13.18&z=6.5&d={RINGS}")
    said = [one.text for one in page.pen.written]
    assert "Tripoli" in said
    assert "200 km · 108 NM" in said
    assert "300 km · 162 NM" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_shape_is_drawn_and_lettered(lang: str) -> None:
    page = drawn(f"lang={lang}&kinds=death&d={ALL_SHAPES}")
    said = [one.text for one in page.pen.written]
    for name in ("Tripoli", "<b>Field</b> $x$", "ملاحظة", "Text here"):
        assert name in said
    assert not _overlaps(page)
    assert not _outside(page)


def test_bare_is_the_map_alone() -> None:
    page = drawn("lang=en", bare=True)
    assert page.frame.box == Box(0, 0, 1920, 1080)
    assert not any("Sources" in one.text for one in page.pen.written)


def test_sheets_are_as_large_as_they_say() -> None:
    assert sheet("4k").paper.units == (1920, 1080)
    assert sheet("a4").paper.inches == pytest.approx((11.69, 8.27), abs=0.01)
    assert sheet("a3-portrait").paper.inches == pytest.approx((11.69, 16.54), abs=0.01)
