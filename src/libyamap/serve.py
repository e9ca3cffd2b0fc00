"""The dashboard on a port of this machine, offline, from wherever it is started."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from libyamap import paths
from libyamap.dataset import folder
from libyamap.errors import LibyamapError, MissingFrontEndError
from libyamap.framing import EMBED_VARIABLE, ancestors
from libyamap.i18n import message
from libyamap.leading import LEAD_VARIABLE, new_secret, token
from libyamap.validation import open_dataset

DATA_VARIABLE = "LIBYAMAP_DATA"
"""Environment variable by which the dashboard learns of another dataset's folder."""
MARKING_VARIABLE = "LIBYAMAP_MARKING"
"""Environment variable with the handling marking of all that is shown and handed out, beside what it has of its own."""
READ_ONLY_VARIABLE = "LIBYAMAP_READ_ONLY"
"""Environment variable by which it learns that nothing may be saved."""

DEFAULT_HOST = "localhost"
DEFAULT_PORT = 8501
GRACE = 2
"""Seconds that connections have to end when the server is stopped; those of followers never end by themselves."""


class BusyPortError(LibyamapError):
    """Something else answers on the port."""

    key = "dashboard.error.port"


def serve(  # noqa: PLR0913 - each is a setting
    data: Path | None = None,
    *,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    embed_in: Sequence[str] = (),
    marking: str | None = None,
    read_only: bool = False,
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
    embed_in : sequence of str
        Origins that may show the embedded map in a frame; nobody may by default.
    marking : str, optional
        Handling marking of all that is shown and handed out, beside whatever it has of its own.
    read_only : bool
        Whether briefs can be read but not saved.

    Raises
    ------
    OriginError
        If one of `embed_in` is no origin.
    LibyamapError
        If the dataset is missing or broken, the front end is not built, or the port is in use.
    """
    ancestors([*embed_in, *os.environ.get(EMBED_VARIABLE, "").split()])
    open_dataset(data)
    if not (paths.front_end() / "app.js").is_file():
        raise MissingFrontEndError
    if _answers(host, port):
        raise BusyPortError(port=port)
    _set(data, embed_in, marking, read_only=read_only)
    address = f"http://{host}:{port}"
    links = [f"{address}/present/{brief}#lead={key}" for brief, key in _presenters(folder(data)).items()]
    lines = [message("en", "dashboard.serving", address=address), *_leading(links)]
    print("\n".join(lines), flush=True)  # noqa: T201
    _run_streamlit(host, port)


def _set(data: Path | None, embed_in: Sequence[str], marking: str | None, *, read_only: bool) -> None:
    """Hand the dashboard its settings, by the environment; what is not said stays as the operator's has it."""
    if data is not None:
        os.environ[DATA_VARIABLE] = str(data.resolve())
    if embed_in:
        os.environ[EMBED_VARIABLE] = " ".join(embed_in)
    if marking is not None:
        os.environ[MARKING_VARIABLE] = marking
    if read_only:
        os.environ[READ_ONLY_VARIABLE] = "1"
    os.environ.setdefault(LEAD_VARIABLE, new_secret())


def _presenters(dataset: Path) -> dict[str, str]:
    """What the presenter's link of each brief ends in, by the brief's id."""
    briefs = sorted(file.stem for file in (dataset / "briefs").glob("*.json"))
    return {brief: token(os.environ[LEAD_VARIABLE], brief) for brief in briefs}


def _leading(links: list[str]) -> list[str]:
    """How one leads others through a brief, where there is any."""
    listed = "\n".join(f"  {link}" for link in links)
    return [message("en", "dashboard.leading", n=len(links), links=listed)] if links else []


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
        timeout_graceful_shutdown=GRACE,
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
