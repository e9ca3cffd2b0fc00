"""Exports asked for by the page: wished for, watched, fetched, given up; none holds up or outlives another."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from PIL import Image
from starlette.applications import Starlette

from export_jobs import Jobs, Limits
from exporting import JSON, ROOT, Exporting
from libyamap.i18n import LANGUAGES, message
from libyamap.validation import open_dataset

HEAVY = {"form": "png", "size": "10000x10000"}
"""Takes seconds."""
SMALL = {"form": "png", "size": "480x480"}

Json = dict[str, Any]


class _Page:
    """What the page's scripts ask of the server."""

    def __init__(self, client: httpx.AsyncClient, jobs: Jobs) -> None:
        self.client = client
        self.jobs = jobs

    async def wish(self, **wish: Any) -> httpx.Response:
        return await self.client.post(f"{ROOT}/jobs", json=wish)

    async def start(self, **wish: Any) -> str:
        answer = await self.wish(**wish)
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    async def until(self, name: str, *states: str) -> Json:
        seen = ""
        while True:
            answer = await self.client.get(f"{ROOT}/jobs/{name}", params={"seen": seen})
            told: Json = answer.json()
            if told["state"] in states:
                return told
            seen = f"{told['state']}-{told['ahead']}"

    async def process(self) -> int:
        """The one process that makes something."""
        for _ in range(1000):
            if self.jobs.pids():
                break
            await asyncio.sleep(0.01)
        (pid,) = self.jobs.pids()
        return pid

    async def file(self, name: str) -> httpx.Response:
        return await self.client.get(f"{ROOT}/jobs/{name}/file")

    async def give_up(self, name: str) -> None:
        assert (await self.client.delete(f"{ROOT}/jobs/{name}")).status_code == 204


def _run(deed: Callable[[_Page], Awaitable[None]], **limits: Any) -> None:
    async def ran() -> None:
        jobs = Jobs(Limits(**limits))
        transport = httpx.ASGITransport(Starlette(routes=Exporting(jobs).routes()))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            try:
                await deed(_Page(client, jobs))
            finally:
                await jobs.close()
                assert jobs.pids() == ()

    # A browser that another test started has its loop in this thread.
    with ThreadPoolExecutor() as thread:
        thread.submit(lambda: asyncio.run(ran())).result()


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_is_wished_for_is_made_and_fetched_and_one_process_makes_it_all() -> None:
    async def deed(page: _Page) -> None:
        forms = (await page.client.get(f"{ROOT}/forms")).json()
        assert {"png", "svg", "pdf"} <= {form["id"] for form in forms}
        assert all(form["name"][lang] and form["about"][lang] for form in forms for lang in LANGUAGES)
        name = await page.start(**SMALL, query="lang=ar&kinds=meeting", marking="سري")
        told = await page.until(name, "done", "failed")
        file = await page.file(name)
        digest = open_dataset(None).digest
        assert told["name"] == f"libyamap-haftar-moscow-2023-ar-2023-09-28-MARKED-{digest[:8]}.png"
        assert file.headers["content-disposition"] == f'attachment; filename="{told["name"]}"'
        assert file.headers["content-type"] == "image/png"
        assert file.headers["cache-control"] == "no-store"
        assert file.headers["x-content-type-options"] == "nosniff"
        assert Image.open(BytesIO(file.content)).size == (480, 480)
        assert told["size"] == len(file.content)

        sketches = [await page.start(**SMALL, sketch=320, lang=lang) for lang in LANGUAGES]
        first, second = [await page.until(sketch, "done", "failed") for sketch in sketches]
        assert (first["title"], second["title"]) == tuple(open_dataset(None).catalog.title[lang] for lang in LANGUAGES)
        assert first["subtitle"] != second["subtitle"]
        assert Image.open(BytesIO((await page.file(sketches[0])).content)).width == 320
        assert len(page.jobs.pids()) == 2, "one process for sketches, one for files"

    _run(deed)


def test_a_brief_is_packed_as_it_is_written() -> None:
    brief = {
        "id": "draft",
        "title": {"ar": "مسودة", "en": "A draft"},
        "date": "2023-09-28",
        "marking": "INTERNAL",
        "scenes": [{"id": "one", "title": {"en": "One"}, "view": "layers=wagner&places=jufra-base"}],
    }

    async def deed(page: _Page) -> None:
        name = await page.start(form="pack", brief=brief)
        told = await page.until(name, "done", "failed")
        assert told["name"] == f"libyamap-draft-2023-09-28-INTERNAL-{open_dataset(None).digest[:8]}.zip"
        with ZipFile(BytesIO((await page.file(name)).content)) as pack:
            endings = {Path(member).suffix for member in pack.namelist()}
        assert {".pptx", ".pdf", ".html", ".geojson", ".gpkg", ".csv"} <= endings
        nothing = await page.start(form="pack", brief=brief | {"scenes": []})
        told = await page.until(nothing, "done", "failed")
        assert told["error"]["en"]
        for wrong in ({"form": "png", "brief": brief}, {"form": "pack"}, {"form": "pack", "brief": {"id": "A B"}}):
            answer = await page.wish(**wrong)
            assert (answer.status_code, answer.json()["field"]) == (400, "brief")

    _run(deed)


