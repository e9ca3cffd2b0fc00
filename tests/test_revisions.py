"""Datasets of the past, read from git without checking anything out."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import write

from libyamap import revisions
from libyamap.dataset import read
from libyamap.errors import LibyamapError
from libyamap.i18n import LANGUAGES
from libyamap.revisions import (
    EmptyRevisionError,
    GitMissingError,
    NoRepositoryError,
    PastDatasetError,
    RevisionFormError,
    UnknownRevisionError,
    at_revision,
    history,
    opened,
)


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Tester", "-c", "user.email=tester@localhost", "-c", "commit.gpgsign=false")
    ran = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return ran.stdout


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A dataset in a folder of a repository, of which there are three revisions: without it, broken, and whole."""
    repository = tmp_path / "repository"
    repository.mkdir()
    git(repository, "init", "--quiet", "--initial-branch=main")
    (repository / "README").write_text("Nothing yet.", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message=Begin")
    git(repository, "tag", "begun")
    folder = write(repository / "the data")
    claims = (folder / "claims.json").read_text("utf-8")
    broken = json.loads(claims)
    broken["claims"][0]["assertion"] = "whispered"
    (folder / "claims.json").write_text(json.dumps(broken), "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message=Curate")
    git(repository, "tag", "broken")
    (folder / "claims.json").write_text(claims, "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message=Mend <b>it</b>")
    git(repository, "tag", "v1.0")
    return folder


def test_a_revision_is_the_dataset_of_that_time(kept: Path) -> None:
    now = read(kept)
    (kept / "notes.json").write_text('{"notes": []}', "utf-8")
    assert read(kept).notes == ()
    for name in ("HEAD", "main", "v1.0", git(kept, "rev-parse", "HEAD").strip(), "HEAD~0", "main@{0}"):
        assert at_revision(name, kept).digest == now.digest, name
    assert git(kept, "status", "--porcelain").split() == ["M", '"the', 'data/notes.json"']


def test_a_folder_is_read_as_it_is(kept: Path, tmp_path: Path) -> None:
    assert opened(str(kept), tmp_path).digest == read(kept).digest


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("v2.0", UnknownRevisionError),
        ("4f2a9c1", UnknownRevisionError),
        ("begun", EmptyRevisionError),
        ("broken", PastDatasetError),
        ("", RevisionFormError),
        ("--output=x", RevisionFormError),
        ("-1", RevisionFormError),
        ("HEAD:README", RevisionFormError),
        ("HEAD;touch x", RevisionFormError),
        ("$(touch x)", RevisionFormError),
        ("HEAD..main", RevisionFormError),
        ("main\nHEAD", RevisionFormError),
        ("../elsewhere", RevisionFormError),
        ("HEAD^{/Mend}", RevisionFormError),
    ],
)
def test_what_cannot_be_read_is_told_in_both_languages(kept: Path, name: str, error: type[LibyamapError]) -> None:
    with pytest.raises(error) as told:
        at_revision(name, kept)
    for lang in LANGUAGES:
        assert name in told.value.sentence(lang)
    if isinstance(told.value, PastDatasetError):
        assert "claims.json: base: assertion: “whispered” is not one of" in str(told.value)


def test_a_past_dataset_whose_ids_lead_nowhere_is_not_compared(kept: Path) -> None:
    (kept / "actors.json").write_text('{"groups": [], "actors": []}', "utf-8")
    with pytest.raises(PastDatasetError, match="There is no actor “wagner”"):
        opened(str(kept), kept)


def test_a_folder_outside_of_git_has_no_revisions(tmp_path: Path) -> None:
    folder = write(tmp_path)
    with pytest.raises(NoRepositoryError):
        at_revision("HEAD", folder)
    assert history(folder) == ()


def test_without_git_a_sentence_says_so(kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitMissingError):
        at_revision("HEAD", kept)
    assert history(kept) == ()


def test_history_tells_what_changed_the_dataset_newest_first(kept: Path) -> None:
    told = history(kept)
    assert [commit.subject for commit in told] == ["Mend <b>it</b>", "Curate"]
    assert all(len(commit.id) == revisions.SHORT for commit in told)
    assert at_revision(told[0].id, kept).digest == read(kept).digest


@given(st.text(max_size=40))
def test_no_name_reaches_git_as_an_option(name: str) -> None:
    if revisions.REVISION.fullmatch(name):
        assert not name.startswith("-")
        assert not set(name) & set(" :;|&$`'\"\\<>*?!\n\0")
