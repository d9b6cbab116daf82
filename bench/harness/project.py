"""Generates a C++ project of any size, with a hull.toml and a CMakeLists.txt that say the same.

The shape is that of a mid-sized company's tree: a `common` package whose headers everyone reaches, libraries of
50 units with a header each, which use each other in a tree, and one program that uses them all. Everything
follows from the number of units, so two runs make the same bytes.

Each unit reaches about 30 project headers: 12 of `common`, some 14 of its own library and some 5 of the library it
uses. The sources include no system header, so that compiling 1,000 of them takes seconds; `heavy` units include
the usual standard headers and instantiate some templates, as real code does.
"""

from dataclasses import dataclass, field
from pathlib import Path

# The same compiles on both sides; `checker` measures what checking adds to them.
UNCHECKED = '[safety]\nmemory = "allow"\n'

UNITS_PER_LIBRARY = 50
COMMON_HEADERS = 12

HEAVY_INCLUDES = "#include <algorithm>\n#include <map>\n#include <memory>\n#include <string>\n#include <vector>\n"
HEAVY_BODY = """
namespace {{
std::string describe_{name}(const std::map<std::string, std::vector<int>>& table) {{
  std::string text;
  for (const auto& [key, values] : table) {{
    std::vector<int> sorted(values);
    std::sort(sorted.begin(), sorted.end());
    for (int value : sorted) text += key + std::to_string(value);
  }}
  return text;
}}
}}  // namespace
int weight_{name}(int x) {{
  auto table = std::make_unique<std::map<std::string, std::vector<int>>>();
  for (int i = 0; i < x; ++i) (*table)[std::to_string(i % 7)].push_back(i * x);
  return static_cast<int>(describe_{name}(*table).size());
}}
"""


