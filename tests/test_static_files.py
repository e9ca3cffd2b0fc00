"""Static maps, written: each file is opened again by somebody else's reader, and lies where the screen's map lies."""

from __future__ import annotations

import io
import math
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal, cast

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from pypdf import PdfReader
from pyproj import Transformer
from tests import hostile
from tests.static_pages import LANGUAGES, chosen, drawn, rendered, sheet

from libyamap.dataset import read
from libyamap.errors import PaperError, PictureFormatError
from libyamap.render.annotations import decoded
from libyamap.render.static import FORMS, Paper, draw, form_of, render
from libyamap.render.static.furniture import metres_per_unit, rounded_length
from libyamap.selection import select
from libyamap.symbology import PRINT, palette
from libyamap.view import View

SVG = "{http://www.w3.org/2000/svg}"
NOTHING = "lang=en&kinds=death"
"""A view of the ground alone."""
POINT = "nn00iV9Yrsbi"
"""A point at 13.18° E and 32.89° N, as an address has it."""
EQUATOR = 2 * math.pi * 6_378_137


def _pixels(query: str, size: str = "1920x1080", **options: object) -> npt.NDArray[np.uint8]:
    with Image.open(io.BytesIO(rendered(query, "png", size, **options))) as picture:
        return np.asarray(picture.convert("RGB"))


def _colour(hexadecimal: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(hexadecimal.removeprefix("#")))


