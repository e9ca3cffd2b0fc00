"""How long it takes to find which of many points lie inside a drawn polygon."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import geopandas as gpd
import numpy as np
from shapely.geometry import Polygon
from tests.benchmarks.figure import Figure

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "libyamap" / "web"
RUNNER = Path(__file__).with_name("sieve.js")
POINTS, VERTICES = 100_000, 200
ROUNDS = 11
Array = np.ndarray[Any, np.dtype[np.float64]]


class DifferentResultError(Exception):
    """The two found different points, so that their times say nothing."""


def over_geopandas() -> float:
    """Median of the application's selection, its index built anew each time, over geopandas' `within` without one."""
    lons, lats, ring = _scene()
    points = gpd.GeoSeries(gpd.points_from_xy(lons, lats), crs="EPSG:4326")
    polygon = Polygon(ring)
    taken = []
    for _ in range(ROUNDS):
        started = perf_counter()
        inside = points.within(polygon)
        taken.append((perf_counter() - started) * 1000)
    ours = _in_node({"lons": lons.tolist(), "lats": lats.tolist(), "ring": ring.tolist()})
    if ours["found"] != np.flatnonzero(inside.to_numpy()).tolist():
        raise DifferentResultError
    return float(ours["milliseconds"]) / median(taken)


def _scene() -> tuple[Array, Array, Array]:
    """Points all over Libya, and a ragged outline that holds about a third of them."""
    chance = np.random.default_rng(2023)
    lons, lats = chance.uniform(9, 26, POINTS), chance.uniform(19, 34, POINTS)
    angles = np.sort(chance.uniform(0, 2 * np.pi, VERTICES))
    far = chance.uniform(3, 7, VERTICES)
    return lons, lats, np.column_stack((17.5 + far * np.cos(angles), 26.5 + far * np.sin(angles)))


def _in_node(scene: dict[str, Any]) -> dict[str, Any]:
    """Run the application's own function in Node.js."""
    command = [sys.executable, str(ROOT / "hatch_build.py"), "path"]
    environment = os.environ | {"PATH": subprocess.check_output(command, text=True).strip()}
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "sieve.mjs"
        esbuild = WEB / "node_modules" / ".bin" / "esbuild"
        options = ["--bundle", "--minify", "--format=esm", "--log-level=warning", f"--outfile={bundle}"]
        subprocess.run([esbuild, "src/drawing/sieve.ts", *options], cwd=WEB, env=environment, check=True)
        module = Path(folder) / "runner.mjs"
        module.write_text(RUNNER.read_text("utf-8"), "utf-8")
        told = subprocess.run(
            ["node", module, bundle, str(ROUNDS)],
            input=json.dumps(scene),
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    answer: dict[str, Any] = json.loads(told.stdout)
    return answer


RATIO = Figure(
    name="space-ratio",
    about="100,000 points by a polygon of 200 vertices in the browser's language, over geopandas' within, unindexed",
    unit="ratio",
    target=0.2,
    better="lower",
    measure=over_geopandas,
)
