// The part of the builder that speaks to the action cache.

#include <algorithm>
#include <fmt/format.h>
#include <xxhash.h>

#include "base/path.h"
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
    if (snapshot_.missing(file) != (digest == kAbsent)) return false;
    if (digest != kAbsent && compared_digest(action, variant.exact, file) != digest) return false;
    inputs.push_back(file);
  }
  return true;
}

// The variant with what the state log will know of the action, when everything the variant rests on is as it was.
std::optional<Builder::Fitting> Builder::fit(ActionId id, CachedVariant variant) {
  const Action& action = graph_[id];
  if (variant.outputs.size() != action.outputs.size()) return std::nullopt;
  ActionResult result;
  result.command = commands_[id];
  result.exact = variant.exact;
  result.inputs = declared_inputs(id);
  const auto fits = variant_fits(action, variant, result.inputs);
  if (!fits || !*fits) return std::nullopt;
  each_once(result.inputs);
  auto absence = absence_.compute(action.search.get(), result.inputs);
  if (!absence || absence->digest != variant.absence) return std::nullopt;
  result.absence = absence->digest;
  result.watched = std::move(absence->watched);
  result.started = log_.counter();
  if (action.keeps_output) result.text = variant.text;
  return Fitting{std::move(variant), std::move(result)};
}

// False when a blob is gone or damaged.
bool Builder::restore_outputs(const Action& action, const CachedVariant& variant) {
  if (auto prepared = prepare_outputs(action); !prepared) return false;
  // What is restored in vain is to be removed before the command runs.
  for (const FileId output : action.outputs) {
    directories_.insert_or_assign(std::string(path::directory(graph_.files().path(output))), false);
  }
  for (std::size_t i = 0; i < action.outputs.size(); ++i) {
    const FileId output = action.outputs[i];
    if (!options_.cache->restore(variant.outputs[i], disk_.absolute(graph_.files().path(output)))) return false;
    if (!snapshot_.look_again(output)) return false;
    if (snapshot_.record(output).content != variant.outputs[i].digest) {
      options_.cache->discard(variant.outputs[i].digest);
      return false;
    }
  }
  for (const FileId output : action.outputs) snapshot_.wrote(output);
  return true;
}

Result<bool> Builder::serve_from_cache(ActionId id, const Digest& key) {
  const Action& action = graph_[id];
  for (CachedVariant& variant : options_.cache->find(key)) {
    std::optional<Fitting> fitting = fit(id, std::move(variant));
    if (!fitting) continue;
    const auto begin = std::chrono::steady_clock::now();
    if (!restore_outputs(action, fitting->variant)) continue;
    ActionResult& result = fitting->result;
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
    event.output = std::move(fitting->variant.text);
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
    if (snapshot_.touched(input) > running.started) return std::nullopt;
  }
  for (const FileId file : discovered) {
    const Digest digest = snapshot_.missing(file) ? kAbsent : compared_digest(action, result.exact, file);
    insert.variant.inputs.emplace_back(graph_.files().path(file), digest);
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

// --- verifying --------------------------------------------------------------------------------------------

// Marks actions to run again. Which ones depends on the log's counter, so that each build tries others.
void Builder::choose_sample() {
  if (!options_.cache || options_.verify == 0) return;
  const std::uint64_t seed = log_.counter();
  std::vector<std::pair<std::uint64_t, ActionId>> candidates;
  for (const ActionId id : order_) {
    if (!graph_[id].cacheable || graph_[id].optional_failure) continue;
    const std::string_view name = graph_.files().path(graph_[id].outputs.front());
    candidates.emplace_back(XXH3_64bits_withSeed(name.data(), name.size(), seed), id);
  }
  std::sort(candidates.begin(), candidates.end());
  if (candidates.size() > options_.verify) candidates.resize(options_.verify);
  for (const auto& [rank, id] : candidates) sampled_[id] = 1;
}

std::optional<CachedVariant> Builder::expected_from_cache(ActionId id, const Digest& key) {
  for (CachedVariant& variant : options_.cache->find(key)) {
    if (auto fitting = fit(id, std::move(variant))) return std::move(fitting->variant);
  }
  return std::nullopt;
}

// False when the outputs are not those in the cache, which forgets what it knew then: no one can say which are right.
bool Builder::as_expected(const Unproven& unproven) {
  if (!unproven.expected) return true;
  ++summary_.verified;
  const Action& action = graph_[unproven.action];
  for (std::size_t i = 0; i < action.outputs.size(); ++i) {
    if (snapshot_.record(action.outputs[i]).content == unproven.expected->outputs[i].digest) continue;
    summary_.unlike.push_back({unproven.action, action.outputs[i]});
    options_.cache->forget(unproven.insert->key);
    return false;
  }
  return true;
}

}  // namespace hull::engine
