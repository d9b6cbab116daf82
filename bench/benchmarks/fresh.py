"""Fresh clone to binaries, configure included, of real upstream projects: -O2, two jobs.

hull builds the port (ports/NAME), CMake + Ninja upstream's own CMakeLists.txt of the same unpacked source, tests and
benchmarks off. Both build the same libraries: the number of compiled units is compared and shown.
"""

from dataclasses import dataclass, field

from harness.builders import CMakeNinja, Hull
from harness.measure import run_quietly
from harness.setting import REPOSITORY
from harness.table import Row


@dataclass
class Upstream:
    name: str
    definitions: dict
    targets: list = field(default_factory=list)  # Of CMake's graph; empty: all.
    arguments: list = field(default_factory=list)  # Of hull.


PROJECTS = [
    Upstream("leveldb", {
        "LEVELDB_BUILD_TESTS": "OFF", "LEVELDB_BUILD_BENCHMARKS": "OFF", "LEVELDB_INSTALL": "OFF",
        "HAVE_SNAPPY": "OFF", "HAVE_CRC32C": "OFF", "HAVE_TCMALLOC": "OFF", "CMAKE_CXX_STANDARD": "14",
    }, ["leveldb"], ["--no-default-features"]),
    Upstream("abseil", {"BUILD_TESTING": "OFF", "ABSL_PROPAGATE_CXX_STD": "ON", "CMAKE_CXX_STANDARD": "17"}),
]


def run(setting):
    root = setting.directory("fresh")
    projects = PROJECTS[:1] if setting.quick else PROJECTS
    run_quietly([REPOSITORY / "ports/fetch", root, *(project.name for project in projects)], root)
    for project in projects:
        yield from _project(setting, root, project)
    setting.discard(root)


def _project(setting, root, project):
    ninja = CMakeNinja(setting, root / project.name / "source", ["-O2", "-g1", "-DNDEBUG"], project.definitions,
                       targets=project.targets)
    sides = [ninja.from_nothing()]
    note = ""
    if setting.hull:
        hull = Hull(setting, root, ["--release", "-p", project.name, "--lib", *project.arguments])
        hull.build()
        ninja.flags = hull.common_flags()
        sides = [hull.side(hull.forget), *sides]
    samples = setting.meter.compare(sides, 1 if setting.quick else 3)
    ours, peer = samples.get("hull"), samples["cmake + ninja"]
    if setting.hull:
        note = f"{len(hull.compile_commands())} units with hull, {units_of(ninja)} with CMake"
    yield Row("fresh", f"fresh clone to libraries, {project.name}: wall", ours and ours.wall, peer.wall, goal=0.9,
              peer_name="cmake + ninja", note=note)
    yield Row("fresh", f"fresh clone to libraries, {project.name}: CPU", ours and ours.cpu, peer.cpu, peer_name="cmake + ninja")
    ninja.clean()


def units_of(ninja) -> int:
    """Compiles of CMake's graph that were run: each left an object."""
    return len(list(ninja.build_directory.rglob("*.o"))) - len(list(ninja.build_directory.glob("CMakeFiles/3.*/**/*.o")))
