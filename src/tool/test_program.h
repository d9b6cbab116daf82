// Test programs and the cases in them.
//
// GoogleTest, Catch2 and doctest programs can list their cases and run some of them. Which framework a
// program has is read from the file's bytes, where the framework's own option names stand; only then is it
// run with a list option, and what it prints must read like a list. Everything else is one case that passes
// by exit code.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"
#include "base/result.h"

namespace hull::tool {

/// An executable with tests in it.
struct TestProgram {
  std::string package;
  std::string name;                             ///< Of the test target.
  std::string path;                             ///< Absolute.
  std::string working_directory;                ///< Absolute.
  std::vector<std::string> args = {};           ///< Before hull's own.
  std::map<std::string, std::string> env = {};  ///< Added to the environment.
  std::vector<std::string> runner = {};         ///< Words before the path: {"qemu-aarch64", "-L", sysroot}.
  double timeout = 60;                          ///< Seconds per case; 0: none.
  bool harness = true;                          ///< False: one case by exit code, whatever the bytes say.
  bool parallel = true;                         ///< False: its processes run one at a time.
};

/// Catch2 changed its options in version 3.
enum class Framework { None, GoogleTest, Catch2v2, Catch2v3, Doctest };

/// One test.
struct TestCase {
  std::size_t program = 0;                  ///< Index into the programs.
  std::string name = {};                    ///< "Suite.Case", a title; "" for a whole program.
  std::vector<std::string> selection = {};  ///< Arguments that make the program run this case alone.
  bool ignored = false;                     ///< DISABLED_ in GoogleTest, doctest::skip().
  std::string file = {};                    ///< Where it is written, as the framework knows it; "".
  unsigned line = 0;
};

/// The framework compiled into `path`. Reads the loaded, read-only parts of an ELF file, and the first MiB of
/// anything else; None when the file cannot be read.
Framework detect_framework(const std::string& path);

/// The command that prints the cases. GoogleTest also writes them to `report` as JSON, which no static
/// initializer can garble.
Command list_command(const TestProgram& program, Framework framework, const std::string& report,
                     const std::vector<std::string>& environment);

/// The cases that a list run told of, or nullopt when it told nothing of the kind: then the framework's bytes
/// were there for another reason. `report` is the content of the JSON file, "" when there was none.
std::optional<std::vector<TestCase>> read_list(Framework framework, const Finished& finished,
                                               std::string_view report);

/// The command that runs `cases` of `program` (all of one framework; several only for GoogleTest). GoogleTest
/// writes what happened to `report`.
Command run_command(const TestProgram& program, Framework framework,
                    const std::vector<const TestCase*>& cases, const std::string& report,
                    const std::vector<std::string>& environment);

/// "package::program::Suite.Case", or "package::program" for a whole program.
std::string test_id(const TestProgram& program, std::string_view case_name);

}  // namespace hull::tool
