"""The dashboard as a reader starts it: `libyamap serve` as a process of its own, on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

START_SECONDS = 60
STOP_SECONDS = 10
HEALTH = "/_stcore/health"


@dataclass(frozen=True)
class Server:
    """A dashboard that answers.

    Attributes
    ----------
    address : str
        Where it answers, without a slash at the end.
    log : Path
        What it printed.
    pid : int
        Its process.
    """

    address: str
    log: Path
    pid: int

    def get(self, path: str) -> httpx.Response:
        """Fetch an address below the server's own."""
        return httpx.get(self.address + path, timeout=30)

    def resident(self) -> int:
        """Bytes of main memory that its process holds."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


class ServerError(Exception):
    """The server did not start; says what it printed."""


def command() -> Path:
    """The command beside the Python that runs these tests."""
    return Path(sys.executable).with_name("libyamap")


@contextmanager
def serving(
    data: Path | None,
    log: Path,
    *,
    program: Sequence[str | Path] = (),
    port_option: str = "--port",
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Serve a dataset until the block is left.

    Parameters
    ----------
    data : Path or None
        The dataset's folder; None for the one inside the package.
    log : Path
        File that takes what the server prints.
    program : sequence
        What to run, followed by the options for port and dataset; the command beside this Python's by default.
    port_option : str
        The program's option for the port.
    folder : Path, optional
        Folder to start in.
    environment : mapping, optional
        The process's environment, instead of this one's.
    """
    port = free_port()
    ran = program or (command(), "serve")
    arguments = [*ran, port_option, port, *(("--data", data) if data else ())]
    with log.open("wb") as printed:
        process = subprocess.Popen(
            [str(argument) for argument in arguments],
            stdout=printed,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=dict(os.environ if environment is None else environment),
        )
        try:
            server = Server(f"http://localhost:{port}", log, process.pid)
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            _end(process)


def free_port() -> int:
    """A TCP port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("localhost", 0))
        return int(held.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers, and has rendered everything once."""
    deadline = time.monotonic() + START_SECONDS
    while not _is_healthy(server):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ServerError(server.log.read_text("utf-8"))
        time.sleep(0.05)
    for path in ("/", "/libyamap/document.json", "/libyamap/selection.json", "/libyamap/basemap.json"):
        server.get(path)


def _is_healthy(server: Server) -> bool:
    try:
        return server.get(HEALTH).is_success
    except httpx.TransportError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(STOP_SECONDS)
