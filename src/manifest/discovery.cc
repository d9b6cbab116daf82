#include "manifest/discovery.h"

#include <fmt/format.h>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "manifest/members.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

/// The strings of [workspace] `key`, as far as they are; a wrong type is reported when the manifest is read.
std::vector<std::string> workspace_list(const Document& document, std::string_view key) {
  std::vector<std::string> result;
  const Member* workspace = document.root.find("workspace");
  const Member* list = workspace ? workspace->value.find(key) : nullptr;
  if (!list) return result;
  for (const Value& element : list->value.elements) {
    if (element.kind == Value::Kind::String) result.push_back(element.text);
  }
  return result;
}

/// The nearest manifest in `directory` or above it.
std::optional<std::string> nearest_manifest(ManifestFiles& files, std::string_view directory) {
  for (std::string_view at = directory;; at = path::directory(at)) {
    std::string candidate = path::join(at, kManifestName);
    if (files.has(candidate)) return candidate;
    if (at == "/" || at.empty()) return {};
  }
}

}  // namespace

Result<const Document*> ManifestFiles::read(const std::string& path) {
  auto& known = documents_[path];
  if (!known) {
    auto text = fs::read(path);
    if (!text) return fail(usage_error(std::move(text.error().message)));
    HULL_TRY(Document document, parse_toml(path::inside_or_same(path, working_directory_), *text));
    known = std::make_unique<Document>(std::move(document));
  }
  return known.get();
}

bool ManifestFiles::has(const std::string& path) {
  if (documents_.contains(path)) return true;
  if (fs::is_file(path)) return true;
  absent_.insert(path);
  return false;
}

std::vector<std::string> ManifestFiles::paths() const {
  std::vector<std::string> result;
  for (const auto& [path, document] : documents_) {
    if (document) result.push_back(path);
  }
  return result;
}

Result<std::string> find_start(ManifestFiles& files, const std::string& start) {
  std::string absolute = path::normal(path::join(files.working_directory(), start));
  switch (fs::kind(absolute)) {
    case fs::FileKind::File:
      return absolute;
    case fs::FileKind::Directory:
      break;
    default:
      return fail(usage_error(fmt::format("there is no `{}`", printable(start)))
                      .with_help("give a directory with a hull.toml, or the path of one"));
  }
  // Passed over, it would give the blame to the manifest above, or to its absence.
  const std::string own = path::join(absolute, kManifestName);
  if (!files.has(own) && fs::is_directory(own)) {
    return fail(usage_error(fmt::format("`{}` is a directory, not a file", printable(own)))
                    .with_help("give the directory another name: a hull.toml describes a package"));
  }
  if (auto manifest = nearest_manifest(files, absolute)) return *std::move(manifest);
  return fail(
      usage_error(fmt::format("there is no hull.toml in `{}` or any directory above it", printable(absolute)))
          .with_help("`hull init` writes one for the sources here, `hull new NAME` makes a new package"));
}

Result<std::vector<std::string>> workspaces_above(ManifestFiles& files, std::string_view directory) {
  std::vector<std::string> result;
  for (std::string_view at = directory; at != "/" && !at.empty();) {
    at = path::directory(at);
    auto manifest = nearest_manifest(files, at);
    if (!manifest) break;
    HULL_TRY(const Document* document, files.read(*manifest));
    if (document->root.find("workspace")) result.push_back(*manifest);
    at = path::directory(*manifest);
  }
  return result;
}

Standing standing(const Document& workspace, std::string_view root, std::string_view directory) {
  std::string relative = path::relative(directory, root);
  if (is_excluded(workspace_list(workspace, "exclude"), relative)) return Standing::Excluded;
  return matches_any(workspace_list(workspace, "members"), relative) ? Standing::Member : Standing::Unlisted;
}

}  // namespace hull::manifest
