"""What the build tool itself costs in a full build: 5,000 units and a compiler that only writes its outputs.

Wall and CPU are those of the whole build, the stand-in compiler's own share included, for all sides; so the ratio
to ninja is harder to reach than one of overheads alone. The floor runs hull's own commands (ninja's, where
there is no hull) with posix_spawn, two at a time, into directories that are there already.
"""

import shlex
from pathlib import Path

from harness.builders import CMakeNinja, Hull
from harness.floors import spawn_side
from harness.measure import run_quietly
from harness.project import generate
from harness.setting import program
from harness.table import Row

FLOOR = "posix_spawn loop"


def run(setting):
    units = 1000 if setting.quick else 5000
    root = setting.directory("overhead")
    generate(root, units)
    ninja = CMakeNinja(setting, root, standin=True)
    if setting.hull:
        hull = Hull(setting, root, standin=True)
        hull.build()
        ninja.flags = hull.common_flags()
    ninja.configure()
    ninja.build()

    sides = [ninja.side(ninja.clean_outputs)]
    if setting.hull:
        stages = stages_of_hull(hull)
        sides = [hull.side(hull.clean), *sides]
        env = hull.env
    else:
        stages = stages_of_ninja(ninja)
        env = ninja.env
    base = root if setting.hull else ninja.build_directory
    sides.append(spawn_side(setting, base, stages, env, lambda: clear_outputs(setting, base, stages)))
    samples = setting.meter.compare(sides, setting.rounds(5), warm_up=0 if setting.quick else 1)

    ours, peer, floor = samples.get("hull"), samples["ninja"], samples[FLOOR]
    what = f"full build, {units:,} stand-in compiles"
    yield Row("overhead", f"{what}: wall", ours and ours.wall, peer.wall, goal=0.5)
    yield Row("overhead", f"{what}: CPU", ours and ours.cpu, peer.cpu, goal=0.5)
    yield Row("overhead", f"{what}: wall over the floor", ours and ours.wall, floor.wall, goal=1.25, peer_name=FLOOR)
    yield Row("overhead", f"{what}: CPU over the floor", ours and ours.cpu, floor.cpu, goal=1.25, peer_name=FLOOR,
              note=f"ninja is at {peer.wall / floor.wall:.2f} x the floor's wall and {peer.cpu / floor.cpu:.2f} x its CPU")
    setting.discard(root)


def stages(compiles: list, rest: list) -> list:
    """Compiles, then archives, then links: what may run side by side."""
    archives = [argv for argv in rest if output_of(argv).endswith(".a")]
    links = [argv for argv in rest if not output_of(argv).endswith(".a")]
    return [compiles, archives, links]


def stages_of_ninja(ninja) -> list:
    lines = run_quietly([program("ninja"), "-C", ninja.build_directory, "-t", "commands"], ninja.root, ninja.env)
    commands = [simple_command(line) for line in lines.splitlines() if not line.startswith("ninja: ")]
    compiles = [argv for argv in commands if "-c" in argv]
    return stages(compiles, [argv for argv in commands if "-c" not in argv])


def stages_of_hull(hull) -> list:
    """The compiles as hull runs them, and archives and links as `hull build -vv` shows them."""
    hull.clean()
    shown = run_quietly(hull.argv("-vv"), hull.root, hull.env)
    compiles = [argv for argv, _ in hull.compile_commands()]
    return stages(compiles, archives_and_links(shown))


def archives_and_links(shown: str) -> list:
    commands = []
    for line in shown.splitlines():
        words = shlex.split(line.strip()) if " -o " in line or "ar " in line else []
        while words and not words[0].startswith("/"):
            words.pop(0)
        if words and "-c" not in words and output_of(words):
            commands.append(words)
    return commands


def simple_command(line: str) -> list:
    """The one real command of a line of CMake's graph: ": && command && :"."""
    parts = [part.strip() for part in line.split(" && ")]
    return shlex.split(next(part for part in parts if part != ":"))


def output_of(argv: list) -> str:
    if "-o" in argv:
        return argv[argv.index("-o") + 1]
    return next((word for word in argv if word.endswith(".a")), "")


def clear_outputs(setting, base: Path, stages: list) -> None:
    """Takes the outputs of `stages` away and makes their directories anew."""
    outputs = [base / output_of(argv) for stage in stages for argv in stage]
    for top in {base / output.relative_to(base).parts[0] for output in outputs}:
        setting.discard(top)
    for directory in {output.parent for output in outputs}:
        directory.mkdir(parents=True, exist_ok=True)
