"""Where benchmarks run: the programs they use and a scratch directory of their own."""

import os
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from harness.measure import Meter, cpus, run_quietly

BENCH = Path(__file__).resolve().parent.parent
REPOSITORY = BENCH.parent
DEBIAN_PACKAGE = {"cmake": "cmake", "ninja": "ninja-build", "ccache": "ccache", "clang++-19": "clang-19",
                  "clang-19": "clang-19", "ld.lld-19": "lld-19", "clang-tidy-19": "clang-tidy-19", "cppcheck": "cppcheck", "patch": "patch",
                  "valgrind": "valgrind", "llvm-size-19": "llvm-19", "cargo": "cargo"}


class MissingProgram(Exception):
    """A program that a benchmark needs is not installed; the message says what to install."""


def program(name: str) -> Path:
    found = shutil.which(name)
    if not found:
        raise MissingProgram(f"`{name}` is not installed: apt-get install {DEBIAN_PACKAGE.get(name, name)}")
    return Path(found)


@dataclass
class Setting:
    """What every benchmark is given."""

    scratch: Path           # Removed at the end.
    hull: Optional[Path]    # None: only the peers are measured.
    quick: bool             # Smaller projects and fewer rounds.
    meter: Meter
    standin: Path           # Directory of the stand-in compiler's names.
    spawn_floor: Path
    statx_floor: Path
    cc: Path
    cxx: Path
    jobs: int = 2

    def directory(self, name: str) -> Path:
        """A fresh directory for a project."""
        path = self.scratch / name
        self.discard(path)
        path.mkdir()
        return path

    def discard(self, path: Path) -> None:
        """Takes `path` away by renaming it; it is deleted when all is measured.

        Deleting at once would slow what comes next: ext4 does not reuse an inode number in the minute after its
        deletion, and each new file then searches past all those that went (recently_deleted() in fs/ext4/ialloc.c).
        """
        if path.exists():
            place = self.scratch / "discarded"
            place.mkdir(exist_ok=True)
            path.rename(place / str(len(os.listdir(place))))

    def rounds(self, full: int) -> int:
        return max(3, full // 3) if self.quick else full


def find_hull(given: Optional[str]) -> Optional[Path]:
    """--hull, $HULL, the repository's own release build, or the PATH, in this order."""
    named = given or os.environ.get("HULL")
    if named:
        path = Path(named).resolve()
        if not os.access(path, os.X_OK):
            raise MissingProgram(f"{path} is not an executable file")
        return path
    built = REPOSITORY / "target/release/hull"
    if built.exists():
        return built
    found = shutil.which("hull")
    return Path(found) if found else None


def prepare(scratch: Path, hull: Optional[Path], quick: bool) -> Setting:
    """Builds the small native programs and collects the rest."""
    cc, cxx = program("clang-19"), program("clang++-19")
    native = BENCH / "native"
    out = scratch / "native"
    out.mkdir()
    # Static, so that starting them costs as little as a process can.
    for name in ("measure", "statx_floor"):
        run_quietly([cc, "-O2", "-static", "-o", out / name, native / f"{name}.c"], out)
    run_quietly([cxx, "-O2", "-static", "-std=c++20", "-o", out / "spawn_floor", native / "spawn_floor.cc"], out)

    archiver = archiver_program()
    standin = standin_toolchain(scratch / "standin", cxx)
    real = [f'-DREAL_C="{cc}"', f'-DREAL_CXX="{cxx}"', f'-DREAL_AR="{archiver}"']
    run_quietly([cc, "-O2", "-static", "-nostdlib", "-ffreestanding", "-fno-stack-protector", *real,
                 "-o", standin / "clang-19", native / "standin.c"], out)
    for name in ("clang++-19", "llvm-ar"):
        os.link(standin / "clang-19", standin / name)
    return Setting(scratch, hull, quick, Meter(out / "measure", out), standin, out / "spawn_floor", out / "statx_floor",
                   cc, cxx)


def standin_toolchain(prefix: Path, cxx: Path) -> Path:
    """A place that looks like an installed Clang with its headers and linker; the compiler comes later."""
    installed = cxx.resolve().parent.parent
    directory = prefix / "bin"
    directory.mkdir(parents=True)
    (prefix / "lib").symlink_to(installed / "lib")
    (directory / "ld.lld").symlink_to(program("ld.lld-19"))
    return directory


def archiver_program() -> Path:
    """The archiver of both sides."""
    for name in ("llvm-ar-19", "llvm-ar", "ar"):
        if found := shutil.which(name):
            return Path(found)
    raise MissingProgram("no archiver: apt-get install llvm-19 or binutils")


def machine(setting: Setting) -> dict:
    """What a reader must know of the machine."""
    model = "unknown"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    def version(path) -> str:
        return run_quietly([path, "--version"], setting.scratch).splitlines()[0]
    return {
        "cpu": model,
        "cpus": cpus(),
        "kernel": platform.release(),
        "compiler": version(setting.cxx),
        "cmake": version(program("cmake")),
        "ninja": version(program("ninja")),
        "ccache": version(program("ccache")),
        "load": os.getloadavg()[0],
        "quick": setting.quick,
    }
