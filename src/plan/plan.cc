#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "plan/closure.h"
#include "plan/configure_actions.h"
#include "plan/draft.h"
#include "plan/file_finder.h"
#include "plan/generate.h"
#include "plan/link.h"
#include "plan/modules.h"
#include "plan/package_graph.h"
#include "plan/sources.h"
#include "plan/targets.h"
#include "plan/units.h"

namespace hull::plan {
namespace {

using manifest::LibKind;

/// Those of the package of `node`, and of object libraries that are part of it.
std::vector<HostLibrary> host_libraries(const Draft& draft, const TargetNode& node) {
  std::vector<HostLibrary> found;
  const auto add = [&](const TargetNode& from) {
    for (const ResolvedDependency& dependency : draft.package_of_target(from).dependencies) {
      if (std::ranges::find(from.systems, dependency.system) == from.systems.end()) continue;
      const auto index = static_cast<std::size_t>(
          std::ranges::find(draft.systems, dependency.system, [](const auto& system) { return &system; }) -
          draft.systems.begin());
      const bool exported = dependency.written->exported;
      if (const auto known = std::ranges::find(found, index, &HostLibrary::library); known != found.end()) {
        known->exported |= exported;
      } else {
        found.push_back({index, exported});
      }
    }
  };
  add(node);
  for (const std::size_t lib : node.linked) {
    if (draft.targets[lib].target.lib_kind == LibKind::Object) add(draft.targets[lib]);
  }
  return found;
}

/// The answer, from the draft.
void publish(Draft& draft) {
  Plan& plan = draft.plan;
  for (TargetNode& node : draft.targets) {
    const PackageNode& package = draft.packages[node.package];
    PlannedTarget planned;
    planned.package = package.index;
    planned.output = node.output;
    planned.file = node.file;
    planned.wanted = node.wanted;
    planned.links = node.direct;
    if (node.is_lib()) {
      planned.link_arguments = link_names(draft, node);
      planned.host_libraries = host_libraries(draft, node);
    }
    planned.sources.reserve(node.units.size());
    for (const Unit& unit : node.units) planned.sources.push_back(unit.source);
    if (node.is_lib() && node.target.lib_kind == LibKind::Object) {
      for (const Unit& unit : node.units) planned.objects.push_back(unit.object_file);
    }
    const bool shows_generated =
        std::ranges::any_of(node.target.exported.includes, [](const manifest::Text& include) {
          return include.value == "{out}" || include.value.starts_with("{out}/");
        });
    for (const GeneratedFile& file : package.files) {
      if (shows_generated && !file.compiled) planned.headers.emplace_back(file.path, file.below);
    }
    if (node.wanted) {
      const bool is_there =
          node.runs != kNone && std::ranges::find(plan.wanted, node.file) != plan.wanted.end();
      if (node.file != engine::kNoFile && !is_there) plan.wanted.push_back(node.file);
      plan.wanted.insert(plan.wanted.end(), planned.objects.begin(), planned.objects.end());
      if (node.is_lib() && node.target.lib_kind == LibKind::HeaderOnly) {
        for (const GeneratedFile& file : package.files) plan.wanted.push_back(file.file);
      }
    }
    plan.targets.push_back(std::move(planned));
  }
  if (draft.request.checker.beside) {
    plan.wanted.clear();
    for (const FindingsFile& findings : plan.findings) plan.wanted.push_back(findings.file);
  }
  // Only now: what a library asks of links was read through its node.
  for (std::size_t t = 0; t < draft.targets.size(); ++t)
    plan.targets[t].target = std::move(draft.targets[t].target);
  for (const PackageNode& package : draft.packages) {
    for (const auto* list : {&package.dependencies, &package.dev_dependencies}) {
      for (const ResolvedDependency& dependency : *list) {
        if (dependency.system == nullptr) continue;
        plan.systems.push_back({package.index, dependency.written->name, dependency.system->version});
      }
    }
  }
  plan.host_libraries = std::move(draft.systems);
  plan.features = std::move(draft.features);
  std::ranges::sort(plan.looked_at);
  const auto repeated = std::ranges::unique(plan.looked_at);
  plan.looked_at.erase(repeated.begin(), repeated.end());
}

}  // namespace

Result<Plan> make_plan(const manifest::Workspace& workspace, const toolchain::Toolchain& toolchain,
                       const PlanRequest& request, engine::ActionGraph& graph) {
  HULL_CHECK(toolchain::check_profile(toolchain, request.profile));
  Draft draft(workspace, toolchain, request, graph);
  draft.environment =
      std::make_shared<const engine::SharedWords>(toolchain::action_environment(request.environment));
  FileFinder finder(draft);

  // Which packages, as they are with these features, on this machine; dependencies before dependents.
  HULL_CHECK(configure_packages(draft));

  // Which targets: the wanted ones and every library below them.
  HULL_CHECK(choose_targets(draft));

  // What each target gets from the libraries below it. Before generated code, since a program that generates
  // may need shared libraries.
  close_over(draft);

  // Headers and sources that do not exist yet: their names, and the actions that make them.
  HULL_CHECK(plan_configures(draft));
  HULL_CHECK(plan_generates(draft, finder));

  // Which files each target compiles, generated ones included; and where modules are.
  HULL_CHECK(find_sources(draft, finder));
  HULL_CHECK(find_modules(draft));

  // The actions: compiles, then what becomes of their objects.
  HULL_CHECK(plan_units(draft));
  HULL_CHECK(plan_links(draft));

  publish(draft);
  return std::move(draft.plan);
}

}  // namespace hull::plan
