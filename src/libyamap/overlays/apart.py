"""A file read in a process of its own, within limits of time and memory: whatever it does, the server goes on."""

from __future__ import annotations

import subprocess
import sys
from tempfile import TemporaryDirectory

from libyamap.apart import environment
from libyamap.overlays import packing
from libyamap.overlays.refusals import TookTooMuchError
from libyamap.overlays.wish import NO_WISH, Wish

SECONDS = 90
"""After which reading is broken off."""


def read_apart(name: str, data: bytes, wish: Wish = NO_WISH) -> bytes:
    """A file as the map application reads it (see `packing`): the layer, or why there is none."""
    question = packing.question(name, data, wish)
    with TemporaryDirectory(prefix="libyamap-") as folder:
        try:
            answer = subprocess.run(
                [sys.executable, "-m", "libyamap.overlays"],
                input=question,
                capture_output=True,
                timeout=SECONDS,
                check=True,
                cwd=folder,
                env=environment(folder),
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            return packing.refused(TookTooMuchError(file=name))
    return answer.stdout
