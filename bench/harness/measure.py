"""Runs commands and says what they cost.

Two rules keep a shared, noisy machine from deciding a comparison: the sides take turns within each round
(A B A B ...), so that a slow minute hits both, and what is reported is the median of the rounds.
"""

import os
import statistics
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional


class CommandFailed(Exception):
    """A measured or preparing command did not succeed; the message holds its output."""


@dataclass
class Sample:
    """One run. Times in seconds, memory in KiB; CPU is user + system, children included."""

    wall: float
    cpu: float
    peak: int
    output: str = ""


@dataclass
class Side:
    """A contestant: what to run, and what to do (unmeasured) before and after each run."""

    name: str
    argv: list
    cwd: Path
    env: Optional[dict] = None
    before: Callable[[], None] = lambda: None
    after: Callable[[], None] = lambda: None


@dataclass
class Samples:
    """The runs of one side."""

    runs: list = field(default_factory=list)

    def median(self, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.runs)

    @property
    def wall(self) -> float:
        return self.median("wall")

    @property
    def cpu(self) -> float:
        return self.median("cpu")

    @property
    def peak(self) -> float:
        return self.median("peak")

    @property
    def spread(self) -> float:
        """Slowest over fastest wall time: how noisy the machine was."""
        walls = [run.wall for run in self.runs]
        return max(walls) / min(walls)


def run_quietly(argv, cwd, env=None) -> str:
    """Runs a preparing command and returns what it printed."""
    done = subprocess.run([str(word) for word in argv], cwd=cwd, env=env, text=True, errors="replace",
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise CommandFailed(f"{' '.join(map(str, argv))}\n  in {cwd}: exit {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


class Meter:
    """Measures through the launcher native/measure.c, which says why it exists."""

    def __init__(self, launcher: Path, scratch: Path):
        self.launcher = launcher
        self.report = scratch / "report"
        self.capture = scratch / "output"

    def run(self, side: Side) -> Sample:
        side.before()
        # Output goes to a file: a pipe would make us a part of what is measured.
        with open(self.capture, "wb") as capture:
            status = subprocess.run([self.launcher, self.report, *map(str, side.argv)], cwd=side.cwd, env=side.env,
                                    stdin=subprocess.DEVNULL, stdout=capture, stderr=capture).returncode
        output = self.capture.read_text(errors="replace")
        if status != 0:
            raise CommandFailed(f"{side.name}: {' '.join(map(str, side.argv))}\n{output[-4000:]}")
        wall, user, system, peak, exit_status = map(int, self.report.read_text().split())
        if exit_status != 0:
            raise CommandFailed(f"{side.name}: {' '.join(map(str, side.argv))}\n  in {side.cwd}: "
                                f"exit {exit_status}\n{output[-4000:]}")
        side.after()
        return Sample(wall / 1e9, (user + system) / 1e6, peak, output)

    def compare(self, sides, rounds: int, warm_up: int = 0) -> dict:
        """Runs the sides in turns; name -> Samples. The first `warm_up` rounds are not counted."""
        samples = {side.name: Samples() for side in sides}
        for number in range(warm_up + rounds):
            for side in sides:
                sample = self.run(side)
                if number >= warm_up:
                    samples[side.name].runs.append(sample)
        return samples


def cpus() -> int:
    """The CPUs that we may use."""
    return len(os.sched_getaffinity(0))
