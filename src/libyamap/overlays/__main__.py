"""The process that `apart` starts: a file on its input, the layer or a refusal on its output."""

from __future__ import annotations

import sys

from libyamap.overlays import apart, packing, read
from libyamap.overlays.refusals import OverlayError, TookTooMuchError


def main() -> None:
    """Answer one question."""
    _limit()
    name, data, wish = packing.asked(sys.stdin.buffer.read())
    try:
        answer = packing.packed(read(name, data, wish))
    except OverlayError as error:
        answer = packing.refused(error)
    except MemoryError:
        answer = packing.refused(TookTooMuchError(file=name))
    sys.stdout.buffer.write(answer)


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (apart.MEMORY, apart.MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (apart.SECONDS, apart.SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
