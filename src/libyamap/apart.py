"""Processes of our own beside the server: bounded in memory, so that whatever they do, the server goes on."""

from __future__ import annotations

import os
from collections.abc import Mapping

MEMORY = 4_000_000_000
"""Bytes of address space that such a process may take."""


def environment(folder: str) -> Mapping[str, str]:
    """What a process is started with: the server's own environment, and a folder for what it writes meanwhile."""
    return os.environ | {"TMPDIR": folder, "OPENBLAS_NUM_THREADS": "1"}


def limit(*, seconds: int | None = None) -> None:
    """Bound the process that calls it: its memory, and the seconds that it may compute, if any are named."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
