#include "manifest/manifest.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "manifest/features.h"
#include "manifest/sections.h"

namespace hull::manifest {
namespace {

/// Tables that a manifest without [package] cannot have, because they describe one.
constexpr std::string_view kPackageTables[] = {
    "lib",      "bin",    "test",  "bench",    "example",  "dependencies", "dev-dependencies",
    "features", "target", "image", "generate", "configure"};

/// [workspace]. Its dependencies are read here, so that members copy them instead of reading them again.
WorkspaceTable read_workspace(const Member& member, const std::string& directory, Problems& problems) {
  TableReader table(member, schema::kWorkspace, problems);
  WorkspaceTable workspace;
  workspace.span = problems.span(member.value.place);
  workspace.members = table.texts("members");
  workspace.exclude = table.texts("exclude");
  if (table.has("default-members")) workspace.default_members = table.texts("default-members");
  if (const Member* package = table.find("package")) {
    check_workspace_package(*package, problems);
    workspace.package = package->value;
  }
  workspace.dependencies = read_dependencies(
      table, "dependencies", {.directory = directory, .inherited = nullptr, .absolute_paths = true});
  return workspace;
}

/// Where the condition of [target.'cfg(...)'] starts in the text: behind the quote. A key with escapes
/// has other columns than its value, so its errors point at the whole of it.
std::optional<Span> condition_span(const Member& member, const Problems& problems) {
  Span span = problems.span(member.key_place);
  std::string_view text = problems.source()->text;
  for (unsigned line = 1; line < span.begin.line; ++line) text.remove_prefix(text.find('\n') + 1);
  text.remove_prefix(std::min<std::size_t>(span.begin.column - 1, text.size()));
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return {};
  if (!text.substr(1).starts_with(member.key)) return {};
  ++span.begin.column;
  return span;
}

std::vector<Conditional> read_conditionals(TableReader& manifest, const DependencyContext& context) {
  std::vector<Conditional> conditionals;
  Problems& problems = manifest.problems();
  for (const Member& member : manifest.members("target")) {
    auto inside = condition_span(member, problems);
    auto condition = inside ? parse_cfg(member.key, *inside) : parse_cfg(member.key);
    if (!condition) {
      Error error = std::move(condition).error();
      if (!error.span) error.span = problems.span(member.key_place);
      problems.add(std::move(error));
      continue;
    }
    TableReader table(member, schema::kConditional, problems);
    Conditional conditional;
    conditional.condition = *std::move(condition);
    conditional.span = problems.span(member.key_place);
    conditional.dependencies = read_dependencies(table, "dependencies", context);
    conditional.dev_dependencies = read_dependencies(table, "dev-dependencies", context);
    for (TargetKind kind : target_kinds()) {
      std::ranges::move(read_overlays(table, kind), std::back_inserter(conditional.overlays));
    }
    conditionals.push_back(std::move(conditional));
  }
  return conditionals;
}

/// Whether any target or package here needs what [package] says.
void check_virtual(TableReader& table, bool has_workspace) {
  for (std::string_view key : kPackageTables) {
    const Member* member = table.find(key);
    if (!member) continue;
    table.problems().add(member->key_place,
                         fmt::format("`{}` describes a package, but there is no [package] here", key),
                         {"add [package] with a name, or move this to the package's own hull.toml"});
    return;
  }
  if (!has_workspace) {
    table.problems().add({{1, 1}, {1, 1}}, "this manifest has neither [package] nor [workspace]",
                         {"a package starts with [package] and name = \"...\"; `hull init` writes one"});
  }
}

}  // namespace

Result<Manifest> read_manifest(const Document& document, const std::string& path,
                               const std::optional<Inherited>& inherited) {
  Problems problems(document.source);
  TableReader table(document.root, {{1, 1}, {1, 1}}, schema::kManifest, problems);
  Manifest manifest;
  manifest.path = path;
  manifest.package.manifest_path = path;
  manifest.package.directory = path::directory(path);
  manifest.package.root = manifest.package.directory;

  std::optional<Inherited> source = inherited;
  if (const Member* workspace = table.find("workspace")) {
    manifest.workspace = read_workspace(*workspace, manifest.package.directory, problems);
    source = Inherited{document.source->name, &*manifest.workspace};
  }

  Package& package = manifest.package;
  DependencyContext context{.directory = package.directory, .inherited = &source, .absolute_paths = false};
  manifest.has_package = table.has("package");
  if (!manifest.has_package) check_virtual(table, manifest.workspace.has_value());
  if (const Member* member = table.find("package")) read_package(*member, source, problems, manifest);
  for (TargetKind kind : target_kinds()) {
    std::ranges::move(read_targets(table, kind, package.name), std::back_inserter(manifest.targets));
  }
  package.dependencies = read_dependencies(table, "dependencies", context);
  package.dev_dependencies = read_dependencies(table, "dev-dependencies", context);
  package.features = read_features(table);
  package.conditionals = read_conditionals(table, context);
  package.generates = read_generates(table);
  package.configures = read_configures(table);
  package.image = read_image(table);
  manifest.safety = read_safety(table);
  manifest.toolchain = read_toolchain(table);
  manifest.profiles = read_profiles(table);
  for (std::string_view key : {"profile", "toolchain"}) {
    if (const Member* member = table.find(key)) manifest.root_only = problems.span(member->key_place);
  }
  check_features(manifest, problems);

  HULL_CHECK(problems.result());
  return manifest;
}

}  // namespace hull::manifest
