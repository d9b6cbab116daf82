"""Hello world: the first build from nothing (configure included) and a build in which nothing is to do.

The program is the one that `hull new` writes. With <iostream> the compile alone takes longer than all that a build tool
does, so that variant says little about tools; it is shown without a goal.
"""

from harness.builders import CMakeNinja, Hull
from harness.project import UNCHECKED
from harness.table import Row

MANIFEST = '[package]\nname = "hello"\nversion = "0.1.0"\nstandard = "c++20"\n' + UNCHECKED
CSTDIO = '#include <cstdio>\n\nint main() {\n  std::puts("Hello, world!");\n}\n'
IOSTREAM = '#include <iostream>\n\nint main() {\n  std::cout << "Hello, world!\\n";\n}\n'
CMAKE = "cmake_minimum_required(VERSION 3.20)\nproject(hello CXX)\nadd_executable(hello src/main.cc)\n"


def run(setting):
    root = setting.directory("hello")
    (root / "src").mkdir()
    (root / "hull.toml").write_text(MANIFEST)
    (root / "src/main.cc").write_text(CSTDIO)
    (root / "CMakeLists.txt").write_text(CMAKE)
    ninja = CMakeNinja(setting, root)
    hull = Hull(setting, root) if setting.hull else None
    if hull:
        hull.build()
        ninja.flags = hull.common_flags()
    yield from _first(setting, hull, ninja, "hello world from nothing", 0.3,
                      "hull's knowledge of the compiler is removed too")

    yield from _first(setting, hull, ninja, "a new project where hull ran before", None,
                      "what compilers say of themselves is kept for all projects of a user", Hull.clean)

    sides = [hull.side(), ninja.side()] if hull else [ninja.side()]
    samples = setting.meter.compare(sides, setting.rounds(30), warm_up=3)
    ours, peer = samples.get("hull"), samples["ninja"]
    yield Row("hello", "hello world, no-op: wall", ours and ours.wall, peer.wall, goal=1.0)
    yield Row("hello", "hello world, no-op: CPU", ours and ours.cpu, peer.cpu)

    (root / "src/main.cc").write_text(IOSTREAM)
    yield from _first(setting, hull, ninja, "the same with <iostream>", None, "compiling that header is most of it")
    setting.discard(root)


def _first(setting, hull, ninja, what, goal, note, before=Hull.forget):
    sides = [ninja.from_nothing()]
    if hull:
        sides = [hull.side(lambda: before(hull)), *sides]
    samples = setting.meter.compare(sides, setting.rounds(9), warm_up=1)
    ours, peer = samples.get("hull"), samples["cmake + ninja"]
    yield Row("hello", f"{what}: wall", ours and ours.wall, peer.wall, goal=goal, peer_name="cmake + ninja", note=note)
    yield Row("hello", f"{what}: CPU", ours and ours.cpu, peer.cpu, peer_name="cmake + ninja")
