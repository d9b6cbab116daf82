// The plan while it is made: what the passes of plan.cc hand to each other.
//
// Passes run in the order of plan.cc. Each fills its part of the draft and reads what earlier ones
// filled; none goes back. Packages, targets and units live in flat vectors and refer to each other by
// index, so that 5,000 units cost two allocations of structure besides their strings.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/action.h"
#include "manifest/model.h"
#include "manifest/target_checks.h"
#include "manifest/workspace.h"
#include "plan/layout.h"
#include "plan/plan.h"
#include "source/system.h"
#include "toolchain/toolchain.h"

namespace hull::plan {

inline constexpr std::size_t kNone = ~std::size_t{0};

using Words = std::shared_ptr<const engine::SharedWords>;

/// An entry of [dependencies] with what it leads to: a package, or a library of the host.
struct ResolvedDependency {
  const manifest::Dependency* written = nullptr;
  std::size_t package = kNone;  ///< Index into Draft::packages.
  const source::SystemLibrary* system = nullptr;
};

/// A file that a [[generate]] or [[configure]] makes.
struct GeneratedFile {
  std::string path;   ///< As in argv.
  std::string below;  ///< Relative to the package's generated directory: "api/x.pb.cc".
  engine::FileId file = engine::kNoFile;
  bool compiled = false;         ///< A source that some target compiles.
  bool read_by_command = false;  ///< By another [[generate]]: a source is then compiled only where named.
  bool by_program = false;  ///< By [[generate]]; what [[configure]] makes needs no program of the workspace.
  Span span;                ///< Of the table that declares it.
};

/// A package that takes part in this build, as it is for this configuration.
struct PackageNode {
  std::size_t index = 0;      ///< Into workspace.packages.
  manifest::Package package;  ///< Configured; conditionals are merged.
  bool selected = false;      ///< Asked for, not only depended upon.
  bool with_dev = false;      ///< Tests, benches or examples of it are planned.
  std::vector<std::string> features;
  std::string root;       ///< Of its files, as in argv: "src/base", "" or absolute.
  std::string generated;  ///< Its generated directory, as in argv.
  std::vector<ResolvedDependency> dependencies;
  std::vector<ResolvedDependency> dev_dependencies;
  std::vector<std::size_t> targets;             ///< Indices into Draft::targets.
  std::vector<GeneratedFile> files;             ///< What its own generators make.
  std::vector<std::string> generated_includes;  ///< Where generated headers are found.
  std::vector<std::size_t> reach;               ///< Packages whose headers its dependents see: itself first.
};

/// One source to compile.
struct Unit {
  std::string source;  ///< As in argv.
  std::string shown;   ///< Relative to the package: what people read.
  std::string object;
  toolchain::Language language = toolchain::Language::Cxx;
  bool generated = false;
  engine::FileId source_file = engine::kNoFile;
  engine::FileId object_file = engine::kNoFile;
};

/// A target that takes part in this build.
struct TargetNode {
  std::size_t package = 0;  ///< Index into Draft::packages.
  manifest::Target target;
  bool wanted = false;
  bool before_generated = false;  ///< Runs while its own package generates code, so it cannot
                                  ///< wait for that code.
  std::vector<Unit> units;
  std::vector<std::size_t> uses;                      ///< Libraries of its own package.
  std::vector<std::size_t> direct;                    ///< `uses`, then the libraries of its dependencies.
  std::vector<const source::SystemLibrary*> systems;  ///< Of its own dependencies.
  std::vector<std::size_t> visible;  ///< Libraries whose public settings it gets, nearest first.
  std::vector<const source::SystemLibrary*> visible_systems;
  std::vector<std::size_t> linked;  ///< Libraries of its link, dependents first.
  std::vector<const source::SystemLibrary*> linked_systems;
  std::size_t runs = kNone;      ///< The target whose program this test runs; it has no units then.
  std::size_t borrowed = kNone;  ///< A bin whose objects (but main's) this unit test links.
  bool modules = false;          ///< Its C++ units are scanned for imports.
  bool has_interfaces = false;   ///< Some unit is a module interface.
  std::string output;            ///< As in argv; "" for header-only and object libraries.
  engine::FileId file = engine::kNoFile;
  std::string modules_file;  ///< What it provides (modules.h), when `modules`.

  bool is_lib() const { return target.kind == manifest::TargetKind::Lib; }
  bool is_shared() const {
    return is_lib() &&
           (target.lib_kind == manifest::LibKind::Shared || target.lib_kind == manifest::LibKind::Plugin);
  }
  /// Built from the package's dev-dependencies too.
  bool is_dev() const { return manifest::is_for_tests(target); }
};

struct Draft {
  Draft(const manifest::Workspace& w, const toolchain::Toolchain& t, const PlanRequest& r,
        engine::ActionGraph& g)
      : workspace(w), toolchain(t), request(r), graph(g), layout(w.root, r.target_directory) {}

  const manifest::Workspace& workspace;
  const toolchain::Toolchain& toolchain;
  const PlanRequest& request;
  engine::ActionGraph& graph;
  Layout layout;
  Words environment;  ///< Of every compile and link.
  Plan plan;

  std::map<std::string, std::vector<std::string>> features;  ///< By package name.
  std::deque<PackageNode> packages;     ///< Dependencies before dependents; a deque, because
                                        ///< ResolvedDependency points into them.
  std::vector<std::size_t> package_of;  ///< workspace index -> index into `packages`, or kNone.
  std::vector<std::size_t> generators;  ///< Targets named by {bin:NAME}, by index into `targets`.
  std::vector<TargetNode> targets;
  std::deque<source::SystemLibrary> systems;
  std::map<std::string, const source::SystemLibrary*> system_by_key;

  const PackageNode& package_of_target(const TargetNode& target) const { return packages[target.package]; }
  /// `name` of something of `target`, for people: with the package when the target's own name does not tell
  /// it, because many packages have a program called unit. "hull", "unit (engine)".
  std::string shown(const TargetNode& target, std::string_view name) const {
    const std::string& package = package_of_target(target).package.name;
    return target.target.name == package ? std::string(name) : std::string(name) + " (" + package + ")";
  }
};

}  // namespace hull::plan
