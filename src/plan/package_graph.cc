#include "plan/package_graph.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace hull::plan {
namespace {

using manifest::Dependency;

/// "a registry" for messages about sources that this version does not fetch; "" for those it builds.
struct SourceName {
  std::string_view operator()(const manifest::PathSource&) const { return {}; }
  std::string_view operator()(const manifest::SystemSource&) const { return {}; }
  std::string_view operator()(const manifest::RegistrySource&) const { return "a registry"; }
  std::string_view operator()(const manifest::GitSource&) const { return "git"; }
  std::string_view operator()(const manifest::ArchiveSource&) const { return "an archive"; }
  std::string_view operator()(const manifest::DebianSource&) const { return "a Debian package"; }
};

std::unexpected<Error> cannot_fetch(const Dependency& dependency, std::string_view from) {
  const bool debian = std::holds_alternative<manifest::DebianSource>(dependency.source);
  Error error{
      .message = fmt::format("dependency `{}` comes from {}; this version of hull builds `path` and `system` "
                             "dependencies",
                             dependency.name, from),
      .kind = ErrorKind::Usage,
      .span = dependency.span,
      .help = {},
      .contexts = {}};
  if (debian) {
    const std::string& package = std::get<manifest::DebianSource>(dependency.source).package.value;
    error.help.push_back(
        fmt::format("install it (`apt-get install {}`) and write `{} = {{ system = \"...\" }}` with "
                    "its pkg-config module",
                    package, dependency.name));
  } else {
    error.help.push_back(
        fmt::format("put its sources beside the workspace and write `{} = {{ path = \"...\" }}`, or "
                    "`{{ system = \"...\" }}` for a library of this machine",
                    dependency.name));
  }
  return std::unexpected(std::move(error));
}

class Walk {
 public:
  explicit Walk(Draft& draft) : draft_(draft), state_(draft.workspace.packages.size(), State::New) {}

  Result<void> run() {
    draft_.package_of.assign(draft_.workspace.packages.size(), kNone);
    for (const std::size_t index : draft_.request.packages) HULL_CHECK(visit(index));
    const TargetFilter& filter = draft_.request.filter;
    const bool with_dev = filter.tests || filter.benches || filter.examples || !filter.test_names.empty() ||
                          !filter.bench_names.empty() || !filter.example_names.empty();
    for (const std::size_t index : draft_.request.packages) {
      PackageNode& node = draft_.packages[draft_.package_of[index]];
      node.selected = true;
      node.with_dev = with_dev;
    }
    if (!with_dev) return {};
    // Dev-dependencies come last: they may lead back to a package that is selected, as Cargo allows.
    for (const std::size_t index : draft_.request.packages) {
      PackageNode& node = draft_.packages[draft_.package_of[index]];
      for (const Dependency& dependency : node.package.dev_dependencies) {
        HULL_TRY(auto resolved, resolve(dependency));
        node.dev_dependencies.push_back(resolved);
      }
    }
    return {};
  }

 private:
  enum class State : std::uint8_t { New, Open, Done };

  Result<void> visit(std::size_t index) {
    if (state_[index] == State::Done) return {};
    const manifest::Package& written = draft_.workspace.packages[index];
    if (state_[index] == State::Open) return cycle(index);
    state_[index] = State::Open;
    path_.push_back(index);

    PackageNode node;
    node.index = index;
    if (const auto found = draft_.features.find(written.name); found != draft_.features.end()) {
      node.features = found->second;
    }
    manifest::CfgContext context = cfg_;
    context.values["feature"] = {node.features.begin(), node.features.end()};
    HULL_TRY(node.package, manifest::configured(written, context, node.features));
    node.root = draft_.layout.spelled(node.package.root);
    node.generated = draft_.layout.generated(node.package.name);

    // Dependencies come first in `packages`; so this node is resolved aside and then moved in, and the
    // dependencies' addresses are taken from the place where they stay.
    std::vector<ResolvedDependency> resolved;
    for (const Dependency& dependency : node.package.dependencies) {
      HULL_TRY(auto one, resolve(dependency));
      resolved.push_back(one);
    }
    for (const manifest::Generate& generate : node.package.generates) {
      for (const manifest::Text& word : generate.command) {
        for (const std::string_view program : programs_named(word.value)) {
          HULL_TRY(const auto where, program_of_workspace(draft_.workspace, written, program, word.span));
          if (where.first != index) HULL_CHECK(visit(where.first));
        }
      }
    }
    draft_.package_of[index] = draft_.packages.size();
    PackageNode& stored = draft_.packages.emplace_back(std::move(node));
    for (std::size_t i = 0; i < resolved.size(); ++i) resolved[i].written = &stored.package.dependencies[i];
    stored.dependencies = std::move(resolved);
    fill_reach(stored);
    if (!stored.package.member && !path_within(stored.package.root)) {
      draft_.plan.warnings.push_back(fmt::format("path dependency `{}` stands outside the workspace: {}",
                                                 stored.package.name, printable(stored.package.root)));
    }
    path_.pop_back();
    state_[index] = State::Done;
    return {};
  }

