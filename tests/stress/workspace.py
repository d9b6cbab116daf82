"""A random hull workspace that is edited at random, and the means to build it.

Three packages: `low` (a static library with a configured and a generated header), `mid` (a C++20 module library and
ordinary sources, on top of low) and `app` (two binaries). Everything random comes from one seeded generator, so a
failure is repeated by its seed.
"""

import os
import random
import shutil
import subprocess

HULL = os.environ.get("HULL") or os.path.join(os.path.dirname(__file__), "../../target/release/hull")
HULL = os.path.abspath(HULL)


class Build:
    """How one run of hull ended."""

    def __init__(self, code, output):
        self.code = code
        self.output = output


def run_hull(directory, *words, cache=None, environment=None):
    """Runs hull in `directory` with a cache of the test's own, or none."""
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": directory, "TERM": "dumb"}
    env.update(environment or {})
    extra = []
    if cache:
        env["HULL_CACHE_DIR"] = cache
    elif words and words[0] in ("build", "test", "run"):
        extra = ["--no-cache"]
    done = subprocess.run(
        [HULL, *words, *extra], cwd=directory, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300
    )
    return Build(done.returncode, done.stdout.decode(errors="replace"))


def outputs(directory, profile="debug"):
    """Relative path -> content of everything built, without hull's own state and compilers' side products."""
    found = {}
    root = os.path.join(directory, "target", profile)
    for parent, names, files in os.walk(root):
        names[:] = [name for name in names if name != ".hull"]
        for name in files:
            path = os.path.join(parent, name)
            if name.endswith((".d", ".rsp")):
                continue
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = file.read()
    return found


