"""Archives: sets of events of any size beside the curated dataset, behind one interface.

`open_archive(url)` opens one by its address: ``duckdb:///folder`` (or just the folder), ``postgresql://...``,
``spark://...``. Everything that is asked of it is written once, in `queries.py`, as Ibis expressions over `Tables`.
"""

from __future__ import annotations

from libyamap.archive.archive import Archive, Tables
from libyamap.archive.look import Look

__all__ = ["Archive", "Look", "Tables"]
