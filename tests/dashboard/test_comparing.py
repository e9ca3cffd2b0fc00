"""What the server tells of changes: since an edition shown before, since a revision, or why it cannot tell."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import Response
from tests.small import write

import comparing
from live import LiveDataset
from served import Body


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveDataset:
    """The small dataset, kept by git, of which one claim was regraded since."""
    folder = write(tmp_path / "data")
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=Curate"]):
        who = ["-c", "user.name=Tester", "-c", "user.email=tester@localhost", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True)
    one = LiveDataset(folder)
    monkeypatch.setattr(comparing, "live_dataset", lambda: one)
    return one


def regrade(live: LiveDataset) -> None:
    file = live.root / "claims.json"
    claims = json.loads(file.read_text("utf-8"))
    claims["claims"][2]["grade"]["credibility"] = 2
    file.write_text(json.dumps(claims, ensure_ascii=False), "utf-8")


def told(query: str) -> dict[str, Any]:
    body = comparing.comparison(query)
    assert isinstance(body, Body)
    found: dict[str, Any] = json.loads(body.content)
    return found


def test_a_revision_is_compared_with_what_is_on_disk(live: LiveDataset) -> None:
    assert told("with=HEAD")["same"]
    regrade(live)
    found = told("with=HEAD")
    assert [(one["id"], one["how"]) for one in found["changes"]] == [("meeting-moscow", "affected"), ("met", "changed")]
    assert found["old"]["name"] == "HEAD"
    assert [commit["subject"] for commit in json.loads(comparing.revisions().content)] == ["Curate"]


def test_an_edition_shown_before_is_compared_with_the_newest(live: LiveDataset) -> None:
    before = live.now().dataset.digest
    assert told(f"since={before}")["same"]
    regrade(live)
    assert [one["id"] for one in told(f"since={before}")["changes"]] == ["meeting-moscow", "met"]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("", 400, "revision"),
        ("with=", 400, "revision"),
        ("with=--output%3D/tmp/x", 400, "--output=/tmp/x"),
        ("with=HEAD:claims.json", 400, "HEAD:claims.json"),
        ("with=nowhere", 404, "nowhere"),
        ("since=0123456789ab", 404, "no longer kept"),
        ("since=../../etc", 404, "no longer kept"),
    ],
)
def test_what_cannot_be_told_is_answered_in_words(live: LiveDataset, query: str, status: int, words: str) -> None:
    assert live.root.is_dir()
    answer = comparing.comparison(query)
    assert isinstance(answer, Response)
    assert answer.status_code == status
    problem = json.loads(bytes(answer.body))["problem"]
    assert words in problem["en"]
    assert problem["ar"] != problem["en"]
