#include "engine/absence.h"

#include <algorithm>
#include <set>
#include <utility>
#include <xxhash.h>

#include "base/path.h"

namespace hull::engine {

namespace {

std::string_view or_here(std::string_view directory) { return directory.empty() ? "." : directory; }

}  // namespace

Result<AbsenceResult> Absence::compute(const SearchPath* search, std::span<const FileId> inputs,
                                       std::int64_t started_ns) {
  started_ns_ = started_ns;
  AbsenceResult result;
  if (!search) return result;
  if (moves_seen_ != snapshot_.moves()) {
    known_.clear();
    moves_seen_ = snapshot_.moves();
  }
  std::unordered_map<FileId, PerFile>& files = known_[search];
  for (const FileId input : inputs) {
    const auto [entry, fresh] = files.try_emplace(input);
    PerFile& file = entry->second;
    if (fresh || file.content_changed != snapshot_.content_changed(input)) {
      PerFile derived;
      derived.content_changed = snapshot_.content_changed(input);
      const auto visited =
          each_candidate(*search, input, [&](std::string_view directory, std::string_view name, bool query) {
            return add_candidate(directory, name, query, derived);
          });
      if (!visited) {
        files.erase(entry);
        return std::unexpected(visited.error());
      }
      each_once(derived.watched);
      file = std::move(derived);
    }
    result.digest += file.digest;
    result.watched.insert(result.watched.end(), file.watched.begin(), file.watched.end());
    // Most inputs share their few directories: keep the list short as it grows.
    if (result.watched.size() > 4096) each_once(result.watched);
  }
  each_once(result.watched);
  return result;
}

template <class Visit>
Result<void> Absence::each_candidate(const SearchPath& search, FileId file, const Visit& visit) const {
  const std::string_view path = snapshot_.log().files().path(file);
  const auto& directories = search.directories;
  for (std::size_t found = 0; found < directories.size(); ++found) {
    const std::string& directory = directories[found];
    std::string_view name;
    if (directory == ".") {
      if (path::is_absolute(path)) continue;
      name = path;
    } else if (path.size() > directory.size() && path.starts_with(directory) && path[directory.size()] == '/') {
      name = path.substr(directory.size() + 1);
    } else {
      continue;
    }
    for (std::size_t passed = 0; passed < found; ++passed) HULL_CHECK(visit(directories[passed], name, false));
  }
  // The record may move while candidates are interned and looked at, so the names are copied.
  const std::vector<std::string> spellings = snapshot_.record(file).spellings;
  for (const std::string& spelling : spellings) {
    if (spelling == "*") {
      HULL_CHECK(visit(path::directory(path), "*", false));
      continue;
    }
    const bool query = spelling.starts_with('?');
    const std::string_view marked = std::string_view(spelling).substr(query ? 1 : 0);
    const std::string_view name = marked.substr(1);
    if (name.empty() || path::is_absolute(name)) {
      // Looked up where it says; but it must be looked up.
      if (query && !name.empty()) HULL_CHECK(visit("", name, true));
      continue;
    }
    if (marked.starts_with('"')) HULL_CHECK(visit(path::directory(path), name, query));
    if (query) {
      for (const std::string& directory : directories) HULL_CHECK(visit(directory, name, true));
    }
  }
  return {};
}

Result<FileId> Absence::watch(std::string_view path, PerFile& result) {
  const FileId watched = snapshot_.log().files().intern(path);
  HULL_CHECK(started_ns_ == 0 ? snapshot_.look(watched) : snapshot_.look_watched(watched, started_ns_));
  result.watched.push_back(watched);
  return watched;
}

Result<void> Absence::add_candidate(std::string_view directory, std::string_view name, bool query, PerFile& result) {
  if (name == "*") {
    HULL_TRY(const FileId watched, watch(or_here(directory), result));
    for (const std::string& entry : snapshot_.entries(watched)) {
      const std::string candidate = path::join(directory, entry);
      result.digest += XXH3_64bits_withSeed(candidate.data(), candidate.size(), 1);
    }
    return {};
  }
  const std::string candidate = path::join(directory, name);
  HULL_TRY(const FileId parent, watch(or_here(path::directory(candidate)), result));
  if (snapshot_.missing(parent) || !snapshot_.has_entry(parent, path::name(candidate))) return {};
  PerFile seen;
  HULL_TRY(const FileId file, watch(candidate, seen));
  const bool is_file = snapshot_.record(file).presence == Presence::File;
  if (is_file) result.digest += XXH3_64bits(candidate.data(), candidate.size());
  // What is a header and is looked for as one is among the inputs, if it matters.
  if (!is_file || query) result.watched.push_back(file);
  return {};
}

Result<bool> Absence::disturbed(const SearchPath* search, std::span<const FileId> inputs,
                                std::span<const FileId> watched, std::uint64_t since) {
  std::set<std::pair<FileId, std::string_view>> moved;
  std::set<FileId> touched, changed;
  for (const FileId place : watched) {
    const Snapshot::Moves moves = snapshot_.moves_since(place, since);
    if (moves.anything) return true;
    for (const std::string_view name : moves.names) moved.emplace(place, name);
    if (moves.touched) touched.insert(place);
    if (moves.touched || !moves.names.empty()) changed.insert(place);
  }
  if (changed.empty()) return false;
  bool found = false;
  for (const FileId input : inputs) {
    HULL_CHECK(each_candidate(*search, input, [&](std::string_view directory, std::string_view name, bool query) {
      const std::string candidate = path::join(directory, name);
      const FileId place = snapshot_.log().files().find(or_here(path::directory(candidate)));
      // A name that came and went again was read, and then the depfile tells; or only asked for.
      if (query && touched.contains(place)) found = true;
      if (name == "*" ? changed.contains(place) : moved.contains({place, path::name(candidate)})) found = true;
      return Result<void>{};
    }));
    if (found) break;
  }
  return found;
}

}  // namespace hull::engine
