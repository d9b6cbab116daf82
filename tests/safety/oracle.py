#!/usr/bin/env python3
"""Checks the programs of the corpus: does every `_bug.cc` fail in its oracle, and is every `_ok.cc` clean?

    oracle.py [--changed] [-j N] [--cache DIR] [--cxx COMMAND] [--lines] [PATH...]

A program is `tests/safety/corpus/*/NAME_bug.cc` with one memory error, or its twin `NAME_ok.cc` without it; or a
directory of that name with several files, of which `main.cc` has the header. The second line names the oracle:

    // oracle: asan     AddressSanitizer, which also finds uses after return
    // oracle: lsan     the same, with leaks
    // oracle: ubsan    UndefinedBehaviorSanitizer
    // oracle: msan     MemorySanitizer
    // oracle: debug    the checks of libstdc++
    // oracle: assert   the program's own assertions, where the value is defined but wrong
    // oracle: library  the checks that a library makes of its own use, under AddressSanitizer
    // oracle: clean    the twin: asan with leaks, ubsan, debug, and msan if that is the oracle of its bug

The third line may name what the program links besides, as pkg-config knows it:

    // pkg-config: fmt absl_strings

A line where the error becomes one ends with `// expect: H0302`; where several are as good, each with `// expect?:`.
The last line printed is `N passed, N failed`; the status is 1 if any failed.
"""

import argparse
import concurrent.futures
import dataclasses
import hashlib
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE / "corpus"

COMPILER = "clang++-19"
FLAGS = ["-std=c++23", "-stdlib=libstdc++", "-g", "-O0", "-w"]
COMPILE_SECONDS = 300
# A program has 2 seconds; a sanitizer and a busy machine take their share.
RUN_SECONDS = 20

HEADER_LIBRARIES = re.compile(r"// pkg-config: (.+)$")
HEADER_ORACLE = re.compile(r"// oracle: (\w+)$")
MARK = re.compile(r"// expect\??: H\d{4}$")

# What these marks stand on is the access or the free itself, so a sanitizer's report goes through that line.
MARK_IS_IN_REPORT = re.compile(r"// expect\??: H(0102|0103|0107|0301|0302|040[1234]|050[1234])$")


@dataclasses.dataclass(frozen=True)
class Oracle:
    """How to compile and run a program, and what it says when there is an error."""

    flags: tuple[str, ...]
    options: str = ""
    says: str = ""
    aborts: bool = False


ASAN_OPTIONS = "detect_stack_use_after_return=1:detect_container_overflow=1:"
ORACLES = {
    "asan": Oracle(("-fsanitize=address",), ASAN_OPTIONS + "detect_leaks=0", "AddressSanitizer"),
    "lsan": Oracle(("-fsanitize=address",), ASAN_OPTIONS + "detect_leaks=1", "LeakSanitizer"),
    "ubsan": Oracle(("-fsanitize=undefined", "-fno-sanitize-recover=all"), says="runtime error:"),
    "msan": Oracle(("-fsanitize=memory",), says="MemorySanitizer"),
    "debug": Oracle(("-D_GLIBCXX_DEBUG", "-D_GLIBCXX_ASSERTIONS"), aborts=True),
    "assert": Oracle((), says="Assertion", aborts=True),
    "library": Oracle(("-fsanitize=address",), ASAN_OPTIONS + "detect_leaks=0", aborts=True),
}
CLEAN = ("lsan", "ubsan", "debug")


