"""Archives: sets of events of any size beside the curated dataset, behind one interface.

So far the interface stands, with events made up to try it; no store of events offers it yet.
"""

from __future__ import annotations

from libyamap.archive.archive import Archive, Tables
from libyamap.archive.look import Look

__all__ = ["Archive", "Look", "Tables"]
