"""Decks, read again by python-pptx: nothing overflows or overlaps, and all that a slide rests on is on it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.group import GroupShape
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.util import Pt
from tests import hostile
from tests.slides import EMU, box, brief, described, flat, line, opened, overlapping, rendered, text_height, written
from tests.static_pages import TIME, curated

from libyamap.brief import Brief, Scene, Wording
from libyamap.cli import main
from libyamap.errors import UnfitTemplateError, UnreadableTemplateError
from libyamap.i18n import LANGUAGES, Lang
from libyamap.render import deck
from libyamap.validation import open_dataset
from libyamap.view import View

both = pytest.mark.parametrize("lang", LANGUAGES)


def texts(slide: Slide) -> str:
    return "\n".join(shape.text_frame.text for shape in written(slide))


def pictures(slide: Slide) -> list[Picture]:
    return [shape for shape in flat(slide) if isinstance(shape, Picture)]


def the_map(slide: Slide) -> Picture:
    return max(pictures(slide), key=lambda picture: picture.width)


def titles(made: Deck) -> list[str]:
    return [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in made.slides]


def bands_of(slide: Slide) -> list[str]:
    """Texts of the bands along the edges."""
    return [shape.text_frame.text for shape in written(slide) if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]


def assert_tidy(made: Deck) -> None:
    """Every shape lies on its slide and clear of the others, and holds all of its text."""
    wide, high = (made.slide_width or 0) / EMU, (made.slide_height or 0) / EMU
    for number, slide in enumerate(made.slides, 1):
        for shape in slide.shapes:
            left, top, right, bottom = box(shape)
            assert left >= -0.1, (number, shape.name)
            assert top >= -0.1, (number, shape.name)
            assert right <= wide + 0.1, (number, shape.name)
            assert bottom <= high + 0.1, (number, shape.name)
        assert overlapping(list(slide.shapes)) == [], number
        ids = [element.get("id") for element in slide.element.iter(qn("p:cNvPr"))]
        assert len(set(ids)) == len(ids), number
        for shape in written(slide):
            assert text_height(shape) <= shape.height / EMU + 1, (number, shape.name, shape.text_frame.text[:60])


@both
def test_nothing_overflows_or_overlaps(lang: Lang) -> None:
    assert_tidy(rendered(lang))


@both
def test_a_scene_that_needs_more_than_a_slide_goes_on_in_further_ones(lang: Lang) -> None:
    made = rendered(lang)
    scene = brief().scenes[2]
    parts = [slide for slide in made.slides if "Not yet" in texts(slide) and len(pictures(slide)) > 0]
    assert len(parts) > 2
    whole = "".join("".join(texts(slide).split()) for slide in parts)
    assert all("".join(one.text[lang].split()) in whole for one in scene.lines)


def test_a_brief_without_scenes_has_a_title_and_its_sources() -> None:
    empty = brief().model_copy(update={"scenes": ()})
    assert titles(opened(deck.render(empty, curated(), lang="en", time=TIME))) == ["Haftar in Moscow", "Sources"]


def test_a_slide_has_the_footnotes_of_its_own_lines() -> None:
    for slide in rendered("en").slides:
        raised = [run.find(qn("a:t")).text for run in slide.element.iter(qn("a:r")) if run.rPr.get("baseline")]
        foot = "".join(shape.text_frame.text for shape in written(slide) if shape.name == "Footnotes")
        cited = {number for text in raised for number in re.findall(r"\d+", text)}
        assert set(re.findall(r"(\d+): ¶", foot)) == cited


def test_the_order_of_slides() -> None:
    found = titles(rendered("en"))
    assert found[:3] == ["Haftar in Moscow", "Where Wagner is", "Nothing"]
    assert found[-1].startswith("Sources")


@both
def test_footnotes_lead_from_lines_to_source_and_paragraph(lang: Lang) -> None:
    slide = rendered(lang).slides[1]
    claims = [curated().claims[claim] for claim in brief().scenes[0].claims]
    raised = [run.find(qn("a:t")).text for run in slide.element.iter(qn("a:r")) if run.rPr.get("baseline")]
    assert ["".join(filter(lambda one: one.isdigit() or one == ",", text)) for text in raised] == ["1,2", "3"]
    foot = next(shape for shape in written(slide) if shape.name == "Footnotes").text_frame.text
    assert curated().sources[claims[0].source].title[lang] in foot
    for number, claim in enumerate(claims, 1):
        assert f"{number}" in foot
        assert f"{claim.locator[0]}" in foot


@both
def test_speaker_notes_tell_who_says_so_and_how_well_it_is_known(lang: Lang) -> None:
    notes = rendered(lang).slides[1].notes_slide.notes_text_frame
    assert notes is not None
    for id_ in brief().scenes[0].claims:
        claim = curated().claims[id_]
        assert claim.text[lang] in notes.text
        assert claim.attribution.wording[lang] in notes.text
    words = {
        "en": ("source cannot be judged", "paragraph", "Stated"),
        "ar": ("مصدر لا يمكن الحكم عليه", "الفقرة", "مذكور"),
    }
    assert all(word in notes.text for word in words[lang])


def test_a_scene_without_lines_has_the_claims_of_what_it_shows_in_its_notes() -> None:
    made = opened(deck.render(deck.brief_of([View.from_query("kinds=headquarters")], curated()), curated(), lang="en"))
    notes = made.slides[1].notes_slide.notes_text_frame
    assert notes is not None
    shown = [one for one in curated().features.values() if one.properties.kind == "headquarters"]
    assert shown
    assert all(curated().claims[claim].text.en in notes.text for one in shown for claim in one.properties.claims)


def test_arabic_is_right_to_left_throughout() -> None:
    made = rendered("ar")
    for slide in made.slides:
        for tree in (slide.element, slide.notes_slide.element if slide.has_notes_slide else slide.element):
            for paragraph in tree.iter(qn("a:p")):
                runs = [run for run in paragraph.iter(qn("a:r")) if run.find(qn("a:t")).text]
                if runs:
                    assert paragraph.pPr.get("rtl") == "1"
                    assert paragraph.pPr.get("algn") in {"r", "ctr"}
                for run in runs:
                    assert run.rPr.get("lang") == "ar-LY"
                    assert run.rPr.find(qn("a:cs")) is not None


def test_arabic_mirrors_the_layout() -> None:
    english, arabic = (rendered(lang).slides[1] for lang in ("en", "ar"))
    wide = (rendered("en").slide_width or 0) / EMU
    left, _, right, _ = box(the_map(english))
    mirrored = box(the_map(arabic))
    assert mirrored[0] == pytest.approx(wide - right, abs=1)
    assert mirrored[2] == pytest.approx(wide - left, abs=1)


@both
def test_every_picture_is_told_in_words(lang: Lang) -> None:
    for slide in rendered(lang).slides:
        for picture in pictures(slide):
            assert described(picture)
    told = described(the_map(rendered(lang).slides[1]))
    assert brief().scenes[0].title[lang] in told


@both
def test_maps_are_sharp_and_not_distorted(lang: Lang) -> None:
    picture = the_map(rendered(lang).slides[1])
    width, height = Image.open(BytesIO(picture.image.blob)).size
    assert (picture.crop_left, picture.crop_top, picture.crop_right, picture.crop_bottom) == (0, 0, 0, 0)
    assert width / (picture.width / EMU / 72) >= 190
    assert width / height == pytest.approx(picture.width / picture.height, abs=0.003)


def test_what_is_highlighted_stands_out_on_the_map() -> None:
    scene = brief().scenes[0]
    plain = brief().model_copy(update={"scenes": (scene.model_copy(update={"highlighted": ()}),)})
    other = opened(deck.render(plain, curated(), lang="en", time=TIME))
    assert the_map(other.slides[1]).image.sha1 != the_map(rendered("en").slides[1]).image.sha1


@both
def test_every_slide_has_marking_day_digest_and_number(lang: Lang) -> None:
    made = rendered(lang)
    for number, slide in enumerate(made.slides, 1):
        assert [
            shape.text_frame.text.count("Draft")
            for shape in slide.shapes
            if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
        ] == [1, 1]
        assert curated().digest in texts(slide)
        assert "2023" in texts(slide)
        fields = [field for field in slide.element.iter(qn("a:fld")) if field.get("type") == "slidenum"]
        assert [field.find(qn("a:t")).text for field in fields] == ([] if number == 1 else [str(number)])


def test_a_scene_s_marking_comes_to_the_brief_s() -> None:
    made = rendered("en")
    assert "Draft · Not yet" not in texts(made.slides[1])
    assert "Draft · Not yet" in texts(made.slides[0])
    assert "Draft · Not yet" in texts(made.slides[3])


def test_the_legend_can_be_edited() -> None:
    slide = rendered("en").slides[1]
    legend = next(shape for shape in slide.shapes if isinstance(shape, GroupShape))
    names = [shape.text_frame.text for shape in written(legend)]
    assert {"Symbols", "How it is said", "Last confirmed"} <= set(names)
    assert any(name.startswith("Wagner (") for name in names)


def test_the_same_deck_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    one = brief().model_copy(update={"scenes": brief().scenes[:1]})
    first, second = (deck.render(one, curated(), lang="ar") for _ in range(2))
    assert first == second
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(first)).infolist()} == {(2023, 11, 14, 22, 13, 20)}
    about = opened(first).core_properties
    assert about.created is not None
    assert about.created.year == 2023
    assert about.title == one.title.ar


@both
def test_a_dataset_that_means_harm(lang: Lang, tmp_path: Path) -> None:
    dataset = open_dataset(hostile.write(tmp_path))
    payload = hostile.spoilt("x")
    nasty = "control \x0b\x0c\x1b\x85 and \ufffe, " + "unbroken" * 40 + " " + payload
    made = deck.render(
        Brief(
            id="nasty",
            title=Wording(en=nasty, ar=nasty),
            subtitle=Wording(en=nasty, ar=nasty),
            date=TIME.date(),
            marking="M" * 80,
            scenes=(
                Scene(
                    id="a",
                    title=Wording(en=nasty, ar=nasty),
                    lines=(
                        line("base", "met", dataset=dataset),
                        line("why", dataset=dataset),
                        line("why", dataset=dataset).model_copy(update={"text": Wording(en="word " * 390)}),
                    ),
                ),
            ),
        ),
        dataset,
        lang=lang,
        time=TIME,
    )
    assert_tidy(opened(made))
    assert "<script>" in texts(opened(made).slides[1])
    assert not any(rel.is_external for slide in opened(made).slides for rel in slide.part.rels.values())


def template(path: Path, *, titled: bool = True) -> Path:
    """A template with a size, a font and a colour of its own, and a slide that is to go."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(800), Pt(600)
    wanted = ("Title Slide", "Two Content") if titled else ("Blank",)
    made.slides.add_slide(made.slide_layouts.get_by_name(wanted[0])).name = "old"
    for layout in list(made.slide_layouts):
        if layout.name not in wanted:
            made.slide_layouts.remove(layout)
    made.slide_master.background.fill.solid()
    made.slide_master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_3
    made.save(str(path))
    return path


