#!/usr/bin/env python3
"""Holds the memory checker to the pages of its codes, and its layouts to what they promise.

Each page docs/safety/codes/Hnnnn.md has a wrong and a right program: both compile without a warning, the wrong one gets
findings of exactly that code, the right one gets none.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FINDING = re.compile(r"^.+?:\d+:\d+: error: .*\[(H\d{4})\]$", re.M)
PAGE = re.compile(
    r"\A# (?P<code>H\d{4}): [^\n]+\n\n(?P<rule>.+?)\n\n## Why\n\n.+?\n\n## Wrong\n\n```cpp\n(?P<wrong>.+?)```\n\n"
    r"## Right\n\n```cpp\n(?P<right>.+?)```\n\n## See\n\n.+\n\Z",
    re.S,
)
FLAGS = ["-std=c++23", "-Wall", "-Wextra", "-Werror", "-Wno-unknown-attributes"]
# What compilers say of the wrong programs by themselves.
QUIET = ["-w"]


class Checks:
    def __init__(self) -> None:
        self.passed = self.failed = 0

    def that(self, right: bool, what: str) -> None:
        if right:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {what}")


def run(*words: str | pathlib.Path, cwd: pathlib.Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False, cwd=cwd)


def check_page(page: pathlib.Path, checker: pathlib.Path, scratch: pathlib.Path, checks: Checks) -> None:
    match = PAGE.match(page.read_text())
    if not match or match["code"] != page.stem:
        checks.that(False, f"{page.name} has not the parts of a page")
        return
    for name, expected in (("wrong", {page.stem}), ("right", set())):
        source = scratch / f"{page.stem}_{name}.cc"
        source.write_text(match[name])
        compiled = run("clang++-19", *(FLAGS if name == "right" else [*FLAGS, *QUIET]), "-fsyntax-only", source)
        checks.that(compiled.returncode == 0, f"{source.name} does not compile:\n{compiled.stderr}")
        checked = run(checker, source, "--", "-std=c++23")
        found = set(FINDING.findall(checked.stdout))
        checks.that(
            found == expected and checked.returncode == bool(expected),
            f"{source.name} gets {sorted(found)}, exit code {checked.returncode}:\n{checked.stdout}{checked.stderr}",
        )


def check_sarif(checker: pathlib.Path, scratch: pathlib.Path, codes: list[str], checks: Checks) -> None:
    """The fields that SARIF 2.1.0 requires, and those that GitHub's code scanning asks for."""
    files = [f"{code}_wrong.cc" for code in codes]
    answer = run(checker, "--format=sarif", *files, "--", "-std=c++23", cwd=scratch)
    log = json.loads(answer.stdout)
    checks.that(log["version"] == "2.1.0" and "sarif-2.1.0" in log["$schema"], "version and schema of SARIF")
    (one,) = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    checks.that(one["tool"]["driver"]["name"] == "hull-check", "the name of the tool")
    root = one["originalUriBaseIds"]["SRCROOT"]["uri"]
    checks.that(root == f"{scratch.as_uri()}/", f"the root of the sources: {root}")
    for rule in rules:
        checks.that(
            bool(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"]),
            f"the texts of rule {rule['id']}",
        )
    checks.that({result["ruleId"] for result in one["results"]} == set(codes), "a result for each code")
    for result in one["results"]:
        what = f"SARIF result {result['ruleId']}"
        checks.that(rules[result["ruleIndex"]]["id"] == result["ruleId"], f"{what}: ruleIndex")
        checks.that(result["level"] in ("error", "warning") and bool(result["message"]["text"]), f"{what}: message")
        places = [*result["locations"], *result.get("relatedLocations", [])]
        for flow in result.get("codeFlows", []):
            for thread in flow["threadFlows"]:
                places += [step["location"] for step in thread["locations"]]
        for place in places:
            artifact = place["physicalLocation"]["artifactLocation"]
            region = place["physicalLocation"]["region"]
            checks.that(artifact["uriBaseId"] == "SRCROOT" and artifact["uri"] in files, f"{what}: {artifact}")
            checks.that(
                region["startLine"] >= 1 and 1 <= region["startColumn"] < region["endColumn"], f"{what}: {region}"
            )


def check_json(checker: pathlib.Path, scratch: pathlib.Path, codes: list[str], checks: Checks) -> None:
    for code in codes:
        answer = run(checker, "--format=json", f"{code}_wrong.cc", "--", "-std=c++23", cwd=scratch)
        for line in answer.stdout.splitlines():
            finding = json.loads(line)
            keys = ["code", "level", "message", "help", "spans", "suggestion"]
            checks.that(list(finding) == keys, f"keys of the JSON of {code}: {list(finding)}")
            primary = [span for span in finding["spans"] if span["is_primary"]]
            checks.that(len(primary) == 1 and finding["code"] == code, f"JSON of {code}: {line}")


def check_rustc(checker: pathlib.Path, scratch: pathlib.Path, codes: list[str], checks: Checks) -> None:
    for code in codes:
        answer = run(checker, "--format=rustc", f"{code}_wrong.cc", "--", "-std=c++23", cwd=scratch)
        checks.that(f"error[{code}]: " in answer.stdout and "^" in answer.stdout, f"rustc's layout of {code}")
        checks.that("\x1b" not in answer.stdout, f"{code}: colours that nobody asked for")
        # Carets stand below text, not behind the end of the line.
        lines = answer.stdout.splitlines()
        for above, below in zip(lines, lines[1:]):
            if re.match(r" *\d+ \| ", above) and (marks := re.search(r"[\^-]+", below.partition("| ")[2])):
                checks.that(
                    marks.end() <= len(above.partition("| ")[2]), f"{code}: marks behind the line:\n{above}\n{below}"
                )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checker", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    checker = arguments.checker.resolve()
    checks = Checks()
    pages = sorted((ROOT / "docs" / "safety" / "codes").glob("H*.md"))
    codes = [page.stem for page in pages]
    embedded = re.findall(r"codes/(H\d{4})\.md", (ROOT / "src" / "safety" / "codes.cc").read_text())
    checks.that(embedded == codes, f"src/safety/codes.cc embeds {embedded}, there are {codes}")
    with tempfile.TemporaryDirectory() as directory:
        scratch = pathlib.Path(directory).resolve()
        for page in pages:
            check_page(page, checker, scratch, checks)
        check_sarif(checker, scratch, codes, checks)
        check_json(checker, scratch, codes, checks)
        check_rustc(checker, scratch, codes, checks)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
