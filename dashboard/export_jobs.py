"""Exports under way: in line, being made, done, and forgotten after a while.

Sketches and files stand in lines of their own, so that nobody's heavy file holds up what others look at. Each is made
in a process apart (`exports/apart.py`), which is ended when it takes too long or is not wanted any more.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal

from libyamap.dataset import Dataset
from libyamap.exports.apart import Maker
from libyamap.exports.asking import Answer, Trouble
from libyamap.exports.making import Exported, Sketch
from libyamap.exports.refusals import TookTooMuchError, sentences
from libyamap.exports.wish import Wish

State = Literal["waiting", "making", "done", "failed"]


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much may be under way, and for how long.

    Attributes
    ----------
    files, sketches : int
        Made at the same time.
    most : int
        Exports that are not done yet.
    kept_bytes : int
        Of files that are done and not yet forgotten.
    seconds : float
        After which making is broken off.
    grace : float
        Seconds that a sketch which is not wanted any more may still take, which mostly is less than a new process.
    unasked : float
        Seconds after which what nobody asks for is not wanted any more.
    kept : float
        Seconds for which a file is kept.
    idle : float
        Seconds after which a process that has nothing to do is ended.
    """

    files: int = 2
    sketches: int = 1
    most: int = 40
    kept_bytes: int = 400_000_000
    seconds: float = 120
    grace: float = 1
    unasked: float = 60
    kept: float = 600
    idle: float = 600


class TooManyError(Exception):
    """There are as many exports under way as may be."""


@dataclass(eq=False)
class Job:
    """One export.

    Attributes
    ----------
    id : str
        Nobody can guess it.
    asked : float
        When somebody last asked for it.
    """

    wish: Wish
    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    state: State = "waiting"
    ahead: int = 0
    made: Answer | None = None
    asked: float = field(default_factory=monotonic)
    task: asyncio.Task[None] | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_under_way(self) -> bool:
        """Whether it is not done yet."""
        return self.state in {"waiting", "making"}

    @property
    def content(self) -> bytes:
        """What was made."""
        match self.made:
            case Exported():
                return self.made.content
            case Sketch():
                return self.made.picture
            case _:
                return b""

    def become(self, state: State, *, ahead: int = 0) -> None:
        """Change, and wake whoever waits for that."""
        if (self.state, self.ahead) == (state, ahead):
            return
        self.state, self.ahead = state, ahead
        self.changed.set()
        self.changed = asyncio.Event()


class Lane:
    """A line of exports, of which the first few are made."""

    def __init__(self, at_once: int, limits: Limits) -> None:
        self._limits = limits
        self._free = [Maker() for _ in range(at_once)]
        self._all = tuple(self._free)
        self._at_once = asyncio.Semaphore(at_once)
        self._line: list[Job] = []
        self._used = monotonic()

    def warm(self) -> None:
        """Have a process ready before the first question."""
        self._used = monotonic()
        if self._free:
            self._free[-1].start()

    def pids(self) -> Iterator[int]:
        """The processes that run."""
        return (maker.pid for maker in self._all if maker.pid is not None)

    def rest(self) -> None:
        """End processes that have had nothing to do for long."""
        if not self._line and monotonic() - self._used > self._limits.idle:
            self.end()

    def end(self) -> None:
        """End all processes."""
        for maker in self._all:
            maker.end()

    def enter(self, job: Job) -> None:
        """Put an export at the end of the line."""
        self._line.append(job)
        self._count()

    def leave(self, job: Job) -> None:
        """Take an export out of the line, wherever it stands."""
        self._used = monotonic()
        self._line.remove(job)
        self._count()

    async def run(self, job: Job, dataset: Dataset) -> None:
        """Make an export that is in line once it is its turn."""
        async with self._at_once:
            maker = self._free.pop()
            job.become("making")
            try:
                job.made = await self._made(maker, job, dataset)
            finally:
                self._free.append(maker)
        job.become("failed" if isinstance(job.made, Trouble) else "done")

    def _count(self) -> None:
        """Tell those who wait how many stand before them."""
        for ahead, job in enumerate(self._line):
            if job.state == "waiting" and ahead >= len(self._all):
                job.become("waiting", ahead=ahead)

    async def _made(self, maker: Maker, job: Job, dataset: Dataset) -> Answer:
        making = asyncio.ensure_future(asyncio.to_thread(maker.make, job.wish, dataset))
        try:
            return await asyncio.wait_for(asyncio.shield(making), self._limits.seconds)
        except TimeoutError:
            return Trouble(sentences(TookTooMuchError()))
        except asyncio.CancelledError:
            if job.wish.sketch is not None:
                await asyncio.wait({making}, timeout=self._limits.grace)
            raise
        finally:
            if not making.done():
                await asyncio.to_thread(maker.end)
                await making


