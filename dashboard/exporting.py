"""Exports asked for by the page: wished for, watched, fetched, given up.

===================================  ============================================================
``GET    libyamap/export/forms``     what can be exported, and as what
``POST   libyamap/export/jobs``      a wish (`exports/wish.py`) as JSON; answered with its id
``GET    libyamap/export/jobs/I``    how far it is; `seen` waits until that is another than seen
``DELETE libyamap/export/jobs/I``    not wanted any more
``GET    …/jobs/I/file``             the file
===================================  ============================================================

Only this page's own scripts can wish: a page of another host would have to ask for leave to post JSON, or to delete,
and nobody gives it.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from export_jobs import Job, Jobs, TooManyError
from libyamap.dataset import Dataset
from libyamap.exports.asking import Trouble
from libyamap.exports.forms import Form, offered
from libyamap.exports.making import Exported, Sketch, form_named
from libyamap.exports.refusals import BusyError, WishError, sentences
from libyamap.exports.wish import PACK, Wish, wished
from libyamap.i18n import LANGUAGES
from libyamap.marking import combined
from libyamap.serve import MARKING_VARIABLE
from live import live_dataset
from posted import posted

JSON = "application/json"
ROOT = "/libyamap/export"
MOST_BYTES = 8_000_000
"""Of a wish."""
PATIENCE = 20.0
"""Seconds for which a question of how far it is is held back."""
PRIVATE = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


@dataclass(frozen=True)
class Exporting:
    """What answers the page."""

    jobs: Jobs = field(default_factory=Jobs)

    def routes(self) -> list[Route]:
        """Its addresses."""
        return [
            Route(f"{ROOT}/forms", self.forms),
            Route(f"{ROOT}/jobs", self.wish, methods=["POST"]),
            Route(f"{ROOT}/jobs/{{id}}", self.progress),
            Route(f"{ROOT}/jobs/{{id}}", self.give_up, methods=["DELETE"]),
            Route(f"{ROOT}/jobs/{{id}}/file", self.file),
        ]

    async def forms(self, _: Request) -> Response:
        """What can be exported; whoever asks is about to look at a sketch."""
        self.jobs.warm()
        return _told([_form(form) for form in offered()])

    async def wish(self, request: Request) -> Response:
        """Put an export in line, or say what of it cannot be."""
        if request.headers.get("content-type") != JSON:
            return _told({"error": None}, 415)
        told = await posted(request, most=MOST_BYTES)
        if told is None:
            return _told({"error": None}, 413)
        try:
            # In a thread: the first wish of all loads matplotlib.
            wish = await asyncio.to_thread(_understood, told)
            dataset = await asyncio.to_thread(_dataset, wish)
            return _told({"id": self.jobs.start(wish, dataset).id}, 202)
        except WishError as error:
            return _told({"field": error.field, "error": sentences(error)}, 400)
        except TooManyError:
            return _told({"error": sentences(BusyError())}, 503)

    async def progress(self, request: Request) -> Response:
        """How far an export is."""
        job = self._job(request)
        if job is None:
            return _told({"state": "forgotten"}, 404)
        await self.jobs.news(job, request.query_params.get("seen", ""), PATIENCE)
        return _told(_progress(job))

    async def give_up(self, request: Request) -> Response:
        """End an export."""
        job = self._job(request)
        if job:
            await self.jobs.cancel(job)
        return Response(status_code=204, headers=PRIVATE)

    async def file(self, request: Request) -> Response:
        """What was made, as a file to be kept."""
        job = self._job(request)
        if job is None or job.made is None or isinstance(job.made, Trouble) or not job.content:
            return _told({"state": "forgotten"}, 404)
        made = job.made
        # Of Latin letters, digits, "-" and "." alone (`exports/naming.py`), so that it needs no encoding.
        disposition = f'attachment; filename="{made.name}"'
        media_type = made.media_type if isinstance(made, Exported) else "image/png"
        # Opened in a tab of its own, it is none of this page's documents.
        headers = PRIVATE | {"content-disposition": disposition, "content-security-policy": "sandbox"}
        return Response(job.content, headers=headers, media_type=media_type)

    def _job(self, request: Request) -> Job | None:
        return self.jobs.find(request.path_params["id"])


def _understood(told: bytes) -> Wish:
    try:
        plain = orjson.loads(told)
    except orjson.JSONDecodeError:
        raise WishError(field="wish") from None
    wish = wished(plain)
    if (wish.form == PACK) != (wish.brief is not None):
        raise WishError(field="brief")
    if wish.form != PACK:
        form_named(wish.form)
    return _marked(wish)


def _marked(wish: Wish) -> Wish:
    """The wish, with the operator's handling marking if its own does not cover that."""
    handling = combined((os.environ.get(MARKING_VARIABLE), wish.marking))
    return wish.model_copy(update={"marking": handling or ""})


def _dataset(wish: Wish) -> Dataset:
    """The dataset that is on the reader's screen, if it is remembered, else the newest."""
    live = live_dataset()
    newest = live.now().dataset
    return (live.past(wish.digest) if wish.digest else None) or newest


def _form(form: Form) -> dict[str, Any]:
    return {
        "id": form.id,
        "kind": form.kind,
        "suffix": form.suffix,
        "name": {lang: form.name(lang) for lang in LANGUAGES},
        "about": {lang: form.about(lang) for lang in LANGUAGES},
        "options": form.options,
        "styles": form.styles,
        "langs": form.langs,
        "sketched": form.is_sketched,
    }


def _progress(job: Job) -> dict[str, Any]:
    told: dict[str, Any] = {"state": job.state, "ahead": job.ahead}
    match job.made:
        case Exported(content=content, name=name, losses=losses):
            return told | {"name": name, "size": len(content), "losses": losses}
        case Sketch(name=name, title=title, subtitle=subtitle, picture=picture):
            return told | {"name": name, "title": title, "subtitle": subtitle, "size": len(picture)}
        case Trouble(sentences=error):
            return told | {"error": error}
        case _:
            return told


def _told(content: object, status: int = 200) -> Response:
    return Response(orjson.dumps(content), status, headers=PRIVATE, media_type=JSON)
