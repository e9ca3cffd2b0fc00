"""A dataset's files read into records: what is of its model is kept, what is not is told and set aside.

One broken object does not hide the others: the rest of its file is read without it, so that a curator
hears of everything at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast, get_origin

import pydantic
from pydantic_core import ErrorDetails

from libyamap.model import FILES, Basis, Gazetteer, Hedge, Layer, LayerGroup, Origin, Record
from libyamap.problems import DatasetError, Problem


@dataclass(frozen=True)
class Gaps:
    """What could not be read of a dataset, so that what is missing is not blamed on what names it.

    Attributes
    ----------
    unread : frozenset of str
        Files that could not be read, or hold objects that do not say who they are.
    aside : frozenset of str
        Every text within the objects that were set aside: their ids, and the ids that they name.
    """

    unread: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """What the files of a folder hold.

    Attributes
    ----------
    records : mapping of str to Record
        By file name; an empty one for a file of which nothing could be read.
    problems : tuple of Problem
        All that is wrong with single objects, in the order of the files.
    """

    records: Mapping[str, Record]
    problems: tuple[Problem, ...]
    gaps: Gaps


def read(root: Path) -> Reading:
    """Read every file of the dataset in the folder `root`."""
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    unread: set[str] = set()
    aside: set[str] = set()
    for name, model in FILES.items():
        try:
            raw = plain(content(root / name, name), name)
            record, found, left_out = understood(raw, name, model)
        except DatasetError as error:
            record, found, left_out = None, list(error.problems), []
        problems.extend(found)
        aside.update(text for one in left_out for text in _texts(one))
        if record is None or not all(_has_id(one) for one in left_out):
            unread.add(name)
        records[name] = record or _nothing(model)
    problems.extend(_duplicates(records))
    return Reading(records, tuple(problems), Gaps(frozenset(unread), frozenset(aside)))


# --- a file as JSON ----------------------------------------------------------------------------


def content(file: Path, name: str) -> bytes:
    """The bytes of a file that problems call `name`.

    Raises
    ------
    DatasetError
        If it cannot be read.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError:
        problem = Problem(name, "", "", "file-missing")
    except OSError as error:
        problem = Problem(name, "", "", "file-unreadable", {"detail": error.strerror or type(error).__name__})
    raise DatasetError((problem,))


def plain(content: bytes, name: str) -> Any:  # noqa: ANN401 - JSON before it has been checked
    """The JSON that the bytes of a file hold.

    Raises
    ------
    DatasetError
        If they hold none.
    """
    try:
        text = content.decode("utf-8")
        if not text.strip():
            problem = Problem(name, "", "", "file-empty")
        elif text.startswith("\ufeff"):
            problem = Problem(name, "", "", "byte-order-mark")
        else:
            return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        problem = Problem(name, "", "", "encoding", {"offset": error.start})
    except json.JSONDecodeError as error:
        problem = Problem(name, "", "", "json", {"line": error.lineno, "column": error.colno})
    except _DuplicateKeyError as error:
        problem = Problem(name, str(error.record.get("id", "")), error.name, "duplicate-key")
    except RecursionError:
        problem = Problem(name, "", "", "nested")
    except ValueError:
        problem = Problem(name, "", "", "number")
    raise DatasetError((problem,))


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


class _DuplicateKeyError(Exception):
    def __init__(self, name: str, record: Mapping[str, object]) -> None:
        super().__init__(name)
        self.name, self.record = name, record


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DuplicateKeyError(next(name for name in names if names.count(name) > 1), record)
    return record


# --- JSON as records ---------------------------------------------------------------------------


def understood(raw: Any, name: str, model: type[Record]) -> tuple[Record | None, list[Problem], list[object]]:  # noqa: ANN401
    """The record, or what is left of it without its faulty members; the faults; the members left out."""
    try:
        return _validated(raw, model), [], []
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
    problems = _distinct(_problem(name, raw, detail) for detail in details if not _follows(detail, details))
    rest, left_out = _without(raw, details)
    try:
        return _validated(rest, model), problems, left_out
    except pydantic.ValidationError:
        return None, problems, []


def _validated(raw: object, model: type[Record]) -> Record:
    # As JSON, where strictness keeps "20" from passing for 20 and yet takes texts for dates.
    return model.model_validate_json(json.dumps(raw), strict=True)


