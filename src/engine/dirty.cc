#include "engine/dirty.h"

#include <fmt/format.h>

#include "base/text.h"

namespace hull::engine {

std::string explain(const Dirt& dirt, const FileTable& files) {
  const std::string file = dirt.file == kNoFile ? std::string() : printable(files.path(dirt.file));
  switch (dirt.cause) {
    case Dirt::Cause::NeverRan: return "it has not run here before";
    case Dirt::Cause::CommandChanged: return "its command line, environment or compiler changed";
    case Dirt::Cause::InputChanged: return fmt::format("input {} changed", file);
    case Dirt::Cause::InputMissing: return fmt::format("input {} is gone", file);
    case Dirt::Cause::InputPending: return fmt::format("input {} is not settled", file);
    case Dirt::Cause::HeaderShadowed: return fmt::format("a header came or went in {}, where its includes look", file);
    case Dirt::Cause::OutputMissing: return fmt::format("output {} is missing", file);
    case Dirt::Cause::OutputChanged: return fmt::format("output {} is not what was built", file);
    case Dirt::Cause::ResponseChanged:
      return fmt::format("response file {} is not what was written for it", file);
    case Dirt::Cause::Verification: return "its cached result is being verified";
  }
  return {};
}

Result<std::optional<Dirt>> why_dirty(const Action& action, const Digest& command, Snapshot& snapshot,
                                      Absence& absence, std::span<const std::uint8_t> pending) {
  using Cause = Dirt::Cause;
  const FileId primary = action.outputs.front();
  const auto record = snapshot.log().action(primary);
  if (!record) return Dirt{Cause::NeverRan};
  if (record->command != command) return Dirt{Cause::CommandChanged};

  const bool tokens = action.tokens && !record->exact;
  IdReader ids(record->inputs, record->end);
  for (std::uint32_t i = 0; i < record->input_count; ++i) {
    const FileId input = ids.next();
    if (input < pending.size() && pending[input] != 0) return Dirt{Cause::InputPending, input};
    HULL_CHECK(snapshot.look(input));
    const std::uint64_t changed = tokens ? snapshot.tokens_changed(input) : snapshot.content_changed(input);
    if (changed > record->started) {
      return Dirt{snapshot.missing(input) ? Cause::InputMissing : Cause::InputChanged, input};
    }
  }
  for (const FileId output : action.outputs) {
    HULL_CHECK(snapshot.look(output));
    if (snapshot.missing(output)) return Dirt{Cause::OutputMissing, output};
    if (snapshot.content_changed(output) > record->ended) return Dirt{Cause::OutputChanged, output};
  }
  if (!action.response_path.empty()) {
    const FileId response = snapshot.log().files().intern(action.response_path);
    HULL_CHECK(snapshot.look(response));
    if (snapshot.missing(response) || snapshot.content_changed(response) > record->ended) {
      return Dirt{Cause::ResponseChanged, response};
    }
  }
  ids.restart();
  FileId moved = kNoFile;
  for (std::uint32_t i = 0; i < record->watched_count; ++i) {
    const FileId directory = ids.next();
    HULL_CHECK(snapshot.look_watched(directory));
    if (moved == kNoFile && snapshot.content_changed(directory) > record->started) moved = directory;
  }
  if (moved == kNoFile) return std::nullopt;

  std::vector<FileId> inputs, watched;
  IdReader again(record->inputs, record->end);
  for (std::uint32_t i = 0; i < record->input_count; ++i) inputs.push_back(again.next());
  again.restart();
  for (std::uint32_t i = 0; i < record->watched_count; ++i) watched.push_back(again.next());
  HULL_TRY(AbsenceResult now, absence.compute(action.search.get(), inputs));
  if (now.digest != record->absence) return Dirt{Cause::HeaderShadowed, moved};

  // Nothing that matters came or went: record that, so that the next build need not compute it again. All
  // inputs are older than `started`, so moving it up to now loses nothing.
  ActionResult renewed{record->command,
                       snapshot.log().counter(),
                       snapshot.log().counter(),
                       record->duration_ms,
                       record->max_rss_kib,
                       record->exact,
                       now.digest,
                       std::move(inputs),
                       std::move(now.watched),
                       std::string(record->text)};
  snapshot.log().record(primary, renewed);
  return std::nullopt;
}

}  // namespace hull::engine
