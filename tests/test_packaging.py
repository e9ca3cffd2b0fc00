"""The wheel: whole, and working from an empty folder, outside the checkout, without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.e2e.browser import screen
from tests.e2e.server import Server, serving

from libyamap import paths

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.xdist_group("packaging"), pytest.mark.timeout(300)]


@dataclass(frozen=True)
class Installed:
    """The package as it is installed by somebody who has never seen the checkout.

    Attributes
    ----------
    bin : Path
        Folder of the commands.
    home : Path
        An empty folder: the user's home, and where the commands are run.
    """

    bin: Path
    home: Path

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.bin / program, *arguments],
            cwd=self.home,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        return {"PATH": os.defpath, "HOME": str(self.home), "LANG": "C.UTF-8"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    environment, home = folder / "venv", folder / "home"
    home.mkdir()
    venv.create(environment)
    python = environment / "bin" / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    # The locked dependencies are those of this Python. Files that lie there as *.pth, such as the one that leads to
    # the checkout, are not read: that is done for site-packages alone, and this is but a line in one.
    (site_packages,) = environment.glob("lib/python*/site-packages")
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return Installed(environment / "bin", home)


@pytest.fixture(scope="module")
def server(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with _serving(installed, tmp_path_factory.mktemp("served"), data=None) as one:
        yield one


def test_the_wheel_holds_all_that_the_map_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "libyamap/geodata/catalog.json",
        "libyamap/geodata/LICENSE",
        "libyamap/geodata/basemap/manifest.json",
        "libyamap/dashboard/app.py",
        "libyamap/dashboard/.streamlit/config.toml",
        "libyamap/pyproject.toml",
        "libyamap/locale/web.ar.json",
        "libyamap/themes/dark.json",
        *(f"libyamap/web/dist/{file}" for file in ("app.js", "app.css", "boot.js", "bridge.js", "leaflet.js")),
        "libyamap/themes/print.json",
        "libyamap/render/report/report.typ",
        "libyamap/web/dist/fonts/Vazirmatn.woff2",
        *(f"libyamap/web/dist/fonts/Vazirmatn-{weight}.ttf" for weight in ("Regular", "Medium", "SemiBold", "Bold")),
        "libyamap/py.typed",
    ):
        assert name in names
    data = (file.relative_to(paths.geodata()) for file in paths.geodata().rglob("*") if file.is_file())
    curated = {name.as_posix() for name in data if not any(part.startswith((".", "__")) for part in name.parts)}
    assert {f"libyamap/geodata/{name}" for name in curated} <= names
    assert "libyamap/geodata/briefs/haftar-moscow-2023.json" in names


def test_the_wheel_holds_nothing_that_is_only_for_building_it(wheel: Path) -> None:
    for name in zipfile.ZipFile(wheel).namelist():
        assert not re.search(
            r"node_modules|web/(src|test|dist-test)/|package(-lock)?\.json|__pycache__|/\.history/|\.map$", name
        )
        assert name.startswith(("libyamap/", "libyamap-")), "something lies beside the package"


def test_the_wheel_holds_the_licences_of_all_that_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        licences = {name for name in archive.namelist() if "/licenses/" in name}
        bundled = archive.read("libyamap/web/dist/LICENSES.txt").decode()
    assert any(name.endswith("/licenses/LICENSE") for name in licences)
    assert any(name.endswith("/licenses/geodata/LICENSE") for name in licences)
    for library in ("leaflet", "preact", "minisearch", "mgrs", "vazirmatn", "lucide"):
        assert re.search(rf"\b{library}\b", bundled, re.IGNORECASE), library


def test_what_is_installed_is_not_the_checkout(installed: Installed) -> None:
    found = installed.run("python", "-c", "import libyamap; print(libyamap.__file__)")
    assert Path(found.stdout.strip()).is_relative_to(installed.bin.parent)


def test_the_installed_command_checks_its_own_dataset(installed: Installed) -> None:
    checked = installed.run("libyamap", "validate")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "digest" in checked.stdout
    assert str(installed.bin.parent) in checked.stdout


def test_the_installed_command_writes_a_picture(installed: Installed, tmp_path: Path) -> None:
    # Matplotlib keeps its list of fonts in the user's home.
    elsewhere = replace(installed, home=tmp_path)
    written = elsewhere.run("libyamap", "snapshot", "--lang", "ar", "--size", "640x480", "-o", "map.pdf")
    assert written.returncode == 0, written.stdout + written.stderr
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_the_installed_dashboard_serves_all_its_parts(server: Server) -> None:
    page = server.get("/?lang=ar")
    assert 'dir="rtl"' in page.text
    addresses = re.findall(r'(?:src|href)="(libyamap/[^"]+)"', page.text)
    assert {re.split(r"[/?]", address)[1] for address in addresses} >= {"app.js", "leaflet.js", "map.js"}
    assert "stActiveTheme" in page.text, "what runs before anything is painted is written into the page"
    for address in addresses:
        answer = server.get(f"/{address}".replace("&amp;", "&"))
        assert answer.is_success, address
        assert answer.content, address
    assert server.get("/libyamap/document.json").json()["features"]
    assert server.get("/libyamap/fonts/Vazirmatn.woff2").headers["content-type"] == "font/woff2"


def test_the_installed_dashboard_draws_without_a_network(server: Server, browser: Browser) -> None:
    with screen(browser, server.address) as one:
        one.open("lang=ar")
        assert one.drawn()
        one.assert_clean()


def test_serving_writes_nothing_where_it_is_started(installed: Installed, server: Server) -> None:
    assert server.get("/").is_success
    assert not list(installed.home.iterdir())


def test_another_dataset_is_served_from_a_folder_that_cannot_be_written(installed: Installed, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(paths.geodata(), data)
    before = _made_read_only(data)
    try:
        with _serving(installed, tmp_path, data=data) as other:
            assert other.get("/libyamap/document.json").json()["features"]
            assert _state(data) == before
    finally:
        for entry in (data, *data.rglob("*")):
            entry.chmod(0o755 if entry.is_dir() else 0o644)


def _serving(installed: Installed, folder: Path, *, data: Path | None) -> AbstractContextManager[Server]:
    return serving(
        data,
        folder / "server.log",
        program=(installed.bin / "libyamap", "serve"),
        folder=installed.home,
        environment=installed.environment(),
    )


def _made_read_only(folder: Path) -> dict[Path, int]:
    # Root may write nevertheless, so the times of all files are held against what they were, too.
    for entry in (folder, *folder.rglob("*")):
        entry.chmod(0o555 if entry.is_dir() else 0o444)
    return _state(folder)


def _state(folder: Path) -> dict[Path, int]:
    return {entry: entry.stat().st_mtime_ns for entry in (folder, *folder.rglob("*"))}


def _run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