class Jobs:
    """All exports of a server."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._jobs: dict[str, Job] = {}
        self._lanes: tuple[Lane, Lane] | None = None
        self._sweeping: asyncio.TimerHandle | None = None

    def warm(self) -> None:
        """Have a process ready for sketches: somebody is about to look at one."""
        self._lane(sketches=True).warm()
        self._sweep_later()

    def start(self, wish: Wish, dataset: Dataset) -> Job:
        """Put an export in line.

        Raises
        ------
        TooManyError
            If there are too many already.
        """
        self._sweep()
        if sum(job.is_under_way for job in self._jobs.values()) >= self.limits.most:
            raise TooManyError
        job = Job(wish)
        self._jobs[job.id] = job
        lane = self._lane(sketches=wish.sketch is not None)
        lane.enter(job)
        job.task = asyncio.ensure_future(lane.run(job, dataset))
        job.task.add_done_callback(lambda _: lane.leave(job))
        self._sweep_later()
        return job

    def __contains__(self, name: str) -> bool:
        return name in self._jobs

    def find(self, name: str) -> Job | None:
        """The export of an id, unless it is forgotten."""
        job = self._jobs.get(name)
        if job:
            job.asked = monotonic()
        return job

    async def news(self, job: Job, seen: str, seconds: float) -> None:
        """Wait until an export is in another state than the one that was seen, but not for long."""
        if f"{job.state}-{job.ahead}" != seen or not job.is_under_way:
            return
        changed = job.changed
        try:
            await asyncio.wait_for(changed.wait(), seconds)
        except TimeoutError:
            return
        finally:
            job.asked = monotonic()

    async def cancel(self, job: Job) -> None:
        """End an export and forget it; what makes it is ended too before this returns, but for a sketch."""
        self._jobs.pop(job.id, None)
        if job.task is None:
            return
        job.task.cancel()
        if job.wish.sketch is None:
            await asyncio.wait({job.task})

    def pids(self) -> tuple[int, ...]:
        """The processes that run."""
        return tuple(pid for lane in self._lanes or () for pid in lane.pids())

    async def close(self) -> None:
        """End everything."""
        await asyncio.gather(*(self.cancel(job) for job in tuple(self._jobs.values())))
        if self._sweeping:
            self._sweeping.cancel()
        for lane in self._lanes or ():
            await asyncio.to_thread(lane.end)

    def _lane(self, *, sketches: bool) -> Lane:
        if self._lanes is None:
            self._lanes = (Lane(self.limits.files, self.limits), Lane(self.limits.sketches, self.limits))
        return self._lanes[sketches]

    def _sweep_later(self) -> None:
        if self._sweeping is None:
            pause = min(self.limits.unasked, self.limits.kept, self.limits.idle) / 2
            self._sweeping = asyncio.get_running_loop().call_later(pause, self._sweep)

    def _sweep(self) -> None:
        """Forget what was kept for long enough, or was not asked for; the oldest first where too much is kept."""
        if self._sweeping:
            self._sweeping.cancel()
        self._sweeping = None
        now, kept = monotonic(), 0
        for job in sorted(self._jobs.values(), key=lambda job: -job.asked):
            kept += len(job.content)
            longest = self.limits.unasked if job.is_under_way else self.limits.kept
            if now - job.asked > longest or kept > self.limits.kept_bytes:
                self._jobs.pop(job.id)
                if job.task:
                    job.task.cancel()
        for lane in self._lanes or ():
            lane.rest()
        if self._jobs or self.pids():
            self._sweep_later()
