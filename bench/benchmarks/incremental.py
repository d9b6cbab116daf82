"""What an edit costs, in 1,000 units with the real compiler: one source, the header that all units reach, and a
comment in that header.

Edits change content, not only times: hull would see through a mere `touch`, and that is not what is
compared. The reworded comment is: no token moves, so that nothing may be compiled.
"""

from itertools import count

from harness.builders import CMakeNinja, Hull
from harness.project import generate
from harness.table import Row

SOURCE = "lib000/u7.cc"
HEADER = "common/root.h"


class Editor:
    """Makes every edit a new one."""

    def __init__(self, project):
        self.project = project
        self.numbers = count(1)
        self.source_end = "return "
        self.header_value = "return 1000;"
        self.comment = "// A word on the root of all headers."

    def source(self) -> None:
        new = f"return {next(self.numbers)} + "
        self.project.edit(SOURCE, self.source_end, new)
        self.source_end = new

    def header(self) -> None:
        new = f"return {1000 + next(self.numbers)};"
        self.project.edit(HEADER, self.header_value, new)
        self.header_value = new

    def reword(self) -> None:
        new = f"// Another word, the {next(self.numbers)}th, on the root of all headers."
        self.project.edit(HEADER, self.comment, new)
        self.comment = new


class Objects:
    """Counts the object files that a build wrote, whatever tool ran it."""

    def __init__(self, directory):
        self.directory = directory
        self.known = {}
        self.written = []

    def look(self) -> dict:
        return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in self.directory.rglob("*.o")}

    def before(self) -> None:
        self.known = self.look()

    def after(self) -> None:
        self.written.append(len(self.look().items() - self.known.items()))


def run(setting):
    units = 200 if setting.quick else 1000
    root = setting.directory("incremental")
    project = generate(root, units)
    editor = Editor(project)
    ninja = CMakeNinja(setting, root)
    hull = Hull(setting, root) if setting.hull else None
    if hull:
        hull.build()
        ninja.flags = hull.common_flags()
    ninja.configure()
    ninja.build()

    cases = [
        ("one source edited", editor.source, 9, 1.0),
        ("root header edited", editor.header, 3, 1.0),
        ("comment reworded in the root header", editor.reword, 3, None),
    ]
    for name, edit, rounds, goal in cases:
        builders = [hull, ninja] if hull else [ninja]
        counts = [Objects(builder.objects) for builder in builders]
        sides = [builder.side(before_of(count, edit if number == 0 else None), after=count.after)
                 for number, (builder, count) in enumerate(zip(builders, counts))]
        samples = setting.meter.compare(sides, setting.rounds(rounds))
        ours, peer = samples.get("hull"), samples["ninja"]
        yield Row("incremental", f"{name}: wall", ours and ours.wall, peer.wall, goal=goal)
        yield Row("incremental", f"{name}: CPU", ours and ours.cpu, peer.cpu)
        if goal is None:
            yield Row("incremental", f"{name}: compiles", max(counts[0].written) if hull else None,
                      max(counts[-1].written), "", goal=0, goal_is_value=True)
    setting.discard(root)


def before_of(count: Objects, edit):
    """What happens before a side's run. The first side's makes the edit; the second then meets the same one."""
    def before():
        count.before()
        if edit:
            edit()
    return before
