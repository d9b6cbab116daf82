// Finds the root, reads it, then its members, then what those reach by path.
#include "manifest/workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/conventions.h"
#include "manifest/discovery.h"
#include "manifest/each.h"
#include "manifest/manifest.h"
#include "manifest/members.h"
#include "manifest/package_graph.h"
#include "manifest/source_tree.h"
#include "manifest/toml_document.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

/// Reads the packages of one workspace.
class Loader {
 public:
  /// `start` is the manifest that the user stands in; what it needs for its tests is read as well.
  Loader(ManifestFiles& files, std::string root_manifest, std::string start)
      : files_(files), root_path_(std::move(root_manifest)), start_(std::move(start)) {}

  Result<Workspace> load() {
    HULL_TRY(const Document* document, files_.read(root_path_));
    HULL_TRY(root_, read_manifest(*document, root_path_, {}));
    workspace_.root = path::directory(root_path_);
    workspace_.manifest_path = root_path_;
    workspace_.profiles = root_.profiles;
    workspace_.toolchain = root_.toolchain;
    if (root_.has_package) HULL_CHECK(add(root_, true));
    if (root_.workspace) HULL_CHECK(add_members(*root_.workspace));
    for (std::size_t i = 0; i < workspace_.packages.size(); ++i) HULL_CHECK(add_path_dependencies(i));
    HULL_CHECK(check_packages(workspace_));
    HULL_CHECK(choose_default_members());
    workspace_.manifests = files_.paths();
    std::ranges::move(files_.absent(), std::back_inserter(workspace_.absent_manifests));
    return std::move(workspace_);
  }

 private:
  /// Completes the package of `manifest` from the disk and adds it.
  Result<void> add(Manifest& manifest, bool member) {
    Package& package = manifest.package;
    package.member = member;
    package.safety = manifest.safety ? located(*manifest.safety, package.directory)
                                     : located(root_.safety.value_or(Safety{}), workspace_.root);
    if (manifest.root) {
      package.root = path::normal(path::join(package.directory, manifest.root->value));
      if (!fs::is_directory(package.root)) {
        return fail(usage_error(manifest.root->span,
                                fmt::format("there is no directory `{}`", printable(manifest.root->value)))
                        .with_help(fmt::format("`root` is relative to the manifest: this would be {}",
                                               printable(package.root))));
      }
    }
    const std::string target = path::join(workspace_.root, "target");
    std::vector<std::string> built;
    if (path::is_within(target, package.root)) built.push_back(path::relative(target, package.root));
    HULL_CHECK(expand_each(manifest, built));
    auto tree = look_at(package.root);
    if (!tree) return fail(std::move(tree.error()).at(package.span));
    HULL_CHECK(complete_targets(manifest, *tree));
    by_directory_[identity(package.directory)] = workspace_.packages.size();
    workspace_.packages.push_back(std::move(package));
    return {};
  }

  /// `safety` of the manifest in `directory`, also for packages that stand elsewhere.
  static Safety located(Safety safety, const std::string& directory) {
    for (Text& models : safety.models) models.value = path::normal(path::join(directory, models.value));
    return safety;
  }

  /// Directories are the same package whichever links lead to them.
  static std::string identity(const std::string& directory) {
    return fs::canonical(directory).value_or(directory);
  }

  Result<void> add_members(const WorkspaceTable& table) {
    HULL_TRY(FoundMembers found, find_members(workspace_.root, table));
    workspace_.listed_directories = found.listed;
    workspace_.absent_manifests = found.absent;
    for (const std::string& directory : found.directories) {
      if (by_directory_.contains(identity(directory))) continue;
      std::string path = path::join(directory, kManifestName);
      HULL_TRY(const Document* document, files_.read(path));
      HULL_TRY(Manifest member, read_manifest(*document, path, Inherited{shown(root_path_), &table}));
      if (member.workspace) {
        return fail(
            usage_error(member.workspace->span, "a member of a workspace cannot be a workspace itself")
                .with_help(fmt::format("it is a member of {}", printable(shown(root_path_)))));
      }
      if (member.root_only) {
        return fail(usage_error(*member.root_only,
                                "profiles and the toolchain belong to the workspace, not to a member")
                        .with_help(fmt::format("move this to {}", printable(shown(root_path_)))));
      }
      HULL_CHECK(add(member, true));
    }
    return {};
  }