def _without(raw: Any, details: Iterable[ErrorDetails]) -> tuple[Any, list[object]]:  # noqa: ANN401
    """A file's JSON without the members of its lists, and the fields, that faults lie in."""
    if not isinstance(raw, dict):
        return raw, []
    faulty = {detail["loc"][:2] for detail in details}
    rest: dict[str, object] = {}
    left_out: list[object] = []
    for field, value in raw.items():
        if (field,) in faulty:
            continue
        if not isinstance(value, list):
            rest[field] = value
            continue
        rest[field] = [one for index, one in enumerate(value) if (field, index) not in faulty]
        left_out.extend(one for index, one in enumerate(value) if (field, index) in faulty)
    return rest, left_out


def _nothing(model: type[Record]) -> Record:
    """A record in which nothing stands: its lists are empty, its other fields are not there."""
    lists = (name for name, field in model.model_fields.items() if get_origin(field.annotation) is tuple)
    empty: dict[str, Any] = dict.fromkeys(lists, ())
    return model.model_construct(**empty)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


# --- faults in words ---------------------------------------------------------------------------

_KEYS_BY_TYPE = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "enum": "not-one-of",
    "literal_error": "not-one-of",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "empty",
    "too_short": "empty",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
    "date_type": "date",
    "model_type": "not-object",
    "model_attributes_type": "not-object",
    "dict_type": "not-object",
    "tuple_type": "not-list",
    "string_type": "not-text",
    "int_type": "not-number",
    "int_from_float": "not-number",
    "float_type": "not-number",
    "bool_type": "not-truth",
    "greater_than": "limit",
    "greater_than_equal": "limit",
    "less_than": "limit",
    "less_than_equal": "limit",
    "refused_query": "query",
    "duplicate_scene": "duplicate-scene",
}
_LIMITS = ("gt", "ge", "lt", "le", "max_length")


def _problem(file: str, raw: object, detail: ErrorDetails) -> Problem:
    feature, field = _located(raw, detail["loc"])
    context = detail.get("ctx", {})
    if "geometry" in detail["loc"]:
        return Problem(file, feature, "geometry", "geometry-form")
    if isinstance(cause := context.get("error"), ValueError) and hasattr(cause, "sentence"):
        return Problem(file, feature, field, "interval", {"text": detail["input"]})
    params = {
        "expected": context.get("expected") or context.get("pattern") or "",
        "limit": next((context[limit] for limit in _LIMITS if limit in context), ""),
        "given": _shortened(detail["input"]),
        "detail": detail["msg"],
    }
    return Problem(file, feature, field, _KEYS_BY_TYPE.get(detail["type"], "invalid"), params)


def _follows(detail: ErrorDetails, details: Iterable[ErrorDetails]) -> bool:
    """Whether a list is called too short only because members of it are faulty."""
    depth = len(detail["loc"])
    below = (one for one in details if len(one["loc"]) > depth and one["loc"][:depth] == detail["loc"])
    return detail["type"] == "too_short" and any(below)


def _has_id(member: object) -> bool:
    return isinstance(member, dict) and isinstance(member.get("id"), str)


def _located(raw: object, loc: tuple[int | str, ...]) -> tuple[str, str]:
    """Id of the innermost object with one on the way to `loc`, and the rest of the way."""
    feature, field, node = "", list(loc), raw
    for depth, step in enumerate(loc):
        try:
            node = cast("Any", node)[step]
        except (KeyError, IndexError, TypeError):
            break
        if _has_id(node):
            feature, field = node["id"], list(loc[depth + 1 :])
    return feature, ".".join(str(step) for step in field)


def _shortened(value: object, limit: int = 60) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _distinct(problems: Iterator[Problem]) -> list[Problem]:
    seen: dict[tuple[str, str, str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.file, problem.feature, problem.field, problem.key), problem)
    return list(seen.values())


# --- ids ---------------------------------------------------------------------------------------

_NAMESPACES: Mapping[type[Record], str] = {
    Layer: "layers", LayerGroup: "groups", Origin: "origins", Gazetteer: "gazetteers", Hedge: "hedges", Basis: "bases",
}  # fmt: skip
"""Sorts of objects with ids of their own; all others share one, since a permalink may open any of them."""


def _duplicates(records: Mapping[str, Record]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for file, record in records.items():
        for one in _identified(record):
            key = (_NAMESPACES.get(type(one), ""), cast("Any", one).id)
            if key in first:
                yield Problem(file, key[1], "id", "duplicate-id", {"other": first[key]})
            first.setdefault(key, file)


def _identified(record: Record) -> Iterator[Record]:
    members = (value for _, value in record if isinstance(value, tuple))
    yield from (one for member in members for one in member if isinstance(one, Record) and hasattr(one, "id"))
