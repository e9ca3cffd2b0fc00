"""The dataset's briefs over HTTP: listed, read, checked, and saved upon the revision that was read.

Only this page's own scripts can save: a page of another host would have to ask for leave to send JSON, which nobody
gives, and says where it is from.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from libyamap import records
from libyamap.brief import Brief
from libyamap.briefs import store
from libyamap.briefs.check import check
from libyamap.briefs.form import parsed
from libyamap.briefs.making import claim_digest
from libyamap.i18n import LANGUAGES, message
from libyamap.marking import PALETTE
from libyamap.problems import DatasetError, Problem
from libyamap.serve import may_write
from live import Edition, Sentences, live_dataset
from posted import posted

JSON = "application/json"
MOST_BYTES = 2_000_000
"""The most that is taken for a brief: a hundred scenes, each with all that it may hold, have less."""
_SAVING = "-"
"""What problems of a brief that was sent call its file."""
_REASONS = {
    errno.ENOSPC: (HTTPStatus.INSUFFICIENT_STORAGE, "full"),
    errno.EDQUOT: (HTTPStatus.INSUFFICIENT_STORAGE, "full"),
    errno.EACCES: (HTTPStatus.FORBIDDEN, "forbidden"),
    errno.EPERM: (HTTPStatus.FORBIDDEN, "forbidden"),
    errno.EROFS: (HTTPStatus.FORBIDDEN, "forbidden"),
}


class _RefusedError(Exception):
    """A request that is answered with sentences instead."""

    def __init__(self, status: HTTPStatus, problems: Iterable[Sentences]) -> None:
        self.answer = _sent({"problems": list(problems)}, status)


def listing(_: Request) -> Response:
    """Every brief in a few words, and what is needed to write one."""
    live = live_dataset()
    folder = live.root / store.FOLDER
    found = [_summary(name) for name in store.names(folder)]
    return _sent(
        {
            "writable": may_write(folder),
            "briefs": found,
            "claims": _claims(live.now()),
            "markings": [{lang: level.name(lang) for lang in LANGUAGES} for level in PALETTE],
        }
    )


def one(request: Request) -> Response:
    """A brief with its revision, or what is wrong with its file."""
    name = request.path_params["name"]
    if name not in store.names(live_dataset().root / store.FOLDER):
        return _refused(HTTPStatus.NOT_FOUND, "gone", id=name)
    try:
        return _sent(_opened(name))
    except DatasetError as error:
        return _RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, _lines(error)).answer


async def checked(request: Request) -> Response:
    """What a reader of the brief that is sent would trip over."""
    return await _answered(request, _findings)


async def saved(request: Request) -> Response:
    """Keep the brief that is sent, if the revision is still there that it was read at."""
    return await _answered(request, lambda sent: _saved(request.path_params["name"], sent))


ROUTES = [
    Route("/libyamap/briefs", listing),
    Route("/libyamap/briefs/check", checked, methods=["POST"]),
    Route("/libyamap/briefs/{name}", one),
    Route("/libyamap/briefs/{name}", saved, methods=["PUT"]),
]


# --- what was sent -------------------------------------------------------------------------------


async def _answered(request: Request, answer: Callable[[dict[str, Any]], Response]) -> Response:
    if not _is_own(request):
        return _refused(HTTPStatus.FORBIDDEN, "foreign")
    if request.headers.get("content-type", "").partition(";")[0] != JSON:
        return _refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "type")
    content = await posted(request, most=MOST_BYTES)
    if content is None:
        return _refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "large", limit=MOST_BYTES // 1_000_000)
    try:
        return await run_in_threadpool(lambda: answer(_object(content)))
    except _RefusedError as refused:
        return refused.answer


def _is_own(request: Request) -> bool:
    """Whether a page of this server asks; browsers say so, and nothing else needs to."""
    if site := request.headers.get("sec-fetch-site"):
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _object(content: bytes) -> dict[str, Any]:
    try:
        sent = records.plain(content, _SAVING)
    except DatasetError as error:
        raise _RefusedError(HTTPStatus.BAD_REQUEST, _lines(error)) from error
    if not isinstance(sent, dict) or "brief" not in sent:
        raise _RefusedError(HTTPStatus.BAD_REQUEST, [_sentences("brief.unsaved.type")])
    return sent


def _brief(sent: dict[str, Any]) -> Brief:
    try:
        return parsed(json.dumps(sent["brief"]).encode(), _SAVING)
    except DatasetError as error:
        raise _RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, _lines(error)) from error


# --- what is done --------------------------------------------------------------------------------


def _findings(sent: dict[str, Any]) -> Response:
    brief = _brief(sent)
    found = check(brief, live_dataset().now().dataset)
    told = [
        {
            "scene": finding.scene,
            "field": finding.field,
            "kind": finding.kind,
            "sentence": {lang: finding.sentence(lang) for lang in LANGUAGES},
        }
        for finding in found
    ]
    return _sent({"findings": told})


def _saved(name: str, sent: dict[str, Any]) -> Response:
    folder = live_dataset().root / store.FOLDER
    brief, expected = _brief(sent), sent.get("expected")
    if brief.id != name:
        problem = Problem(_SAVING, "", "id", "brief-name", {"id": brief.id})
        raise _RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, _lines(DatasetError((problem,))))
    if not may_write(folder):
        return _refused(HTTPStatus.FORBIDDEN, "forbidden")
    try:
        return _sent({"revision": store.save(brief, folder, expected_revision=expected)})
    except store.StaleBriefError as error:
        problems = [{lang: error.sentence(lang) for lang in LANGUAGES}]
        return _sent({"problems": problems, "theirs": _theirs(name)}, HTTPStatus.CONFLICT)
    except store.UnsavedBriefError as error:
        cause = cast("OSError", error.__cause__)
        status, why = _REASONS.get(cause.errno or 0, (HTTPStatus.INTERNAL_SERVER_ERROR, "failed"))
        return _refused(status, why, reason=cause.strerror or type(cause).__name__)


def _theirs(name: str) -> dict[str, Any] | None:
    """What somebody else saved meanwhile; None where the file is gone or cannot be read."""
    try:
        return _opened(name)
    except DatasetError:
        return None


def _opened(name: str) -> dict[str, Any]:
    found = store.opened(live_dataset().root / store.FOLDER / f"{name}.json")
    return {"brief": found.brief.model_dump(mode="json"), "revision": found.revision}


def _summary(name: str) -> dict[str, Any]:
    try:
        found = _opened(name)
    except DatasetError as error:
        return {"id": name, "problems": list(_lines(error))}
    brief = found["brief"]
    told = {field: brief[field] for field in ("title", "author", "date", "marking")}
    return {"id": name, "revision": found["revision"], "scenes": len(brief["scenes"]), **told}


@lru_cache(maxsize=2)
def _claims(edition: Edition) -> dict[str, str]:
    """Digest of each claim, by which a scene tells that one has changed since."""
    return {name: claim_digest(claim) for name, claim in edition.dataset.claims.items()}


# --- answers -------------------------------------------------------------------------------------


def _refused(status: HTTPStatus, why: str, **params: object) -> Response:
    return _RefusedError(status, [_sentences(f"brief.unsaved.{why}", **params)]).answer


def _sentences(key: str, **params: object) -> Sentences:
    return {lang: message(lang, key, **params) for lang in LANGUAGES}


def _lines(error: DatasetError) -> list[Sentences]:
    """Each problem in words, after the scene and the field that it lies in."""
    return [{lang: problem.line(lang).removeprefix(f"{_SAVING}: ") for lang in LANGUAGES} for problem in error.problems]


def _sent(content: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> Response:
    headers = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
    return Response(orjson.dumps(content), status, headers, JSON)
