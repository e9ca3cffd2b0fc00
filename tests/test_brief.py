"""Briefs: what a scene keeps of a View, and what its texts lack."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from libyamap.brief import Brief, Line, Scene, Wording


def test_a_scene_keeps_its_view_without_language_and_theme() -> None:
    scene = Scene(id="one", title=Wording(en="One"), view="lang=ar&theme=dark&layers=wagner&c=29.2,16")
    assert scene.view == "c=29.2,16&layers=wagner"
    assert scene.looked_at("ar").query() == "lang=ar&c=29.2,16&layers=wagner"


def test_a_scene_refuses_a_view_that_cannot_be() -> None:
    with pytest.raises(ValidationError):
        Scene(id="one", title=Wording(en="One"), view="z=900")


def test_a_text_stands_in_for_the_one_that_is_lacking() -> None:
    title = Wording(en="One")
    assert title["ar"] == "One"
    assert title.lacking == ("ar",)


def test_claims_are_footnoted_once_and_in_order() -> None:
    lines = (Line(text=Wording(en="a"), claims=("two", "one")), Line(text=Wording(en="b"), claims=("one", "three")))
    assert Scene(id="one", title=Wording(), lines=lines).claims == ("two", "one", "three")


def test_a_brief_is_handled_as_its_scenes_ask() -> None:
    scenes = (Scene(id="one", title=Wording(), marking="RESTRICTED"), Scene(id="two", title=Wording()))
    described = {"id": "visit", "title": Wording(en="A visit"), "date": dt.date(2023, 9, 28)}
    assert Brief(**described).handling is None
    assert Brief(**described, scenes=scenes).handling == "RESTRICTED"
    assert Brief(**described, scenes=scenes, marking="Confidential").handling == "Confidential"
