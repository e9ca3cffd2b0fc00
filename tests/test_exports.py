"""Exports: every form is explained, files have names that are safe anywhere, what is looked at is exact."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from libyamap import View, open_dataset, select
from libyamap.exports import (
    FORMS,
    Options,
    Wish,
    WishError,
    Written,
    export,
    file_name,
    making,
    offered,
    selected,
    sketch,
)
from libyamap.i18n import LANGUAGES, messages

DATASET = open_dataset(None)
SMALL = Options(size="480x480")
SAFE = re.compile(r"libyamap(-[A-Za-z0-9]+)+(--?[A-Za-z0-9]+)*(\.[a-z0-9]+)+")
texts = st.one_of(
    st.text(max_size=80), st.sampled_from(["سري للغاية", "../../etc/passwd", "CON", "a" * 80, "ÉTÉ 2023", "…"])
)
days = st.one_of(st.none(), st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)))


@given(title=st.none() | texts, marking=texts, first=days, last=days, form=st.sampled_from(list(FORMS)))
def test_names_are_safe_and_say_when_how_marked_and_of_which_data(
    title: str | None, marking: str, first: dt.date | None, last: dt.date | None, form: str
) -> None:
    if first and last:
        first, last = min(first, last), max(first, last)
    selection = select(DATASET, View(first=first, last=last))
    options = Options(title=title, marking=marking)
    name = file_name(selection, FORMS[form], options)
    assert SAFE.fullmatch(name), name
    assert len(name) <= 140
    assert name.endswith(f"-{DATASET.digest[:8]}{FORMS[form].suffix}")
    for day in (first, last) if first or last else (DATASET.catalog.as_of,):
        assert day is None or day.isoformat() in name
    unmarked = file_name(selection, FORMS[form], options.model_copy(update={"marking": ""}))
    assert name.startswith(unmarked.removesuffix(f"{DATASET.digest[:8]}{FORMS[form].suffix}"))
    assert bool(options.marking) is (name != unmarked)


def test_a_name_reads_as_it_should() -> None:
    view = View(first=dt.date(2023, 8, 1), last=dt.date(2023, 9, 30), lang="ar")
    selection, digest = select(DATASET, view), DATASET.digest[:8]
    named = {
        file_name(selection, FORMS["png"], options)
        for options in (
            Options(title="Wagner, été 2023: who is where, and since when?", marking="TLP:AMBER"),
            Options(title="فاغنر في ليبيا", marking="سري"),
            Options(lang="en"),
        )
    }
    assert named == {
        f"libyamap-wagner-ete-2023-who-is-where-and-since-ar-2023-08-01--2023-09-30-TLP-AMBER-{digest}.png",
        f"libyamap-haftar-moscow-2023-ar-2023-08-01--2023-09-30-MARKED-{digest}.png",
        f"libyamap-haftar-moscow-2023-en-2023-08-01--2023-09-30-{digest}.png",
    }


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_a_name_an_explanation_and_fields_that_there_are(form: str) -> None:
    one = FORMS[form]
    assert one.suffix.startswith(".")
    assert set(one.options) <= Options.model_fields.keys()
    for lang in LANGUAGES:
        assert one.name(lang)
        assert one.about(lang)
        for key in one.options:
            assert messages(lang)[f"export.field.{key}"]


def test_every_field_of_a_wish_can_be_named_where_it_is_wrong() -> None:
    for lang in LANGUAGES:
        assert all(f"export.field.{name}" in messages(lang) for name in (*Wish.model_fields, "wish"))


def test_a_picture_comes_with_its_name_and_a_sketch_is_the_same_page_small() -> None:
    selection = select(DATASET, View(lang="ar"))
    exported = export(selection, "png", SMALL)
    assert Image.open(BytesIO(exported.content)).size == (480, 480)
    assert (exported.name, exported.media_type) == (file_name(selection, FORMS["png"], SMALL), "image/png")
    wide = Options(size="1000x500", marking="A")
    small = sketch(selection, "png", wide, width=300)
    assert Image.open(BytesIO(small.picture)).size == (300, 150)
    assert small.name == file_name(selection, FORMS["png"], wide)
    assert small.title == DATASET.catalog.title["ar"]
    # Laid out alike: the bands with the marking take the same share of the page.
    whole = Image.open(BytesIO(export(selection, "png", wide).content)).convert("L").resize((300, 150))
    drawn = Image.open(BytesIO(small.picture)).convert("L")
    apart = [abs(one - other) for one, other in zip(whole.tobytes(), drawn.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 4


@dataclass(frozen=True)
class _Lost:
    what: str

    def sentence(self, lang: str) -> str:
        return f"{lang}: {self.what}"


def test_what_lies_beside_a_file_comes_with_it_and_what_is_lost_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    written = Written(b"data", losses=[_Lost("styles")], beside={".about.txt": b"who says so"})
    form = replace(FORMS["png"], id="odd", suffix=".odd", write=lambda _selection, _options: written)
    monkeypatch.setattr(making, "FORMS", {"odd": form})
    exported = export(select(DATASET, View()), "odd")
    stem = exported.name.removesuffix(".zip")
    assert stem != exported.name
    with ZipFile(BytesIO(exported.content)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"{stem}.odd": b"data", f"{stem}.about.txt": b"who says so"
        }  # fmt: skip
    assert exported.losses == ({"ar": "ar: styles", "en": "en: styles"},)
    assert exported.media_type == "application/zip"


def test_a_marking_is_in_the_data_and_not_only_in_their_name() -> None:
    made = export(select(DATASET, View(kinds=("meeting",))), "geojson", Options(marking="FOR TESTS"))
    assert "FOR-TESTS" in made.name
    assert b"FOR TESTS" in made.content


def test_a_form_that_nobody_writes_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = replace(FORMS["png"], needs="libyamap.render.nothing")
    monkeypatch.setattr(making, "FORMS", {"png": missing})
    assert not missing.is_offered
    assert [form.id for form in offered()] == [form.id for form in FORMS.values() if form.is_offered]
    with pytest.raises(WishError):
        export(select(DATASET, View()), "png")


def test_what_is_looked_at_is_as_exact_as_the_screen() -> None:
    exact = {"lat": 30.123456789, "lon": 17.987654321, "zoom": 6.789, "width": 700, "height": 500}
    drawings = ".".join(f"nn{number:02d}KKKKLLLL,{'QUFB' * 10}" for number in range(99))
    wish = Wish.model_validate(
        {"form": "png", "query": "lang=ar&theme=dark&c=1,2&z=3", "extent": exact, "drawings": drawings}
    )
    view = selected(DATASET, wish).view
    assert (view.lang, view.theme, view.center, view.zoom) == ("ar", "dark", (30.123456789, 17.987654321), 6.789)
    assert view.drawings == drawings


def test_only_what_is_shown_is_exported_where_drawings_leave_out_the_rest() -> None:
    ids = frozenset(list(DATASET.features)[:3])
    selection = selected(DATASET, Wish(form="png", only=ids))
    assert {item.feature.id for item in selection.items} == ids
    assert len(selected(DATASET, Wish(form="png")).items) == len(DATASET.features)


def test_style_and_language_of_a_wish_go_before_those_of_the_address() -> None:
    view = selected(DATASET, Wish(form="png", query="lang=en&theme=light", lang="ar", style="dark", marking="A")).view
    assert (view.lang, view.theme, view.marking) == ("ar", "dark", "A")
