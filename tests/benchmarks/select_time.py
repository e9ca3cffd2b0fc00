"""How long the library takes to apply filters."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import orjson
from tests.benchmarks.figure import Figure

from libyamap import View, select
from libyamap.dataset import Dataset
from libyamap.render import web
from libyamap.validation import open_dataset

QUERIES = (
    "",
    "q=%D8%AD%D9%81%D8%AA%D8%B1",
    "q=wagner&assertion=reported,stated",
    "cred=3&rel=C&ungraded=0",
    "sources=2&prec=exact,vicinity,locality",
    "asof=2023-06-30&kinds=forces,meeting,visit",
)
ROUNDS = 20


def select_time() -> float:
    """Median milliseconds from a permalink's query to the JSON that the map application draws."""
    dataset = open_dataset(None)
    for query in QUERIES:
        _timed(dataset, query)
    return median(_timed(dataset, query) for query in QUERIES for _ in range(ROUNDS))


def _timed(dataset: Dataset, query: str) -> float:
    started = perf_counter()
    orjson.dumps(web.render(select(dataset, View.from_query(query))))
    return (perf_counter() - started) * 1000


SELECT = Figure(
    name="select-time",
    about="a permalink's query to the selection as JSON, over the curated dataset",
    unit="ms",
    target=5,
    better="lower",
    measure=select_time,
)
