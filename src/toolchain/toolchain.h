// Compilers, linkers and what they are: found once, identified by content, turned into flags.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "manifest/model.h"

namespace hull::toolchain {

enum class CompilerKind { Clang, Gcc };

/// A compiler driver on this machine.
struct Compiler {
  CompilerKind kind = CompilerKind::Clang;
  std::string path;            ///< Absolute, as it will be run (not resolved through symlinks).
  std::string version;         ///< "19.1.7".
  std::string program = {};    ///< What does the work behind `path` (a link, a wrapper); Clang only.
  std::vector<std::string> system_includes;  ///< The built-in search list for C++ (or C), in order, absolute.
};

/// Everything that turns sources into binaries for one target.
struct Toolchain {
  Compiler cc;
  Compiler cxx;
  std::string target;          ///< GNU triple without vendor: "x86_64-linux-gnu".
  std::string stdlib;          ///< "libstdc++" or "libc++".
  std::string linker;          ///< "lld", "bfd", ...
  std::string linker_path;     ///< Absolute path of the program the driver will run.
  std::string archiver;        ///< Absolute path of llvm-ar or ar.
  std::string scan_deps;       ///< Absolute path of clang-scan-deps, or empty.
  std::string std_module_directory;  ///< Where libc++'s std.cppm stands, or empty.
  /// Digest over what the tools are (resolved files and the LLVM libraries they load: build-id, or
  /// content where there is none, and size) and their versions. Part of every action's digest, so that
  /// an upgraded compiler under the same path rebuilds.
  Digest identity;
  /// The files, with links resolved, that `identity` was read from, and the directories where a compiler found first
  /// could appear. While none of them changes, so do the facts above.
  std::vector<std::string> looked_at;
  /// What makes the drivers run `linker_path`; part of link_flags.
  std::vector<std::string> linker_choice;
  /// HULL_CFLAGS, HULL_CXXFLAGS, HULL_LDFLAGS of the environment. They stand after everything else in a
  /// command, a target's own flags included, so that a distribution packager has the last word.
  std::vector<std::string> user_c_flags, user_cxx_flags, user_link_flags;
};

/// Finds the compilers. `request` is [toolchain]; HULL_CC, HULL_CXX in `environment` win over it. What
/// running the compiler tells (version, target, include paths) is remembered in `cache_file`, keyed by the
/// identity of the program's files; so a warm call runs nothing and costs a few `stat`s and small reads.
/// A compiler that is silent for `timeout` is given up.
/// Errors: no compiler (names the packages to install), a compiler that does not run, an unknown one.
Result<Toolchain> find_toolchain(const manifest::ToolchainRequest& request,
                                 const std::vector<std::string>& environment, const std::string& cache_file,
                                 std::chrono::milliseconds timeout = std::chrono::seconds(60));

enum class Language { C, Cxx, CxxModule, Asm, AsmCpp };

/// The language of a source by its extension; nullopt for what is no source (a header, a .txt).
std::optional<Language> language_of(std::string_view path);

/// Why plugins that are made for the libraries of Clang `version` ("19.1") cannot be loaded by `compiler`, for people; nullopt
/// when they can. Reads some kilobytes of the compiler's file.
std::optional<std::string> why_no_plugin(const Compiler& compiler, std::string_view version);

/// Digest over what the program at `path` is: its file, and the compiler libraries that it loads. Errors: it does not exist or
/// cannot be read.
Result<Digest> program_identity(const std::string& path);

/// What a unit is compiled for.
struct UnitOptions {
  Language language = Language::Cxx;
  std::string standard;        ///< "c++23" or "c17".
  bool pic = true;             ///< Position independent code for a shared object; executables get -fPIE.
  bool shared = false;         ///< Part of a shared library or plugin: hidden visibility is the default.
  bool archived =
      false;  ///< Goes into an archive, which others may link without LTO: machine code besides LTO's.
  manifest::Warnings warnings = manifest::Warnings::Default;
};

/// Errors: a combination that the tools cannot build (two sanitizers that exclude each other, `memory`
/// without Clang, LTO with a linker that cannot).
Result<void> check_profile(const Toolchain& toolchain, const manifest::Profile& profile);

/// Flags that follow from toolchain, profile and unit: standard, optimisation, debug info, hardening,
/// sanitizers, warnings, colour, reproducibility (no paths, no dates), and last the profile's own flags and
/// defines. Not: includes, defines of targets, user_*_flags. `-c`, `-o` and the depfile flags are the plan's.
/// Commands run with `action_environment`, whose PWD is what keeps the checkout's path out of outputs.
std::vector<std::string> compile_flags(const Toolchain& toolchain, const manifest::Profile& profile,
                                       const UnitOptions& unit);

/// Flags that differ from source to source. `source` is the path as in argv. Empty except for GCC with
/// LTO, which would otherwise name its sections at random.
std::vector<std::string> source_flags(const Toolchain& toolchain, const manifest::Profile& profile,
                                      Language language, std::string_view source);

/// The flag by which `compiler` keeps quiet about attributes of the namespace `name`; where it cannot be told of one,
/// about all that it does not know.
std::string unknown_attribute_flag(const Compiler& compiler, std::string_view name);

/// Diagnostics in colour. Part of compile_flags always: a command must not depend on where it is watched,
/// or a terminal and a CI log would not share cached actions. Who prints to no terminal removes the escapes
/// (`without_escapes`).
std::vector<std::string> color_flags(const Compiler& compiler);

/// `text` without ANSI escape sequences (ECMA-48 CSI and OSC).
std::string without_escapes(std::string_view text);

enum class LinkKind { Executable, Shared };

/// Flags of a link by the driver: linker choice, hardening, sanitizers, LTO, build-id, strip, and last
/// the profile's link flags. Not user_link_flags.
std::vector<std::string> link_flags(const Toolchain& toolchain, const manifest::Profile& profile,
                                    LinkKind kind);

/// The command that makes an archive, up to the name of the archive and its members. The archive must not
/// exist when it runs: members are replaced by name, and those of removed sources would stay.
std::vector<std::string> archive_command(const Toolchain& toolchain);

/// The facts for `cfg(...)` of a build (features are added per package by the caller).
manifest::CfgContext cfg_context(const Toolchain& toolchain, const manifest::Profile& profile);

/// Fixed environment of every compile, link and module scan: PATH, LC_ALL=C.UTF-8, SOURCE_DATE_EPOCH, TMPDIR,
/// and PWD=/proc/self/cwd, by which name compilers then call the working directory. Sorted NAME=VALUE
/// lines. From `environment` only what must pass through is taken.
std::vector<std::string> action_environment(const std::vector<std::string>& environment);

/// The same without PWD, for `[[generate]]` and tests: programs that start others elsewhere may trust PWD.
std::vector<std::string> program_environment(const std::vector<std::string>& environment);

}  // namespace hull::toolchain