@dataclass
class Project:
    """A generated tree. Paths are relative to `root`."""

    root: Path
    units: list = field(default_factory=list)    # sources
    headers: list = field(default_factory=list)
    reached: dict = field(default_factory=dict)  # source -> headers

    @property
    def mean_reach(self) -> float:
        return sum(map(len, self.reached.values())) / len(self.reached)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces `old`, which must be there, and so moves size or time as an editor would."""
        file = self.root / path
        text = file.read_text()
        if old not in text:
            raise ValueError(f"{path} does not contain {old!r}")
        file.write_text(text.replace(old, new))


def generate(root: Path, units: int, heavy: bool = False) -> Project:
    """Writes a project with exactly `units` translation units."""
    project = Project(root)
    includes = {}  # header -> headers it includes
    in_libraries = units - 2
    sizes = [min(UNITS_PER_LIBRARY, in_libraries - at) for at in range(0, in_libraries, UNITS_PER_LIBRARY)]

    _write_common(project, includes)
    for index, size in enumerate(sizes):
        _write_library(project, includes, index, size, heavy)
    _write_app(project, includes, sizes)
    _write_manifests(root, sizes)
    _write_cmake(root, sizes)
    return project


def library(index: int) -> str:
    return f"lib{index:03}"


def used_library(index: int):
    """The library that library `index` uses, or None: a binary tree, so that chains stay short."""
    return (index - 1) // 2 if index > 0 else None


def _write(project: Project, path: str, text: str) -> None:
    file = project.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def _include_lines(headers) -> str:
    return "".join(f'#include "{header}"\n' for header in headers)


def _add_header(project: Project, includes: dict, path: str, included: list, body: str) -> None:
    includes[path] = included
    project.headers.append(path)
    _write(project, path, f"// Part of the generated project: {path}.\n#pragma once\n\n{_include_lines(included)}\n{body}")


def _add_unit(project: Project, includes: dict, path: str, included: list, body: str) -> None:
    reached, queue = [], list(included)
    while queue:
        header = queue.pop(0)
        if header not in reached:
            reached.append(header)
            queue += includes[header]
    project.units.append(path)
    project.reached[path] = reached
    # The first line is for the stand-in compiler (native/standin.c).
    _write(project, path, f"// reaches: {' '.join(reached)}\n{_include_lines(included)}\n{body}")


def _write_common(project: Project, includes: dict) -> None:
    for i in range(1, COMMON_HEADERS):
        _add_header(project, includes, f"common/c{i}.h", [], f"inline int common_{i}(int x) {{ return x + {i}; }}\n")
    leaves = [f"common/c{i}.h" for i in range(1, COMMON_HEADERS)]
    _add_header(project, includes, "common/root.h", leaves,
                "// A word on the root of all headers.\ninline int root_value() { return 1000; }\n")
    _add_unit(project, includes, "common/common.cc", ["common/root.h"],
              "int common_unit() { return root_value(); }\n")


def _write_library(project: Project, includes: dict, index: int, size: int, heavy: bool) -> None:
    name, used = library(index), used_library(index)
    for i in range(size):
        if i > 0:
            parent = (i - 1) // 2
            included = [f"{name}/h{parent}.h"]
            body = f"inline int {name}_{i}(int x) {{ return {name}_{parent}(x) * {i}; }}\n"
        else:
            included = ["common/root.h"]
            body = f"inline int {name}_0(int x) {{ return x + root_value(); }}\n"
        _add_header(project, includes, f"{name}/h{i}.h", included, body)
    for i in range(size):
        mine = dict.fromkeys([i, (7 * i + 3) % size, (11 * i + 5) % size, (13 * i + 9) % size])
        included = [f"{name}/h{j}.h" for j in mine]
        # Libraries but the last have all their units, and the last one is used by none.
        if used is not None:
            included.append(f"{library(used)}/h{i}.h")
        uses = " + ".join(f"{name}_{j}(x)" for j in mine)
        body = f"int unit_{name}_{i}(int x) {{ return {uses} + {i}; }}\n"
        if heavy:
            body = HEAVY_INCLUDES + HEAVY_BODY.format(name=f"{name}_{i}") + body
        _add_unit(project, includes, f"{name}/u{i}.cc", included, body)


def _write_app(project: Project, includes: dict, sizes: list) -> None:
    declarations = "".join(f"int unit_{library(k)}_0(int x);\n" for k in range(len(sizes)))
    calls = " + ".join(f"unit_{library(k)}_0(argc)" for k in range(len(sizes)))
    _add_unit(project, includes, "app/main.cc", ["common/root.h"],
              f"{declarations}int common_unit();\n"
              f"int main(int argc, char**) {{ return ({calls} + common_unit()) == 42; }}\n")


def _package(name: str, dependencies: list) -> str:
    lines = "".join(f'{other} = {{ path = "../{other}" }}\n' for other in dependencies)
    return f'[package]\nname = "{name}"\nstandard = "c++20"\n' + (f"\n[dependencies]\n{lines}" if lines else "")


def _library_dependencies(index: int) -> list:
    used = used_library(index)
    return ["common"] + ([library(used)] if used is not None else [])


def _write_manifests(root: Path, sizes: list) -> None:
    names = [library(k) for k in range(len(sizes))]
    (root / "hull.toml").write_text('[workspace]\nmembers = ["common", "lib*", "app"]\n' + UNCHECKED)
    (root / "common/hull.toml").write_text(_package("common", []))
    for k, name in enumerate(names):
        (root / name / "hull.toml").write_text(_package(name, _library_dependencies(k)))
    (root / "app/hull.toml").write_text(_package("app", ["common", *names]))


def _write_cmake(root: Path, sizes: list) -> None:
    names = [library(k) for k in range(len(sizes))]
    directories = "".join(f"add_subdirectory({name})\n" for name in ["common", *names, "app"])
    # CMake's Ninja generator runs `cmake -E rm` and `ranlib` around each archive. One archiver command, as other
    # build tools run, keeps CMake's recipe out of ninja's numbers.
    (root / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.20)\nproject(generated CXX)\n"
        "set(CMAKE_CXX_ARCHIVE_CREATE)\nset(CMAKE_CXX_ARCHIVE_APPEND)\nset(CMAKE_CXX_ARCHIVE_FINISH)\n"
        'set(CMAKE_CXX_CREATE_STATIC_LIBRARY "<CMAKE_AR> rcs <TARGET> <OBJECTS>")\n'
        "include_directories(${CMAKE_SOURCE_DIR})\n" + directories)
    (root / "common/CMakeLists.txt").write_text("add_library(common STATIC common.cc)\n")
    for k, (name, size) in enumerate(zip(names, sizes)):
        sources = " ".join(f"u{i}.cc" for i in range(size))
        (root / name / "CMakeLists.txt").write_text(
            f"add_library({name} STATIC {sources})\n"
            f"target_link_libraries({name} PUBLIC {' '.join(_library_dependencies(k))})\n")
    (root / "app").mkdir(exist_ok=True)
    (root / "app/CMakeLists.txt").write_text(
        f"add_executable(app main.cc)\ntarget_link_libraries(app PRIVATE common {' '.join(names)})\n")
