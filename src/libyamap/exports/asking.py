"""Question and answer between the server and a process that exports.

A question is pickled: it carries a dataset, and comes from the process's own parent. An answer is a line of JSON and
the file's bytes after it, so that nothing is believed of a process that went wrong.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import IO

import orjson

from libyamap.dataset import Dataset
from libyamap.errors import LibyamapError
from libyamap.exports.making import Exported, Sketch, export, packed, selected, sketch
from libyamap.exports.refusals import BrokeOffError, TookTooMuchError, sentences
from libyamap.exports.wish import Wish

LOG = logging.getLogger("libyamap.exports")


@dataclass(frozen=True)
class Question:
    """What is wished for, of which dataset; None for the one that was sent before."""

    wish: Wish
    dataset: Dataset | None


@dataclass(frozen=True)
class Trouble:
    """Why there is no file, in both languages."""

    sentences: Mapping[str, str]


Answer = Exported | Sketch | Trouble


def answered(wish: Wish, dataset: Dataset) -> Answer:
    """Make what is wished for."""
    try:
        if wish.brief is not None:
            return packed(dataset, wish.brief, wish.options)
        selection = selected(dataset, wish)
        if wish.sketch is not None:
            return sketch(selection, wish.form, wish.options, width=wish.sketch)
        return export(selection, wish.form, wish.options)
    except LibyamapError as error:
        return Trouble(sentences(error))
    except MemoryError:
        return Trouble(sentences(TookTooMuchError()))
    except Exception:
        LOG.exception("An export failed: %s", wish)
        return Trouble(sentences(BrokeOffError()))


def put(stream: IO[bytes], question: Question) -> None:
    """Ask."""
    pickle.dump(question, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def taken(stream: IO[bytes]) -> Question:
    """The next question.

    Raises
    ------
    EOFError
        If there is none any more.
    """
    question = pickle.load(stream)  # noqa: S301 - the parent's own
    if not isinstance(question, Question):
        raise TypeError(question)
    return question


def reply(stream: IO[bytes], given: Answer) -> None:
    """Answer."""
    fields = asdict(given)
    content = fields.pop("content", None) or fields.pop("picture", None) or b""
    head = orjson.dumps({"sort": type(given).__name__, "size": len(content), "fields": fields})
    stream.write(head + b"\n")
    stream.write(content)
    stream.flush()


def heard(stream: IO[bytes]) -> Answer | None:
    """The answer; None if there will be none."""
    head = stream.readline()
    if not head.endswith(b"\n"):
        return None
    told = orjson.loads(head)
    content, fields = stream.read(told["size"]), told["fields"]
    if len(content) < told["size"]:
        return None
    match told["sort"]:
        case "Exported":
            return Exported(**fields | {"content": content, "losses": tuple(fields["losses"])})
        case "Sketch":
            return Sketch(**fields | {"picture": content})
        case _:
            return Trouble(**fields)