@dataclasses.dataclass(frozen=True)
class Program:
    """A file of the corpus, or a directory."""

    path: pathlib.Path

    @property
    def is_bug(self) -> bool:
        return self.path.stem.endswith("_bug")

    @property
    def twin(self) -> "Program":
        old, new = ("_bug", "_ok") if self.is_bug else ("_ok", "_bug")
        return Program(self.path.with_name(self.path.stem.removesuffix(old) + new + self.path.suffix))

    def sources(self) -> list[pathlib.Path]:
        """What is compiled, and linked to one program; first the one with the header."""
        if not self.path.is_dir():
            return [self.path]
        return sorted(self.path.glob("*.cc"), key=lambda file: (file.name != "main.cc", file.name))

    def files(self) -> list[pathlib.Path]:
        """Everything that is in it."""
        return [*self.sources(), *sorted(self.path.glob("*.h"))] if self.path.is_dir() else [self.path]

    @property
    def name(self) -> str:
        return str(self.path.relative_to(CORPUS) if self.path.is_relative_to(CORPUS) else self.path)

    def lines(self) -> list[str]:
        return [line for source in self.sources() for line in source.read_text().splitlines()]

    def declared_oracle(self) -> str | None:
        """The oracle its header names, if it names one."""
        lines = self.lines()
        found = HEADER_ORACLE.match(lines[1]) if len(lines) > 1 else None
        return found[1] if found else None

    def link_flags(self) -> list[str]:
        """Of the libraries its header names."""
        lines = self.lines()
        found = HEADER_LIBRARIES.match(lines[2]) if len(lines) > 2 else None
        if not found:
            return []
        return shlex.split(subprocess.check_output(["pkg-config", "--libs", *found[1].split()], text=True))

    def oracles(self) -> list[str]:
        """What to run it in."""
        if self.is_bug:
            return [self.declared_oracle()]
        return [*CLEAN, "msan"] if self.twin.declared_oracle() == "msan" else list(CLEAN)

    def form_errors(self) -> list[str]:
        """What is wrong with its header, its marks and its twin."""
        lines = self.lines()
        errors = []
        if not lines or not lines[0].startswith("// "):
            errors.append("line 1 is not a sentence in a comment")
        known = ORACLES if self.is_bug else {"clean"}
        if self.declared_oracle() not in known:
            errors.append(f"line 2 is not `// oracle: {' | '.join(known)}`")
        marks = sum(bool(MARK.search(line)) for line in lines)
        mentions = sum("// expect" in line for line in lines)
        if marks != mentions:
            errors.append("a mark is not `// expect: HNNNN` at the end of its line")
        if self.is_bug and not marks:
            errors.append("no line is marked")
        if not self.is_bug and mentions:
            errors.append("a clean twin has a mark")
        if not self.twin.path.exists():
            errors.append(f"there is no {self.twin.path.name}")
        elif not self.is_bug and self.twin.declared_oracle() not in ORACLES:
            errors.append("its twin names no oracle")
        return errors


@dataclasses.dataclass(frozen=True)
class Ran:
    """How one run of a program ended."""

    code: int
    output: str

    @property
    def how(self) -> str:
        if self.code >= 0:
            return f"exit status {self.code}"
        return f"killed by {signal.Signals(-self.code).name}"

    def reports(self, oracle: Oracle) -> bool:
        """Whether it failed the way the oracle fails, not for a reason of its own."""
        if oracle.says and oracle.says not in self.output:
            return False
        return self.code in (-signal.SIGABRT, -signal.SIGSEGV) if oracle.aborts else self.code != 0


class Checker:
    """Runs programs in their oracles."""

    def __init__(self, compiler: list[str], scratch: str, cache: pathlib.Path | None, match_lines: bool):
        self.compiler = compiler
        self.scratch = scratch
        self.cache = cache
        self.match_lines = match_lines
        if cache:
            cache.mkdir(parents=True, exist_ok=True)

    def check(self, program: Program) -> list[str]:
        """What is wrong with a program; nothing if it passes."""
        errors = program.form_errors()
        if errors:
            return errors
        oracles = program.oracles()
        entry = self._entry(program, oracles)
        if entry and entry.exists():
            return []
        for name in oracles:
            errors += [f"{name}: {error}" for error in self._errors_in(program, ORACLES[name])]
        if entry and not errors:
            entry.touch()
        return errors

    def _entry(self, program: Program, oracles: list[str]) -> pathlib.Path | None:
        """The file that says that exactly this passed before."""
        if not self.cache:
            return None
        state = [self.compiler, FLAGS, self.match_lines, sorted((name, ORACLES[name]) for name in oracles)]
        digest = hashlib.sha256(repr(state).encode() + program.name.encode())
        for file in program.files():
            digest.update(file.read_bytes())
        return self.cache / digest.hexdigest()

    def _errors_in(self, program: Program, oracle: Oracle) -> list[str]:
        with tempfile.TemporaryDirectory(dir=self.scratch) as directory:
            binary = os.path.join(directory, "program")
            files = map(str, program.sources())
            command = [*self.compiler, *FLAGS, *oracle.flags, *files, "-o", binary, *program.link_flags()]
            try:
                done = subprocess.run(command, capture_output=True, text=True, timeout=COMPILE_SECONDS)
                if done.returncode != 0:
                    return ["does not compile\n" + done.stderr]
                ran = run(binary, oracle, directory)
            except subprocess.TimeoutExpired as late:
                return [f"ran for more than {late.timeout:.0f} seconds"]
        if not program.is_bug:
            return [f"is not clean: {ran.how}\n{ran.output}"] if ran.code != 0 else []
        if not ran.reports(oracle):
            return [f"reports nothing: {ran.how}\n{ran.output}"]
        return errors_of_lines(program, ran) if self.match_lines else []


