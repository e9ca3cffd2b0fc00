"""The process that `apart` starts: a file on its input, the layer or a refusal on its output."""

from __future__ import annotations

import sys

from libyamap.apart import limit
from libyamap.overlays import apart, packing, read
from libyamap.overlays.refusals import OverlayError, TookTooMuchError


def main() -> None:
    """Answer one question."""
    limit(seconds=apart.SECONDS)
    name, data, wish = packing.asked(sys.stdin.buffer.read())
    try:
        answer = packing.packed(read(name, data, wish))
    except OverlayError as error:
        answer = packing.refused(error)
    except MemoryError:
        answer = packing.refused(TookTooMuchError(file=name))
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
