"""What no build tool can beat: the same questions asked of the kernel, the same commands, and nothing else."""

from pathlib import Path

from harness.measure import Side


def built_files(project, build_directory: Path) -> list:
    """Every file that decides whether a build has work: sources, headers, and what was built."""
    outputs = [path for path in build_directory.rglob("*") if path.suffix in (".o", ".a") or path.name == "app"]
    outputs = [path for path in outputs if path.is_file() and "CMakeFiles/3." not in str(path)]
    return [*project.units, *project.headers, *(str(path.relative_to(project.root)) for path in outputs)]


def statx_side(setting, project, ninja) -> Side:
    """One statx per source, header and output of `project`."""
    files = built_files(project, ninja.build_directory)
    listing = setting.scratch / "statx-list"
    listing.write_bytes(b"".join(path.encode() + b"\0" for path in files))
    return Side("statx", [setting.statx_floor, listing], project.root)


def spawn_side(setting, root: Path, stages: list, env: dict, before) -> Side:
    """The commands of `stages` (lists of argv) with posix_spawn, as many at a time as the tools run."""
    listing = setting.scratch / "spawn-list"
    with open(listing, "wb") as file:
        for stage in stages:
            for argv in stage:
                file.write(b"".join(word.encode() + b"\0" for word in argv) + b"\0")
            file.write(b"\0")
    return Side("posix_spawn loop", [setting.spawn_floor, str(setting.jobs), listing], root, env, before)
