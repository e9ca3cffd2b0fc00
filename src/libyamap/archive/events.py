"""The event: one row of an archive, the same in every store.

An event is one happening at one point. What importers say of it is `TOLD`; what follows from that, by
`derived.py`, is `DERIVED`: ids, keys that are quick to compare, the cell that it lies in, the words that it is
found by. Kinds, precisions, assertions and grades are those of the evidence model, as text.

Ids of actors and places are the dataset's where an alias of ours matched, else made of the name as the source gives
it (`named_id`), so that every actor and place can stand in a permalink.
"""

from __future__ import annotations

import hashlib

import pyarrow as pa

from libyamap.text import normalised

TOLD = pa.schema(
    [
        pa.field(
            "source", pa.string(), nullable=False
        ),  # Slug of the set: acled, ucdp-ged, or as the importer names it.
        pa.field("source_id", pa.string(), nullable=False),  # The set's own id of the event; "" where it has none.
        pa.field("kind", pa.string(), nullable=False),  # A `FeatureKind`.
        pa.field("kind_told", pa.string(), nullable=False),  # What the source calls it.
        pa.field("title", pa.string(), nullable=False),  # A name of its own; "" where it has none.
        pa.field("notes", pa.string(), nullable=False),  # The source's description.
        pa.field("lon", pa.float64(), nullable=False),  # Degrees WGS 84.
        pa.field("lat", pa.float64(), nullable=False),
        pa.field("precision", pa.string(), nullable=False),  # A `Precision`.
        pa.field("radius", pa.int32()),  # Metres within which it lies, where the source or its code says so.
        pa.field("place_name", pa.string(), nullable=False),  # As the source gives it; "" where it gives none.
        pa.field("place_id", pa.string(), nullable=False),  # Of the dataset, else `named_id`; "" where there is none.
        pa.field("admin", pa.string(), nullable=False),  # First and second administrative units, joined by ", ".
        pa.field("country", pa.string(), nullable=False),
        pa.field("actor1_name", pa.string(), nullable=False),
        pa.field("actor1_id", pa.string(), nullable=False),
        pa.field("actor2_name", pa.string(), nullable=False),
        pa.field("actor2_id", pa.string(), nullable=False),
        pa.field("others", pa.string(), nullable=False),  # Further actors, as the source gives them.
        pa.field("when", pa.string(), nullable=False),  # EDTF; a set where it happened once at some time between.
        pa.field("start_earliest", pa.int32(), nullable=False),  # Days from 1970-01-01; the four bounds of `when`.
        pa.field("start_latest", pa.int32(), nullable=False),
        pa.field("end_earliest", pa.int32(), nullable=False),
        pa.field("end_latest", pa.int32(), nullable=False),
        pa.field("said", pa.int32()),  # Day on which the set says that it last published or changed it.
        pa.field("assertion", pa.string(), nullable=False),  # An `Assertion`.
        pa.field("attribution", pa.string(), nullable=False),  # Who said it, as the set has it.
        pa.field("reliability", pa.string(), nullable=False),  # A to F.
        pa.field("credibility", pa.int8(), nullable=False),  # 1 to 6.
        pa.field("basis", pa.string(), nullable=False),  # What the grade rests on.
        pa.field("deaths_least", pa.int32()),
        pa.field("deaths_best", pa.int32()),
        pa.field("deaths_most", pa.int32()),
        pa.field("link", pa.string(), nullable=False),
        pa.field("line", pa.int64(), nullable=False),  # Where it stands in the file: line, row or feature.
    ]
)
"""Columns that an importer fills, in this order. Text is never null: "" says that there is nothing."""

DERIVED = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),  # `source:source_id`; `source:~` and a digest where it has none.
        pa.field("digest", pa.int64(), nullable=False),  # Of everything told but `line`: equal where nothing changed.
        pa.field("actor1", pa.int64(), nullable=False),  # `key(actor1_id)`.
        pa.field("actor2", pa.int64(), nullable=False),
        pa.field("place", pa.int64(), nullable=False),  # `key(place_id)`.
        pa.field("cell", pa.int64(), nullable=False),  # H3, resolution 10.
        pa.field("words", pa.list_(pa.string()), nullable=False),  # By `text.stemmed`, each once.
        pa.field("recorded", pa.int32(), nullable=False),  # Day of the import that brought it, or changed it last.
        pa.field("brought_by", pa.int32(), nullable=False),  # Number of that import.
        pa.field("duplicate_of", pa.string()),  # Id of an event that is likely the same; flagged, never dropped.
    ]
)
"""Columns that follow from what was told, and from the import."""

EVENTS = pa.schema([*TOLD, *DERIVED])
"""All columns of an event. Durable copies add `geometry` and `bbox`; serving tables may leave out `words`."""

NOBODY = 0
"""Key of no actor and no place."""


def named_id(prefix: str, name: str) -> str:
    """An id for an actor (`prefix` "a") or a place ("p") that the dataset does not have; "" for no name."""
    folded = normalised(name)
    return f"{prefix}-{hashlib.blake2b(folded.encode(), digest_size=6).hexdigest()}" if folded else ""


def key(id_: str) -> int:
    """A number to compare and group by instead of an id, the same wherever it is made; `NOBODY` for ""."""
    return int.from_bytes(hashlib.blake2b(id_.encode(), digest_size=8).digest()) >> 1 if id_ else NOBODY
