"""The dataset's briefs over HTTP: listed, read, checked, saved, and never written over somebody else's."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from tests import small
from tests.briefs.samples import brief, scene

import kept_briefs
from kept_briefs import JSON, ROUTES
from libyamap.brief import Brief
from libyamap.briefs import store
from libyamap.serve import READ_ONLY_VARIABLE
from live import LiveDataset

Json = dict[str, Any]
FULL = Path("/dev/full")
"""Takes nothing: whatever is written to it finds the disk full."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of briefs of a dataset that the routes serve."""
    live = LiveDataset(small.write(tmp_path / "data"))
    monkeypatch.setattr(kept_briefs, "live_dataset", lambda: live)
    return live.root / store.FOLDER


def _ask(method: str, path: str = "", sent: object = None, **headers: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=ROUTES))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            named = {"content-type": JSON} | {name.replace("_", "-"): value for name, value in headers.items()}
            content = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
            return await client.request(method, f"/libyamap/briefs{path}", content=content, headers=named)

    # A browser that another test started has its loop in this thread.
    with ThreadPoolExecutor() as thread:
        return thread.submit(lambda: asyncio.run(asked())).result()


def _form(one: Brief) -> Json:
    form: Json = one.model_dump(mode="json")
    return form


def _save(one: Brief, expected: str | None = None, **headers: str) -> httpx.Response:
    return _ask("PUT", f"/{one.id}", {"brief": _form(one), "expected": expected}, **headers)


def _problem(answer: httpx.Response) -> str:
    [problem] = answer.json()["problems"]
    assert problem["ar"]
    return str(problem["en"])


def test_a_brief_is_saved_listed_and_read() -> None:
    mine = brief(scene(), marking="INTERNAL")
    saved = _save(mine)
    assert saved.status_code == 200
    assert saved.headers["cache-control"] == "no-store"
    listing = _ask("GET").json()
    [listed] = listing["briefs"]
    assert (listed["id"], listed["scenes"], listed["marking"]) == ("visit", 1, "INTERNAL")
    assert listing["writable"] is True
    assert {"met", "base"} <= set(listing["claims"])
    assert _ask("GET", "/visit").json() == {"brief": _form(mine), "revision": saved.json()["revision"]}


def test_of_two_who_save_upon_the_same_revision_the_second_is_told_with_what_the_first_saved() -> None:
    revision = _save(brief()).json()["revision"]
    first, second = brief(scene("first")), brief(scene("second"))
    theirs = _save(first, revision).json()["revision"]
    refused = _save(second, revision)
    assert refused.status_code == 409
    assert "saved by somebody else" in _problem(refused)
    assert refused.json()["theirs"] == {"brief": _form(first), "revision": theirs}
    assert _ask("GET", "/visit").json()["brief"] == _form(first)
    assert _save(second, theirs).status_code == 200


def test_a_new_brief_does_not_take_the_name_of_another(folder: Path) -> None:
    _save(brief(scene("theirs")))
    assert _save(brief(scene("mine"))).status_code == 409
    (folder / "visit.json").unlink()
    gone = _save(brief(scene("mine")), "0" * 64)
    assert (gone.status_code, gone.json()["theirs"]) == (409, None)


def test_all_that_is_wrong_with_a_brief_is_told_at_once_and_nothing_is_written(folder: Path) -> None:
    wrong = _form(brief(scene())) | {"date": "soon", "colour": "red"}
    answer = _ask("PUT", "/visit", {"brief": wrong, "expected": None})
    assert answer.status_code == 422
    assert [problem["en"].partition(":")[0] for problem in answer.json()["problems"]] == ["date", "colour"]
    assert not folder.exists()
    assert _ask("PUT", "/other", {"brief": _form(brief()), "expected": None}).status_code == 422


def test_a_file_that_is_no_brief_is_listed_with_its_problems(folder: Path) -> None:
    folder.mkdir()
    (folder / "broken.json").write_text('{"id": "broken"}')
    [listed] = _ask("GET").json()["briefs"]
    assert listed["id"] == "broken"
    assert len(listed["problems"]) == 2
    assert _ask("GET", "/broken").status_code == 422
    assert _ask("GET", "/nothing").status_code == 404
    assert _ask("GET", "/..%2Fcatalog").status_code == 404


def test_a_brief_is_checked_as_it_stands_without_being_saved(folder: Path) -> None:
    findings = _ask("POST", "/check", {"brief": _form(brief(scene(title={"en": "Only English"})))}).json()["findings"]
    assert ("one", "title", "untranslated") in [(one["scene"], one["field"], one["kind"]) for one in findings]
    assert all(one["sentence"]["ar"] and one["sentence"]["en"] for one in findings)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content_type": "text/plain"}, 415),
        ({"origin": "http://example.org"}, 403),
        ({"origin": "null"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "same-origin", "origin": "http://behind.a.proxy"}, 200),
        ({"origin": "http://localhost"}, 200),
    ],
)
def test_only_pages_of_this_server_save(headers: dict[str, str], status: int, folder: Path) -> None:
    assert _save(brief(), **headers).status_code == status
    assert folder.exists() is (status == 200)


def test_what_is_sent_wrongly_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ask("PUT", "/visit", b"{").status_code == 400
    assert _problem(_ask("PUT", "/visit", [])) == "A brief is sent as JSON."
    monkeypatch.setattr(kept_briefs, "MOST_BYTES", 10)
    assert _save(brief()).status_code == 413


def test_an_operator_lets_nobody_save(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv(READ_ONLY_VARIABLE, "1")
    assert _ask("GET").json()["writable"] is False
    refused = _save(brief())
    assert refused.status_code == 403
    assert "read-only" in _problem(refused)
    assert not folder.exists()


@pytest.mark.skipif(not FULL.exists(), reason="no device on this system is always full")
def test_a_full_disk_is_told_in_words_and_loses_nothing(folder: Path) -> None:
    revision = _save(brief(scene("before"))).json()["revision"]
    (folder / store.HISTORY / "visit" / "draft").symlink_to(FULL)
    refused = _save(brief(scene("after")), revision)
    assert refused.status_code == 507
    assert "disk is full" in _problem(refused)
    assert _ask("GET", "/visit").json() == {"brief": _form(brief(scene("before"))), "revision": revision}
    assert _save(brief(scene("after")), revision).status_code == 200


def test_what_cannot_be_written_for_another_reason_is_told_too(folder: Path) -> None:
    folder.write_text("A file where a folder should be.")
    refused = _save(brief())
    assert refused.status_code == 500
    assert "version before is as it was" in _problem(refused)