  Result<void> add_path_dependencies(std::size_t index) {
    std::vector<const Dependency*> wanted;
    const Package& package = workspace_.packages[index];
    // Tests of packages that are only used are not built, so what they need is not looked for.
    bool with_tests = package.member || package.manifest_path == start_;
    auto want = [&](const std::vector<Dependency>& dependencies) {
      for (const Dependency& dependency : dependencies) wanted.push_back(&dependency);
    };
    want(package.dependencies);
    if (with_tests) want(package.dev_dependencies);
    for (const Conditional& conditional : package.conditionals) {
      want(conditional.dependencies);
      if (with_tests) want(conditional.dev_dependencies);
    }
    // Adding packages moves them in memory.
    std::vector<Dependency> copies;
    for (const Dependency* dependency : wanted) {
      if (std::holds_alternative<PathSource>(dependency->source)) copies.push_back(*dependency);
    }
    std::string directory = package.directory;
    for (const Dependency& dependency : copies) HULL_CHECK(add_path_dependency(dependency, directory));
    return {};
  }

  Result<void> add_path_dependency(const Dependency& dependency, const std::string& from) {
    const Text& written = std::get<PathSource>(dependency.source).path;
    std::string directory = path::normal(path::join(from, written.value));
    const std::string key = identity(directory);
    auto known = by_directory_.find(key);
    if (known == by_directory_.end()) {
      std::string path = path::join(directory, kManifestName);
      if (!files_.has(path)) {
        Error error =
            usage_error(written.span, fmt::format("there is no hull.toml in `{}`", printable(written.value)));
        return fail(std::move(error).with_help(
            fs::is_directory(directory) ? fmt::format("make one with `hull init` in {}", printable(directory))
                                        : fmt::format("there is no directory {}", printable(directory))));
      }
      std::string context = fmt::format("while reading the dependency `{}` of {}", dependency.name,
                                        printable(path::join(from, kManifestName)));
      auto added = add_reached(path, written);
      if (!added) return fail(std::move(added.error()).during(std::move(context)));
      known = by_directory_.find(key);
    }
    const Package& package = workspace_.packages[known->second];
    if (package.name == package_name(dependency)) return {};
    std::string fix = dependency.package
                          ? fmt::format("write package = \"{}\"", package.name)
                          : fmt::format("rename the dependency, or add package = \"{}\" to it", package.name);
    return fail(usage_error(dependency.span,
                            fmt::format("the package in `{}` is called `{}`, not `{}`",
                                        printable(written.value), package.name, package_name(dependency)))
                    .with_help(std::move(fix)));
  }

  /// Adds the package at `path`, which is no member; `written` is the path that led to it.
  Result<void> add_reached(const std::string& path, const Text& written) {
    HULL_TRY(const Document* document, files_.read(path));
    HULL_TRY(auto inherited, workspace_of(path));
    HULL_TRY(Manifest manifest, read_manifest(*document, path, inherited));
    if (!manifest.has_package) {
      return fail(usage_error(written.span,
                              fmt::format("`{}` is a workspace, not a package", printable(written.value)))
                      .with_help("name the directory of one of its members"));
    }
    return add(manifest, false);
  }