def run(binary: str, oracle: Oracle, directory: str) -> Ran:
    """Runs a compiled program with the oracle's options."""
    options = {"ASAN_OPTIONS": oracle.options, "MSAN_OPTIONS": "", "UBSAN_OPTIONS": "print_stacktrace=1"}
    done = subprocess.run(
        [binary],
        cwd=directory,
        env={**os.environ, **options},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=RUN_SECONDS,
    )
    return Ran(done.returncode, done.stdout.decode(errors="replace"))


def errors_of_lines(program: Program, ran: Ran) -> list[str]:
    """Whether the report passes through a marked line, where the mark is one that it should pass through."""
    marked = {
        (source.name, number)
        for source in program.sources()
        for number, line in enumerate(source.read_text().splitlines(), 1)
        if MARK_IS_IN_REPORT.search(line)
    }
    report = ran.output[max(ran.output.find("ERROR: "), 0) :]
    if "LeakSanitizer" not in report:
        # The stacks after the first say where the memory came from and where it was freed.
        report = re.split(r"\n\s*\n", report)[0]
    reported = {
        (source.name, int(number))
        for source in program.sources()
        for number in re.findall(re.escape(source.name) + r":(\d+)", report)
    }
    # A call through a null pointer has lost the frame it was made from.
    if "pc 0x000000000000 " in report or not marked or not reported or marked & reported:
        return []
    return [f"is marked at {sorted(marked)}, and the report is of {sorted(reported)}\n{ran.output}"]


def programs_in(path: pathlib.Path) -> list[Program]:
    """The programs a path names: itself, or everything in a directory."""
    if not path.exists():
        sys.exit(f"oracle.py: there is no {path}")
    if not path.is_dir() or path.stem.endswith(("_bug", "_ok")):
        return [Program(path.resolve())]
    inside = (inner for inner in sorted(path.iterdir()) if inner.is_dir() or inner.suffix == ".cc")
    return [program for inner in inside for program in programs_in(inner)]


def changed_files() -> set[pathlib.Path]:
    """The files of the corpus that differ from the last commit, or are not in it."""
    git = ["git", "-C", str(HERE)]
    root = subprocess.run([*git, "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True)
    listing = subprocess.run(
        [*git, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", str(CORPUS)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {pathlib.Path(root.stdout.strip(), entry[3:]).resolve() for entry in listing.stdout.split("\0") if entry}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=pathlib.Path, help="files and directories (all of the corpus)")
    parser.add_argument("--changed", action="store_true", help="only what differs from the last commit")
    parser.add_argument("-j", dest="jobs", type=int, default=1, metavar="N", help="programs at a time (1)")
    parser.add_argument("--cache", type=pathlib.Path, metavar="DIR", help="keep in DIR what passed, and skip it")
    parser.add_argument("--cxx", default=COMPILER, metavar="COMMAND", help=f"the compiler ({COMPILER})")
    parser.add_argument("--lines", action="store_true", help="the report must pass through a marked line")
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    programs = {program for path in arguments.paths or [CORPUS] for program in programs_in(path)}
    if arguments.changed:
        changed = changed_files()
        programs = {program for program in programs if changed & set(program.files())}
    ordered = sorted(programs, key=lambda program: program.path)

    stray = [program for program in ordered if not program.path.stem.endswith(("_bug", "_ok"))]
    for program in stray:
        print(f"FAIL {program.name}: is neither NAME_bug nor NAME_ok")
    ordered = [program for program in ordered if program not in stray]

    failed = len(stray)
    with (
        tempfile.TemporaryDirectory(prefix="hull-oracle-") as scratch,
        concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool,
    ):
        checker = Checker(shlex.split(arguments.cxx), scratch, arguments.cache, arguments.lines)
        for program, errors in zip(ordered, pool.map(checker.check, ordered)):
            failed += bool(errors)
            for error in errors:
                print(f"FAIL {program.name}: {error}", flush=True)
    print(f"{len(ordered) + len(stray) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
