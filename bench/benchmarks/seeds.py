"""Bugs sown into real projects: how many of them the memory checker finds.

`seeds/PROJECT/NN-name.patch` changes a line or two of a port so that it has a memory error that a caller can reach. Above
the patch stand what it is (`bug: CODE what`), what reaches it (`reached by:`) and the lines of the function that it is in
(`within: FIRST-LAST`, of the patched file). The patches were written before the checker saw any of them, and one is
replaced only when it proves to be no bug: a list that follows the checker would measure nothing.

A project is checked as `hull check` checks it: each unit for itself, then all of its library's units joined. A patch is
applied, the units that include the file are checked again, and all are joined again. The bug is found when something is said
that was not said before, with its place, or that of a note, in the function. Nothing else counts: neither a finding
elsewhere nor the code that was expected.
"""

import concurrent.futures
import json
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from harness.builders import Hull
from harness.measure import CommandFailed, run_quietly
from harness.setting import BENCH, REPOSITORY, program
from harness.table import Row

SEEDS = BENCH / "seeds"
HEADER = re.compile(r"bug: (?P<code>H\d{4}) (?P<what>.*)\nreached by: .*\nwithin: (?P<first>\d+)-(?P<last>\d+)\n\n"
                    r"--- a/(?P<file>.*)\n")
HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.M)


@dataclass
class Seed:
    patch: Path
    code: str
    what: str
    file: str        # Below the project's directory.
    first: int       # Of the function, in the patched file.
    last: int
    hunks: list      # (line before, lines before, lines after): what moves lines.

    @property
    def name(self) -> str:
        return f"{self.patch.parent.name}/{self.patch.stem}"

    def line_before(self, line: int) -> int:
        """Where the line of the patched file was before; lines of a hunk itself are matched from its start."""
        moved = 0
        for start, before, after in self.hunks:
            if line >= start + moved + after:
                moved += after - before
        return line - moved


def read(patch: Path) -> Seed:
    text = patch.read_text()
    match = HEADER.match(text)
    if not match:
        raise CommandFailed(f"{patch}: no header as seeds.py describes it")
    hunks = [(int(a), int(b or 1), int(d or 1)) for a, b, _, d in HUNK.findall(text)]
    return Seed(patch, match["code"], match["what"], match["file"], int(match["first"]), int(match["last"]), hunks)


class Project:
    """The units of a port's library and what the checker says of them."""

    def __init__(self, name: str, root: Path, entries: list, checker: Path, scratch: Path):
        self.name, self.root, self.checker = name, root, checker
        self.scratch = scratch / name
        self.scratch.mkdir(parents=True)
        # Programs and tests of a port end in .../obj/PORT/BINARY/; its libraries' objects are those that are not theirs.
        self.units = {entry["file"]: entry["arguments"] for entry in entries
                      if entry["file"].startswith((f"{name}/", f"target/debug/gen/{name}/")) and is_library(entry)}

    def check(self, source: str) -> set:
        """What is said of one unit; leaves its unit file for join()."""
        words = [word for word in self.units[source][1:] if word not in ("-c", source)]
        del words[words.index("-o"):words.index("-o") + 2]
        return self._say([source, f"--unit={self._unit(source)}"], ["--", *words])

    def join(self) -> set:
        if len(self.units) == 1:
            return set()
        return self._say(["--join", *(self._unit(source) for source in self.units)], [])

    def check_all(self) -> set:
        return set().union(*map(self.check, self.units), self.join())

    def check_changed(self, file: str) -> set:
        """As check_all() of what `file` is in; the unit files are as before when it is done."""
        changed = self.including(file)
        kept = {source: self._unit(source).read_bytes() for source in changed}
        try:
            return set().union(*map(self.check, changed), self.join())
        finally:
            for source, unit in kept.items():
                self._unit(source).write_bytes(unit)

    def including(self, file: str) -> list:
        """The units that are, or name, `file`."""
        path = f"{self.name}/{file}"
        if path in self.units:
            return [path]
        named = re.compile(rf'^\s*#\s*include\s*["<](?:[^">]*/)?{re.escape(Path(file).name)}[">]', re.M)
        return [source for source in self.units if named.search((self.root / source).read_text(errors="replace"))]

    def _unit(self, source: str) -> Path:
        return self.scratch / (source.replace("/", "%") + ".unit")

    def _say(self, what: list, flags: list) -> set:
        done = subprocess.run([str(word) for word in [self.checker, "--format=json", *what, *flags]], cwd=self.root,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1):
            raise CommandFailed(f"hull-check {' '.join(map(str, what))}: exit {done.returncode}\n{done.stderr[-2000:]}")
        return {finding(json.loads(line)) for line in done.stdout.splitlines()}


