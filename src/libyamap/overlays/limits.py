"""How much a file may hold; looked at before anything is expanded, and again while it is."""

from __future__ import annotations

MOST_BYTES = 50_000_000
"""Bytes of a file as it is handed over."""
MOST_EXPANDED = 300_000_000
"""Bytes that an archive may expand to."""
MOST_RATIO = 120
"""Bytes that an archive's member may expand to for each of its own: ten times what tables and shapes come to."""
SMALL = 1_000_000
"""Bytes up to which a member may expand at any ratio."""
MOST_MEMBERS = 2_000
"""Files in an archive."""
MOST_FEATURES = 200_000
"""Rows of a table, features of anything else."""
MOST_COLUMNS = 400
MOST_VERTICES = 4_000_000
"""Corners of all shapes together."""
MOST_TEXT = 10_000
"""Characters of one cell; what is longer is cut, and that is told."""
