"""The build tools that compete: hull, and Ninja on the graph that CMake wrote.

Both build the same sources with the same compiler, linker, archiver and flags: what hull passes to every compile is
read from its compile_commands.json and given to CMake as CMAKE_CXX_FLAGS, with CMAKE_BUILD_TYPE empty.
"""

import json
import os
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from harness.measure import Side, run_quietly
from harness.setting import Setting, archiver_program, program

# Without hull at hand: what its dev profile amounts to.
DEFAULT_FLAGS = ["-std=c++20", "-O0", "-gdwarf-4", "-fPIE", "-Wall", "-Wextra"]
LINK_FLAGS = ["-fuse-ld=lld"]


def environment(**changes) -> dict:
    """Ours without what would steer a compiler, a build tool or a cache."""
    steering = ("HULL", "CC", "CXX", "CFLAGS", "CXXFLAGS", "LDFLAGS", "CCACHE_", "CMAKE_", "NINJA_", "MAKEFLAGS")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(steering)}
    return kept | {key: str(value) for key, value in changes.items()}


@dataclass
class Hull:
    """`hull build` of one tree."""

    setting: Setting
    root: Path
    arguments: list = field(default_factory=list)  # "--release", "-p", ...
    standin: bool = False
    cache: Optional[Path] = None                   # The action cache; None: --no-cache.

    @property
    def target(self) -> Path:
        return self.root / "target"

    @property
    def objects(self) -> Path:
        return self.target

    @property
    def home(self) -> Path:
        return self.setting.scratch / "home"

    @property
    def env(self) -> dict:
        # A home of our own: no cache of the user's takes part, none is filled.
        changes = {"HOME": self.home, "XDG_CACHE_HOME": self.cache or self.home / "cache"}
        if self.standin:
            directory = self.setting.standin
            changes |= {"HULL_CC": directory / "clang-19", "HULL_CXX": directory / "clang++-19"}
        else:
            changes |= {"HULL_CC": self.setting.cc, "HULL_CXX": self.setting.cxx}
        return environment(**changes)

    def argv(self, *more) -> list:
        cache = [] if self.cache else ["--no-cache"]
        return [self.setting.hull, "build", "-j", self.setting.jobs, *cache, *self.arguments, *more]

    def build(self) -> str:
        return run_quietly(self.argv(), self.root, self.env)

    def clean(self) -> None:
        self.setting.discard(self.target)

    def forget(self) -> None:
        """As on a machine where hull never ran: no target directory, no home."""
        self.clean()
        self.setting.discard(self.home)

    def side(self, before=lambda: None, name="hull", after=lambda: None) -> Side:
        return Side(name, self.argv(), self.root, self.env, before, after)

    def compile_commands(self) -> list:
        """(argv, source) of every compile."""
        text = (self.target / "compile_commands.json").read_text()
        return [(entry.get("arguments") or shlex.split(entry["command"]), entry["file"]) for entry in json.loads(text)]

    def common_flags(self) -> list:
        """The flags of every C++ compile that decide code; for CMAKE_CXX_FLAGS."""
        return common_flags([argv for argv, _ in self.compile_commands()])


def common_flags(commands: list) -> list:
    """The words that all of `commands` (C++ compiles) share, without those that name files."""
    shared = set.intersection(*(set(words) for words in commands))
    flags, words = [], iter(commands[0][1:])
    for word in words:
        if word in ("-o", "-MF", "-MT", "-MQ", "-I", "-isystem", "-iquote", "-x", "-include"):
            next(words, None)
        elif word in shared and word.startswith("-") and not word.startswith(
                ("-c", "-M", "-I", "-isystem", "-ffile-prefix-map", "-fdebug-prefix-map", "-fdebug-compilation-dir")):
            flags.append(word)
    return flags


@dataclass
class CMakeNinja:
    """Ninja on CMake's graph of one tree; the build directory is beside hull's target directory."""

    setting: Setting
    root: Path
    flags: list = field(default_factory=lambda: list(DEFAULT_FLAGS))
    definitions: dict = field(default_factory=dict)
    standin: bool = False
    launcher: Optional[str] = None                 # "ccache"
    env: dict = field(default_factory=environment)
    directory: str = "build-ninja"
    targets: list = field(default_factory=list)

    @property
    def build_directory(self) -> Path:
        return self.root / self.directory

    def configure_argv(self) -> list:
        compilers = self.setting.standin if self.standin else None
        values = {
            "CMAKE_BUILD_TYPE": "",
            "CMAKE_C_COMPILER": compilers / "clang-19" if compilers else self.setting.cc,
            "CMAKE_CXX_COMPILER": compilers / "clang++-19" if compilers else self.setting.cxx,
            "CMAKE_AR": compilers / "llvm-ar" if compilers else archiver_program(),
            "CMAKE_CXX_FLAGS": " ".join(self.flags),
            "CMAKE_EXE_LINKER_FLAGS": " ".join(LINK_FLAGS),
        }
        if self.launcher:
            values["CMAKE_C_COMPILER_LAUNCHER"] = values["CMAKE_CXX_COMPILER_LAUNCHER"] = program(self.launcher)
        values |= self.definitions
        return [program("cmake"), "-G", "Ninja", "-S", self.root, "-B", self.build_directory, "--no-warn-unused-cli",
                *(f"-D{key}={value}" for key, value in values.items())]

    @property
    def configured(self) -> Path:
        """A copy of the build directory as CMake left it."""
        return self.root / f"{self.directory}-configured"

    def configure(self) -> None:
        run_quietly(self.configure_argv(), self.root, self.env)
        shutil.copytree(self.build_directory, self.configured)

    def argv(self) -> list:
        return [program("ninja"), "-C", self.build_directory, "-j", self.setting.jobs, *self.targets]

    def build(self) -> str:
        return run_quietly(self.argv(), self.root, self.env)

    def clean_outputs(self) -> None:
        """Back to a configured tree in which nothing is built."""
        self.clean()
        shutil.copytree(self.configured, self.build_directory)

    @property
    def objects(self) -> Path:
        return self.build_directory

    def clean(self) -> None:
        self.setting.discard(self.build_directory)

    def side(self, before=lambda: None, name="ninja", after=lambda: None) -> Side:
        return Side(name, self.argv(), self.root, self.env, before, after)

    def from_nothing(self, name="cmake + ninja") -> Side:
        """Configure and build as one command, after removing the build directory."""
        line = f"{shlex.join(map(str, self.configure_argv()))} && exec {shlex.join(map(str, self.argv()))}"
        return Side(name, ["/bin/sh", "-c", line], self.root, self.env, self.clean)
