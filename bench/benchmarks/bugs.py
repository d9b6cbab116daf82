"""The corpus of the memory checker, and what others make of it: bugs found, false alarms, CPU time.

Every tool sees the same pairs: a program with a bug and its clean twin. What counts is asked of all in the same way, and
generously: a bug is found when the tool says something about memory in the program that it does not say of the twin, or
says it within two lines of the mark; a false alarm is whatever it says about memory in a clean twin. Style is left out:
the checks and warnings that are about memory, initialization and bounds are listed below. A pair that a tool cannot
compile is left out for that tool.
"""

import concurrent.futures
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from harness.setting import REPOSITORY, program
from harness.table import Row

CORPUS = REPOSITORY / "tests/safety/corpus"
MARK = re.compile(r"// expect\??: H\d{4}")
REPORT = re.compile(r"^[^\s:][^:]*:(?P<line>\d+):\d+: (?:error|warning): (?P<text>.*) \[(?P<kind>[\w.,=+-]+)\]$", re.M)
STANDARD = "-std=c++23"

CLANG = ["-Wall", "-Wextra", "-Wdangling", "-Wdangling-gsl", "-Wreturn-stack-address", "-Wconditional-uninitialized",
         "-Wnull-dereference", "-Warray-bounds-pointer-arithmetic", "-Wself-move"]
CLANG_KINDS = re.compile(r"-W(dangling|return-stack-address|.*uninitialized|null-|array-bounds|mismatched-new|"
                         r"free-nonheap|delete-|self-move|sizeof-pointer|fortify|tautological-pointer)")
GCC_KINDS = re.compile(r"-W(analyzer|use-after-free|dangling|free-nonheap|mismatched-new|return-local-addr|"
                       r".*uninitialized|array-bounds|stringop|null-dereference|nonnull|delete-)")
TIDY_CHECKS = ("-*,clang-analyzer-*,bugprone-*,cppcoreguidelines-pro-type-member-init,cppcoreguidelines-slicing,"
               "cppcoreguidelines-init-variables,cppcoreguidelines-rvalue-reference-param-not-moved,"
               "-bugprone-easily-swappable-parameters,-bugprone-narrowing-conversions,-bugprone-exception-escape,"
               "-bugprone-implicit-widening-of-multiplication-result,-bugprone-branch-clone,"
               "-clang-analyzer-optin.performance*,-clang-analyzer-security.insecureAPI*")


@dataclass
class Tool:
    name: str
    argv: list
    kinds: Optional[re.Pattern]  # None: all that it says.
    trailing: tuple = ()

    def look(self, source: Path):
        """What it says, as (line, kind, text), and its CPU seconds; nothing said is None when it cannot compile."""
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen([*map(str, self.argv), str(source), *self.trailing], cwd=source.parent,
                                       stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode(errors="replace")
        cpu = usage.ru_utime + usage.ru_stime
        # An error without a kind is the compiler's own.
        if process.returncode < 0 or re.search(r": (fatal )?error: (?!.*\[[\w.-]+\]$)", text, re.M):
            return None, cpu
        reports = {(int(match["line"]), match["kind"], match["text"]) for match in REPORT.finditer(text)
                   if not self.kinds or self.kinds.match(match["kind"])}
        return reports, cpu


@dataclass
class Score:
    pairs: int = 0
    found: int = 0
    false_alarms: int = 0
    cpu: float = 0.0

    def add(self, bug: Path, said_of_bug, said_of_twin) -> None:
        if said_of_bug is None or said_of_twin is None:
            return
        marked = [number for number, line in enumerate(bug.read_text().splitlines(), 1) if MARK.search(line)]
        twin = {(kind, text) for _, kind, text in said_of_twin}
        self.pairs += 1
        self.false_alarms += bool(said_of_twin)
        self.found += any((kind, text) not in twin or any(abs(line - at) <= 2 for at in marked)
                          for line, kind, text in said_of_bug)


def run(setting):
    checker = setting.hull and setting.hull.resolve().parent / "hull-check"
    if not checker or not checker.exists():
        yield Row("bugs", "bugs found", None, None, "", note="there is no hull-check beside hull")
        return
    ours = Tool("hull-check", [checker, "--format=clang"], None, ("--", STANDARD, "-w"))
    others = [
        Tool("clang++-19", [program("clang++-19"), STANDARD, "-fsyntax-only", *CLANG], CLANG_KINDS),
        Tool("g++ -fanalyzer", [program("g++"), STANDARD, "-O1", "-S", "-o", "/dev/null", "-Wall", "-Wextra", "-fanalyzer"],
             GCC_KINDS),
        Tool("clang-tidy-19", [program("clang-tidy-19"), "--quiet", f"--checks={TIDY_CHECKS}"], None, ("--", STANDARD, "-w")),
        Tool("cppcheck", [program("cppcheck"), "--quiet", "--std=c++20", "--language=c++", "--enable=warning",
                          "--template={file}:{line}:{column}: warning: {message} [{id}]"], None),
    ]
    bugs = sorted(CORPUS.glob("h*/*_bug.cc"))
    chosen = bugs[:: 12] if setting.quick else bugs
    scores = {}
    with concurrent.futures.ThreadPoolExecutor(setting.jobs) as pool:
        for tool in [ours, *others]:
            scores[tool.name] = score = Score()
            twins = [bug.with_name(bug.name.replace("_bug.cc", "_ok.cc")) for bug in chosen]
            for bug, (of_bug, bug_cpu), (of_twin, twin_cpu) in zip(chosen, pool.map(tool.look, chosen),
                                                                  pool.map(tool.look, twins)):
                score.add(bug, of_bug, of_twin)
                score.cpu += bug_cpu + twin_cpu
    mine = scores[ours.name]
    for tool in others:
        score = scores[tool.name]
        left_out = "" if score.pairs == mine.pairs else f"of {score.pairs} pairs that it compiles"
        yield Row("bugs", f"found in {mine.pairs} pairs", mine.found, score.found, "", peer_name=tool.name, note=left_out)
        yield Row("bugs", "false alarms", mine.false_alarms, score.false_alarms, "", peer_name=tool.name)
        yield Row("bugs", "CPU", mine.cpu, score.cpu, peer_name=tool.name,
                  goal=1.0 if tool.name == "clang-tidy-19" else None)
