"""What changed: the dataset as it is now beside what it was, in an edition shown before or a revision kept by git."""

from __future__ import annotations

import re
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import parse_qs

import orjson
from starlette.responses import Response

from libyamap.comparison import compare
from libyamap.comparison.form import described
from libyamap.dataset import Dataset
from libyamap.errors import LibyamapError
from libyamap.i18n import LANGUAGES
from libyamap.revisions import RevisionFormError, at_commit, commit_of, history
from live import live_dataset
from served import Body

JSON = "application/json"
_DIGEST = re.compile(r"[0-9a-f]{12}", re.ASCII)


class UnknownEditionError(LibyamapError):
    """The edition was not shown by this process, or is forgotten."""

    key = "error.edition-unknown"


def comparison(query: str) -> Body | Response:
    """What changed since the revision `with`, or since the edition of the digest `since`; or why that is not known."""
    asked = parse_qs(query, keep_blank_values=True)
    try:
        if "since" in asked:
            return _since(asked["since"][-1])
        return _with(asked.get("with", [""])[-1])
    except RevisionFormError as error:
        return _refusal(error, HTTPStatus.BAD_REQUEST)
    except LibyamapError as error:
        return _refusal(error, HTTPStatus.NOT_FOUND)


def revisions() -> Body:
    """The revisions that changed the dataset's files, newest first."""
    return Body(orjson.dumps([vars(commit) for commit in history(live_dataset().root)]), JSON)


def _with(revision: str) -> Body:
    live = live_dataset()
    return _with_commit(live.now().dataset, commit_of(revision, live.root), revision)


def _since(digest: str) -> Body:
    live = live_dataset()
    newest = live.now().dataset
    past = live.past(digest) if _DIGEST.fullmatch(digest) else None
    if past is None:
        raise UnknownEditionError
    return _told(past, newest, past.digest)


@lru_cache(maxsize=16)
def _with_commit(newest: Dataset, commit: str, revision: str) -> Body:
    return _told(at_commit(commit, live_dataset().root, named=revision), newest, revision)


def _told(old: Dataset, new: Dataset, name: str) -> Body:
    return Body(orjson.dumps(described(compare(old, new), old=name, new=new.digest)), JSON)


def _refusal(error: LibyamapError, status: HTTPStatus) -> Response:
    problem = {lang: error.sentence(lang) for lang in LANGUAGES}
    return Response(orjson.dumps({"problem": problem}), status_code=status, media_type=JSON)
