"""What is told of a brief before it is shared, and that a brief in order is told nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.briefs.samples import both, brief, line, scene
from tests.small import Files, write

from libyamap import open_dataset
from libyamap.brief import Brief, Scene, Wording
from libyamap.briefs.check import check
from libyamap.briefs.making import claim_digest, made, refreshed
from libyamap.dataset import Dataset
from libyamap.i18n import LANGUAGES, messages

LONG = "A line that goes on and on and says much more than anybody in the last row of a room would read. "
GOOD = {"view": "c=29.2,16&z=6", "highlighted": ("wagner-jufra",), "lines": (line("base"),)}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return open_dataset(write(tmp_path_factory.mktemp("small")))


def found(dataset: Dataset, one: Brief) -> list[tuple[str, str, str]]:
    findings = check(one, dataset)
    assert all(finding.line(lang) for finding in findings for lang in LANGUAGES)
    return [(finding.scene, finding.field, finding.kind) for finding in findings]


def whole(dataset: Dataset, **changes: Any) -> Scene:
    return made(scene(**(GOOD | changes)), dataset)


def test_a_brief_in_order_is_told_nothing(dataset: Dataset) -> None:
    assert found(dataset, brief(whole(dataset))) == []


CASES: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"title": Wording(en="A scene")}, ("title", "untranslated")),
    ({"title": Wording()}, ("title", "unwritten")),
    ({"lines": (line("base", ar=""),)}, ("lines.0", "untranslated")),
    ({"lines": (line("base"), line())}, ("lines.1", "unfooted")),
    ({"lines": (line("nobody-said"),)}, ("lines.0.claims.0", "unknown-id")),
    ({"highlighted": ("no-such",)}, ("highlighted.0", "unknown-id")),
    ({"view": "layers=no-such,wagner"}, ("view", "unknown-id")),
    ({"view": "actors=no-such,wagner"}, ("view", "unknown-id")),
    ({"view": "places=no-such,jufra"}, ("view", "unknown-id")),
    ({"view": "sel=no-such"}, ("view", "unknown-id")),
    ({"view": "vs=actors%3Dno-such"}, ("view", "unknown-id")),
    ({"view": "cred=1&ungraded=0", "highlighted": ()}, ("view", "filters-leave-nothing")),
    ({"view": "layers=movements&actors=putin", "highlighted": ()}, ("view", "layers-show-nothing")),
    ({"view": "layers=wagner&to=2019-01-01&certain=1", "highlighted": ()}, ("view", "layers-show-nothing")),
    ({"view": "c=55,37&z=8&layers=wagner", "highlighted": ()}, ("view", "nothing-in-sight")),
    ({"view": "layers=meetings,wagner", "highlighted": ("sirte-jufra",)}, ("highlighted.0", "highlight-not-shown")),
    ({"view": "c=31.2,16.6&z=9", "highlighted": ("wagner-jufra",)}, ("highlighted.0", "highlight-out-of-sight")),
    (
        {"view": "c=29,16&z=5&layers=outlook,wagner", "highlighted": ("wagner-stays",)},
        ("highlighted.0", "highlight-without-place"),
    ),
    ({"title": both(en=LONG)}, ("title", "long-title")),
    ({"lines": tuple(line("base", en=LONG * 2) for _ in range(3))}, ("text", "long-text")),
    ({"lines": tuple(line("base") for _ in range(5))}, ("lines", "long-lines")),
]


@pytest.mark.parametrize(("changes", "told"), CASES)
def test_what_a_reader_would_trip_over_is_told_with_scene_and_field(
    dataset: Dataset, changes: dict[str, Any], told: tuple[str, str]
) -> None:
    assert {one[1:] for one in found(dataset, brief(whole(dataset, **changes)))} == {told}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": Wording(ar="زيارة")}, ("title", "untranslated")),
        ({"subtitle": Wording(ar="زيارة")}, ("subtitle", "untranslated")),
        ({"author": Wording(en="We")}, ("author", "untranslated")),
        ({"marking": "INTERNAL"}, ("marking", "marking-lower")),
        ({"marking": None}, ("marking", "marking-lacking")),
    ],
)
def test_what_the_brief_itself_lacks_is_told(dataset: Dataset, changes: dict[str, Any], told: tuple[str, str]) -> None:
    marked = whole(dataset, marking="RESTRICTED")
    assert found(dataset, brief(marked, **({"marking": "CONFIDENTIAL"} | changes))) == [("", *told)]


def test_what_only_the_other_side_shows_may_stand_out(dataset: Dataset) -> None:
    compared = {
        "view": "c=29.2,16&z=5&layers=movements&vs=layers%3Dwagner",
        "highlighted": ("wagner-jufra", "sirte-jufra"),
    }
    assert found(dataset, brief(whole(dataset, **compared))) == []


def test_a_brief_without_scenes_is_told_so(dataset: Dataset) -> None:
    assert found(dataset, brief()) == [("", "scenes", "no-scenes")]


def test_what_is_between_two_languages_is_measured_in_both(dataset: Dataset) -> None:
    arabic = "سطر طويل لا ينتهي ويقول أكثر مما يقرؤه أي جالس في الصف الأخير من القاعة مهما اجتهد في ذلك. "
    text = check(brief(whole(dataset, lines=tuple(line("base", ar=arabic * 3) for _ in range(3)))), dataset)
    assert {(one.kind, str(one.params["lang"])) for one in text} == {("long-text", "language.ar")}


def test_a_claim_that_changed_or_went_since_a_scene_was_made_is_told(tmp_path: Path, dataset: Dataset) -> None:
    def change(files: Files) -> None:
        claims = files["claims.json"]["claims"]
        next(one for one in claims if one["id"] == "base")["grade"]["credibility"] = 4
        next(one for one in claims if one["id"] == "met")["recorded"] = "2026-11-24"

    lines = (line("base"), line("met"), line("role"))
    before = brief(whole(dataset, lines=lines))
    later = open_dataset(write(tmp_path, change))
    assert found(later, before) == [("one", "made_of.base", "claim-changed")]
    assert found(later, refreshed(before, later)) == []
    unread = brief(before.scenes[0].model_copy(update={"made_of": {"base": claim_digest(later.claims["base"])}}))
    assert found(later, unread) == [("one", "made_of.met", "claim-unread"), ("one", "made_of.role", "claim-unread")]


def test_a_scene_is_made_of_the_claims_that_there_are(dataset: Dataset) -> None:
    one = made(scene(lines=(line("met", "nobody-said"),)), dataset)
    assert one.made_of == {"met": claim_digest(dataset.claims["met"])}


def test_every_finding_that_there_are_words_for_is_tried_here() -> None:
    own = {"no-scenes", "marking-lower", "marking-lacking", "claim-changed", "claim-unread"}
    kinds = {key.removeprefix("finding.") for key in messages("en") if key.startswith("finding.")}
    assert kinds == {kind for _, (_, kind) in CASES} | own
