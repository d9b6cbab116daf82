#!/usr/bin/env python3
"""kill -9 at random moments.

Edits, builds and kills hull (and, every other time, all that it started) again and again; then one build must end in the
bytes of a clean one.

    kill.py [KILLS] [SEED]
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from workspace import HULL, Workspace, outputs, run_hull


def main():
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="hull-kill-") as scratch:
        workspace = Workspace(os.path.join(scratch, "work"), seed)
        cache = os.path.join(scratch, "cache")
        env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": scratch, "TERM": "dumb", "HULL_CACHE_DIR": cache}
        began = time.monotonic()
        if run_hull(workspace.directory, "build", cache=cache).code != 0:
            print("the first build failed")
            return 1
        whole = time.monotonic() - began
        killed = 0
        for _ in range(kills):
            workspace.change_flag()
            child = subprocess.Popen(
                [HULL, "build"], cwd=workspace.directory, env=env, start_new_session=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            try:
                child.wait(moments.random() * whole)
            except subprocess.TimeoutExpired:
                os.kill(child.pid, signal.SIGKILL)
                killed += 1
            child.wait()
        built = run_hull(workspace.directory, "build", cache=cache)
        clean_directory = workspace.clean_copy(os.path.join(scratch, "clean"))
        clean = run_hull(clean_directory, "build")
        if built.code != 0 or clean.code != 0:
            print(built.output, clean.output)
            return 1
        ours, theirs = outputs(workspace.directory), outputs(clean_directory)
        different = sorted(name for name in theirs if ours.get(name) != theirs[name])
        if different or killed == 0:
            print(f"{killed} of {kills} killed; differ: {different}")
            return 1
        print(f"{killed} of {kills} builds killed, seed {seed}: the last one equals a clean build")
        return 0


sys.exit(main())
