#!/usr/bin/env python3
"""What a disk, a clock and a second hull can do to a build.

Each case ends in a correct build or a clear error, never in a wrong binary or a crash (exit code 101).

    hostile.py [CASE...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

from workspace import HULL, run_hull

PACKAGE = '[package]\nname = "app"\nversion = "1.0.0"\nstandard = "c++20"\n'


def write(directory, name, text):
    path = os.path.join(os.fsencode(directory), os.fsencode(name))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode())


def project(directory, **files):
    write(directory, "hull.toml", PACKAGE)
    write(directory, "src/main.cc", '#include "value.h"\nint main() { return value; }\n')
    write(directory, "src/value.h", "inline constexpr int value = 3;\n")
    return directory


def expect(build, code, *texts):
    if build.code != code or any(text not in build.output for text in texts):
        raise AssertionError(f"wanted exit {code} and {texts}; got exit {build.code}:\n{build.output}")


def returns(directory, value, program="target/debug/app"):
    got = subprocess.run([os.path.join(directory, program)]).returncode
    if got != value:
        raise AssertionError(f"the program returned {got}, not {value}")


def vanished_header(directory):
    project(directory)
    expect(run_hull(directory, "build"), 0)
    os.unlink(os.path.join(directory, "src/value.h"))
    expect(run_hull(directory, "build"), 1, "value.h")
    write(directory, "src/value.h", "inline constexpr int value = 4;\n")
    expect(run_hull(directory, "build"), 0)
    returns(directory, 4)


def header_turned_directory(directory):
    project(directory)
    expect(run_hull(directory, "build"), 0)
    os.unlink(os.path.join(directory, "src/value.h"))
    os.mkdir(os.path.join(directory, "src/value.h"))
    expect(run_hull(directory, "build"), 1, "value.h")
    os.rmdir(os.path.join(directory, "src/value.h"))
    write(directory, "src/value.h", "inline constexpr int value = 3;\n")
    expect(run_hull(directory, "build"), 0)
    returns(directory, 3)


def output_turned_directory(directory):
    project(directory)
    expect(run_hull(directory, "build"), 0)
    os.unlink(os.path.join(directory, "target/debug/app"))
    os.makedirs(os.path.join(directory, "target/debug/app/x"))
    expect(run_hull(directory, "build"), 1, "target/debug/app")
    if not os.path.isdir(os.path.join(directory, "target/debug/app/x")):
        raise AssertionError("a directory that hull did not make is gone")


def clock_set_back(directory):
    """Files from the future, as after a clock that was set back."""
    project(directory)
    header = os.path.join(directory, "src/value.h")
    future = time.time() + 86400
    os.utime(header, (future, future))
    expect(run_hull(directory, "build"), 0)
    write(directory, "src/value.h", "inline constexpr int value = 5;\n")
    expect(run_hull(directory, "build"), 0)
    returns(directory, 5)


def restored_with_old_mtimes(directory):
    project(directory)
    old = os.stat(os.path.join(directory, "src/value.h"))
    expect(run_hull(directory, "build"), 0)
    write(directory, "src/value.h", "inline constexpr int value = 6;\n")
    expect(run_hull(directory, "build"), 0)
    write(directory, "src/value.h", "inline constexpr int value = 3;\n")
    os.utime(os.path.join(directory, "src/value.h"), ns=(old.st_atime_ns, old.st_mtime_ns))
    expect(run_hull(directory, "build"), 0)
    returns(directory, 3)


def odd_names(directory):
    write(directory, "hull.toml", PACKAGE)
    write(directory, "src/main.cc", "int a(); int b(); int c(); int main() { return a() + b() + c(); }\n")
    write(directory, "src/with space.cc", '#include "odd dir/h h.h"\nint a() { return one; }\n')
    write(directory, "src/odd dir/h h.h", "inline constexpr int one = 1;\n")
    write(directory, "src/quote'\"#$.cc", "int b() { return 2; }\n")
    write(directory, b"src/latin-\xe4.cc", "int c() { return 4; }\n")
    expect(run_hull(directory, "build"), 0)
    returns(directory, 7)
    again = run_hull(directory, "build")
    expect(again, 0)
    if "Compiling" in again.output:
        raise AssertionError("built again with nothing changed:\n" + again.output)
    write(directory, "src/odd dir/h h.h", "inline constexpr int one = 8;\n")
    expect(run_hull(directory, "build"), 0)
    returns(directory, 14)


def line_break_in_a_name(directory):
    """Dependency files cannot say it, so it is an error that names the cause."""
    project(directory)
    write(directory, "src/new\nline.cc", "int b() { return 2; }\n")
    expect(run_hull(directory, "build"), 1, "line break", "new\\x0aline.cc")
    os.unlink(os.path.join(directory, "src/new\nline.cc"))
    expect(run_hull(directory, "build"), 0)
    returns(directory, 3)


def symlink_loop(directory):
    project(directory)
    os.symlink("loop", os.path.join(directory, "src/loop"))
    os.symlink(".", os.path.join(directory, "src/self"))
    os.symlink("nowhere.h", os.path.join(directory, "src/dangling.h"))
    expect(run_hull(directory, "build"), 0)
    returns(directory, 3)


def two_at_once(directory):
    project(directory)
    for number in range(8):
        write(directory, f"src/u{number}.cc", f"int u{number}() {{ return {number}; }}\n")
    env = {"PATH": "/usr/bin:/bin", "HOME": directory}
    both = [
        subprocess.Popen([HULL, "build"], cwd=directory, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(2)
    ]
    texts = [one.communicate(timeout=120)[0].decode() for one in both]
    if any(one.returncode != 0 for one in both):
        raise AssertionError("\n".join(texts))
    returns(directory, 3)


def full_disk(directory):
    if os.geteuid() != 0:
        return "needs root"
    project(directory)
    for number in range(40):
        write(directory, f"src/u{number}.cc", f"const char* u{number}() {{ return \"{'x' * 20000}\"; }}\n")
    target = os.path.join(directory, "target")
    os.mkdir(target)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "none", target], capture_output=True)
    if mounted.returncode != 0:
        return "no mount"
    try:
        full = run_hull(directory, "build", "-k")
        if full.code != 1 or "No space left" not in full.output:
            raise AssertionError(f"a full disk gave exit {full.code}:\n{full.output[-2000:]}")
        subprocess.run(["mount", "-o", "remount,size=64m", target], check=True)
        expect(run_hull(directory, "build"), 0)
        returns(directory, 3)
    finally:
        subprocess.run(["umount", "-l", target])


def full_cache(directory):
    """A cache that cannot take results costs a message, not the build."""
    if os.geteuid() != 0:
        return "needs root"
    project(directory)
    write(directory, "src/big.cc", f"const char* big() {{ return \"{'x' * 400000}\"; }}\n")
    cache = os.path.join(directory, ".cache")
    os.mkdir(cache)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "none", cache], capture_output=True).returncode != 0:
        return "no mount"
    try:
        expect(run_hull(directory, "build", cache=cache), 0, "action cache")
        returns(directory, 3)
    finally:
        subprocess.run(["umount", "-l", cache])


def read_only_target(directory):
    if os.geteuid() != 0:
        return "needs root"
    project(directory)
    expect(run_hull(directory, "build"), 0)
    write(directory, "src/value.h", "inline constexpr int value = 9;\n")
    target = os.path.join(directory, "target")
    if subprocess.run(["mount", "--bind", target, target], capture_output=True).returncode != 0:
        return "no mount"
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", target], check=True)
        expect(run_hull(directory, "build"), 1, "Read-only file system")
    finally:
        subprocess.run(["umount", "-l", target])
    expect(run_hull(directory, "build"), 0)
    returns(directory, 9)


def unreadable_source(directory):
    """As another user, because root reads everything; who may see neither our TMPDIR nor our checkout."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return "needs root and setpriv"
    project(directory)
    os.chmod(os.path.join(directory, "src/main.cc"), 0)
    os.chmod(directory, 0o777)
    program = shutil.copy(HULL, os.path.join(directory, "hull"))
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", program, "build", "--no-cache"],
        cwd=directory, env={"PATH": "/usr/bin:/bin", "HOME": directory}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    text = done.stdout.decode(errors="replace")
    if done.returncode != 1 or "src/main.cc" not in text or "Permission denied" not in text:
        raise AssertionError(f"exit {done.returncode}:\n{text}")