  Result<ResolvedDependency> resolve(const Dependency& dependency) {
    if (const std::string_view from = std::visit(SourceName{}, dependency.source); !from.empty()) {
      return cannot_fetch(dependency, from);
    }
    ResolvedDependency resolved;
    resolved.written = &dependency;
    if (std::holds_alternative<manifest::SystemSource>(dependency.source)) {
      HULL_TRY(resolved.system, system(dependency));
      return resolved;
    }
    const std::string& name = dependency.package.value_or(dependency.name);
    const manifest::Package* package = draft_.workspace.find(name);
    if (package == nullptr) {
      return fail(Error{.message = fmt::format("no package is called `{}`", name),
                        .kind = ErrorKind::Usage,
                        .span = dependency.span,
                        .help = {},
                        .contexts = {}});
    }
    const auto index = static_cast<std::size_t>(package - draft_.workspace.packages.data());
    HULL_CHECK(visit(index));
    resolved.package = draft_.package_of[index];
    return resolved;
  }

  /// Two packages that name the same modules share one answer.
  Result<const source::SystemLibrary*> system(const Dependency& dependency) {
    std::string key;
    for (const manifest::Text& module : std::get<manifest::SystemSource>(dependency.source).modules) {
      key += module.value;
      key += '\n';
    }
    if (dependency.static_link.value_or(false)) key += "static";
    const auto [place, added] = draft_.system_by_key.try_emplace(key, nullptr);
    if (added) {
      const std::string cache =
          draft_.layout.state(fmt::format("system-{}.json", sha256(key).hex().substr(0, 16)));
      HULL_TRY(auto library, source::system_library(dependency, cache, source::system_search(draft_.request.environment)));
      draft_.plan.looked_at.insert(draft_.plan.looked_at.end(), library.inputs.begin(), library.inputs.end());
      place->second = &draft_.systems.emplace_back(std::move(library));
    }
    return place->second;
  }

  void fill_reach(PackageNode& node) {
    node.reach.push_back(draft_.package_of[node.index]);
    for (const ResolvedDependency& dependency : node.dependencies) {
      if (dependency.package == kNone || !dependency.written->exported) continue;
      for (const std::size_t further : draft_.packages[dependency.package].reach) {
        if (std::ranges::find(node.reach, further) == node.reach.end()) node.reach.push_back(further);
      }
    }
  }

  bool path_within(const std::string& directory) const {
    return !draft_.layout.spelled(directory).starts_with('/');
  }

  std::unexpected<Error> cycle(std::size_t index) const {
    std::string names;
    for (auto at = std::ranges::find(path_, index); at != path_.end(); ++at) {
      names += fmt::format("`{}` -> ", draft_.workspace.packages[*at].name);
    }
    names += fmt::format("`{}`", draft_.workspace.packages[index].name);
    return std::unexpected(
        Error{.message = fmt::format("packages depend on each other in a circle: {}", names),
              .kind = ErrorKind::Usage,
              .span = draft_.workspace.packages[index].span,
              .help = {"move what they share into a package of its own"},
              .contexts = {}});
  }

  Draft& draft_;
  std::vector<State> state_;
  std::vector<std::size_t> path_;  ///< The packages that are open, outermost first.
  manifest::CfgContext cfg_ = toolchain::cfg_context(draft_.toolchain, draft_.request.profile);
};

}  // namespace

std::vector<std::string_view> programs_named(std::string_view word) {
  constexpr std::string_view kOpen = "{bin:";
  std::vector<std::string_view> names;
  for (std::size_t at = word.find(kOpen); at != std::string_view::npos; at = word.find(kOpen, at)) {
    at += kOpen.size();
    const std::size_t end = word.find('}', at);
    if (end == std::string_view::npos) break;
    names.push_back(word.substr(at, end - at));
  }
  return names;
}

Result<std::pair<std::size_t, std::size_t>> program_of_workspace(const manifest::Workspace& workspace,
                                                                 const manifest::Package& package,
                                                                 std::string_view name, const Span& where) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::vector<std::string_view> names;
  for (std::size_t p = 0; p < workspace.packages.size(); ++p) {
    const manifest::Package& candidate = workspace.packages[p];
    for (std::size_t t = 0; t < candidate.targets.size(); ++t) {
      if (candidate.targets[t].kind != manifest::TargetKind::Bin) continue;
      names.push_back(candidate.targets[t].name);
      if (candidate.targets[t].name != name) continue;
      if (candidate.name == package.name) return std::pair(p, t);
      found.emplace_back(p, t);
    }
  }
  if (found.size() == 1) return found.front();
  Error error{.message = {}, .kind = ErrorKind::Usage, .span = where, .help = {}, .contexts = {}};
  if (found.empty()) {
    error.message = fmt::format("no program of this workspace is called `{}`", name);
    if (const auto meant = did_you_mean(name, names))
      error.help.push_back(fmt::format("did you mean `{}`?", *meant));
  } else {
    std::vector<std::string_view> owners;
    for (const auto& [p, t] : found) owners.push_back(workspace.packages[p].name);
    error.message = fmt::format("several packages have a program called `{}`: {}", name, quoted_list(owners));
    error.help.push_back("give one of them another name");
  }
  return std::unexpected(std::move(error));
}

Result<void> configure_packages(Draft& draft) {
  HULL_TRY(draft.features,
           manifest::activate_features(draft.workspace, draft.request.packages, draft.request.features));
  return Walk(draft).run();
}

}  // namespace hull::plan