@pytest.mark.parametrize(
    ("size", "pixels", "dpi"),
    [
        ("1920x1080", (1920, 1080), 96),
        ("4k", (3840, 2160), 192),
        ("a4", (3508, 2480), 300),
        ("a3-portrait", (3508, 4961), 300),
        ("777x501", (777, 501), 96),
    ],
)
def test_a_png_has_the_size_that_was_asked_for(size: str, pixels: tuple[int, int], dpi: int) -> None:
    with Image.open(io.BytesIO(rendered(NOTHING, "png", size))) as picture:
        assert picture.size == pixels
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
        assert picture.info["Title"].startswith("Haftar in Moscow")
        assert "kinds=death" in picture.info["Source"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sea_and_land_have_the_theme_s_colours(theme: str) -> None:
    query = f"{NOTHING}&theme={theme}"
    picture, frame = _pixels(query), drawn(query).frame
    for place, colour in (((19.2, 33.5), "sea"), ((27.3, 26.3), "land"), ((18.2, 24.3), "libya")):
        x, y = frame.placed(place)
        assert tuple(picture[round(y), round(x)]) == _colour(palette(theme)[colour])


def test_print_is_black_and_white() -> None:
    picture = _pixels("lang=ar", style="print").astype(int)
    assert (picture.max(axis=2) == picture.min(axis=2)).all()
    assert palette(PRINT).keys() == palette("light").keys()


@pytest.mark.parametrize("zoom", [4.25, 6.0, 9.5])
def test_the_bounds_are_the_screen_s_within_a_pixel(zoom: float) -> None:
    """Leaflet's arithmetic, by another projection library: the centre in the middle, a pixel 1/2^zoom of the world."""
    lat, lon, width, height = 30.5, 17.25, 1600, 900
    page = drawn(f"{NOTHING}&c={lat},{lon}&z={zoom}", f"{width}x{height}", bare=True)
    metres = EQUATOR / (256 * 2**zoom)
    there = Transformer.from_crs(4326, 3857, always_xy=True)
    x, y = there.transform(lon, lat)
    west, south, east, north = page.frame.bounds
    corners = there.transform([west, east], [south, north])
    wanted = [x - width / 2 * metres, x + width / 2 * metres], [y - height / 2 * metres, y + height / 2 * metres]
    assert np.abs(np.array(corners) - np.array(wanted)).max() < metres / 100


@pytest.mark.parametrize("size", ["1920x1080", "3840x2160"])
def test_what_is_drawn_lies_where_it_is_within_a_pixel(size: str) -> None:
    """The middle of a point's dot, found among the pixels."""
    query = f"{NOTHING}&c=32,14&z=7&d={POINT}"
    picture, paper = _pixels(query, size, bare=True), Paper.named(size)
    rows, columns = np.nonzero((picture == _colour(palette("light")["warning"])).all(axis=2))
    there = Transformer.from_crs(4326, 3857, always_xy=True)
    ((lon, lat),) = decoded(POINT)[0].paths[0]
    (x, y), (middle_x, middle_y) = there.transform(lon, lat), there.transform(14, 32)
    pixel = EQUATOR / (256 * 2**7) / paper.magnification
    assert columns.mean() + 0.5 == pytest.approx(paper.width / 2 + (x - middle_x) / pixel, abs=1)
    assert rows.mean() + 0.5 == pytest.approx(paper.height / 2 - (y - middle_y) / pixel, abs=1)


def test_all_that_the_screen_shows_is_on_the_page() -> None:
    """With title and legend round it the map is smaller, and never cropped."""
    query = f"{NOTHING}&c=29,17&z=6"
    bare, whole = drawn(query, bare=True).frame, drawn(query).frame
    assert whole.center == pytest.approx(bare.center, abs=1e-6)
    west, south, east, north = whole.bounds
    inner = bare.bounds
    assert west <= inner[0]
    assert south <= inner[1]
    assert east >= inner[2]
    assert north >= inner[3]
    narrow = drawn(query, screen=(400, 300)).frame
    assert narrow.zoom > whole.zoom


@pytest.mark.parametrize("latitude", [0, 27, 60])
def test_the_scale_bar_is_true_at_the_middle(latitude: int) -> None:
    frame = drawn(f"{NOTHING}&c={latitude},17&z=6", bare=True).frame
    sphere = EQUATOR * math.cos(math.radians(latitude)) / (256 * 2**6)
    assert metres_per_unit(frame) == pytest.approx(sphere, rel=0.004)
    assert [rounded_length(length) for length in (999, 1000, 4999, 51_000)] == [500, 1000, 2000, 50_000]


def test_a_pdf_is_of_paper_size_with_its_fonts_and_its_english_searchable() -> None:
    reader = PdfReader(io.BytesIO(rendered("lang=en", "pdf", "a4", marking="UNCLASSIFIED")))
    (page,) = reader.pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((841.9, 595.3), abs=0.5)
    text = page.extract_text()
    for words in ("Haftar in Moscow and the fate of Wagner", "Kharruba base", "Legend", "Sources:", "UNCLASSIFIED"):
        assert words in text
    resources = cast("dict[str, Any]", page["/Resources"])
    fonts = [font.get_object() for font in resources["/Font"].values()]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert "/FontFile2" in inner["/FontDescriptor"]
        assert "Vazirmatn" in font["/BaseFont"]
    assert reader.metadata
    assert reader.metadata.title
    assert reader.metadata.creation_date_raw == "D:20261124093000Z"


def test_an_arabic_pdf_has_its_letters_as_outlines_that_no_reader_can_reorder() -> None:
    reader = PdfReader(io.BytesIO(rendered("lang=ar", "pdf", "a4")))
    assert reader.metadata
    assert "حفتر" in (reader.metadata.title or "")
    text = reader.pages[0].extract_text()
    assert not any("\u0600" <= letter <= "\u06ff" for letter in text)
    assert "25°N" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_svg_is_well_formed_and_refers_to_nothing_outside(lang: str) -> None:
    content = rendered(f"lang={lang}", "svg", "1600x900")
    root = ET.fromstring(content)
    assert root.get("viewBox") == "0 0 1200.0075 675.0075"
    assert not list(root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}image"))
    references = [value for one in root.iter() for name, value in one.items() if name.endswith("href")]
    assert all(reference.startswith("#") for reference in references)
    assert b"<script" not in content


def test_formulas_and_markup_in_texts_stay_text() -> None:
    title = r"<script>alert(1)</script> $\frac{1}{0}$ & {x} \u2029 点 ☃"
    assert drawn(NOTHING, title=title).pen.written[0].text == title
    for form in FORMS:
        assert render(chosen(NOTHING), form=form, sheet=sheet("800x600", title=title))
    root = ET.fromstring(rendered(NOTHING, "svg", "800x600", title=title))
    assert title in "".join(root.itertext())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_dataset_that_means_harm_does_none(lang: str, tmp_path: Path) -> None:
    chosen_of_it = select(read(hostile.write(tmp_path)), View.from_query(f"lang={lang}"))
    page = draw(chosen_of_it, sheet("1600x900"))
    assert all(one.within.holds(one.box) for one in page.pen.written)
    root = ET.fromstring(render(chosen_of_it, form="svg", sheet=sheet("1600x900")))
    assert not list(root.iter(f"{SVG}script"))
    assert not list(root.iter(f"{SVG}a"))
    assert render(chosen_of_it, form="pdf", sheet=sheet("1600x900")).startswith(b"%PDF")


def test_control_characters_harm_no_file() -> None:
    title, marking = "One\n\x07two\x00", "A\x1b[31mB"
    root = ET.fromstring(rendered(NOTHING, "svg", "800x600", title=title, marking=marking))
    assert "One two" in " ".join("".join(root.itertext()).split())
    for form in FORMS:
        assert render(chosen(NOTHING), form=form, sheet=sheet("800x600", title=title, marking=marking))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_view_and_time_give_the_same_bytes(
    form: Literal["png", "svg", "pdf"], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "lang=ar&from=2023-01-01"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, again = (rendered(query, form, exported=None) for _ in range(2))
    assert first == again
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert rendered(query, form, exported=None) != first


def test_pages_are_made_at_the_same_time_without_harm() -> None:
    queries = ["lang=en", "lang=ar", "lang=en&theme=dark", "lang=ar&z=7&c=32,20"]
    alone = [rendered(query, "png", "800x600") for query in queries]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda query: rendered(query, "png", "800x600"), queries))
    assert together == alone


@pytest.mark.parametrize("size", ["", "a5", "100x100", "1920", "99999x10", "-5x5", "1920x1080x3", "٢٠٠٠x١٠٠٠"])
def test_a_size_that_cannot_be_is_refused_in_a_sentence(size: str) -> None:
    with pytest.raises(PaperError, match="is no size of paper"):
        Paper.named(size)


def test_a_form_that_is_not_written_is_refused_in_a_sentence() -> None:
    assert form_of(Path("map.PNG")) == "png"
    with pytest.raises(PictureFormatError, match=r"“\.gif” is no form of picture"):
        form_of(Path("map.gif"))


def test_the_world_is_drawn_in_as_many_copies_as_the_page_shows() -> None:
    page = draw(chosen("lang=en&c=10,175&z=1"), sheet("1920x1080", bare=True))
    assert len(page.frame.copies()) > 2
    assert sum(one.text == "LIBYA" for one in page.pen.written) >= 1
