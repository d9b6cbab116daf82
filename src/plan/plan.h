// From packages to an ActionGraph.
//
//   packages -> targets -> units -> actions
//
// Planning reads manifests and lists directories; it runs nothing but config tools of system
// dependencies. See docs/design/plan.md for the layout of the target directory and the decisions.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/action.h"
#include "manifest/model.h"
#include "manifest/workspace.h"
#include "source/system.h"
#include "toolchain/toolchain.h"

namespace hull::plan {

/// Which targets of the selected packages are wanted.
struct TargetFilter {
  bool libs = true;
  bool bins = true;
  bool tests = false;
  bool benches = false;
  bool examples = false;
  /// When any name is given, exactly the named targets are wanted, whatever the flags say.
  std::vector<std::string> bin_names, test_names, bench_names, example_names;
  bool lib_only = false;  ///< `--lib`.
};

/// The memory checker (docs/design/safety.md), as far as it can be used. Absolute paths.
struct Checker {
  std::string plugin;   ///< hull-safety.so, for compiles; "": compiles are not checked.
  std::string program;  ///< hull-check; "": what units show only together is not found.
  bool beside = false;  ///< `program` checks units apart from compiles, and nothing else is wanted.
  Digest identity;      ///< Of `program` and the libraries it loads; only then.
};

struct PlanRequest {
  std::vector<std::size_t> packages;  ///< Indices into workspace.packages.
  TargetFilter filter;
  manifest::Profile profile;  ///< With sanitizers of the command line merged in.
  manifest::FeatureRequest features;
  std::string target_directory;          ///< Of this profile, absolute: "<root>/target/debug".
  std::vector<std::string> environment;  ///< "NAME=VALUE" of this process.
  bool time_trace = false;               ///< Compile with -ftime-trace (for --timings).
  Checker checker = {};
};

/// A library of the host below a target.
struct HostLibrary {
  std::size_t library = 0;  ///< Index into Plan::host_libraries.
  bool exported = false;    ///< The target's headers may include its headers.
};

/// A target as planned.
struct PlannedTarget {
  std::size_t package = 0;  ///< Index into workspace.packages.
  manifest::Target target;  ///< As configured.
  std::string output;       ///< Path relative to the root (or absolute outside it); "" for header-only.
  engine::FileId file = engine::kNoFile;  ///< The output in the graph; kNoFile for header-only.
  std::vector<std::string> sources;       ///< Resolved source paths, as compiled.
  bool wanted = false;                    ///< Asked for, not only a dependency.
  /// For `hull install`: public headers as (source path, path below include/). The generated ones only, until
  /// `list_public_headers` adds the rest.
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<std::string> link_arguments;  ///< Of `links`, its own and below: -lpthread and such.
  std::vector<HostLibrary> host_libraries;  ///< Of libraries: what its own package depends on.
  std::vector<std::size_t> links;           ///< Indices into Plan::targets of libraries it links directly.
  std::vector<engine::FileId> objects;      ///< What an object library is: its output is "".
};

/// One line of compile_commands.json.
struct CompileCommand {
  std::string file, output;
  engine::ActionId action;
};

/// A library of the host that some package uses: what makes a build not hermetic.
struct SystemUse {
  std::size_t package = 0;  ///< Index into workspace.packages.
  std::string dependency;   ///< Its key in [dependencies].
  std::string version;
};

/// What hull-check finds in a unit of a wanted target, or in all of a target's together.
struct FindingsFile {
  std::string path;  ///< As in argv.
  engine::FileId file = engine::kNoFile;
};

struct Plan {
  std::vector<PlannedTarget> targets;  ///< Libraries stand before what links them.
  std::vector<engine::FileId> wanted;  ///< What to build; with Checker::beside, the findings.
  std::vector<FindingsFile> findings;  ///< With Checker::beside.
  std::size_t unchecked = 0;  ///< Units whose package asks for the checker and that compile without it.
  std::vector<CompileCommand> commands;
  std::vector<std::string> warnings;  ///< For people: "path dependency x is outside the workspace".
  std::vector<SystemUse> systems;
  std::deque<source::SystemLibrary> host_libraries;          ///< Each once.
  std::map<std::string, std::vector<std::string>> features;  ///< Which are on, by package.
  /// Besides the manifests: absolute paths of directories whose listing decided the plan, of files whose mere
  /// existence or content did (programs of [[generate]], .pc files). Equal plans follow while none of them
  /// changes. Sorted, each once.
  std::vector<std::string> looked_at;
};

/// Plans `request` into `graph` (which must be empty). Errors carry spans into manifests: a glob that
/// matches nothing, a missing source, a library cycle (named), a dependency this version cannot fetch, an
/// unknown library or target name (with a suggestion), two targets with one output. Cost: one directory read
/// per directory with sources, some microseconds per unit.
Result<Plan> make_plan(const manifest::Workspace& workspace, const toolchain::Toolchain& toolchain,
                       const PlanRequest& request, engine::ActionGraph& graph);

/// Adds to every library of `plan` the public headers that its manifest's `headers` match. Apart from
/// planning, because builds do not need it and it walks include directories.
Result<void> list_public_headers(const manifest::Workspace& workspace, Plan& plan);

/// The text of compile_commands.json (https://clang.llvm.org/docs/JSONCompilationDatabase.html).
std::string compile_commands_json(const Plan& plan, const engine::ActionGraph& graph,
                                  const std::string& root);

}  // namespace hull::plan
