"""The map application's own tests, written in TypeScript, run with everybody else's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WEB = ROOT / "src" / "libyamap" / "web"


@pytest.fixture(scope="module")
def search_path() -> str:
    """Where programs are found, Node.js among them."""
    command = [sys.executable, str(ROOT / "hatch_build.py"), "path"]
    return subprocess.check_output(command, text=True).strip()


def test_the_map_application_s_tests_pass(search_path: str) -> None:
    done = subprocess.run(
        ["npm", "run", "--silent", "test"],
        cwd=WEB,
        env=os.environ | {"PATH": search_path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\btests [1-9]", done.stdout), "no test was run"
