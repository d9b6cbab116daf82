#!/usr/bin/env python3
"""Builds one small workspace per kind of link, then runs the driver's command of every link again: same bytes?

A kind is linked `by` lld (started directly, so the line file holds its command) or by the driver (it does not). Run with
names of kinds to build those alone.
"""

import os
import shlex
import subprocess
import sys

HULL = os.environ["HULL"]

MAIN = "#include <cstdio>\n#include <string>\nint main() { std::string s = \"hello\"; std::puts(s.c_str()); }\n"
PACKAGE = '[package]\nname = "p"\nversion = "1.0.0"\n'
BIN = '[[bin]]\nname = "p"\nsources = ["src/main.cc"]\n'

LIBRARIES = """
[workspace]
members = ["low", "mid", "app"]
"""
LOW = '[package]\nname = "low"\nversion = "1.0.0"\n'
MID = """[package]
name = "mid"
version = "1.0.0"
[[lib]]
kind = "shared"
[[lib]]
name = "plug"
kind = "plugin"
sources = ["plug.cc"]
[dependencies]
low = { path = "../low", public = false }
"""
APP = '[package]\nname = "app"\nversion = "1.0.0"\n[dependencies]\nmid = { path = "../mid" }\n'

ACTION_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PWD": "/proc/self/cwd"}

LONG = "a_name_that_is_rather_long_" * 7
QUIET = "-Wno-unused-command-line-argument"  # -pie is none with -static


def program(manifest=PACKAGE, source=MAIN, **others):
    return {"hull.toml": manifest, "src/main.cc": source, **others}


def flagged(*flags):
    return program(PACKAGE + BIN + "link-flags = [" + ", ".join(f'"{flag}"' for flag in flags) + "]\n")


LIBRARY_FILES = {
    "hull.toml": LIBRARIES,
    "low/hull.toml": LOW,
    "low/src/low.cc": "int low() { return 1; }\n",
    "mid/hull.toml": MID,
    "mid/src/mid.cc": 'int low();\n[[gnu::visibility("default")]] int mid() { return low(); }\n',
    "mid/plug.cc": 'extern "C" [[gnu::visibility("default")]] int plug() { return 7; }\n',
    "app/hull.toml": APP,
    "app/src/main.cc": "int mid();\nint main() { return mid() - 1; }\n",
}

MANY = program(PACKAGE, "int main() {}\n")
MANY.update({f"src/{LONG}{n}.S": f".globl f{n}\nf{n}: ret\n" for n in range(130)})
MANY["hull.toml"] += 'autolib = false\n[[bin]]\nname = "p"\nsources = ["src/*"]\nlinks = ["m"]\n'

C_PROGRAM = {"hull.toml": PACKAGE, "src/main.c": "int main(void) { return 0; }\n"}
ASSEMBLY = {
    "hull.toml": PACKAGE + 'autolib = false\n[[bin]]\nname = "p"\nsources = ["src/*"]\n',
    "src/main.c": "int zero(void);\nint main(void) { return zero(); }\n",
    "src/zero.S": '.globl zero\nzero: xor %eax, %eax\nret\n.section .note.GNU-stack,"",@progbits\n',
}
LTO = '[profile.release]\nlto = "{}"\n'

