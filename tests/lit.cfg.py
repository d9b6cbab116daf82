# End-to-end tests: each runs the real hull as a person would and checks its output word for word.
#
#   %hull   the binary under test ($HULL, or target/release/hull)
#   %t      a scratch directory of the test's own
#
# Files of a project are written into the test and laid out by split-file. Each test starts with its scratch
# directory gone, and without a user's cache, configuration or colours.
import os
import shutil
import subprocess

import lit.formats

llvm = subprocess.run(["llvm-config-19", "--bindir"], capture_output=True, text=True).stdout.strip()
llvm = llvm or "/usr/lib/llvm-19/bin"
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

config.name = "hull"
config.test_format = lit.formats.ShTest(execute_external=True)
config.suffixes = [".test"]
config.excludes = ["fuzz"]
config.test_source_root = os.path.join(root, "tests")
config.test_exec_root = os.path.join(root, "build", "lit")

hull = os.environ.get("HULL") or os.path.join(root, "target", "release", "hull")
if not os.access(hull, os.X_OK):
    lit_config.fatal("there is no %s: build hull first, or set HULL" % hull)
config.substitutions.append(("%hull", hull))

# One cache for the tests of a run, and none from before: a result of an older hull must not hide a failure.
cache = os.path.join(config.test_exec_root, "cache")
shutil.rmtree(cache, ignore_errors=True)
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
