#include "engine/absence.h"

#include <algorithm>
#include <set>
#include <utility>
#include <xxhash.h>

#include "base/path.h"

namespace hull::engine {

namespace {

constexpr std::string_view kComputed = "*";  // What engine/tokens.h notes of `#include MACRO`.

std::string_view or_here(std::string_view directory) { return directory.empty() ? "." : directory; }

std::string_view first_component(std::string_view name) { return name.substr(0, name.find('/')); }

// The name by which `path` is found in `directory`; "" when it is not below it.
std::string_view name_in(std::string_view directory, std::string_view path) {
  if (directory == ".") return path::is_absolute(path) ? "" : path;
  if (path.size() <= directory.size() || !path.starts_with(directory) || path[directory.size()] != '/')
    return "";
  return path.substr(directory.size() + 1);
}

}  // namespace

Result<AbsenceResult> Absence::compute(const SearchPath* search, std::span<const FileId> inputs) {
  AbsenceResult result;
  if (!search) return result;
  if (moves_seen_ != snapshot_.moves()) {
    known_.clear();
    moves_seen_ = snapshot_.moves();
  }
  std::unordered_map<FileId, PerFile>& files = known_[search];
  std::set<std::string_view> computing;
  for (const FileId input : inputs) {
    const auto [entry, fresh] = files.try_emplace(input);
    PerFile& file = entry->second;
    if (fresh || file.content_changed != snapshot_.content_changed(input)) {
      PerFile derived;
      derived.computes = computes(input);
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
    if (file.computes) computing.insert(path::directory(snapshot_.log().files().path(input)));
    result.digest += file.digest;
    result.watched.insert(result.watched.end(), file.watched.begin(), file.watched.end());
    // Most inputs share their few directories: keep the list short as it grows.
    if (result.watched.size() > 4096) each_once(result.watched);
  }
  PerFile computed;
  for (const std::string_view directory : computing) HULL_CHECK(watch(or_here(directory), computed));
  HULL_CHECK(
      each_computed(*search, inputs, computing, [&](std::string_view directory, std::string_view name) {
        // Most names have nothing of the kind beside the file.
        const FileId place = snapshot_.log().files().find(or_here(directory));
        if (!snapshot_.has_entry(place, first_component(name))) return Result<void>{};
        return add_candidate(directory, name, false, computed);
      }));
  result.digest += computed.digest;
  result.watched.insert(result.watched.end(), computed.watched.begin(), computed.watched.end());
  each_once(result.watched);
  return result;
}

template <class Visit>
Result<void> Absence::each_candidate(const SearchPath& search, FileId file, const Visit& visit) const {
  const std::string_view path = snapshot_.log().files().path(file);
  const auto& directories = search.directories;
  for (std::size_t found = 0; found < directories.size(); ++found) {
    const std::string_view name = name_in(directories[found], path);
    if (name.empty()) continue;
    for (std::size_t passed = 0; passed < found; ++passed) HULL_CHECK(visit(directories[passed], name, false));
  }
  // The record may move while candidates are interned and looked at, so the names are copied.
  const std::vector<std::string> spellings = snapshot_.record(file).spellings;
  for (const std::string& spelling : spellings) {
    if (spelling == kComputed) continue;
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

bool Absence::computes(FileId file) const {
  const std::vector<std::string>& spellings = snapshot_.record(file).spellings;
  return std::find(spellings.begin(), spellings.end(), kComputed) != spellings.end();
}

template <class Visit>
Result<void> Absence::each_computed(const SearchPath& search, std::span<const FileId> inputs,
                                    const std::set<std::string_view>& computing, const Visit& visit) const {
  if (computing.empty()) return {};
  std::set<std::string_view> names;
  for (const FileId input : inputs) {
    for (const std::string& directory : search.directories) {
      const std::string_view name = name_in(directory, snapshot_.log().files().path(input));
      if (!name.empty()) names.insert(name);
    }
  }
  for (const std::string_view directory : computing) {
    for (const std::string_view name : names) HULL_CHECK(visit(directory, name));
  }
  return {};
}

Result<FileId> Absence::watch(std::string_view path, PerFile& result) {
  const FileId watched = snapshot_.log().files().intern(path);
  HULL_CHECK(snapshot_.look_watched(watched));
  result.watched.push_back(watched);
  return watched;
}

Result<void> Absence::add_candidate(std::string_view directory, std::string_view name, bool query,
                                    PerFile& result) {
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

bool Absence::passed_over(std::string_view candidate, std::span<const FileId> inputs) const {
  const FileId file = snapshot_.log().files().find(candidate);
  if (file != kNoFile && std::binary_search(inputs.begin(), inputs.end(), file)) return false;
  return snapshot_.disk().look(candidate).presence == Presence::File;
}

Result<bool> Absence::disturbed(const SearchPath* search, std::span<const FileId> inputs,
                                std::span<const FileId> watched, std::uint64_t since) {
  std::set<std::pair<FileId, std::string_view>> moved;
  std::set<FileId> touched;
  for (const FileId place : watched) {
    const Snapshot::Moves moves = snapshot_.moves_since(place, since);
    if (moves.anything) return true;
    for (const std::string_view name : moves.names) moved.emplace(place, name);
    if (moves.touched) touched.insert(place);
  }
  if (moved.empty() && touched.empty()) return false;
  bool found = false;
  std::set<std::string_view> computing;
  const auto visit = [&](std::string_view directory, std::string_view name, bool query) {
    const std::string candidate = path::join(directory, name);
    const FileId place = snapshot_.log().files().find(or_here(path::directory(candidate)));
    // A name that came and went again was read, and then the depfile tells; or only asked for. One that is there and was not read
    // may have gone and come again.
    found = found || moved.contains({place, path::name(candidate)}) ||
            (touched.contains(place) && (query || passed_over(candidate, inputs)));
    return Result<void>{};
  };
  for (const FileId input : inputs) {
    HULL_CHECK(each_candidate(*search, input, visit));
    if (found) return true;
    if (computes(input)) computing.insert(path::directory(snapshot_.log().files().path(input)));
  }
  HULL_CHECK(each_computed(
      *search, inputs, computing,
      [&](std::string_view directory, std::string_view name) { return visit(directory, name, false); }));
  return found;
}

}  // namespace hull::engine
