"""Choosing versions: 1,000 packages with 20 versions each, shaped like a registry, and conflicts of 200 packages.

hull's resolver runs on metadata in memory, in the program src/resolve/resolve_bench.cc; it has no index on disk yet. Cargo reads
its index from a local registry of the same packages. So there are two comparisons: the resolution alone, and the whole
process, for which hull reads and parses all metadata from one text file and Cargo what it needs from its index.
"""

import os
import re
import shutil
import statistics

from harness.measure import Side, run_quietly
from harness.setting import REPOSITORY, program
from harness.table import Row
from harness.universe import Universe

CONFLICTS = ("ladder", "lockstep", "late", "mesh")


def run(setting):
    packages = 200 if setting.quick else 1000
    root = setting.directory("resolve")
    universe = Universe(packages, versions=20)
    project, registry, listing = root / "project", root / "registry", root / "universe"
    universe.write_for_cargo(project, registry)
    universe.write_for_hull(listing)

    lock = project / "Cargo.lock"
    env = os.environ | {"CARGO_HOME": str(root / "cargo-home")}
    cargo = Side("cargo", [cargo_itself(root), "generate-lockfile", "--offline"], project, env, lambda: lock.unlink(missing_ok=True))
    sides = [cargo]
    if setting.hull:
        resolver = build_resolver(setting)
        sides = [Side("hull", [resolver, "universe", listing, "1"], root), cargo,
                 Side("hull in memory", [resolver, "universe", listing, "11"], root)]
    samples = setting.meter.compare(sides, setting.rounds(9), warm_up=1)

    what = f"versions for {packages:,} packages x 20"
    peer = samples["cargo"]
    memory = median_of(samples["hull in memory"], "resolve") if setting.hull else None
    note = agreement(samples["hull"].runs[-1].output, lock.read_text()) if setting.hull else ""
    yield Row("resolve", f"{what}, from memory: CPU", memory, peer.cpu, goal=0.5, peer_name="cargo, its index read", note=note)
    yield Row("resolve", f"{what}, from memory: CPU itself", memory, None, goal=0.02, goal_is_value=True)
    yield Row("resolve", f"{what}, whole process: wall", samples["hull"].wall if setting.hull else None, peer.wall,
              peer_name="cargo generate-lockfile")
    if setting.hull:
        yield from conflicts(setting, resolver, root)
    setting.discard(root)


def cargo_itself(root):
    """Cargo, not rustup's stand-in for it, which takes its time to start the real one."""
    if shutil.which("rustup"):
        return run_quietly(["rustup", "which", "cargo"], root).strip()
    return program("cargo")


def build_resolver(setting):
    """The program that resolves from memory, built by the hull that is measured."""
    run_quietly([setting.hull, "build", "--release", "-p", "resolve", "--bench", "resolve_bench"], REPOSITORY)
    return REPOSITORY / "target/release/benches/resolve/resolve_bench"


def conflicts(setting, resolver, root):
    """The slowest of several shapes of 200 packages that no versions satisfy."""
    sides = [Side(name, [resolver, "conflict", name, "3"], root) for name in CONFLICTS]
    samples = setting.meter.compare(sides, setting.rounds(3))
    times = {name: median_of(samples[name], "resolve") for name in CONFLICTS}
    worst = max(times, key=times.get)
    shown = ", ".join(f"{name} {time * 1000:.0f} ms" for name, time in times.items())
    yield Row("resolve", "a conflict of 200 packages x 20, explained: CPU", times[worst], None, goal=1.0, goal_is_value=True,
              note=f"the slowest of {shown}")


def median_of(samples, key: str) -> float:
    """What the program itself measured, in seconds."""
    return statistics.median(int(re.search(rf"^{key} (\d+)$", run.output, re.M).group(1)) for run in samples.runs) / 1e6


def agreement(output: str, lock: str) -> str:
    ours = dict(re.findall(r"^selected (\S+) (\S+)$", output, re.M))
    theirs = dict(re.findall(r'name = "([^"]+)"\nversion = "([^"]+)"', lock))
    same = sum(theirs.get(name) == version for name, version in ours.items())
    return f"{len(ours)} packages chosen by hull, {len(theirs)} by Cargo; {same} have the same version"
