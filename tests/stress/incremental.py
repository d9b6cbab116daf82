#!/usr/bin/env python3
"""Incremental equals clean.

Edits a random workspace again and again. After every edit an incremental build, with the action cache on, must leave the
same bytes as a build of the same sources from nothing, in another directory and without a cache; and building once
more must run nothing.

    incremental.py [EDITS] [SEED]
"""

import os
import sys
import tempfile

from workspace import Workspace, outputs, run_hull


def compare(edit, ours, clean):
    different = sorted(name for name in clean if ours.get(name) != clean[name])
    if different:
        return [f"after: {edit}", *(f"  differs from a clean build: {name}" for name in different)]
    return []


def main():
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory(prefix="hull-incremental-") as scratch:
        workspace = Workspace(os.path.join(scratch, "work"), seed)
        cache = os.path.join(scratch, "cache")
        trouble = []
        did = "nothing yet"
        for number in range(edits + 1):
            built = run_hull(workspace.directory, "build", cache=cache)
            clean_directory = workspace.clean_copy(os.path.join(scratch, "clean place"))
            clean = run_hull(clean_directory, "build")
            if built.code != 0 or clean.code != 0:
                trouble += [f"after: {did}", f"  exit code {built.code}, clean build {clean.code}", built.output, clean.output]
            else:
                trouble += compare(did, outputs(workspace.directory), outputs(clean_directory))
                again = run_hull(workspace.directory, "build", "--explain", cache=cache)
                if any("Finished" not in line for line in again.output.splitlines()):
                    trouble += [f"after: {did}", "  a second build ran something:", again.output]
            if trouble:
                print(f"edit {number}, seed {seed}")
                print("\n".join(trouble))
                return 1
            did = workspace.edit()
        print(f"{edits} edits, seed {seed}: incremental builds equal clean ones")
        return 0


sys.exit(main())
