"""Briefs on disk: what is saved is read again, and nothing is lost whatever happens while saving."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.briefs.samples import both, brief, line, scene

from libyamap.brief import Brief
from libyamap.briefs import store
from libyamap.briefs.form import parsed, written
from libyamap.problems import DatasetError

ROOT = Path(__file__).parent.parent.parent


def saved(folder: Path, *versions: Brief) -> str:
    revision = None
    for version in versions:
        revision = store.save(version, folder, expected_revision=revision)
    assert revision
    return revision


def started(folder: Path, times: int, name: str) -> subprocess.Popen[str]:
    """A process that is about to save, and waits for a line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.briefs.saver", str(folder), str(times), name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """The system refuses to make a file longer, as it does on a full disk."""
    limits, before = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def test_what_is_saved_is_read_again_under_its_id(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    assert store.names(folder) == ()
    revision = saved(folder, brief(scene()))
    assert store.names(folder) == ("visit",)
    assert store.opened(folder / "visit.json") == store.Opened(brief(scene()), revision)
    assert store.revision(folder / "visit.json") == revision
    assert store.revision(folder / "other.json") is None


texts = st.builds(both, en=st.text(max_size=40), ar=st.text(max_size=40))
slugs = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
scenes = st.builds(
    scene,
    slug=slugs,
    title=texts,
    lines=st.lists(st.builds(lambda text, claims: line(*claims, en=text), st.text(max_size=40), st.lists(slugs))),
    highlighted=st.lists(slugs),
    marking=st.none() | st.just("Restricted"),
    transition=st.sampled_from(["fly", "cut"]),
    dwell=st.none() | st.floats(0.1, 3600),
    plays=st.booleans(),
    made_of=st.dictionaries(slugs, st.from_regex(r"[0-9a-f]{12}", fullmatch=True)),
)
briefs = st.builds(
    lambda title, subtitle, marking, some: brief(*some, title=title, subtitle=subtitle, marking=marking),
    texts,
    texts,
    st.none() | st.just("Internal"),
    st.lists(scenes, max_size=4, unique_by=lambda one: one.id),
)


@given(briefs)
@settings(max_examples=60, deadline=None)
def test_a_brief_is_the_same_after_a_round_trip_and_written_in_one_form(one: Brief) -> None:
    text = written(one)
    assert parsed(text.encode(), "visit.json") == one
    assert written(parsed(text.encode(), "visit.json")) == text


@given(st.lists(briefs, min_size=1, max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_version_before_is_kept_in_order(tmp_path_factory: pytest.TempPathFactory, some: list[Brief]) -> None:
    folder = tmp_path_factory.mktemp("briefs")
    saved(folder, *some)
    different = [one for one, after in pairwise(some) if one != after]
    assert [store.read(file) for file in store.versions(folder, "visit")] == different
    assert store.read(folder / "visit.json") == some[-1]


def test_the_newest_versions_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KEPT", 3)
    saved(tmp_path, *(brief(subtitle=both(str(number))) for number in range(6)))
    kept = [store.read(file).subtitle.en for file in store.versions(tmp_path, "visit")]
    assert kept == ["2", "3", "4"]


def test_who_saves_upon_another_version_is_told_and_overwrites_nothing(tmp_path: Path) -> None:
    first = saved(tmp_path, brief())
    theirs = store.save(brief(subtitle=both("theirs")), tmp_path, expected_revision=first)
    mine = brief(subtitle=both("mine"))
    with pytest.raises(store.StaleBriefError, match="visit") as refused:
        store.save(mine, tmp_path, expected_revision=first)
    assert (refused.value.brief, refused.value.found) == (mine, theirs)
    assert store.read(tmp_path / "visit.json").subtitle.en == "theirs"
    with pytest.raises(store.StaleBriefError):
        store.save(mine, tmp_path, expected_revision=None)


def test_a_brief_that_has_been_removed_is_not_brought_back_unnoticed(tmp_path: Path) -> None:
    revision = saved(tmp_path, brief())
    (tmp_path / "visit.json").unlink()
    with pytest.raises(store.StaleBriefError) as refused:
        store.save(brief(scene()), tmp_path, expected_revision=revision)
    assert refused.value.found is None
    assert store.names(tmp_path) == ()


def test_two_processes_that_save_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    saved(tmp_path, brief())
    writers = [started(tmp_path, 15, name) for name in ("left", "right")]
    for writer in writers:
        go(writer)
    assert [len(writer.communicate(timeout=60)[0].split()) for writer in writers] == [15, 15]
    last = store.read(tmp_path / "visit.json")
    assert last.subtitle.en == "30"
    assert {one.id for one in last.scenes} == {f"{name}-{n}" for name in ("left", "right") for n in range(1, 16)}
    versions = [store.read(file) for file in store.versions(tmp_path, "visit")]
    assert [version.subtitle.en for version in versions] == ["", *(str(n) for n in range(1, 30))]


def test_a_process_killed_while_saving_leaves_a_whole_version_and_no_lock(tmp_path: Path) -> None:
    saved(tmp_path, brief())
    moments = random.Random(6)
    for attempt in range(10):
        writer = started(tmp_path, 0, f"writer{attempt}")
        go(writer)
        time.sleep(moments.uniform(0.0, 0.08))
        writer.kill()
        told = writer.communicate()[0].split()
        last = store.opened(tmp_path / "visit.json")
        done = sum(one.id.startswith(f"writer{attempt}-") for one in last.brief.scenes)
        assert done in {min(len(told), 100), min(len(told) + 1, 100)}
        assert all(store.read(file) for file in store.versions(tmp_path, "visit"))
        store.save(brief(subtitle=both(str(attempt))), tmp_path, expected_revision=last.revision)
        assert store.read(tmp_path / "visit.json").subtitle.en == str(attempt)


def test_a_full_disk_leaves_the_old_version_and_hands_back_the_new(tmp_path: Path) -> None:
    revision = saved(tmp_path, brief(scene()))
    long = brief(*(scene(f"scene{number}") for number in range(60)))
    with no_file_longer_than(4096), pytest.raises(store.UnsavedBriefError, match=r"visit\.json") as refused:
        store.save(long, tmp_path, expected_revision=revision)
    assert parsed(refused.value.text.encode(), "kept elsewhere") == long
    assert store.opened(tmp_path / "visit.json") == store.Opened(brief(scene()), revision)
    assert not list(tmp_path.rglob("draft"))
    store.save(long, tmp_path, expected_revision=revision)
    assert store.read(tmp_path / "visit.json") == long


def test_a_place_where_nothing_can_be_kept_hands_back_the_brief(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(store.UnsavedBriefError) as refused:
        store.save(brief(), tmp_path / "file", expected_revision=None)
    assert refused.value.brief == brief()


def test_a_saved_brief_keeps_the_rights_of_its_file(tmp_path: Path) -> None:
    revision = saved(tmp_path, brief())
    (tmp_path / "visit.json").chmod(0o600)
    store.save(brief(scene()), tmp_path, expected_revision=revision)
    assert (tmp_path / "visit.json").stat().st_mode & 0o777 == 0o600


def test_everything_wrong_with_a_file_is_told_at_once_with_scene_and_field(tmp_path: Path) -> None:
    file = tmp_path / "visit.json"
    file.write_text(
        '{"format": "libyamap-brief/2", "id": "visit", "title": {"en": "A"}, "date": "yesterday", "colour": 1,'
        ' "scenes": [{"id": "one", "title": {}, "view": "z=900&c=1", "dwell": -1},'
        ' {"id": "two", "title": {"de": "Eins"}, "lines": [{"text": "x"}]}]}'
    )
    with pytest.raises(DatasetError) as refused:
        store.read(file)
    assert {(problem.feature, problem.field, problem.key) for problem in refused.value.problems} == {
        ("", "format", "not-one-of"),
        ("", "date", "date"),
        ("", "colour", "unknown-field"),
        ("one", "view", "query"),
        ("one", "dwell", "limit"),
        ("two", "title.de", "unknown-field"),
        ("two", "lines.0.text", "not-object"),
    }
    assert all(problem.file == "visit.json" and problem.sentence("ar") for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("content", "key"),
    [(b"", "file-empty"), (b"{", "json"), (b"\xff", "encoding"), (b"[]", "not-object"), (None, "file-missing")],
)
def test_a_file_that_is_no_brief_is_told_in_a_sentence(tmp_path: Path, content: bytes | None, key: str) -> None:
    if content is not None:
        (tmp_path / "visit.json").write_bytes(content)
    with pytest.raises(DatasetError) as refused:
        store.read(tmp_path / "visit.json")
    assert [problem.key for problem in refused.value.problems] == [key]


def test_two_scenes_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = written(brief(scene("one"), scene("two"))).replace('"two"', '"one"')
    (tmp_path / "visit.json").write_text(twice, "utf-8")
    with pytest.raises(DatasetError) as refused:
        store.read(tmp_path / "visit.json")
    assert [problem.sentence("en") for problem in refused.value.problems] == ["Several scenes bear the id one."]
