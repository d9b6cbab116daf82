#!/usr/bin/env python3
"""Holds the memory checker to its corpus.

Every program NAME_bug.cc says with `// expect: CODE` on which line it goes wrong, and must get a finding there (two lines
up or down count: a call that is written over several lines) or with that code; NAME_ok.cc must get none. Programs of which
tests/safety/known.txt says that the checker is wrong about them must be there for that reason: when one of them comes out
right, its line has to go. `--record` writes that file anew.
"""

import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FINDING = re.compile(r"^(?P<file>.+?):(?P<line>\d+):\d+: error: .*\[(?P<code>H\d{4})\]$", re.M)
MARK = re.compile(r"// expect\??: (?P<code>H\d{4})")
FLAGS = ["-std=c++23", "-w"]
SECONDS = 60


def findings(checker: pathlib.Path, program: pathlib.Path) -> list[tuple[int, str]] | str:
    """Lines and codes, or what went wrong."""
    try:
        run = subprocess.run(
            [checker, program, "--", *FLAGS], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS} s"
    if run.returncode not in (0, 1):
        return f"exit code {run.returncode}: {run.stderr.strip()[-300:]}"
    found = [(int(match["line"]), match["code"]) for match in FINDING.finditer(run.stdout)]
    if bool(found) != (run.returncode == 1):
        return f"exit code {run.returncode} with {len(found)} findings"
    return found


def verdict(checker: pathlib.Path, program: pathlib.Path) -> str:
    """"right", "missed", "false alarm", or what went wrong."""
    found = findings(checker, program)
    if isinstance(found, str):
        return found
    if program.name.endswith("_ok.cc"):
        return "false alarm" if found else "right"
    lines = program.read_text().splitlines()
    marks = [(number, mark["code"]) for number, line in enumerate(lines, 1) for mark in MARK.finditer(line)]
    hit = any(code == marked or abs(line - at) <= 2 for line, code in found for at, marked in marks)
    return "right" if hit else "missed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checker", type=pathlib.Path, required=True)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    programs = sorted((HERE / "corpus").glob("*/*.cc"))
    with concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
        verdicts = dict(zip(programs, pool.map(lambda one: verdict(arguments.checker.resolve(), one), programs)))
    wrong = {str(one.relative_to(HERE / "corpus")): what for one, what in verdicts.items() if what != "right"}
    list_file = HERE / "known.txt"
    if arguments.record:
        list_file.write_text("".join(f"{name}: {what}\n" for name, what in wrong.items()))
    known = dict(line.split(": ", 1) for line in list_file.read_text().splitlines())
    failed = 0
    for name in sorted(wrong.keys() | known.keys()):
        if wrong.get(name, "right") != known.get(name, "right"):
            failed += 1
            print(f"FAIL {name}: {wrong.get(name, 'right')}, tests/safety/known.txt says {known.get(name, 'right')}")
    bugs = sum(one.name.endswith("_bug.cc") for one in programs)
    missed = sum(what == "missed" for what in wrong.values())
    alarms = sum(what == "false alarm" for what in wrong.values())
    print(f"{bugs - missed} of {bugs} bugs found, false alarms on {alarms} of {len(programs) - bugs} clean programs")
    print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
