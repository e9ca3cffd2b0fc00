"""How long a static map takes, beside the least that its writer takes, and how much memory."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from matplotlib.figure import Figure as Page
from tests.benchmarks.figure import Figure
from tests.benchmarks.folium_picture import HEIGHT, WIDTH, driver, plain_map

from libyamap import View, select
from libyamap.render import static
from libyamap.validation import open_dataset

ROUNDS = 15
ARGUMENTS = ("snapshot", "--query", "lang=en", "--size", "1920x1080", "-o")
PEAK = "import resource, sys; from libyamap.cli import main; main(sys.argv[1:]); "
PEAK += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def warm_over_bare() -> float:
    """Median seconds of a page of 1920 by 1080 pixels over those of an empty one that matplotlib saves."""
    chosen = select(open_dataset(None), View())
    static.render(chosen)
    _bare()
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(_timed(lambda: static.render(chosen)))
        bare.append(_timed(_bare))
    return median(ours) / median(bare)


def warm_over_folium() -> float:
    """Median seconds of the same page over those of the picture that folium itself takes of a plain map."""
    chosen = select(open_dataset(None), View())
    ours, its = [], []
    with driver() as started:

        def taken() -> object:
            return plain_map(chosen)._to_png(delay=0, driver=started, size=(WIDTH, HEIGHT))  # noqa: SLF001

        static.render(chosen)
        taken()
        for _ in range(ROUNDS):
            ours.append(_timed(lambda: static.render(chosen)))
            its.append(_timed(taken))
    return median(ours) / median(its)


def cold() -> float:
    """Median seconds of the command, from the shell to the file."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("libyamap")), *ARGUMENTS, str(Path(folder) / "map.png")]
        return median(_timed(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(3))


def peak() -> float:
    """Megabytes that the command takes at most."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", PEAK, *ARGUMENTS, str(Path(folder) / "map.png")]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(printed.split()[-1]) / 1024


def _bare() -> None:
    Page(figsize=(20, 11.25), dpi=96).savefig(BytesIO(), format="png")


def _timed(what: Callable[[], object]) -> float:
    started = perf_counter()
    what()
    return perf_counter() - started


WARM = Figure(
    name="snapshot-warm",
    about="a page of 1920x1080 as PNG over an empty page that matplotlib saves",
    unit="ratio",
    target=8,
    better="lower",
    measure=warm_over_bare,
)
FOLIUM = Figure(
    name="snapshot-folium-ratio",
    about="a page of 1920x1080 as PNG over the picture that folium's _to_png takes without a delay",
    unit="ratio",
    target=0.5,
    better="lower",
    measure=warm_over_folium,
)
COLD = Figure(
    name="snapshot-cold",
    about="libyamap snapshot, from the shell to a PNG of 1920x1080",
    unit="s",
    target=4,
    better="lower",
    measure=cold,
)
MEMORY = Figure(
    name="snapshot-memory",
    about="memory that libyamap snapshot takes at most",
    unit="MB",
    target=400,
    better="lower",
    measure=peak,
)
