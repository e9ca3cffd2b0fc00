"""The first brief: what the report tells, ready to be shared."""

from __future__ import annotations

import pytest

from libyamap import open_dataset, paths
from libyamap.brief import Brief
from libyamap.briefs import store
from libyamap.briefs.check import check
from libyamap.dataset import Dataset
from libyamap.i18n import LANGUAGES
from libyamap.validation.briefs import briefs

FOLDER = paths.geodata() / store.FOLDER
TITLE, LINE = 60, 140
"""Letters that are read from the back of a room."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_dataset()


@pytest.fixture(scope="module")
def brief() -> Brief:
    return store.read(FOLDER / "haftar-moscow-2023.json")


def test_the_first_brief_is_ready_to_be_shared(brief: Brief, dataset: Dataset) -> None:
    assert [finding.line("en") for finding in check(brief, dataset)] == []
    assert briefs(dataset) == ()
    assert 6 <= len(brief.scenes) <= 10


def test_every_scene_is_short_and_every_line_rests_on_claims(brief: Brief) -> None:
    for scene in brief.scenes:
        assert 2 <= len(scene.lines) <= 4
        assert all(len(scene.title[lang]) <= TITLE for lang in LANGUAGES)
        assert all(len(line.text[lang]) <= LINE for line in scene.lines for lang in LANGUAGES)
        assert all(line.claims for line in scene.lines)
        assert scene.highlighted


def test_a_line_is_hedged_as_its_claims_are_in_both_languages(brief: Brief, dataset: Dataset) -> None:
    for scene in brief.scenes:
        for line in scene.lines:
            for hedge in {dataset.claims[claim].hedge for claim in line.claims} - {None}:
                phrases = dataset.hedges[str(hedge)].phrases
                for lang in LANGUAGES:
                    assert any(phrase in line.text[lang] for phrase in getattr(phrases, lang)), (scene.id, hedge, lang)


def test_whoever_stands_out_is_spoken_of(brief: Brief, dataset: Dataset) -> None:
    for scene in brief.scenes:
        named = {actor for claim in scene.claims for actor in dataset.claims[claim].actors}
        for slug in scene.highlighted:
            assert {part.actor for part in dataset.features[slug].properties.actors} & named, (scene.id, slug)


def test_each_scene_opens_on_the_map_as_it_is_kept(brief: Brief) -> None:
    for scene in brief.scenes:
        for lang in LANGUAGES:
            view = scene.looked_at(lang)
            assert view.query() == f"lang={lang}&{scene.view}"
            assert view.center
            assert view.zoom
            assert view.as_of == brief.date