@both
def test_a_template_of_one_s_own_gives_layouts_fonts_and_colours(lang: Lang, tmp_path: Path) -> None:
    file = template(tmp_path / "own.pptx")
    two = brief().model_copy(update={"scenes": brief().scenes[::2]})
    made = opened(deck.render(two, curated(), lang=lang, template=file, time=TIME))
    assert (made.slide_width, made.slide_height) == (Pt(800), Pt(600))
    assert made.slides[0].slide_layout.name == "Title Slide"
    assert {slide.slide_layout.name for slide in list(made.slides)[1:]} == {"Two Content"}
    assert titles(made)[0] == two.title[lang]
    assert made.slide_master.background.fill.fore_color.theme_color is MSO_THEME_COLOR.ACCENT_3
    kinds = {shape.placeholder_format.type for shape in made.slides[1].placeholders}
    assert {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT} <= kinds
    latin = {font.get("typeface") for slide in made.slides for font in slide.element.iter(qn("a:latin"))}
    assert latin == set()
    assert_tidy(made)


@pytest.mark.parametrize("name", ["Title Only", "Two Content", "Picture with Caption", "Title and Vertical Text"])
def test_layouts_are_used_by_what_their_places_are_for(name: str, tmp_path: Path) -> None:
    made = Presentation()
    for layout in list(made.slide_layouts):
        if layout.name not in {"Title Slide", "Title Only", name}:
            made.slide_layouts.remove(layout)
    made.save(str(tmp_path / "own.pptx"))
    small = brief().model_copy(update={"scenes": brief().scenes[1:2]})
    deck_made = opened(deck.render(small, curated(), lang="en", template=tmp_path / "own.pptx", time=TIME))
    used = {slide.slide_layout.name for slide in list(deck_made.slides)[1:]}
    assert used == {"Two Content" if name == "Two Content" else "Title Only"}
    assert_tidy(deck_made)


