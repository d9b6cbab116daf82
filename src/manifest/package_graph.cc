#include "manifest/package_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"
#include "manifest/features.h"
#include "manifest/syntax.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

using Index = std::map<std::string_view, std::size_t>;

Result<Index> unique_names(const Workspace& workspace) {
  Index index;
  for (std::size_t i = 0; i < workspace.packages.size(); ++i) {
    const Package& package = workspace.packages[i];
    auto [known, inserted] = index.emplace(package.name, i);
    if (inserted) continue;
    return fail(usage_error(package.span, fmt::format("two packages are called `{}`", package.name))
                    .with_help(fmt::format("the other one is {}",
                                           printable(workspace.packages[known->second].manifest_path))));
  }
  return index;
}

bool is_path(const Dependency& dependency) { return std::holds_alternative<PathSource>(dependency.source); }

/// Dependencies that a build of the package itself needs. Those of its tests may lead back to it.
std::vector<const Dependency*> build_dependencies(const Package& package) {
  std::vector<const Dependency*> result;
  for (const Dependency& one : package.dependencies) result.push_back(&one);
  for (const Conditional& conditional : package.conditionals) {
    for (const Dependency& one : conditional.dependencies) result.push_back(&one);
  }
  return result;
}

/// Depth-first search; `path_` is the way to the package at hand.
class CycleSearch {
 public:
  CycleSearch(const Workspace& workspace, const Index& index)
      : workspace_(workspace), index_(index), state_(workspace.packages.size(), State::New) {}

  Result<void> visit(std::size_t at) {
    if (state_[at] == State::Done) return {};
    state_[at] = State::Open;
    path_.push_back(at);
    for (const Dependency* dependency : build_dependencies(workspace_.packages[at])) {
      if (!is_path(*dependency)) continue;
      auto next = index_.find(package_name(*dependency));
      if (next == index_.end()) continue;
      if (state_[next->second] == State::Open) return cycle(next->second, *dependency);
      HULL_CHECK(visit(next->second));
    }
    path_.pop_back();
    state_[at] = State::Done;
    return {};
  }

 private:
  enum class State : char { New, Open, Done };

  Result<void> cycle(std::size_t back_to, const Dependency& dependency) const {
    std::vector<std::string> names;
    for (auto at = std::ranges::find(path_, back_to); at != path_.end(); ++at) {
      names.push_back(workspace_.packages[*at].name);
    }
    names.push_back(workspace_.packages[back_to].name);
    return fail(usage_error(dependency.span,
                            fmt::format("packages depend on each other in a circle: {}", join(names, " -> ")))
                    .with_help("move what they share into a package that depends on none of them"));
  }

  const Workspace& workspace_;
  const Index& index_;
  std::vector<State> state_;
  std::vector<std::size_t> path_;
};

Result<void> check_feature(const Package& of, std::string_view feature, const Span& span) {
  std::vector<std::string_view> known = feature_names(of);
  if (feature == "default" || std::ranges::find(known, feature) != known.end()) return {};
  Error error =
      usage_error(span, fmt::format("package `{}` has no feature `{}`", of.name, printable(feature)));
  if (auto meant = did_you_mean(feature, known))
    error.help.push_back(fmt::format("did you mean `{}`?", *meant));
  else error.help.push_back(known.empty() ? "it has no features" : fmt::format("it has {}", and_list(known)));
  return fail(std::move(error));
}

Result<void> check_lib(const Package& of, const Text& lib) {
  std::vector<std::string_view> known;
  for (const Target& target : of.targets) {
    if (target.kind != TargetKind::Lib) continue;
    if (!target.tests_only) known.push_back(target.name);
    if (target.tests_only && target.name == lib.value) {
      return fail(usage_error(lib.span, fmt::format("lib `{}` is for the tests of package `{}` alone",
                                                    lib.value, of.name))
                      .with_help("take `test = true` out of it there to link it here"));
    }
  }
  if (std::ranges::find(known, std::string_view(lib.value)) != known.end()) return {};
  Error error =
      usage_error(lib.span, fmt::format("package `{}` has no lib `{}`", of.name, printable(lib.value)));
  if (auto meant = did_you_mean(lib.value, known))
    error.help.push_back(fmt::format("did you mean `{}`?", *meant));
  else
    error.help.push_back(known.empty() ? "it has no lib at all" : fmt::format("it has {}", and_list(known)));
  return fail(std::move(error));
}

/// What `package` asks of the packages that it depends on by path.
Result<void> check_requests(const Workspace& workspace, const Index& index, const Package& package) {
  std::map<std::string_view, const Package*> by_key;
  for (const Dependency* dependency : every_dependency(package)) {
    auto found = is_path(*dependency) ? index.find(package_name(*dependency)) : index.end();
    if (found == index.end()) continue;
    const Package& of = workspace.packages[found->second];
    by_key[dependency->name] = &of;
    for (const Text& feature : dependency->features)
      HULL_CHECK(check_feature(of, feature.value, feature.span));
    if (!dependency->libs) continue;
    for (const Text& lib : *dependency->libs) HULL_CHECK(check_lib(of, lib));
  }
  for (const Feature& feature : package.features) {
    for (const Text& entry : feature.enables) {
      Enable enable = parse_enable(entry.value);
      if (enable.kind != Enable::Kind::DependencyFeature) continue;
      auto of = by_key.find(enable.dependency);
      if (of != by_key.end()) HULL_CHECK(check_feature(*of->second, enable.feature, entry.span));
    }
  }
  return {};
}

}  // namespace

const std::string& package_name(const Dependency& dependency) {
  return dependency.package ? *dependency.package : dependency.name;
}

Result<void> check_packages(const Workspace& workspace) {
  HULL_TRY(Index index, unique_names(workspace));
  CycleSearch search(workspace, index);
  for (std::size_t i = 0; i < workspace.packages.size(); ++i) HULL_CHECK(search.visit(i));
  for (const Package& package : workspace.packages) HULL_CHECK(check_requests(workspace, index, package));
  return {};
}

}  // namespace hull::manifest
