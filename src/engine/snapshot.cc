#include "engine/snapshot.h"

#include <algorithm>
#include <ctime>
#include <iterator>
#include <utility>

#include "base/path.h"
#include "engine/tokens.h"

namespace hull::engine {

namespace {

constexpr std::int64_t kTick = 10'000'000;

// The change time decides: no one sets it, while a modification time may lie in the future for years (a tree unpacked
// with a wrong clock). One that is about now counts too, for file systems whose change time is none.
bool is_young(const Stamp& stamp, std::int64_t now_ns) {
  return stamp.ctime_ns >= now_ns || (stamp.mtime_ns >= now_ns && stamp.mtime_ns < now_ns + kTick);
}

Digest digest_of_names(const std::vector<std::string>& names) {
  Hasher hasher;
  for (const std::string& name : names) hasher.field(name);
  return hasher.finish();
}

std::string_view or_here(std::string_view directory) { return directory.empty() ? "." : directory; }

// For a directory that cannot be listed, any touch counts.
Digest digest_of_stamp(const Stamp& stamp) {
  return sha256({reinterpret_cast<const char*>(&stamp), sizeof stamp});
}

}  // namespace

void Snapshot::grow(FileId file) {
  if (file >= states_.size()) {
    const std::size_t size = std::max<std::size_t>(file + 1, log_.files().size());
    states_.resize(size);
    listing_of_.resize(size);
  }
}

Result<void> Snapshot::look_now(FileId file, Role role) {
  grow(file);
  const std::string_view path = log_.files().path(file);
  const FileRecord& known = log_.file(file);
  // The clock is read before the file, so that a write after our read has a later stamp than `now`.
  const std::int64_t now = Disk::now_ns();
  const Look seen = disk_.look(path);
  State& state = states_[file];
  listing_of_[file] = 0;

  const std::uint64_t touched = role == Role::Refreshed ? state.touched : touched_now(file, seen, role);
  const bool missing = seen.presence == Presence::Missing;
  const auto finish = [&] {
    const FileRecord& current = log_.file(file);
    states_[file] = {current.content_changed, current.tokens_changed, touched, true, missing};
  };
  if (known.presence == seen.presence && (missing || known.stamp == seen.stamp)) {
    finish();
    return {};
  }

  FileRecord fresh;
  fresh.presence = seen.presence;
  fresh.stamp = seen.stamp;
  if (seen.presence == Presence::Directory) {
    const Listing& now_listed = listing(file);
    fresh.content = now_listed.readable ? digest_of_names(now_listed.names) : digest_of_stamp(seen.stamp);
    fresh.tokens = fresh.content;
  } else if (seen.presence == Presence::File) {
    HULL_TRY(TextFacts facts, read_facts(path, seen.regular, fresh.content));
    fresh.tokens = facts.tokens;
    fresh.embeds = facts.embeds;
    fresh.spellings = std::move(facts.spellings);
  }
  if (!missing && is_young(seen.stamp, now)) {
    young_[file] = {fresh.stamp, role == Role::Output};
    fresh.stamp = {};
  }

  // A first look finds what the log does not know: from when it was touched, or from before this build.
  const bool again = role == Role::Output || role == Role::Refreshed;
  const bool first = known.presence == Presence::Unknown;
  const std::uint64_t change = first ? touched : again ? log_.advance() : std::max(touched, opened_);
  const bool same_kind = known.presence == fresh.presence;
  fresh.content_changed = same_kind && known.content == fresh.content ? known.content_changed : change;
  fresh.tokens_changed = same_kind && known.tokens == fresh.tokens ? known.tokens_changed : change;
  log_.record(file, std::move(fresh));
  finish();
  return {};
}

// Reads a file for its digest and its facts. A pipe or device may have no end, and is not what it was at the last read anyway.
Result<TextFacts> Snapshot::read_facts(std::string_view path, bool regular, Digest& content) const {
  Hasher hasher;
  std::string text;
  bool first = true, keep = false;
  if (regular) {
    HULL_CHECK(disk_.read_pieces(path, [&](std::string_view piece) {
      if (std::exchange(first, false)) keep = is_text(path, piece);
      if (keep) text += piece;
      hasher.bytes(piece);
    }));
  }
  content = hasher.finish();
  if (!keep && !first) return TextFacts{.tokens = content, .spellings = {}};
  return facts_of(path, text, content);
}

// The counter at the first start after the file was touched, or now when no action started since; 0 when it was touched before
// all. One that is missing may have been there until a moment ago: then its directory was touched.
std::uint64_t Snapshot::touched_now(FileId file, const Look& seen, Role role) {
  if (starts_.empty() || role == Role::Output) return 0;
  Look look = seen;
  std::string_view path = log_.files().path(file);
  while (look.presence == Presence::Missing && path != "." && path != "/") {
    path = or_here(path::directory(path));
    look = disk_.look(path);
  }
  const std::int64_t when = look.stamp.ctime_ns;
  if (when < first_start_ns_) return 0;
  const auto before = [when](const Start& start) { return start.clock_ns <= when; };
  const auto last = std::find_if(starts_.rbegin(), starts_.rend(), before);
  // What touched the directory may have been an output of ours. Of a file that was missing before, we take that for the reason:
  // else a probe that lists what it did not find beside its answer would never be done.
  const bool known_missing = log_.file(file).presence == Presence::Missing && seen.presence == Presence::Missing;
  if ((role == Role::Watched || known_missing) && ours_.contains(std::string(path))) return 0;
  return last == starts_.rbegin() ? log_.advance() : std::prev(last)->counter;
}

Snapshot::Listing& Snapshot::listing(FileId directory) {
  grow(directory);
  if (listing_of_[directory] == 0) {
    auto names = disk_.list(log_.files().path(directory));
    listings_.push_back({names ? std::move(*names) : std::vector<std::string>{}, names.has_value()});
    listing_of_[directory] = static_cast<std::uint32_t>(listings_.size());
  }
  return listings_[listing_of_[directory] - 1];
}

bool Snapshot::has_entry(FileId directory, std::string_view name) {
  const Listing& listed = listing(directory);
  if (listed.readable) return std::binary_search(listed.names.begin(), listed.names.end(), name);
  return disk_.look(path::join(log_.files().path(directory), name)).presence != Presence::Missing;
}

void Snapshot::list(FileId directory) {
  if (!look_watched(directory) || missing(directory)) return;
  if (listing_of_[directory] == 0 && !refresh(directory)) listing(directory);
}

void Snapshot::will_write(FileId output) { ours_.emplace(or_here(path::directory(log_.files().path(output)))); }

void Snapshot::will_make(std::string_view directory) {
  for (std::string_view at = directory; !at.empty() && disk_.look(at).presence == Presence::Missing;) {
    at = path::directory(at);
    ours_.emplace(or_here(at));
  }
}

Result<void> Snapshot::made(std::string_view directory) {
  for (std::string_view at = directory; !at.empty(); at = path::directory(at)) {
    const FileId file = log_.files().find(at);
    if (file == kNoFile || file >= states_.size() || !states_[file].looked) continue;
    if (!missing(file)) break;
    HULL_CHECK(look_now(file, Role::Watched));
    listing(file);
  }
  return {};
}

void Snapshot::wrote(FileId output) {
  const std::string_view path = log_.files().path(output);
  const FileId directory = log_.files().find(or_here(path::directory(path)));
  if (directory >= states_.size() || !states_[directory].looked) return;
  if (written_.empty() || written_.back() != directory) written_.push_back(directory);
  if (listing_of_[directory] == 0) return;
  std::vector<std::string>& names = listings_[listing_of_[directory] - 1].names;
  const std::string_view name = path::name(path);
  const auto place = std::lower_bound(names.begin(), names.end(), name);
  if (place != names.end() && *place == name) return;
  names.emplace(place, name);
  moves_.push_back({directory, log_.advance(), Move::What::Name, std::string(name)});
}

bool Snapshot::moved(FileId file) {
  const Look seen = disk_.look(log_.files().path(file));
  const FileRecord& known = log_.file(file);
  if (seen.presence != known.presence) return true;
  if (seen.presence == Presence::Missing || seen.stamp == known.stamp) return false;
  const auto young = young_.find(file);
  if (young == young_.end() || young->second.stamp != seen.stamp) return true;
  return !young->second.ours && !settle_young(file, young->second);
}

bool Snapshot::refresh(FileId directory) {
  const Look seen = disk_.look(log_.files().path(directory));
  const FileRecord& known = log_.file(directory);
  if (seen.presence == known.presence && (seen.presence == Presence::Missing || seen.stamp == known.stamp)) return false;
  const Digest before = known.content;
  const bool was_directory = known.presence == Presence::Directory;
  std::optional<std::vector<std::string>> old_names;
  if (listing_of_[directory] != 0) old_names = std::move(listings_[listing_of_[directory] - 1].names);
  // A young stamp is no proof that nothing moved: the names decide.
  const auto young = young_.find(directory);
  const bool same_stamp = young != young_.end() && young->second.stamp == seen.stamp;
  // What cannot be looked at any more cannot be told from a change.
  const bool looked = look_now(directory, Role::Refreshed).has_value();
  const bool is_directory = looked && log_.file(directory).presence == Presence::Directory;
  const std::uint64_t when = log_.advance();
  // The same names in the end, but something may have come and gone again; under the same stamp in the same tick.
  const bool ours = ours_.contains(std::string(log_.files().path(directory)));
  if (!ours && (!same_stamp || seen.stamp.ctime_ns >= first_start_ns_)) moves_.push_back({directory, when, Move::What::Touch});
  if (is_directory && was_directory && !old_names && log_.file(directory).content == before) return false;
  if (!is_directory || !old_names || !listing(directory).readable) {
    moves_.push_back({directory, when, Move::What::Anything});
    return true;
  }
  std::vector<std::string> came_or_went;
  const std::vector<std::string>& names = listing(directory).names;
  std::set_symmetric_difference(old_names->begin(), old_names->end(), names.begin(), names.end(),
                                std::back_inserter(came_or_went));
  for (std::string& name : came_or_went) moves_.push_back({directory, when, Move::What::Name, std::move(name)});
  return !came_or_went.empty();
}

Snapshot::Moves Snapshot::moves_since(FileId directory, std::uint64_t since) const {
  Moves moves;
  moves.anything = directory < states_.size() && states_[directory].touched > since;
  const auto first = std::upper_bound(moves_.begin(), moves_.end(), since,
                                      [](std::uint64_t value, const Move& move) { return value < move.when; });
  for (auto move = first; move != moves_.end(); ++move) {
    if (move->directory != directory) continue;
    if (move->what == Move::What::Anything) moves.anything = true;
    if (move->what == Move::What::Touch) moves.touched = true;
    if (move->what == Move::What::Name) moves.names.push_back(move->name);
  }
  return moves;
}

std::vector<FileId> Snapshot::looked() const {
  std::vector<FileId> files;
  for (FileId file = 0; file < states_.size(); ++file) {
    if (states_[file].looked) files.push_back(file);
  }
  return files;
}

// Reads a file again whose stamp was young when it was read, and trusts the stamp when that is past and the content is the
// same. False when the content is another.
bool Snapshot::settle_young(FileId file, const Young& young) {
  const std::int64_t now = Disk::now_ns();
  FileRecord record = log_.file(file);
  if (!young.ours) {
    if (record.presence == Presence::Directory) {
      const auto names = disk_.list(log_.files().path(file));
      if (!names || digest_of_names(*names) != record.content) return false;
    } else {
      const auto text = disk_.read(log_.files().path(file));
      if (!text || sha256(*text) != record.content) return false;
    }
  }
  if (is_young(young.stamp, now)) return true;
  record.stamp = young.stamp;
  log_.record(file, std::move(record));
  return true;
}

void Snapshot::settle() {
  for (const FileId directory : written_) refresh(directory);
  written_.clear();
  std::int64_t newest = 0;
  const std::int64_t begun = Disk::now_ns();
  for (const auto& [file, young] : young_) {
    for (const std::int64_t stamp : {young.stamp.mtime_ns, young.stamp.ctime_ns}) {
      // A stamp from the future (a clock set back) would not settle: such files are read again next time.
      if (stamp < begun + kTick) newest = std::max(newest, stamp);
    }
  }
  for (std::int64_t now = begun; now <= newest && newest - now < kTick; now = Disk::now_ns()) {
    const timespec pause{0, 500'000};
    ::nanosleep(&pause, nullptr);
  }
  for (const auto& [file, young] : young_) {
    const FileRecord& record = log_.file(file);
    if (record.stamp != Stamp{}) continue;
    const Look seen = disk_.look(log_.files().path(file));
    if (seen.presence == record.presence && seen.stamp == young.stamp) settle_young(file, young);
  }
  young_.clear();
}

}  // namespace hull::engine
