"""Exports made in a process of their own, which stays warm between them and can be ended at any time."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from tempfile import TemporaryDirectory
from threading import Lock

from libyamap.apart import environment
from libyamap.dataset import Dataset
from libyamap.exports import asking
from libyamap.exports.asking import Answer, Question, Trouble
from libyamap.exports.refusals import TookTooMuchError, sentences
from libyamap.exports.wish import Wish


class Maker:
    """A process that makes one export after another; it is started when it is needed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._digest: str | None = None

    @property
    def pid(self) -> int | None:
        """The process, if one runs."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def start(self) -> None:
        """Start the process if none runs, so that it has loaded what it needs when it is asked."""
        with self._lock:
            if self.pid is None:
                self._begin()

    def make(self, wish: Wish, dataset: Dataset) -> Answer:
        """Make what is wished for; a process that ends meanwhile, or is ended, gives no file."""
        self.start()
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return _none()
        try:
            asking.put(process.stdin, Question(wish, None if dataset.digest == self._digest else dataset))
            self._digest = dataset.digest
            return asking.heard(process.stdout) or _none()
        except (OSError, ValueError):
            return _none()

    def end(self) -> None:
        """End the process at once, whatever it is doing."""
        with self._lock:
            self._clear()

    def _begin(self) -> None:
        self._clear()
        self._folder = TemporaryDirectory(prefix="libyamap-")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "libyamap.exports"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=self._folder.name,
            env=environment(self._folder.name),
        )

    def _clear(self) -> None:
        """Leave nothing of a process, whether it still runs or has died."""
        process, folder = self._process, self._folder
        self._process = self._folder = self._digest = None
        if process is not None:
            process.kill()
            process.wait()
            for stream in filter(None, (process.stdin, process.stdout)):
                with suppress(OSError, ValueError):
                    stream.close()
        if folder is not None:
            folder.cleanup()


def _none() -> Trouble:
    return Trouble(sentences(TookTooMuchError()))
