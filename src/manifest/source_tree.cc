#include "manifest/source_tree.h"

#include <algorithm>
#include <span>

#include "base/file_system.h"
#include "base/glob.h"
#include "base/path.h"

namespace hull::manifest {
namespace {

constexpr std::string_view kSources[] = {".cc",  ".cpp", ".cxx",  ".c++",  ".C", ".c", ".cppm",
                                         ".ixx", ".ccm", ".cxxm", ".c++m", ".S", ".s"};
constexpr std::string_view kHeaders[] = {".h", ".hh",  ".hpp", ".hxx", ".h++",
                                         ".H", ".inc", ".inl", ".ipp", ".tpp"};

bool has_extension(std::string_view path, std::span<const std::string_view> extensions) {
  return std::ranges::find(extensions, path::extension(path)) != extensions.end();
}

/// The sources directly in `root`/`directory`.
Result<std::vector<std::string>> sources_in(const std::string& root, const std::string& directory,
                                            std::vector<std::string>& listed) {
  std::string absolute = path::join(root, directory);
  HULL_TRY(auto entries, fs::list(absolute));
  listed.push_back(absolute);
  std::vector<std::string> files;
  for (const fs::Entry& entry : entries) {
    if (entry.kind == fs::FileKind::File && is_source(entry.name))
      files.push_back(path::join(directory, entry.name));
  }
  return files;
}

}  // namespace

bool is_source(std::string_view path) { return has_extension(path, kSources); }

Result<SourceTree> look_at(const std::string& root) {
  SourceTree tree;
  HULL_TRY(auto entries, fs::list(root));
  tree.listed.push_back(root);
  auto has_directory = [&](std::string_view name) {
    auto entry = std::ranges::find(entries, name, &fs::Entry::name);
    return entry != entries.end() && entry->kind == fs::FileKind::Directory;
  };
  for (const fs::Entry& entry : entries) {
    if (entry.kind != fs::FileKind::File) continue;
    if (is_source(entry.name)) tree.flat.push_back(entry.name);
    tree.has_flat_headers |= has_extension(entry.name, kHeaders);
  }
  tree.has_include = has_directory("include");
  tree.has_src = has_directory("src");
  if (tree.has_src) {
    HULL_TRY(auto found, glob_files(root, {"src/**"}, {}));
    for (std::string& file : found.files) {
      if (is_source(file)) tree.src.push_back(std::move(file));
    }
    for (const std::string& directory : found.directories) {
      std::string absolute = path::normal(path::join(root, directory));
      if (absolute != root) tree.listed.push_back(std::move(absolute));
    }
  }
  if (has_directory("tests")) {
    HULL_TRY(tree.tests, sources_in(root, "tests", tree.listed));
  }
  if (has_directory("benches")) {
    HULL_TRY(tree.benches, sources_in(root, "benches", tree.listed));
  }
  if (has_directory("examples")) {
    HULL_TRY(tree.examples, sources_in(root, "examples", tree.listed));
  }
  return tree;
}

}  // namespace hull::manifest