class Workspace:
    """The tree on disk, and the edits it knows."""

    def __init__(self, directory, seed):
        self.directory = directory
        self.random = random.Random(seed)
        self.saved = None
        self.counter = 0
        shutil.rmtree(directory, ignore_errors=True)
        self._lay_out()

    # --- the tree

    def path(self, name):
        return os.path.join(self.directory, name)

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name)) as file:
            return file.read()

    def _lay_out(self):
        self.write("hull.toml", '[workspace]\nmembers = ["low", "mid", "app"]\n\n[profile.dev]\ndefines = { LEVEL = 1 }\n')
        self.write(
            "low/hull.toml",
            '[package]\nname = "low"\nversion = "1.0.0"\nstandard = "c++20"\n\n'
            '[lib]\nincludes = ["over"]\npublic = { includes = ["include", "{out}"] }\n\n'
            '[[configure]]\ntemplate = "config.h.in"\noutput = "low/config.h"\nvalues = { ANSWER = 42 }\n'
            'probes = { HAVE_UNISTD_H = { header = "unistd.h" } }\n\n'
            '[[generate]]\ncommand = ["/bin/sed", "s/NUMBER/7/", "{in}"]\ninputs = ["numbers/*.in"]\n'
            'outputs = ["{stem}.h"]\nstdout-to = "{stem}.h"\n',
        )
        self.write("low/config.h.in", "#define ANSWER @ANSWER@\n#cmakedefine HAVE_UNISTD_H\n")
        self.write("low/numbers/seven.in", "inline constexpr int seven = NUMBER;\n")
        self.write("low/include/low/low.h", "#pragma once\n// What low offers.\nint low();\ninline int base() { return 1; }\n")
        os.makedirs(self.path("low/over/low"), exist_ok=True)
        self.write(
            "low/src/low.cc",
            '#include "low/low.h"\n#include "low/config.h"\n#include "seven.h"\n'
            "int low() { return ANSWER + seven + base() + LEVEL; }\n",
        )
        self.write("low/src/c.c", "int c_part(int x) { return x + 1; }\n")
        self.write(
            "mid/hull.toml",
            '[package]\nname = "mid"\nversion = "1.0.0"\nstandard = "c++20"\n\n[dependencies]\nlow = { path = "../low" }\n',
        )
        self.write("mid/src/shape.cppm", "export module shape;\nexport import :parts;\nexport int area(int a) { return a * side(); }\n")
        self.write("mid/src/parts.cppm", "export module shape:parts;\nexport int side() { return 3; }\n")
        self.write("mid/src/plain.cc", '#include "low/low.h"\nint plain() { return low() * 2; }\n')
        self.write(
            "app/hull.toml",
            '[package]\nname = "app"\nversion = "1.0.0"\nstandard = "c++20"\n\n'
            '[dependencies]\nlow = { path = "../low" }\nmid = { path = "../mid" }\n',
        )
        self.write(
            "app/src/main.cc",
            'import shape;\n#include "low/low.h"\nint plain();\nint main() { return (area(2) + low() + plain()) & 0x7f; }\n',
        )
        self.write("app/src/bin/second.cc", 'extern "C" int c_part(int);\nint main() { return c_part(3); }\n')

    # --- edits: each gives what it did, in words

    def edit(self):
        edits = [
            self.change_number,
            self.change_number,
            self.reword_comment,
            self.add_source,
            self.remove_source,
            self.rename_source,
            self.shadow_header,
            self.touch,
            self.change_keeping_mtime,
            self.set_old_mtime,
            self.save_or_restore_tree,
            self.change_flag,
            self.change_generated,
            self.change_configured,
            self.change_module,
            self.change_partition,
            self.edit_output,
            self.remove_output,
            self.break_then_mend,
        ]
        return self.random.choice(edits)()

    def fresh(self):
        self.counter += 1
        return self.counter

    def change_number(self):
        name = self.random.choice(["low/include/low/low.h", "low/src/c.c", "mid/src/plain.cc", "app/src/main.cc"])
        self.write(name, self.read(name) + f"inline int n{self.fresh()};\n" if name.endswith(".h") else self.read(name) + f"int n{self.fresh()};\n")
        return f"appended to {name}"

    def reword_comment(self):
        name = "low/include/low/low.h"
        lines = self.read(name).split("\n")
        lines[1] = f"// What low offers, in words {self.fresh()}."
        self.write(name, "\n".join(lines))
        return "reworded a comment"

    def extra_sources(self):
        return sorted(n for n in os.listdir(self.path("mid/src")) if n.startswith("extra"))

    def add_source(self):
        number = self.fresh()
        self.write(f"mid/src/extra{number}.cc", f'#include "low/low.h"\nint extra{number}() {{ return base() + {number}; }}\n')
        return f"added extra{number}.cc"

    def remove_source(self):
        extras = self.extra_sources()
        if not extras:
            return self.add_source()
        name = self.random.choice(extras)
        os.unlink(self.path("mid/src/" + name))
        return f"removed {name}"

    def rename_source(self):
        extras = self.extra_sources()
        if not extras:
            return self.add_source()
        name = self.random.choice(extras)
        new = f"extra{self.fresh()}.cc"
        os.rename(self.path("mid/src/" + name), self.path("mid/src/" + new))
        return f"renamed {name} to {new}"

    def shadow_header(self):
        name = "low/over/low/low.h"
        if os.path.exists(self.path(name)):
            os.unlink(self.path(name))
            return "removed the shadowing header"
        self.write(name, f"#pragma once\nint low();\ninline int base() {{ return {100 + self.fresh()}; }}\n")
        return "added a shadowing header"

    def touch(self):
        os.utime(self.path("low/include/low/low.h"))
        return "touched a header"

    def change_keeping_mtime(self):
        path = self.path("low/src/c.c")
        status = os.stat(path)
        text = self.read("low/src/c.c")
        digit = str(self.random.randrange(1, 10))
        at = text.index("x + ") + 4
        self.write("low/src/c.c", text[:at] + digit + text[at + 1 :])
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        return "changed a source and restored its mtime"

    def set_old_mtime(self):
        os.utime(self.path("mid/src/plain.cc"), (1, 1))
        return "gave a source a very old mtime"

    def save_or_restore_tree(self):
        if self.saved is None:
            self.saved = self.tree()
            return "remembered the tree"
        for name in self.tree():
            os.unlink(self.path(name))
        for name, text in self.saved.items():
            self.write(name, text)
        self.saved = None
        return "went back to the remembered tree"

    def tree(self):
        found = {}
        for parent, names, files in os.walk(self.directory):
            names[:] = [name for name in names if name not in ("target", ".cache")]
            for name in files:
                path = os.path.relpath(os.path.join(parent, name), self.directory)
                if path != "compile_commands.json":
                    found[path] = self.read(path)
        return found

    def change_flag(self):
        self.write("hull.toml", self.read("hull.toml").rsplit("LEVEL = ", 1)[0] + f"LEVEL = {self.fresh()} }}\n")
        return "changed a define of the profile"

    def change_generated(self):
        self.write("low/numbers/seven.in", f"inline constexpr int seven = NUMBER + {self.fresh()};\n")
        return "changed the input of a generated header"

    def change_configured(self):
        text = self.read("low/hull.toml")
        head, tail = text.split("ANSWER = ", 1)
        self.write("low/hull.toml", head + f"ANSWER = {self.fresh()}" + tail[tail.index(" }") :])
        return "changed a configured value"

    def change_module(self):
        self.write("mid/src/shape.cppm", self.read("mid/src/shape.cppm") + f"export int m{self.fresh()}() {{ return 1; }}\n")
        return "changed a module interface"

    def change_partition(self):
        self.write("mid/src/parts.cppm", f"export module shape:parts;\nexport int side() {{ return {self.fresh()}; }}\n")
        return "changed a partition"

    def built(self):
        root = self.path("target/debug")
        return sorted(
            os.path.join(parent, name)
            for parent, names, files in os.walk(root)
            for name in files
            if ".hull" not in parent and name.endswith((".o", ".a", ".pcm", "app", "second", ".h"))
        )

    def edit_output(self):
        files = self.built()
        if not files:
            return "no output to edit yet"
        path = self.random.choice(files)
        os.chmod(path, 0o755)
        with open(path, "ab") as file:
            file.write(b"x")
        return f"appended to the output {os.path.relpath(path, self.directory)}"

    def remove_output(self):
        files = self.built()
        if not files:
            return "no output to remove yet"
        path = self.random.choice(files)
        os.unlink(path)
        return f"removed the output {os.path.relpath(path, self.directory)}"

    def break_then_mend(self):
        text = self.read("mid/src/plain.cc")
        self.write("mid/src/plain.cc", text + "this is no C++\n")
        broken = run_hull(self.directory, "build", "-k")
        self.write("mid/src/plain.cc", text)
        if broken.code != 1:
            raise AssertionError(f"a broken source gave exit code {broken.code}:\n{broken.output}")
        return "broke a source, built, mended it"

    def clean_copy(self, directory):
        """The same sources elsewhere, never built."""
        shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(
            self.directory, directory, symlinks=True, ignore=shutil.ignore_patterns("target", "compile_commands.json", ".cache")
        )
        return directory
