#include "engine/discovered.h"

#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"
#include "engine/depfile.h"

namespace hull::engine {

FileId DiscoveredPaths::resolve(std::string_view spelling) {
  // Nearly all spellings are paths as the table has them: one look there is cheaper than a map of strings.
  const FileId same = files_.find(spelling);
  if (same == kNoFile) {
    const auto known = known_.find(spelling);
    return known != known_.end() ? known->second : known_.emplace(spelling, work_out(spelling)).first->second;
  }
  if (same >= meant_.size()) meant_.resize(files_.size(), kNoFile);
  if (meant_[same] == kNoFile) meant_[same] = work_out(spelling);
  return meant_[same];
}

FileId DiscoveredPaths::work_out(std::string_view spelling) {
  std::string path = path::normal(spelling);
  if (spelling.find("..") != std::string_view::npos) {
    const Look lexical = disk_.look(path);
    const Look real = disk_.look(spelling);
    // Of one that is missing nobody can say whether the two are the same, so the place that was looked at is
    // kept.
    const bool same = real.presence != Presence::Missing && real.presence == lexical.presence &&
                      real.stamp == lexical.stamp;
    if (!same) path = spelling;
  }
  if (path::is_absolute(path)) path = path::inside_or_same(path, disk_.root());
  return files_.intern(path);
}

Result<std::vector<FileId>> DiscoveredPaths::read(std::string_view depfile) {
  HULL_TRY(const std::string text, disk_.read(depfile));
  std::vector<FileId> files;
  auto visited = each_prerequisite(text, [&](std::string_view path) { files.push_back(resolve(path)); });
  if (!visited) return fail(std::move(visited).error().during(fmt::format("while reading {}", printable(depfile))));
  return files;
}

Result<std::vector<FileId>> DiscoveredPaths::read_lines(std::string_view path) {
  HULL_TRY(const std::string text, disk_.read(path));
  std::vector<FileId> files;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) files.push_back(resolve(line));
  }
  return files;
}

}  // namespace hull::engine
