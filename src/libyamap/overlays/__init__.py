"""Data of a reader's own, laid over the map: files of the formats that such data come in, read with suspicion.

A file goes one way: `formats` tells what it is and has it read into a `Sheet` (columns of text, with shapes where the
format has them); `columns` says which of them hold coordinates, name and dates; `placing` sets the rows on the globe
and in time; `packing` writes what the map application draws. Nothing is executed, nothing is followed, nothing is
kept. What a file cannot give is told in a sentence: an `OverlayError` where nothing can be read, a `Fault` where rows
are left out or were mended. Of what is read, every row is either shown or told to be rejected.

`apart` does all of it in a process of its own, whose memory and time are limited: a file that means harm harms that.
"""

from __future__ import annotations

from libyamap.overlays import formats, placing
from libyamap.overlays.limits import MOST_BYTES
from libyamap.overlays.refusals import EmptyFileError, TooLargeError
from libyamap.overlays.wish import NO_WISH, Wish

__all__ = ["Overlay", "Wish", "read"]

Overlay = placing.Overlay


def read(name: str, data: bytes, wish: Wish = NO_WISH) -> Overlay:
    """A file as a layer of the map.

    Parameters
    ----------
    name : str
        The file's name, as sentences call it; what it is, its content tells.
    data : bytes
        Its content.
    wish : Wish
        What the reader said of it; what is not said is recognised.

    Raises
    ------
    OverlayError
        If nothing of it can be read; the sentence says why, where, and what to do.
    """
    if not data:
        raise EmptyFileError(file=name)
    if len(data) > MOST_BYTES:
        raise TooLargeError(file=name, size=round(len(data) / 1e6), limit=MOST_BYTES // 1_000_000)
    return placing.place(name, formats.sheet(name, data, wish), wish)
