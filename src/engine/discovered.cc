#include "engine/discovered.h"

#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"
#include "engine/depfile.h"

namespace hull::engine {

FileId DiscoveredPaths::resolve(const std::string& spelling) {
  const auto [entry, fresh] = known_.try_emplace(spelling, kNoFile);
  if (!fresh) return entry->second;
  std::string path = path::normal(spelling);
  if (spelling.find("..") != std::string::npos) {
    const Look lexical = disk_.look(path);
    const Look real = disk_.look(spelling);
    if (real.presence != lexical.presence || real.stamp != lexical.stamp) path = spelling;
  }
  if (path::is_absolute(path)) path = path::inside_or_same(path, disk_.root());
  return entry->second = files_.intern(path);
}

Result<std::vector<FileId>> DiscoveredPaths::read(std::string_view depfile) {
  HULL_TRY(const std::string text, disk_.read(depfile));
  auto paths = parse_depfile(text);
  if (!paths) return fail(std::move(paths).error().during(fmt::format("while reading {}", printable(depfile))));
  std::vector<FileId> files;
  files.reserve(paths->size());
  for (const std::string& path : *paths) files.push_back(resolve(path));
  return files;
}

Result<std::vector<FileId>> DiscoveredPaths::read_lines(std::string_view path) {
  HULL_TRY(const std::string text, disk_.read(path));
  std::vector<FileId> files;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) files.push_back(resolve(std::string(line)));
  }
  return files;
}

}  // namespace hull::engine
