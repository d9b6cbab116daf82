// `hull.toml` as typed values (DESIGN section 4; docs/manifest.md is the user's reference).
//
// Everything a person wrote keeps the span where it stands, so that later rooms can point at it.
// Paths are as written, relative to the package root, unless said otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "manifest/cfg.h"

namespace hull::manifest {

/// A value and the place where it was written.
template <class T>
struct Spanned {
  T value{};
  Span span;
};
using Text = Spanned<std::string>;

/// NAME -> value. `true` is stored as "1", a number as its digits; nullopt is `-DNAME` without value
/// (written as an empty string); `false` removes nothing and defines nothing, and is not stored.
using Defines = std::map<std::string, std::string>;

/// What one compile or link of a target gets. Used twice per target: for itself, and (`public`) for
/// itself and everything that depends on it.
struct Settings {
  std::vector<Text> includes;           ///< Directories; become -I (or -isystem across packages).
  Defines defines;
  std::vector<std::string> flags;       ///< Every compiled language.
  std::vector<std::string> c_flags;     ///< C only.
  std::vector<std::string> cxx_flags;   ///< C++ only.
  std::vector<std::string> link_flags;
  std::vector<Text> links;              ///< Libraries by bare name: "pthread", "m", "dl".
};

enum class TargetKind { Lib, Bin, Test, Bench, Example };
enum class LibKind { Static, Shared, Object, HeaderOnly, Plugin };

/// One thing to build, from its own table or by convention.
struct Target {
  TargetKind kind = TargetKind::Lib;
  LibKind lib_kind = LibKind::Static;
  std::string name;  ///< The file is lib<name>.a, lib<name>.so.N, <name>.so (plugin) or <name>.
  Span span;                            ///< Its table, or that of [package] for a target by convention.
  bool by_convention = false;
  bool tests_only = false;              ///< Libs: only tests, benches and examples of the package link it.
  std::vector<Text> sources;            ///< Globs or files; also "{out}/x.cc" for generated ones. By convention:
                                        ///< the files themselves, with `*?[{` in a name written as `[*]`.
  std::vector<Text> exclude;            ///< Globs taken away from `sources`.
  std::optional<std::string> soversion;  ///< Shared libraries: what stands behind ".so." in the soname; "" is
                                         ///< none, and the default follows from the package's version.
  std::vector<Text> headers;            ///< Globs of headers that `hull install` copies; default "include/**".
  Settings own;                         ///< For this target alone.
  Settings exported;                    ///< `public = {...}`: for it and what depends on it.
  std::optional<std::vector<Text>> uses;  ///< Libraries of the same package it links; default: none for a lib;
                                          ///< else all but plugins and, for a bin or a library of tests, but
                                          ///< libraries of tests.
  std::optional<std::string> standard;    ///< Overrides the package's.
  std::optional<std::string> c_standard;
  std::vector<Text> required_features;    ///< Built only when all are on.
  std::vector<std::string> args;        ///< Tests: arguments of the program.
  std::map<std::string, std::string> env;  ///< Tests: added environment.
  std::optional<std::string> working_directory;  ///< Tests: default the package root.
  std::optional<double> timeout;        ///< Tests: seconds, 0: none; default 60.
  bool harness = true;                  ///< Tests: false runs the program once, without listing cases.
  bool parallel = true;                 ///< Tests: false never runs two of its processes at a time.
  std::optional<Text> program;          ///< Tests: run the program of this target; there are no sources then.
  TargetKind program_kind = TargetKind::Test;  ///< Of `program`: Test or Bin.
};

/// Where a dependency comes from.
struct PathSource { Text path; };                              ///< A directory with a hull.toml.
struct SystemSource { std::vector<Text> modules; };            ///< pkg-config modules or config tools on the host.
struct RegistrySource { Text requirement; };                   ///< Not fetched by this version.
struct GitSource {                                              ///< Not fetched by this version.
  Text url;
  std::optional<std::string> tag, branch, rev;                 ///< At most one is set.
};
struct ArchiveSource {                                          ///< Not fetched by this version.
  Text url;
  std::string sha256;
  std::string build;                                           ///< "hull", "cmake", "autoconf", "make", "meson" or "".
  std::map<std::string, std::string> options;
};
struct DebianSource { Text package; };                         ///< Not fetched by this version.
using DependencySource =
    std::variant<PathSource, SystemSource, RegistrySource, GitSource, ArchiveSource, DebianSource>;

struct Dependency {
  std::string name;                     ///< The key; for a path it must equal the package's name there, unless `package` is set.
  std::optional<std::string> package;   ///< The real package name when renamed.
  Span span;
  DependencySource source;
  std::optional<Text> version;          ///< The requirement beside another source.
  std::vector<Text> features;
  bool default_features = true;
  bool optional = false;
  bool exported = true;                 ///< `public`: dependents see its headers too (default true).
  std::optional<std::vector<Text>> libs;  ///< Only these libraries of it; default all but plugins.
  std::optional<bool> static_link;      ///< System: ask pkg-config for --static and prefer .a files.
};

/// `[[generate]]`: code made by a program (DESIGN section 4).
struct Generate {
  Span span;
  std::vector<Text> command;            ///< Words; placeholders {in} {ins} {out} {stem} {manifest} {root} {bin:NAME}.
  std::vector<Text> inputs;             ///< Globs. With {stem} in outputs: one run per input; else one run in all.
  std::vector<Text> extra_inputs;       ///< Read too, but not named by {in}.
  std::vector<Text> outputs;            ///< Below {out}; {stem} is the input's name without extension.
  std::optional<std::string> stdout_to; ///< Standard output becomes this output.
  std::optional<std::string> depfile;   ///< Make-style file the program writes, below {out}.
  std::optional<std::string> description;
  std::map<std::string, std::string> env;
};

/// One question asked of the compiler by `[[configure]]`.
struct Probe {
  enum class Kind { Header, Symbol, Type, Sizeof, Compiles, Links, Flag, Library };
  std::string name;                     ///< The macro that gets the answer (1 or undefined; a number for Sizeof).
  Span span;
  Kind kind = Kind::Header;
  std::string subject;                  ///< Header, symbol, type, code, flag or library asked for.
  std::vector<std::string> headers;     ///< Included before the question.
  std::vector<std::string> links;       ///< Libraries linked for Symbol and Links.
  std::vector<std::string> flags;       ///< Flags added for the question.
  bool cxx = false;                     ///< Ask the C++ compiler; default C when the package has C sources only.
  bool language_written = false;        ///< `language` was given, so the default does not apply.
};

/// `[[configure]]`: a header made from a template, values and probes.
struct Configure {
  Span span;
  std::optional<Text> template_file;    ///< CMake (@X@, ${X}, #cmakedefine, #cmakedefine01) or autoconf (#undef X)
                                        ///< syntax; without one every value becomes a #define.
  Text output;                          ///< Below the generated include directory.
  std::map<std::string, std::string> values;  ///< `true` is "1"; `false` is stored as "" and means undefined.
  std::vector<Probe> probes;
};

/// A profile after inheritance (docs/manifest.md has the defaults of dev and release).
struct Profile {
  std::string name = "dev";
  std::string opt_level = "0";          ///< "0" "1" "2" "3" "s" "z".
  enum class Debug { None, LineTables, Full } debug = Debug::Full;
  enum class Lto { Off, Thin, Fat } lto = Lto::Off;
  bool assertions = true;               ///< false adds -DNDEBUG.
  bool hardening = false;
  bool strip = false;
  std::vector<std::string> sanitize;    ///< "address", "undefined", "thread", "memory", "leak".
  std::vector<std::string> flags, c_flags, cxx_flags, link_flags;
  Defines defines;
};

/// `[toolchain]` of the workspace root. Empty strings mean "hull chooses".
struct ToolchainRequest {
  std::string cxx;       ///< "clang++-19", "g++", or a path.
  std::string cc;
  std::string stdlib;    ///< "libstdc++" or "libc++".
  std::string linker;    ///< "lld", "bfd", "gold", "mold".
  Span span;
};

enum class Warnings { None, Default, Error };  ///< none: -w; default: -Wall -Wextra; error: plus -Werror.

/// `[safety]`: how strict the checker is (DESIGN section 7).
struct Safety {
  enum class Level { Deny, Warn, Allow };
  Level memory = Level::Deny;
  Level threads = Level::Deny;
  bool strict = false;                  ///< `profile = "strict"`: what cannot be proven is rejected.
  std::vector<Text> models;  ///< Files that describe what library operations do; in a workspace's packages absolute.
};

/// `[image]`: what `hull image` makes.
struct Image {
  std::optional<std::uint64_t> max_size;  ///< Bytes; a larger image is an error.
};

struct Feature {
  std::string name;
  std::vector<Text> enables;            ///< "other", "dep:x", "x/feature", "x?/feature".
  bool define = true;                   ///< Sources of the package see it as the macro HULL_FEATURE_<NAME>.
};

/// A `[target.'cfg(...)']` table: added to the package when the expression holds.
struct Conditional {
  CfgExpression condition;
  Span span;
  std::vector<Dependency> dependencies, dev_dependencies;
  /// Added to the targets named (or to every target of that kind when `target` is empty).
  struct Overlay {
    TargetKind kind = TargetKind::Lib;
    std::string target;
    Span span;
    std::vector<Text> sources, exclude;
    Settings own, exported;
  };
  std::vector<Overlay> overlays;
};

/// One package: a manifest with [package].
struct Package {
  std::string name;
  std::string version = "0.0.0";
  std::string manifest_path;            ///< Absolute.
  std::string directory;                ///< Absolute: where the manifest stands.
  std::string root;                     ///< Absolute: the tree it describes (= directory unless `root` is set).
  Span span;                            ///< Of package.name.
  std::string standard = "c++20";
  std::string c_standard = "c17";
  std::string license, description, homepage, repository, readme;
  std::vector<std::string> authors, keywords;
  std::optional<std::string> default_run;
  Warnings warnings = Warnings::Default;
  bool member = true;                   ///< false: reached only by a path dependency.
  std::vector<Target> targets;          ///< Written and by convention; libs first.
  std::vector<Dependency> dependencies, dev_dependencies;
  std::vector<Generate> generates;
  std::vector<Configure> configures;
  std::vector<Feature> features;        ///< In written order; may contain "default".
  std::vector<Conditional> conditionals;
  Safety safety;                        ///< Its own, else that of the workspace root.
  Image image;
  std::vector<std::string> listed_directories;  ///< Absolute; whose listings decided conventions.
};

/// Where values come from when a [package] says `key.workspace = true`; and the whole of what is built together.
struct Workspace {
  std::string root;                     ///< Absolute: directory of the root manifest; commands run here.
  std::string manifest_path;            ///< Absolute: of the root manifest.
  std::vector<Package> packages;        ///< Members first in written/sorted order, then path dependencies; a
                                        ///< package stands after nothing in particular (plan orders them).
  std::vector<std::size_t> default_members;  ///< Indices: what a command without -p works on.
  std::map<std::string, Profile> profiles;   ///< Always has "dev", "release", "test", "bench".
  ToolchainRequest toolchain;
  std::vector<std::string> manifests;   ///< Absolute paths of every manifest read.
  std::vector<std::string> listed_directories;  ///< Absolute; whose listings decided who is a member.
  std::vector<std::string> absent_manifests;    ///< Absolute; were looked for and would change the workspace.

  /// The package called `name`, or nullptr.
  const Package* find(std::string_view name) const;
};

}  // namespace hull::manifest