def foreign_target_directory(directory):
    """No build step removes or writes where hull did not begin."""
    project(directory)
    write(directory, "target/precious.txt", "mine")
    refused = run_hull(directory, "build")
    if refused.code not in (1, 2) or "target" not in refused.output:
        raise AssertionError(f"exit {refused.code}:\n{refused.output}")
    if run_hull(directory, "clean").code == 0 or not os.path.exists(os.path.join(directory, "target/precious.txt")):
        raise AssertionError("clean removed a directory that hull did not make")


def hard_linked_output(directory):
    project(directory)
    cache = os.path.join(directory, ".cache")
    expect(run_hull(directory, "build", cache=cache), 0)
    binary = os.path.join(directory, "target/debug/app")
    os.link(binary, os.path.join(directory, "kept"))
    with open(binary, "ab") as file:
        file.write(b"scribble")
    expect(run_hull(directory, "build", cache=cache), 0)
    returns(directory, 3)
    with open(binary, "rb") as file:
        if file.read().endswith(b"scribble"):
            raise AssertionError("an edited output was taken for what was built")


def upgraded_compiler(directory):
    """Another compiler under the same path rebuilds."""
    project(directory)
    wrapper = os.path.join(directory, "c++")
    for value in (11, 12):
        write(directory, "c++", f'#!/bin/sh\nexec /usr/bin/clang++-19 -DVALUE={value} "$@"\n')
        os.chmod(wrapper, 0o755)
        write(directory, "src/main.cc", "int main() { return VALUE; }\n")
        expect(run_hull(directory, "build", environment={"HULL_CXX": wrapper, "HULL_CC": "/usr/bin/clang-19"}), 0)
        returns(directory, value)


