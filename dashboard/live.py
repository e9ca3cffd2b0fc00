"""The dataset as it is on disk now: read again when its files change, and never swapped for a broken one."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from libyamap import paths
from libyamap.dataset import Dataset, signature
from libyamap.errors import LibyamapError
from libyamap.i18n import LANGUAGES
from libyamap.problems import DatasetError
from libyamap.serve import DATA_VARIABLE
from libyamap.validation import open_dataset

Sentences = Mapping[str, str]
"""One sentence in each language."""


@dataclass(frozen=True, eq=False)
class Edition:
    """A dataset that is whole, and what is wrong with a newer version of its files, if anything is.

    An edition is equal to itself alone, so that what is made from one can be cached by it.

    Attributes
    ----------
    problems : tuple of mapping
        Each in both languages; empty where `dataset` is what is on disk.
    """

    dataset: Dataset
    problems: tuple[Sentences, ...] = ()


REMEMBERED = 8
"""How many editions are kept that were whole before the newest, so that one can be told what changed since."""


class LiveDataset:
    """A folder that holds a dataset, looked at anew whenever somebody asks.

    Raises
    ------
    LibyamapError
        If the folder holds no dataset, or a broken one, when it is first opened.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._seen = signature(root)
        self._edition = Edition(open_dataset(root))
        self._past: deque[Dataset] = deque(maxlen=REMEMBERED)

    @property
    def root(self) -> Path:
        """The folder."""
        return self._root

    def now(self) -> Edition:
        """The newest edition that is whole."""
        with self._lock:
            seen = signature(self._root)
            if seen != self._seen:
                self._seen = seen
                self._edition = self._newer()
            return self._edition

    def past(self, digest: str) -> Dataset | None:
        """The dataset of this digest that was shown before, if it is still remembered."""
        with self._lock:
            return next((one for one in (self._edition.dataset, *self._past) if one.digest == digest), None)

    def _newer(self) -> Edition:
        try:
            newer = Edition(open_dataset(self._root))
        except LibyamapError as error:
            return replace(self._edition, problems=_sentences(error))
        if newer.dataset.digest != self._edition.dataset.digest:
            self._past.appendleft(self._edition.dataset)
        return newer


@cache
def live_dataset() -> LiveDataset:
    """The dataset of this process: its routes and its script show the same one."""
    return LiveDataset(Path(os.environ.get(DATA_VARIABLE) or paths.geodata()))


def _sentences(error: LibyamapError) -> tuple[Sentences, ...]:
    if isinstance(error, DatasetError):
        return tuple({lang: problem.line(lang) for lang in LANGUAGES} for problem in error.problems)
    return ({lang: error.sentence(lang) for lang in LANGUAGES},)
