// The part of the builder that speaks to the action cache.

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "engine/builder.h"

namespace hull::engine {

Digest Builder::compared_digest(const Action& action, bool exact, FileId file) const {
  const FileRecord& record = snapshot_.record(file);
  return action.tokens && !exact ? record.tokens : record.content;
}

Result<std::optional<Digest>> Builder::cache_key(ActionId id) {
  const Action& action = graph_[id];
  if (!options_.cache || !action.cacheable || action.optional_failure) return std::optional<Digest>();
  Hasher hasher;
  hasher.field("hull action 2").digest(commands_[id]);
  // A generator or a foreign build may write where it stands into its outputs; compilers are told not to.
  hasher.field(action.sandbox || action.jobserver ? disk_.root() : std::string());
  for (const FileId input : declared_inputs(id)) {
    if (!snapshot_.look(input)) return std::optional<Digest>();
    hasher.field(graph_.files().path(input)).digest(compared_digest(action, false, input));
  }
  return std::optional<Digest>(hasher.finish());
}

// Whether everything the variant discovered is as it was then. `inputs` gets its files.
Result<bool> Builder::variant_fits(const Action& action, const CachedVariant& variant, std::vector<FileId>& inputs) {
  for (const auto& [path, digest] : variant.inputs) {
    // In the workspace that it comes from the layers may have been others.
    if (action.policy && action.policy->rejects(path)) return false;
    const FileId file = graph_.file(path);
    if (file < pending_.size() && pending_[file] != 0) return false;
    HULL_CHECK(snapshot_.look(file));
    if (snapshot_.missing(file) || compared_digest(action, variant.exact, file) != digest) return false;
    inputs.push_back(file);
  }
  return true;
}

Result<bool> Builder::serve_from_cache(ActionId id, const Digest& key) {
  const Action& action = graph_[id];
  for (const CachedVariant& variant : options_.cache->find(key)) {
    if (variant.outputs.size() != action.outputs.size()) continue;
    ActionResult result;
    result.command = commands_[id];
    result.exact = variant.exact;
    result.inputs = declared_inputs(id);
    auto fits = variant_fits(action, variant, result.inputs);
    if (!fits || !*fits) continue;
    each_once(result.inputs);
    auto absence = absence_.compute(action.search.get(), result.inputs);
    if (!absence || absence->digest != variant.absence) continue;
    result.absence = absence->digest;
    result.watched = std::move(absence->watched);
    result.started = log_.counter();

    const auto begin = std::chrono::steady_clock::now();
    if (auto prepared = prepare_outputs(action); !prepared) return false;
    bool whole = true;
    for (std::size_t i = 0; i < action.outputs.size() && whole; ++i) {
      const FileId output = action.outputs[i];
      whole = options_.cache->restore(variant.outputs[i], disk_.absolute(graph_.files().path(output))) &&
              snapshot_.look_again(output).has_value();
      if (whole && snapshot_.record(output).content != variant.outputs[i].digest) {
        options_.cache->discard(variant.outputs[i].digest);
        whole = false;
      }
    }
    if (!whole) continue;
    for (const FileId output : action.outputs) snapshot_.wrote(output);
    result.ended = log_.counter();
    result.duration_ms = durations_[id];
    log_.record(action.outputs.front(), result);
    ++summary_.cache_hits;
    done(id);
    ActionEvent event;
    event.action = id;
    event.outcome = Outcome::CacheHit;
    event.begin = begin;
    event.end = std::chrono::steady_clock::now();
    event.output = variant.text;
    if (options_.explain) event.explanation = explanations_[id];
    observer_.finished(action, event, progress());
    return true;
  }
  return false;
}

std::optional<Builder::PendingInsert> Builder::to_remember(const Running& running, const ActionResult& result,
                                                           const std::vector<FileId>& discovered,
                                                           const std::string& text) {
  const Action& action = graph_[running.action];
  PendingInsert insert;
  insert.key = *running.cache_key;
  insert.variant.absence = result.absence;
  insert.variant.exact = result.exact;
  insert.variant.text = text;
  for (const FileId input : result.inputs) {
    if (snapshot_.content_changed(input) > running.started || snapshot_.missing(input)) return std::nullopt;
  }
  for (const FileId file : discovered) {
    insert.variant.inputs.emplace_back(graph_.files().path(file), compared_digest(action, result.exact, file));
  }
  std::sort(insert.variant.inputs.begin(), insert.variant.inputs.end());
  insert.variant.inputs.erase(std::unique(insert.variant.inputs.begin(), insert.variant.inputs.end()),
                              insert.variant.inputs.end());
  for (const FileId output : action.outputs) {
    const std::string_view path = graph_.files().path(output);
    // A link or a directory would come back as something else.
    if (!disk_.is_plain_file(path)) return std::nullopt;
    insert.variant.outputs.push_back({snapshot_.record(output).content, disk_.look(path).mode});
    insert.paths.push_back(disk_.absolute(path));
  }
  return insert;
}

void Builder::insert(const PendingInsert& insert) {
  auto inserted = options_.cache->insert(insert.key, insert.variant, insert.paths);
  if (inserted || warned_) return;
  warned_ = true;
  observer_.message(fmt::format("the action cache does not take results: {}", inserted.error().message));
}

}  // namespace hull::engine