def moved_tree(directory):
    """A tree that was built and then moved builds nothing again, and is not confused."""
    inner = project(os.path.join(directory, "one"))
    expect(run_hull(inner, "build"), 0)
    other = os.path.join(directory, "two")
    os.rename(inner, other)
    expect(run_hull(other, "build"), 0)
    write(other, "src/value.h", "inline constexpr int value = 21;\n")
    expect(run_hull(other, "build"), 0)
    returns(other, 21)


CASES = [
    vanished_header, header_turned_directory, output_turned_directory, clock_set_back, restored_with_old_mtimes,
    odd_names, line_break_in_a_name, symlink_loop, two_at_once, full_disk, full_cache, read_only_target, unreadable_source,
    foreign_target_directory, hard_linked_output, upgraded_compiler, moved_tree,
]


def main():
    chosen = [case for case in CASES if len(sys.argv) == 1 or case.__name__ in sys.argv[1:]]
    failed = 0
    for case in chosen:
        with tempfile.TemporaryDirectory(prefix="hull-hostile-", dir="/tmp", ignore_cleanup_errors=True) as directory:
            try:
                skipped = case(directory)
                print(f"{case.__name__}: {'skipped, ' + skipped if skipped else 'ok'}")
            except (AssertionError, subprocess.SubprocessError) as error:
                failed += 1
                print(f"{case.__name__}: FAILED\n{error}")
    return 1 if failed or not chosen else 0


sys.exit(main())
