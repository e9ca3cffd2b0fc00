"""Writing a brief: whatever is done to its scenes, none is lost, none comes twice, and all can be undone."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.briefs.samples import both, brief, scene

from libyamap.brief import Brief
from libyamap.briefs.editing import Draft, added, captured, duplicated, moved, replaced, without
from libyamap.briefs.form import parsed, written
from libyamap.view import View

THREE = brief(scene("a"), scene("b"), scene("c"))
LOOKED_AT = View.from_query("lang=ar&theme=dark&c=29.2,16&layers=wagner").model_copy(update={"marking": "INTERNAL"})


def order(one: Brief) -> str:
    return " ".join(scene.id for scene in one.scenes)


def test_a_scene_is_captured_from_what_is_looked_at() -> None:
    one = captured(LOOKED_AT, THREE, title=both("Now"), highlighted=("wagner-jufra",))
    assert (one.view, one.marking, one.highlighted) == ("c=29.2,16&layers=wagner", "INTERNAL", ("wagner-jufra",))
    assert order(added(added(THREE, one), captured(LOOKED_AT, added(THREE, one)), after="a")) == "a scene-2 b c scene"


def test_scenes_are_put_in_order_copied_changed_and_taken_out() -> None:
    assert order(moved(THREE, "a", 2)) == "b c a"
    assert order(moved(THREE, "c", 0)) == "c a b"
    assert order(moved(THREE, "b", 99)) == "a c b"
    assert order(moved(THREE, "b", -1)) == "b a c"
    assert order(duplicated(duplicated(THREE, "b"), "b")) == "a b b-3 b-2 c"
    assert order(without(THREE, "b")) == "a c"
    other = scene("b", title=both("Other"))
    assert replaced(THREE, other).scenes == (THREE.scenes[0], other, THREE.scenes[2])
    with pytest.raises(KeyError):
        moved(THREE, "d", 0)
    with pytest.raises(ValueError, match="b"):
        added(THREE, scene("b"))


def test_a_copy_of_a_scene_with_the_longest_id_is_of_its_model() -> None:
    long = brief(scene("a" * 80))
    assert parsed(written(duplicated(long, "a" * 80)).encode(), "visit.json").scenes[0] == long.scenes[0]


@given(st.lists(st.integers(0, 5), max_size=30), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_can_be_undone_and_done_again(steps: list[int], chance: random.Random) -> None:
    draft = Draft(THREE)
    states = [draft.brief]
    for step in steps:
        now = draft.brief
        some = chance.choice(now.scenes).id if now.scenes else None
        if step == 0 or some is None:
            after = added(now, captured(LOOKED_AT, now), after=some)
        elif step == 1:
            after = duplicated(now, some)
        elif step == 2:
            after = without(now, some)
        elif step == 3:
            after = replaced(now, scene(some, title=both(str(chance.random()))))
        else:
            after = moved(now, some, chance.randrange(-1, len(now.scenes) + 1))
        draft = draft.changed(after)
        assert parsed(written(draft.brief).encode(), "visit.json") == draft.brief
        if after != now:
            states.append(after)
    for state in reversed(states):
        assert draft.brief == state
        draft = draft.undone()
    for state in states:
        assert draft.brief == state
        draft = draft.redone()


def test_what_was_undone_is_gone_once_something_else_is_done() -> None:
    draft = Draft(THREE).changed(without(THREE, "a")).undone().changed(without(THREE, "b"))
    assert draft.redone() == draft
    assert draft.undone().brief == THREE
