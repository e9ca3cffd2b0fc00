"""The process that `apart` starts: questions on its input, files on its output, until there are no more questions."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from libyamap.apart import limit
from libyamap.exports import asking


def main() -> None:
    """Answer questions one after another."""
    limit()
    # What a library prints is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # What draws is loaded before the first question comes: that takes longer than to draw.
    import_module("libyamap.exports.pictures")
    dataset = None
    while True:
        try:
            question = asking.taken(sys.stdin.buffer)
        except EOFError:
            return
        dataset = question.dataset or dataset
        if dataset is None:
            return
        asking.reply(answers, asking.answered(question.wish, dataset))


if __name__ == "__main__":
    main()