def test_giving_up_ends_the_process_and_who_waits_is_told_and_goes_on() -> None:
    async def deed(page: _Page) -> None:
        heavy = await page.start(**HEAVY)
        await page.until(heavy, "making")
        pid = await page.process()
        waiting = await page.start(**SMALL)
        assert (await page.until(waiting, "waiting"))["ahead"] == 1
        sketch = await page.start(**SMALL, sketch=200)
        assert (await page.until(sketch, "done"))["size"] > 0
        assert _runs(pid), "the sketch was there before the heavy file"
        await page.give_up(heavy)
        assert not _runs(pid)
        assert (await page.client.get(f"{ROOT}/jobs/{heavy}")).status_code == 404
        assert (await page.until(waiting, "done"))["size"] > 0

    _run(deed, files=1)


def test_what_takes_too_long_is_broken_off_in_a_sentence() -> None:
    async def deed(page: _Page) -> None:
        told = await page.until(await page.start(**HEAVY), "failed")
        assert told["error"] == {lang: message(lang, "export.error.too-much") for lang in LANGUAGES}
        assert page.jobs.pids() == ()

    _run(deed, seconds=0.3)


def test_what_nobody_asks_for_is_ended_and_forgotten_and_so_are_idle_processes() -> None:
    async def deed(page: _Page) -> None:
        heavy = await page.start(**HEAVY)
        for _ in range(100):
            await asyncio.sleep(0.05)
            if not page.jobs.pids() and heavy not in page.jobs:
                return
        pytest.fail("it is still there")

    _run(deed, unasked=0.4, kept=0.4, idle=0.4)


def test_there_is_an_end_to_how_much_is_under_way_and_kept() -> None:
    async def deed(page: _Page) -> None:
        first = await page.start(**SMALL)
        second = await page.start(**SMALL)
        busy = await page.wish(**SMALL)
        assert busy.status_code == 503
        assert busy.json()["error"]["en"] == message("en", "export.error.busy")
        for name in (first, second):
            await page.until(name, "done")
        third = await page.start(**SMALL)
        assert (await page.file(first)).status_code == 404, "the oldest gives way"
        assert (await page.file(second)).status_code == 200
        await page.until(third, "done")

    _run(deed, most=2, kept_bytes=200_000)


WRONG: dict[str, tuple[Json, str, str]] = {
    "an unknown form": ({"form": "docx"}, "form", "export.error.wrong"),
    "no form": ({}, "form", "export.error.wrong"),
    "a size that is none": ({"form": "png", "size": "huge"}, "size", "error.paper"),
    "a page without an end": ({"form": "png", "size": "99999x99999"}, "size", "error.paper"),
    "a title without an end": ({"form": "png", "title": "x" * 201}, "title", "export.error.too-long"),
    "a marking that fills the band": ({"form": "png", "marking": "x" * 81}, "marking", "export.error.too-long"),
    "a language that is none": ({"form": "png", "lang": "fr"}, "lang", "export.error.wrong"),
    "a style that is none": ({"form": "png", "style": "pink"}, "style", "export.error.wrong"),
    "a query that is none": ({"form": "png", "query": "from=never"}, "query", "export.error.wrong"),
    "drawings that are none": ({"form": "png", "drawings": "<svg>"}, "drawings", "export.error.wrong"),
    "an extent of nothing": (
        {"form": "png", "extent": {"lat": 0, "lon": 0, "zoom": 3, "width": 0, "height": 9}}, "extent",
        "export.error.wrong",
    ),
    "a word that means nothing": ({"form": "png", "evil": 1}, "wish", "export.error.wrong"),
}  # fmt: skip


def test_wrong_wishes_are_refused_in_a_sentence_that_names_the_field() -> None:
    async def deed(page: _Page) -> None:
        for why, (wish, field, key) in WRONG.items():
            answer = await page.wish(**wish)
            assert answer.status_code == 400, why
            told = answer.json()
            assert told["field"] == field, why
            for lang in LANGUAGES:
                if key != "error.paper":
                    assert message(lang, f"export.field.{field}") in told["error"][lang], why
                assert "{" not in told["error"][lang]
        for content in (b"{", b"[]", b'"x"'):
            answer = await page.client.post(f"{ROOT}/jobs", content=content, headers={"content-type": JSON})
            assert answer.status_code == 400
        assert page.jobs.pids() == ()

    _run(deed)


def test_a_page_of_another_host_cannot_wish_without_leave() -> None:
    async def deed(page: _Page) -> None:
        plain = {"content-type": "text/plain"}
        assert (await page.client.post(f"{ROOT}/jobs", content=b"{}", headers=plain)).status_code == 415
        asked = {"origin": "http://example.org", "access-control-request-method": "DELETE"}
        assert "access-control-allow-origin" not in (await page.client.options(f"{ROOT}/jobs/x", headers=asked)).headers
        assert (await page.client.get(f"{ROOT}/jobs/x/file")).status_code == 404

    _run(deed)


def test_a_process_that_dies_takes_one_export_with_it_and_no_more() -> None:
    async def deed(page: _Page) -> None:
        heavy = await page.start(**HEAVY)
        await page.until(heavy, "making")
        pid = await page.process()
        os.kill(pid, 9)
        assert (await page.until(heavy, "failed"))["error"]["en"]
        assert (await page.until(await page.start(**SMALL), "done"))["size"] > 0

    _run(deed, files=1)
