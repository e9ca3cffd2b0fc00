"""Events of an archive, and those made up to try one."""

from __future__ import annotations

import pyarrow as pa
import pytest

from libyamap.archive.demo import demo
from libyamap.archive.events import EVENTS, NOBODY, TOLD, key, named_id
from libyamap.interval import parse
from libyamap.model import Assertion, FeatureKind, Precision, Reliability

COUNT = 1000


@pytest.fixture(scope="module")
def events() -> pa.Table:
    return pa.Table.from_batches(list(demo(COUNT)), schema=TOLD)


def test_as_many_are_made_up_as_are_wanted_each_with_an_id_of_its_own(events: pa.Table) -> None:
    events.validate(full=True)
    assert events.num_rows == COUNT == len(set(events.column("source_id").to_pylist()))
    assert all(not events.column(one.name).null_count for one in TOLD if not one.nullable)


def test_the_same_seed_makes_up_the_same(events: pa.Table) -> None:
    assert pa.Table.from_batches(list(demo(COUNT))).equals(events)
    assert not pa.Table.from_batches(list(demo(COUNT, seed=2))).equals(events)


def test_none_is_taken_for_something_that_happened(events: pa.Table) -> None:
    assert all(note.startswith("Made up: ") for note in events.column("notes").to_pylist())
    assert set(events.column("reliability").to_pylist()) == {"F"}
    assert set(events.column("credibility").to_pylist()) == {6}


def test_they_speak_the_evidence_model_s_terms(events: pa.Table) -> None:
    terms = {"kind": FeatureKind, "precision": Precision, "assertion": Assertion, "reliability": Reliability}
    for column, values in terms.items():
        assert {*events.column(column).to_pylist()} <= {str(value) for value in values}


def test_their_bounds_are_those_of_their_dates(events: pa.Table) -> None:
    bounds = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    for row in events.select(["when", *bounds]).to_pylist():
        assert tuple(parse(row["when"]).bounds) == tuple(row[name] for name in bounds)


def test_names_and_ids_are_the_same_wherever_they_are_made() -> None:
    assert named_id("a", "Wagner  Group") == named_id("a", "wagner group") == "a-0616b3c03495"
    assert named_id("p", " ") == ""
    assert key("") == NOBODY
    assert 0 < key("wagner") < 2**63
    assert key("wagner") != key("haftar")


def test_no_column_is_told_twice() -> None:
    assert len(EVENTS.names) == len(set(EVENTS.names))