# name: (files, words after `hull build`, more environment, who links)
KINDS = {
    "program": (program(), [], {}, "lld"),
    "release": (program(), ["--release"], {}, "lld"),
    "thin lto": (program(PACKAGE + LTO.format("thin")), ["--release"], {}, "lld"),
    "fat lto": (program(PACKAGE + LTO.format("fat")), ["--release"], {}, "lld"),
    "C": (C_PROGRAM, [], {}, "lld"),
    "C in release": (C_PROGRAM, ["--release"], {}, "lld"),
    "assembly": (ASSEMBLY, [], {}, "lld"),
    "shared, plugin, rpath, exclude-libs": (LIBRARY_FILES, [], {}, "lld"),
    "shared, plugin in release": (LIBRARY_FILES, ["--release"], {}, "lld"),
    "response file": (MANY, [], {}, "lld"),
    "libraries": (program(PACKAGE + BIN + 'links = ["m", ":libdl.so.2"]\n'), [], {}, "lld"),
    "libc++": (program(PACKAGE + '[toolchain]\nstdlib = "libc++"\n'), [], {}, "lld"),
    "static": (flagged("-static", QUIET), [], {}, "lld"),
    "static-pie": (flagged("-static-pie", QUIET), [], {}, "lld"),
    "no-pie": (flagged("-no-pie"), [], {}, "lld"),
    "static libstdc++": (flagged("-static-libstdc++", "-static-libgcc"), [], {}, "lld"),
    "coverage": (flagged("-fprofile-instr-generate"), [], {}, "lld"),
    "pthread, rdynamic": (flagged("-pthread", "-rdynamic", "-s"), [], {}, "lld"),
    "words of two": (flagged("-Xlinker", "--defsym=a=1", "-z", "nodelete", "-u", "main", "-L", "src"), [], {}, "lld"),
    "commas": (flagged("-Wl,--defsym=a=1,,--defsym,b=2"), [], {}, "lld"),
    "an object by name": ({**flagged("extra/x.o"), "extra/x.o": None}, [], {}, "lld"),
    "HULL_LDFLAGS": (program(), [], {"HULL_LDFLAGS": "'-Wl,-rpath,/opt/a b$c\"d' -Wl,-z,now,-rpath,/x -lm"}, "lld"),
    "a linker map": (flagged("-Wl,-Map=p.map"), [], {}, "lld"),
    "address": (program(), ["--sanitize", "address"], {}, "lld"),
    "undefined": (program(), ["--sanitize", "undefined"], {}, "lld"),
    "address, undefined": (program(), ["--sanitize", "address,undefined"], {}, "lld"),
    "thread": (program(), ["--sanitize", "thread"], {}, "lld"),
    "shared with a sanitizer": (LIBRARY_FILES, ["--sanitize", "address"], {}, "lld"),
    # What the driver has to do itself.
    "another linker": (flagged("-fuse-ld=bfd"), [], {}, "driver"),
    "a driver that talks": (flagged("-v"), [], {}, "driver"),
    "a flag without use": (flagged("-static"), [], {}, "driver"),
    "a source among the flags": ({**flagged("extra/x.c"), "extra/x.c": "int x;\n"}, [], {}, "driver"),
    "words from a file": ({**flagged("@extra/flags"), "extra/flags": "-lm"}, [], {}, "driver"),
    "names made from the output": (
        program(PACKAGE + LTO.format("thin") + 'link-flags = ["-gsplit-dwarf"]\n'),
        ["--release"],
        {},
        "driver",
    ),
}


def run(words, directory, environment):
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.run(words, cwd=directory, env=environment, **streams)


def commands(text):
    """The links among what `hull build -vv` printed."""
    for line in text.splitlines():
        words = shlex.split(line) if line.lstrip().startswith("Running ") else []
        if words[1:4] == ["hull", "internal", "link"]:
            yield words[4], words[5:]


def trouble_with(name, directory):
    files, words, more, by = KINDS[name]
    for path, text in files.items():
        place = os.path.join(directory, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if text is None:
            subprocess.run(["clang-19", "-c", "-x", "c", "/dev/null", "-o", place], check=True)
        else:
            with open(place, "w") as file:
                file.write(text)
    environment = {"PATH": os.environ["PATH"], "HOME": directory, "TERM": "dumb"}
    built = run([HULL, "build", "--no-cache", "-vv", *words], directory, {**environment, **more})
    links = list(commands(built.stdout))
    if built.returncode != 0 or not links:
        yield built.stdout
    for line, driver in links:
        with open(os.path.join(directory, line)) as file:
            who = "lld" if file.read().splitlines()[1] else "driver"
        if who != by:
            yield f"linked by {who}: {driver}"
        output = os.path.join(directory, driver[driver.index("-o") + 1])
        with open(output, "rb") as file:
            ours = file.read()
        os.remove(output)
        again = run(driver, directory, ACTION_ENVIRONMENT)
        if again.returncode != 0:
            yield again.stdout
            continue
        with open(output, "rb") as file:
            if file.read() != ours:
                yield f"other bytes than the driver: {driver}"


def main():
    failed = 0
    for number, name in enumerate(sys.argv[1:] or KINDS):
        for trouble in trouble_with(name, os.path.abspath(str(number))):
            print(f"{name}: {trouble}")
            failed = 1
    return failed


sys.exit(main())
