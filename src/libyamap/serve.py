"""The dashboard on a port of this machine, offline, from wherever it is started."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from libyamap import paths
from libyamap.errors import LibyamapError, MissingFrontEndError
from libyamap.i18n import message
from libyamap.validation import open_dataset

DATA_VARIABLE = "LIBYAMAP_DATA"
"""Environment variable by which the dashboard learns of another dataset's folder."""
READ_ONLY_VARIABLE = "LIBYAMAP_READ_ONLY"
"""Environment variable by which it learns that nothing may be saved."""

DEFAULT_HOST = "localhost"
DEFAULT_PORT = 8501


class BusyPortError(LibyamapError):
    """Something else answers on the port."""

    key = "dashboard.error.port"


def serve(
    data: Path | None = None, *, host: str = DEFAULT_HOST, port: int = DEFAULT_PORT, read_only: bool = False
) -> None:
    """Serve the dashboard until it is interrupted.

    Parameters
    ----------
    data : Path, optional
        Folder of another dataset; only its briefs are written.
    host : str
        Name or address to listen on: `localhost` for this machine alone, `0.0.0.0` for its network.
    port : int
        TCP port.
    read_only : bool
        Whether briefs can be read but not saved.

    Raises
    ------
    LibyamapError
        If the dataset is missing or broken, the front end is not built, or the port is in use.
    """
    open_dataset(data)
    if not (paths.front_end() / "app.js").is_file():
        raise MissingFrontEndError
    if _answers(host, port):
        raise BusyPortError(port=port)
    if data is not None:
        os.environ[DATA_VARIABLE] = str(data.resolve())
    if read_only:
        os.environ[READ_ONLY_VARIABLE] = "1"
    print(message("en", "dashboard.serving", address=f"http://{host}:{port}"), flush=True)  # noqa: T201
    _run_streamlit(host, port)


def may_write(folder: Path) -> bool:
    """Whether files can be saved in a folder, be it there yet or not: the operator lets it, and so does the system."""
    if os.environ.get(READ_ONLY_VARIABLE):
        return False
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    return os.access(nearest, os.W_OK)


def _run_streamlit(host: str, port: int) -> None:
    # Imported here: the other commands do without it, and it takes a second.
    import uvicorn  # noqa: PLC0415

    sys.path.insert(0, str(paths.dashboard()))
    os.environ |= {"STREAMLIT_SERVER_ADDRESS": host, "STREAMLIT_SERVER_PORT": str(port)}
    settings = uvicorn.Config(
        "app:app",
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
    )
    with _listening(host, port) as listening:
        uvicorn.Server(settings).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Open a socket whose connections send at once.

    Streamlit's own would hold back the end of each answer, for 40 ms, until the browser has confirmed its beginning.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=2048)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((_reachable(host), port)) == 0


def _reachable(host: str) -> str:
    """Name the address that reaches a server which listens on `host`."""
    return "localhost" if host in {"", "0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
