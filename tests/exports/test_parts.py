"""Small rules of exports: what is a formula, what XML holds, short names, pieces of the globe, sentences of losses."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
import shapely
from defusedxml import ElementTree as Xml
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon
from tests.exports import made
from tests.exports.made import EVERYTHING

from libyamap.i18n import LANGUAGES, messages
from libyamap.render.data import FORMS
from libyamap.render.data.harmless import holdable, neutral, printable, without_nul
from libyamap.render.data.labels import label
from libyamap.render.data.markup import document, node
from libyamap.render.data.shapefile import short_names
from libyamap.render.data.shapes import on_the_globe
from libyamap.render.data.table import fields


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@sum", "  =1", "\u200f=1", "\ufeff=1", "＝1", "\t1", "\r=1", "\n-"]
)
def test_what_might_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Sirte", "سرت", "1-2", "a=b", "[F3] told", "2023-09-26"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


@given(st.text())
def test_any_text_can_be_held_by_xml(text: str) -> None:
    root = Element("root")
    node(root, "text", text, name=text)
    assert Xml.fromstring(document(root))[0].get("name") is not None
    assert "\0" not in without_nul(text)
    assert len(printable(text).splitlines()) <= 1


def test_only_what_xml_cannot_hold_is_replaced() -> None:
    assert holdable("a\tb\nc\x07d\x00e\ufffe\U0001f5fa") == "a\tb\nc\ufffdd\ufffde\ufffd\U0001f5fa"


def test_short_names_stay_apart() -> None:
    names = short_names(
        fields("destination_name_ar", "destination_nick_ar", "destination_nose_ar", "id", "start_latest")
    )
    assert list(names.values()) == ["destina_ar", "destin2_ar", "destin3_ar", "id", "start_late"]


@pytest.mark.parametrize("turn", [-360, 0, 360])
def test_what_lies_round_the_world_lies_on_it(turn: int) -> None:
    around = Polygon([(170 + turn, 0), (190 + turn, 0), (190 + turn, 10), (170 + turn, 10)])
    pieces = shapely.get_parts(on_the_globe(around))
    assert sorted(piece.bounds for piece in pieces) == [(-180, 0, -170, 10), (170, 0, 180, 10)]
    assert sum(piece.area for piece in pieces) == around.area


def test_a_line_goes_the_short_way_round() -> None:
    pieces = shapely.get_parts(on_the_globe(LineString([(170, 0), (-170, 0)])))
    assert sorted(piece.bounds for piece in pieces) == [(-180, 0, -170, 0), (170, 0, 180, 0)]
    assert on_the_globe(LineString([(10, 0), (40, 5)])) == LineString([(10, 0), (40, 5)])
    assert on_the_globe(Point(37.6178, 55.752)) == Point(37.6178, 55.752)


def test_every_field_and_every_format_has_a_name_in_both_languages() -> None:
    contents = made.contents(made.selected(made.small_dataset(), EVERYTHING))
    tables = (contents.features, contents.places, contents.claims, contents.sources, contents.notes, contents.drawings)
    for lang in LANGUAGES:
        for table in tables:
            labels = [label(field.name, lang) for field in table.fields]
            assert all(labels)
        assert all(form.title(lang) and form.purpose(lang) for form in FORMS.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_loss_is_told_in_a_sentence(lang: str) -> None:
    losses = {
        (loss.kind, loss.sentence(lang))
        for data in (made.odd_dataset(), made.hostile_dataset())
        for form in FORMS
        for loss in made.exported(made.selected(data, f"{EVERYTHING}&d={made.DRAWN}"), form).losses
    }
    assert {"style", "plainer", "formulas", "characters", "cut", "cut-whole", "short-names", "unplaced"} <= {
        kind for kind, _ in losses
    }
    assert all(f"data.loss.{kind}" in messages(lang) for kind, _ in losses)
    assert all("{" not in sentence and sentence.endswith(".") for _, sentence in losses)
