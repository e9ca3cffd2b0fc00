"""Saves a brief time and again, as a process of its own that a test may kill.

Arguments: the folder, how often (0: until it is killed), what is added to the author's name. Each save that went
well is told on a line, with its number.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from tests.briefs.samples import both, brief, scene

from libyamap.briefs import store


def main(folder: Path, times: int, name: str) -> None:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in count(1):
        saved = False
        while not saved:
            before = store.opened(folder / "visit.json")
            done = int(before.brief.subtitle.en or 0)
            draft = brief(*before.brief.scenes[-99:], scene(f"{name}-{number}"), subtitle=both(str(done + 1)))
            try:
                store.save(draft, folder, expected_revision=before.revision)
                saved = True
            except store.StaleBriefError:
                continue
        print(number, flush=True)
        if number == times:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