def test_a_template_that_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnfitTemplateError, match="no layout that a deck can be made with"):
        deck.render(brief(), curated(), lang="en", template=template(tmp_path / "bare.pptx", titled=False))
    text = tmp_path / "text.pptx"
    text.write_text("no presentation")
    for file in (text, tmp_path / "nowhere.pptx"):
        with pytest.raises(UnreadableTemplateError, match=file.name):
            deck.render(brief(), curated(), lang="en", template=file)
    assert main(["deck", "--query", "lang=en", "--template", str(text), "-o", str(tmp_path / "x.pptx")]) == 1
    assert "text.pptx is no PowerPoint file" in capsys.readouterr().err


def test_decks_in_the_shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small = brief().model_copy(update={"scenes": brief().scenes[1:2]})
    file, out = tmp_path / "brief.json", tmp_path / "out.pptx"
    file.write_text(small.model_dump_json(), "utf-8")
    assert main(["deck", str(file), "-o", str(out), "--lang", "ar", "--marking", "Mine"]) == 0
    assert capsys.readouterr().out == f"كُتب {out}: 3 شرائح.\n"
    assert "Mine" in texts(opened(out.read_bytes()).slides[0])
    assert titles(opened(out.read_bytes()))[1] == "لا شيء"
    assert main(["deck", "--query", "kinds=death", "--query", "kinds=visit", "-o", str(out)]) == 0
    assert len(opened(out.read_bytes()).slides) == 4


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nothing-like-it"], 1, "nothing-like-it"),
        ([], 2, "Name a brief"),
        (["some", "--query", "lang=en"], 2, "but not both"),
        (["--query", "rel=Z"], 2, "rel"),
        (["broken.json"], 1, "broken.json"),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str],
    code: int,
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.json").write_text('{"format": "libyamap-brief/9"}')
    assert main(["deck", *arguments, "-o", "out.pptx"]) == code
    printed = capsys.readouterr().err
    assert told in printed
    assert "Traceback" not in printed
    assert not Path("out.pptx").exists()
