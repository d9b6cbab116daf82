"""What the memory checker adds to a compile: units of leveldb, re2 and abseil at -O0 -g, with the plugin and without.

The compiles are those that hull makes in its dev profile. A unit's ratio is that of the medians of its rounds; a
project's is the median of its units. The sums say what a whole build pays, where large units weigh more.
"""

import statistics

from harness.builders import Hull
from harness.measure import Side, run_quietly
from harness.setting import REPOSITORY
from harness.table import Row

PROJECTS = ["leveldb", "re2", "abseil"]
UNITS = 15  # Of each project, evenly spread.


def run(setting):
    plugin = find_plugin(setting)
    if not plugin:
        yield Row("checker", "compile with the checker", None, None, goal=1.15, peer_name="without",
                  note="there is no hull-safety.so beside hull")
        return
    root = setting.directory("checker")
    projects = PROJECTS[:1] if setting.quick else PROJECTS
    run_quietly([REPOSITORY / "ports/fetch", root, *projects], root)
    for project in projects:
        yield from _project(setting, root, project, plugin)
    setting.discard(root)


def find_plugin(setting):
    """As hull looks for it."""
    if not setting.hull:
        return None
    directory = setting.hull.resolve().parent
    candidates = [directory.parent / "lib/hull/hull-safety.so", directory / "hull-safety.so"]
    return next((path for path in candidates if path.exists()), None)


def _project(setting, root, project, plugin):
    hull = Hull(setting, root, ["-p", project, "--lib"])
    hull.build()
    # Not those of libraries below it. The workspace of ports wants line tables alone.
    commands = [[*words, "-g"] for words, source in hull.compile_commands()
                if source.startswith(f"{project}/") and source.endswith((".cc", ".cpp"))]
    chosen = commands[:: max(1, len(commands) // UNITS)][:UNITS]
    # What it finds upstream is told as warnings: both sides leave an object.
    checker = [f"-fplugin={plugin}", "-fplugin-arg-hull-safety-memory=warn"]
    cpu, peak, with_checker, without = [], [], 0.0, 0.0
    for words in chosen:
        sides = [Side("with", [*words, *checker], root, hull.env), Side("without", words, root, hull.env)]
        samples = setting.meter.compare(sides, setting.rounds(5), warm_up=1)
        cpu.append(samples["with"].cpu / samples["without"].cpu)
        peak.append(samples["with"].peak / samples["without"].peak)
        with_checker += samples["with"].cpu
        without += samples["without"].cpu
    note = f"{len(chosen)} of {len(commands)} units; the dearest {max(cpu):.2f} x time, {max(peak):.2f} x memory"
    yield Row("checker", f"compile of {project} with the checker: CPU, median unit", statistics.median(cpu), None, "x",
              goal=1.15, goal_is_value=True, note=note)
    yield Row("checker", f"compile of {project} with the checker: peak memory, median unit", statistics.median(peak),
              None, "x", goal=1.3, goal_is_value=True)
    yield Row("checker", f"compile of {project} with the checker: CPU, all units", with_checker, without,
              peer_name="without")