  /// The workspace that the manifest at `path` inherits from: the nearest that has it as a member, else
  /// ours when it stands below our root.
  Result<std::optional<Inherited>> workspace_of(const std::string& path) {
    std::string_view directory = path::directory(path);
    HULL_TRY(auto candidates, workspaces_above(files_, directory));
    for (const std::string& candidate : candidates) {
      if (candidate == root_path_) break;
      HULL_TRY(const Document* document, files_.read(candidate));
      if (standing(*document, path::directory(candidate), directory) != Standing::Member) continue;
      auto& other = others_[candidate];
      if (!other) {
        HULL_TRY(Manifest manifest, read_manifest(*document, candidate, {}));
        other = std::make_unique<Manifest>(std::move(manifest));
      }
      return Inherited{shown(candidate), &*other->workspace};
    }
    if (!root_.workspace || !path::is_within(directory, workspace_.root)) return std::nullopt;
    return Inherited{shown(root_path_), &*root_.workspace};
  }

  /// A path as people see it from where they stand.
  std::string shown(const std::string& path) const {
    return path::inside_or_same(path, files_.working_directory());
  }

  Result<void> choose_default_members() {
    for (std::size_t i = 0; i < workspace_.packages.size(); ++i) {
      if (start_ != root_path_ && workspace_.packages[i].manifest_path == start_)
        workspace_.default_members = {i};
    }
    if (!workspace_.default_members.empty()) return {};
    const auto* written =
        root_.workspace && root_.workspace->default_members ? &*root_.workspace->default_members : nullptr;
    if (written) return choose_written(*written);
    if (root_.has_package) {
      workspace_.default_members = {0};
      return {};
    }
    for (std::size_t i = 0; i < workspace_.packages.size(); ++i) {
      if (workspace_.packages[i].member) workspace_.default_members.push_back(i);
    }
    return {};
  }

  Result<void> choose_written(const std::vector<Text>& written) {
    std::set<std::size_t> chosen;
    for (const Text& entry : written) {
      std::size_t before = chosen.size();
      bool known = false;
      for (std::size_t i = 0; i < workspace_.packages.size(); ++i) {
        const Package& package = workspace_.packages[i];
        if (!package.member ||
            !matches_any({entry.value}, path::relative(package.directory, workspace_.root)))
          continue;
        known = true;
        chosen.insert(i);
      }
      if (!known && chosen.size() == before) {
        return fail(usage_error(entry.span,
                                fmt::format("`{}` is no member of this workspace", printable(entry.value)))
                        .with_help("`default-members` chooses among `members`"));
      }
    }
    workspace_.default_members.assign(chosen.begin(), chosen.end());
    return {};
  }

  ManifestFiles& files_;
  std::string root_path_;
  std::string start_;
  Manifest root_;
  Workspace workspace_;
  std::map<std::string, std::size_t> by_directory_;  ///< Canonical directory -> index of its package.
  std::map<std::string, std::unique_ptr<Manifest>>
      others_;  ///< Roots of workspaces that dependencies belong to.
};

}  // namespace

const Package* Workspace::find(std::string_view name) const {
  auto package = std::ranges::find(packages, name, &Package::name);
  return package == packages.end() ? nullptr : &*package;
}

Result<Workspace> load_workspace(const std::string& start) {
  ManifestFiles files(fs::current_directory());
  HULL_TRY(std::string manifest, find_start(files, start));
  HULL_TRY(const Document* document, files.read(manifest));
  if (!document->root.find("workspace")) {
    std::string directory(path::directory(manifest));
    HULL_TRY(auto candidates, workspaces_above(files, directory));
    for (const std::string& candidate : candidates) {
      HULL_TRY(const Document* above, files.read(candidate));
      Standing is = standing(*above, path::directory(candidate), directory);
      if (is == Standing::Member) return Loader(files, candidate, manifest).load();
      if (is == Standing::Excluded) continue;
      // Not listed, but a member may depend on it. A workspace that does not load cannot tell, and an
      // independent project below it is none of its business.
      auto workspace = Loader(files, candidate, manifest).load();
      auto is_start = [&](const Package& package) { return package.manifest_path == manifest; };
      if (workspace && std::ranges::any_of(workspace->packages, is_start)) return workspace;
    }
  }
  return Loader(files, manifest, manifest).load();
}

}  // namespace hull::manifest