def is_library(entry: dict) -> bool:
    return re.search(r"/obj/[^/]+/lib[^/]*/", entry["output"]) is not None


def finding(said: dict) -> tuple:
    """(code, message, spans), the primary span first; a span is (file, line)."""
    spans = sorted(said["spans"], key=lambda span: not span["is_primary"])
    return said["code"], said["message"], tuple((span["file_name"], span["line_start"]) for span in spans)


def run(setting):
    checker = setting.hull and setting.hull.resolve().parent / "hull-check"
    if not checker or not checker.exists():
        yield Row("seeds", "seeded bugs missed", None, None, "", note="there is no hull-check beside hull")
        return
    root = setting.directory("seeds")
    projects = sorted(path.name for path in SEEDS.iterdir())
    if setting.quick:
        projects = projects[:2]
    run_quietly([REPOSITORY / "ports/fetch", root, *projects], root)
    hull = Hull(setting, root, [word for name in projects for word in ("-p", name)])
    hull.build()
    yield from measure(setting, root, json.loads((hull.target / "compile_commands.json").read_text()), checker, projects)
    setting.discard(root)


def measure(setting, root: Path, entries: list, checker: Path, projects: list):
    scratch = setting.directory("seeds-units")
    with concurrent.futures.ThreadPoolExecutor(setting.jobs) as pool:
        results = dict(zip(projects, pool.map(
            lambda name: sow(Project(name, root, entries, checker, scratch)), projects)))
    seeds = [(seed, found) for result in results.values() for seed, found in result]
    for name, result in results.items():
        missed = [seed for seed, found in result if not found]
        note = "; ".join(f"{seed.patch.stem} ({seed.code})" for seed in missed)
        yield Row("seeds", f"found in {name}, of {len(result)}", len(result) - len(missed), None, "",
                  note=f"missed: {note}" if note else "")
    of, found = Counter(seed.code for seed, _ in seeds), Counter(seed.code for seed, found in seeds if found)
    note = ", ".join(f"{code} {found[code]}/{of[code]}" for code in sorted(of))
    missed = sum(not found for _, found in seeds)
    yield Row("seeds", f"missed, of {len(seeds)}", missed, None, "", goal=0.3 * len(seeds), goal_is_value=True,
              note=f"found by code: {note}")


def sow(project: Project, patches=None) -> list:
    """(seed, finding or None) of each patch; None: of all that there are."""
    before = project.check_all()
    results = []
    for seed in map(read, patches or sorted((SEEDS / project.name).glob("*.patch"))):
        path = project.root / project.name / seed.file
        kept = path.read_bytes()
        # Patches are stored with the line ends of this repository.
        path.write_bytes(kept.replace(b"\r\n", b"\n"))
        try:
            run_quietly([program("patch"), "--silent", "--no-backup-if-mismatch", path, seed.patch], project.root)
            now = project.check_changed(seed.file)
        finally:
            path.write_bytes(kept)
        results.append((seed, first_new(seed, f"{project.name}/{seed.file}", before, now)))
    return results


def first_new(seed: Seed, file: str, before: set, now: set):
    """A finding that the patch brought and that has a place in its function."""
    def unmoved(said):
        code, message, spans = said
        return code, message, tuple((name, seed.line_before(line) if name == file else line) for name, line in spans)

    known = {(code, message, spans[0]) for code, message, spans in before}
    for said in sorted(now):
        code, message, spans = unmoved(said)
        in_function = any(name == file and seed.first <= line <= seed.last for name, line in said[2])
        if in_function and (code, message, spans[0]) not in known:
            return said
    return None
