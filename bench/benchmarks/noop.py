"""A build in which nothing is to do, of 1,000 and 5,000 translation units.

Each unit reaches about 30 project headers. The stand-in compiler makes the first build short; what a no-op build
then reads (graph, log, one statx per file) does not depend on what the objects hold.
"""

from harness.builders import CMakeNinja, Hull
from harness.floors import statx_side
from harness.project import generate
from harness.table import Row


def run(setting):
    for units in (200, 1000) if setting.quick else (1000, 5000):
        yield from _size(setting, units)


def _size(setting, units):
    root = setting.directory(f"noop-{units}")
    project = generate(root, units)
    ninja = CMakeNinja(setting, root, standin=True)
    ninja.configure()
    ninja.build()
    sides = [ninja.side()]
    if setting.hull:
        hull = Hull(setting, root, standin=True)
        hull.build()
        sides = [hull.side(), *sides]
    sides.append(statx_side(setting, project, ninja))

    samples = setting.meter.compare(sides, setting.rounds(15), warm_up=2)
    ours, peer, floor = samples.get("hull"), samples["ninja"], samples["statx"]
    what = f"no-op, {units:,} units"
    reach = f"{project.mean_reach:.0f} headers per unit"
    yield Row("noop", f"{what}: wall", ours and ours.wall, peer.wall, goal=0.3, note=reach)
    yield Row("noop", f"{what}: CPU", ours and ours.cpu, peer.cpu, goal=0.3)
    yield Row("noop", f"{what}: peak memory", ours and ours.peak, peer.peak, "KiB", goal=1.0)
    yield Row("noop", f"{what}: wall over the floor", ours and ours.wall, floor.wall, peer_name="one statx per file")
    setting.discard(root)
