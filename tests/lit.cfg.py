# End-to-end tests: each runs the real hull as a person would and checks its output word for word.
#
#   %hull   the binary under test ($HULL, or target/release/hull)
#   %t      a scratch directory of the test's own
#
# Files of a project are written into the test and laid out by split-file. Each test starts with its scratch
# directory gone, and without a user's cache, configuration or colours.
import hashlib
import os
import shutil
import subprocess
import tempfile

import lit.formats

llvm = subprocess.run(["llvm-config-19", "--bindir"], capture_output=True, text=True).stdout.strip()
llvm = llvm or "/usr/lib/llvm-19/bin"
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

config.name = "hull"
config.test_format = lit.formats.ShTest(execute_external=True)
config.suffixes = [".test"]
config.excludes = ["fuzz"]
config.test_source_root = os.path.join(root, "tests")
# Outside of this repository: a test must not find our hull.toml or .git above it. Each checkout has its own: two may be
# tested at once.
checkout = hashlib.sha256(root.encode()).hexdigest()[:8]
config.test_exec_root = os.path.join(tempfile.gettempdir(), "hull-lit-%d-%s" % (os.getuid(), checkout))

hull = os.environ.get("HULL") or os.path.join(root, "target", "release", "hull")
if not os.access(hull, os.X_OK):
    lit_config.fatal("there is no %s: build hull first, or set HULL" % hull)
config.substitutions.append(("%hull", hull))

# How long the random tests go on: HULL_FULL=1 is `./x test --full`.
full = os.environ.get("HULL_FULL") == "1"
config.substitutions.append(("%{edits}", "2000" if full else "25"))
config.substitutions.append(("%{kills}", "200" if full else "25"))
if full:
    config.available_features.add("full")

# One cache for the tests of a run, and nothing from before: a result of an older hull must not hide a failure.
shutil.rmtree(config.test_exec_root, ignore_errors=True)
cache = os.path.join(config.test_exec_root, "cache")
if shutil.which("cmake"):
    config.available_features.add("cmake")
for name in ("HULL_CC", "HULL_CXX", "HULL_TARGET_DIR", "HULL_CACHE_SIZE", "MAKEFLAGS", "DESTDIR", "CLICOLOR_FORCE"):
    config.environment.pop(name, None)
config.environment.update(
    PATH=os.pathsep.join([llvm, "/usr/local/bin", "/usr/bin", "/bin"]),
    HULL_CACHE_DIR=cache,
    HOME=os.path.join(config.test_exec_root, "home"),
    TERM="dumb",
    NO_COLOR="1",
)
