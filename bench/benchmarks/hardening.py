"""What the hardening of the release profile costs at run time, in three real programs.

leveldb's and snappy's own benchmarks and yaml-cpp's parser, which reads a document and writes it again: a store, a codec and
a program made of the standard library's containers. Each is built with the release profile as it is, with
`hardening = false`, and with one measure at a time on top of that. They are run in turns, and CPU time is compared by the
median of the rounds. Instructions are counted by callgrind, once: the count does not depend on how busy the machine is, so that it
is the number to trust, and the only one for the single measures.
"""

import random
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

from harness.builders import Hull
from harness.measure import CommandFailed, Side, run_quietly
from harness.setting import REPOSITORY, program
from harness.table import Row

# What src/toolchain/flags.cc adds for Clang, libstdc++ and x86-64, one at a time.
MEASURES = {
    "fortified library calls": ["-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3"],
    "checked standard library": ["-D_GLIBCXX_ASSERTIONS"],
    "stack protector": ["-fstack-protector-strong"],
    "stack clash protection": ["-fstack-clash-protection"],
    "zeroed automatics": ["-ftrivial-auto-var-init=zero"],
    "control flow marks": ["-fcf-protection=full"],
    "early binding": [],  # Of the link.
}
LINK_MEASURES = {"early binding": ["-Wl,-z,relro,-z,now"]}
PLAIN, HARDENED = "plain", "hardened"


@dataclass
class Program:
    port: str
    what: str
    select: list                       # Of hull build.
    binary: str                        # Below the profile's directory.
    run: Callable                      # (binary, scratch, quick) -> arguments.
    count: Callable                    # The same for a shorter run under callgrind.
    prepare: Callable = lambda scratch: None
    directory: Callable = field(default=lambda root, scratch: scratch)


def leveldb(number):
    return lambda binary, scratch: [binary, f"--db={scratch}/db", f"--num={number}", "--histogram=0",
                                    "--benchmarks=fillseq,fillrandom,overwrite,readrandom,readseq,readreverse"]


def snappy(seconds):
    # No time at all: each case once, so that the work is the same for all.
    return lambda binary, scratch: [binary, f"--benchmark_min_time={seconds}"]


def yaml(records):
    def arguments(binary, scratch):
        return [binary, write_yaml(scratch, records)]
    return arguments


def write_yaml(scratch: Path, records: int) -> Path:
    path = scratch / f"{records}.yaml"
    if not path.exists():
        rng = random.Random(17)
        lines = []
        for number in range(records):
            words = " ".join(rng.choice(["alpha", "beta", "gamma", "delta", "epsilon"]) for _ in range(6))
            lines.append(f"- name: item {number}\n  tags: [a{number % 7}, b{number % 5}, 'quoted {number}']\n"
                         f"  size: {rng.randint(1, 10**6)}\n  text: >-\n    {words}\n    {words}\n"
                         f"  nested: {{x: {rng.random():.6f}, y: \"line\\n{number}\"}}\n")
        path.write_text("".join(lines))
    return path


PROGRAMS = [
    Program("leveldb", "leveldb's db_bench", ["--bench", "db_bench"], "benches/leveldb/db_bench", leveldb(100_000),
            leveldb(4_000)),
    Program("snappy", "snappy_benchmark", ["--bench", "snappy_benchmark"], "benches/snappy/snappy_benchmark",
            snappy(0.01), snappy(0), directory=lambda root, scratch: root / "snappy/source"),
    Program("yaml-cpp", "yaml-parse of yaml-cpp", ["--bin", "yaml-parse"], "yaml-parse", yaml(4_000), yaml(300)),
]


def run(setting):
    if not setting.hull:
        yield Row("hardening", "what hardening costs", None, None, note="there is no hull")
        return
    valgrind = program("valgrind")
    root = setting.directory("hardening")
    run_quietly([REPOSITORY / "ports/fetch", root, *(each.port for each in PROGRAMS)], root)
    measures = {} if setting.quick else MEASURES
    with open(root / "hull.toml", "a") as manifest:
        manifest.write(profiles(measures))
    for each in PROGRAMS:
        yield from _program(setting, root, each, measures, valgrind)
    setting.discard(root)


def profiles(measures: dict) -> str:
    """The profiles to compare, for the manifest of the workspace."""
    text = f'\n[profile.{PLAIN}]\ninherits = "release"\nhardening = false\n\n[profile.{HARDENED}]\ninherits = "release"\n'
    for name, flags in measures.items():
        text += (f'\n[profile.{profile_of(name)}]\ninherits = "{PLAIN}"\nflags = {flags}\n'
                 f"link-flags = {LINK_MEASURES.get(name, [])}\n").replace("'", '"')
    return text


def profile_of(measure: str) -> str:
    return measure.replace(" ", "-")


def _program(setting, root, each, measures, valgrind):
    names = [HARDENED, PLAIN, *map(profile_of, measures)]
    binaries = {}
    for name in names:
        hull = Hull(setting, root, ["--profile", name, "-p", each.port, *each.select])
        hull.build()
        binaries[name] = hull.target / name / each.binary
    scratch = setting.directory(f"hardening-{each.port}")
    directory = each.directory(root, scratch)

    sides = [Side(name, each.run(binaries[name], scratch), directory) for name in (HARDENED, PLAIN)]
    samples = setting.meter.compare(sides, setting.rounds(9), warm_up=1)
    yield Row("hardening", f"{each.what}: CPU", samples[HARDENED].cpu, samples[PLAIN].cpu, peer_name="without")

    counted = {name: instructions(valgrind, each.count(binaries[name], scratch), directory, scratch) for name in names}
    yield Row("hardening", f"{each.what}: million instructions", counted[HARDENED], counted[PLAIN], "", peer_name="without")
    for measure in measures:
        yield Row("hardening", f"{each.what}: million instructions with {measure} alone", counted[profile_of(measure)],
                  counted[PLAIN], "", peer_name="without")
    sizes = {name: code_size(binaries[name]) for name in (HARDENED, PLAIN)}
    yield Row("hardening", f"{each.what}: code", sizes[HARDENED], sizes[PLAIN], "KiB", peer_name="without")


def instructions(valgrind: Path, argv: list, directory: Path, scratch: Path) -> float:
    """In millions."""
    argv = [valgrind, "--tool=callgrind", f"--callgrind-out-file={scratch}/callgrind", *argv]
    done = subprocess.run([str(word) for word in argv], cwd=directory, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
    counted = re.search(r"Collected : (\d+)", done.stdout)
    if done.returncode != 0 or not counted:
        raise CommandFailed(f"{' '.join(map(str, argv))}: exit {done.returncode}\n{done.stdout[-2000:]}")
    return round(int(counted[1]) / 1e6, 1)


def code_size(binary: Path) -> float:
    """Of the text, in KiB."""
    lines = run_quietly([program("llvm-size-19"), binary], binary.parent).splitlines()
    return int(lines[1].split()[0]) / 1024
