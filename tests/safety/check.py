#!/usr/bin/env python3
"""Holds the memory checker to its corpus.

A program is a file NAME_bug.cc or NAME_ok.cc, or a directory of that name with several that are compiled one by one and
checked together. Every bug says with `// expect: CODE` on which line it goes wrong, and must get a finding there (two lines
up or down count: a call that is written over several lines) or with that code; its clean twin must get none. So must the files in
corpus/idioms, which are what people write every day, many to a file. Programs of which
tests/safety/known.txt says that the checker is wrong about them must be there for that reason: when one of them comes out
right, its line has to go. `--record` writes that file anew; `--table` prints the table of docs/safety/measured.md.
"""

import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FINDING = re.compile(r"^(?P<file>.+?):(?P<line>\d+):\d+: error: .*\[(?P<code>H\d{4})\]$", re.M)
MARK = re.compile(r"// expect\??: (?P<code>H\d{4})")
FLAGS = ["-std=c++23", "-w"]
# Parsed once for all programs: it is most of what checking a small program costs.
HEADERS = "#include <bits/stdc++.h>\n#include <unistd.h>\n"
SECONDS = 60


def sources(program: pathlib.Path) -> list[pathlib.Path]:
    """What is compiled."""
    return sorted(program.glob("*.cc")) if program.is_dir() else [program]


def precompiled(directory: pathlib.Path) -> list[str]:
    """Flags for programs that include nothing but the standard library."""
    header = directory / "headers.h"
    header.write_text(HEADERS)
    output = directory / "headers.pch"
    compile_header = ["clang++-19", *FLAGS, "-fpch-instantiate-templates", "-x", "c++-header", header, "-o", output]
    subprocess.run(compile_header, check=True)
    return [*FLAGS, "-include-pch", str(output)]


def findings(checker: pathlib.Path, program: pathlib.Path, flags: list[str]) -> list[tuple[str, int, str]] | str:
    """Files, lines and codes, or what went wrong."""
    try:
        run = subprocess.run(
            [checker, *sources(program), "--", *flags], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS} s"
    if run.returncode not in (0, 1):
        return f"exit code {run.returncode}: {run.stderr.strip()[-300:]}"
    found = [(pathlib.Path(match["file"]).name, int(match["line"]), match["code"]) for match in FINDING.finditer(run.stdout)]
    if bool(found) != (run.returncode == 1):
        return f"exit code {run.returncode} with {len(found)} findings"
    return found


def verdict(checker: pathlib.Path, program: pathlib.Path, flags: list[str]) -> str:
    """"right", "missed", "false alarm", or what went wrong."""
    found = findings(checker, program, flags)
    if isinstance(found, str):
        return found
    if is_clean(program):
        return "false alarm" if found else "right"
    hit = any(
        code == marked or (file == marked_file and abs(line - at) <= 2)
        for file, line, code in found
        for marked_file, at, marked in marks(program)
    )
    return "right" if hit else "missed"


def is_clean(program: pathlib.Path) -> bool:
    return program.stem.endswith("_ok") or program.parent.name == "idioms"


def marks(program: pathlib.Path) -> list[tuple[str, int, str]]:
    """Where it goes wrong, and how: files, lines and codes."""
    return [
        (source.name, number, mark["code"])
        for source in sources(program)
        for number, line in enumerate(source.read_text().splitlines(), 1)
        for mark in MARK.finditer(line)
    ]


def table(verdicts: dict[pathlib.Path, str]) -> str:
    """Bugs by code, in Markdown."""
    found: dict[str, list[int]] = {}
    for program, what in verdicts.items():
        if not program.stem.endswith("_bug"):
            continue
        count = found.setdefault(marks(program)[0][2], [0, 0])
        count[0] += what == "right"
        count[1] += 1
    rows = [f"| [{code}](codes/{code}.md) | {hits} | {bugs} |" for code, (hits, bugs) in sorted(found.items())]
    return "\n".join(["| code | found | of |", "|---|---|---|", *rows])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checker", type=pathlib.Path, required=True)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--table", action="store_true", help="print what was found by code, in Markdown")
    parser.add_argument("-j", type=int, default=2)
    arguments = parser.parse_args()
    programs = sorted(one for one in (HERE / "corpus").glob("*/*") if one.stem.endswith("_bug") or is_clean(one))
    checker = arguments.checker.resolve()
    with tempfile.TemporaryDirectory() as directory, concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
        flags = precompiled(pathlib.Path(directory))
        verdicts = dict(zip(programs, pool.map(lambda one: verdict(checker, one, flags), programs)))
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
    if arguments.table:
        print(table(verdicts))
    bugs = sum(one.stem.endswith("_bug") for one in programs)
    missed = sum(what == "missed" for what in wrong.values())
    alarms = sum(what == "false alarm" for what in wrong.values())
    print(f"{bugs - missed} of {bugs} bugs found, false alarms on {alarms} of {len(programs) - bugs} clean programs")
    print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
