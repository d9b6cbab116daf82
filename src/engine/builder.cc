#include "engine/builder.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <sched.h>

#include "base/path.h"
#include "base/text.h"
#include "engine/sandbox.h"

namespace hull::engine {

namespace {

constexpr std::chrono::milliseconds kTick{100};

unsigned usable_cpus() {
  cpu_set_t set;
  if (::sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return std::max(1, CPU_COUNT(&set));
}

}  // namespace

Result<BuildSummary> build(ActionGraph& graph, StateLog& log, std::span<const FileId> wanted,
                           const BuildOptions& options, Observer& observer) {
  HULL_TRY(const Disk disk, Disk::open(options.root));
  const bool serve = std::any_of(graph.actions().begin(), graph.actions().end(),
                                 [](const Action& action) { return action.jobserver; });
  const unsigned jobs = options.jobs != 0 ? options.jobs : usable_cpus();
  HULL_TRY(Jobserver jobserver, Jobserver::open(jobs, serve, options.environment));
  Builder builder(graph, log, disk, options, std::move(jobserver), observer);
  return builder.run(wanted);
}

Builder::Builder(ActionGraph& graph, StateLog& log, const Disk& disk, const BuildOptions& options,
                 Jobserver jobserver, Observer& observer)
    : graph_(graph), log_(log), disk_(disk), options_(options), observer_(observer), snapshot_(log, disk),
      absence_(snapshot_), discovered_(log.files(), disk), jobserver_(std::move(jobserver)),
      children_(disk, log.files()) {
  const std::size_t count = graph.actions().size();
  states_.resize(count, State::Unneeded);
  waiting_for_.resize(count);
  dependents_.resize(count);
  late_inputs_.resize(count);
  late_read_.resize(count);
  commands_.resize(count);
  sampled_.resize(count);
  explanations_.resize(options.explain ? count : 0);
  durations_.resize(count);
  slots_.resize(jobserver_.limit());
  pending_.resize(graph.files().size());
  for (const Action& action : graph.actions()) {
    for (const FileId output : action.outputs) pending_[output] = 1;
  }
}

Result<BuildSummary> Builder::run(std::span<const FileId> wanted) {
  for (const FileId file : wanted) HULL_CHECK(need(file));
  choose_sample();
  // Producers stand first, so a pass in order settles everything that is clean.
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const ActionId id = order_[i];
    if (states_[id] != State::Needed) continue;
    if (waiting_for_[id] == 0) {
      HULL_CHECK(consider(id));
    } else {
      states_[id] = State::Waiting;
    }
    HULL_CHECK(consider_unblocked());
  }
  prioritise();
  while (open_ > 0) {
    HULL_CHECK(start_ready());
    if (children_.running() == 0) break;
    HULL_CHECK(finish_all(children_.wait(kTick)));
    if (children_.interrupted()) {
      children_.stop_all();
      summary_.interrupted = true;
      break;
    }
    HULL_CHECK(consider_unblocked());
    HULL_CHECK(prove_results(false));
    observer_.tick(progress());
  }
  HULL_CHECK(prove_results(true));
  if (options_.cache) {
    if (auto collected = options_.cache->collect_if_due(); !collected) observer_.message(collected.error().message);
  }
  snapshot_.settle();
  HULL_CHECK(log_.flush());
  summary_.skipped = open_;
  summary_.looked = snapshot_.looked();
  return summary_;
}

// --- deciding ---------------------------------------------------------------------------------------------

Result<void> Builder::consider_unblocked() {
  while (!unblocked_.empty()) {
    const ActionId id = unblocked_.back();
    unblocked_.pop_back();
    if (states_[id] == State::Waiting || states_[id] == State::Needed) HULL_CHECK(consider(id));
  }
  return {};
}

// Makes `id` wait for the action that writes `input`, if one has still to. True when it waits.
Result<bool> Builder::wait_for_producer(ActionId id, FileId input) {
  const ActionId producer = graph_.producer(input);
  if (producer == kNoAction || producer == id) return false;
  const std::size_t before = order_.size();
  if (states_[producer] == State::Unneeded) HULL_CHECK(search(producer));
  for (std::size_t i = before; i < order_.size(); ++i) {
    if (waiting_for_[order_[i]] == 0) unblocked_.push_back(order_[i]);
    else states_[order_[i]] = State::Waiting;
  }
  if (states_[producer] == State::Done) return false;
  wait_for(id, producer);
  states_[id] = State::Waiting;
  return true;
}

Result<bool> Builder::read_late_inputs(ActionId id) {
  const Action& action = graph_[id];
  if (action.late_inputs == kNoFile || late_read_[id]) return false;
  HULL_TRY(late_inputs_[id], discovered_.read_lines(graph_.files().path(action.late_inputs)));
  late_read_[id] = 1;
  bool waits = false;
  for (const FileId input : late_inputs_[id]) {
    const ActionId producer = graph_.producer(input);
    if (producer != kNoAction && states_[producer] != State::Done && depends_on(producer, id)) {
      return fail(fmt::format("files need each other in a cycle: `{}` needs `{}`, which needs it",
                              printable(graph_.files().path(action.outputs.front())),
                              printable(graph_.files().path(input))));
    }
    HULL_TRY(const bool one, wait_for_producer(id, input));
    waits = waits || one;
  }
  return waits;
}

Result<void> Builder::consider(ActionId id) {
  const Action& action = graph_[id];
  const auto waits = read_late_inputs(id);
  if (!waits) {
    cannot_run(id, waits.error());
    return {};
  }
  if (*waits) return {};

  commands_[id] = command_digest(action, graph_.files());
  for (;;) {
    auto dirt = why_dirty(action, commands_[id], snapshot_, absence_, pending_);
    if (!dirt) {
      cannot_run(id, dirt.error());
      return {};
    }
    if (!*dirt && sampled_[id]) *dirt = Dirt{Dirt::Cause::Verification};
    if (!*dirt) {
      ++summary_.clean;
      done(id);
      tell_again(id);
      return {};
    }
    if ((*dirt)->cause == Dirt::Cause::InputPending) {
      // Read last time, made by an action now, though not declared. Where waiting would close a circle the old
      // record is out of date, and so is the action.
      const ActionId producer = graph_.producer((*dirt)->file);
      if (producer != kNoAction && !depends_on(producer, id)) {
        HULL_TRY(const bool one, wait_for_producer(id, (*dirt)->file));
        if (one) return {};
        pending_[(*dirt)->file] = 0;
        continue;
      }
    }
    if (options_.explain) explanations_[id] = explain(**dirt, graph_.files());
    break;
  }
  states_[id] = State::Ready;
  ready_.push(id, urgency_.empty() ? 0 : urgency_[id]);
  return {};
}

// What a clean action printed when it ran, if that is kept.
void Builder::tell_again(ActionId id) {
  const Action& action = graph_[id];
  if (!action.keeps_output) return;
  const auto record = log_.action(action.outputs.front());
  if (!record || record->text.empty()) return;
  ActionEvent event;
  event.action = id;
  event.begin = event.end = std::chrono::steady_clock::now();
  event.output = record->text;
  observer_.finished(action, event, progress());
}

void Builder::done(ActionId id) {
  states_[id] = State::Done;
  --open_;
  remaining_ms_ -= std::min<std::uint64_t>(remaining_ms_, durations_[id]);
  for (const FileId output : graph_[id].outputs) pending_[output] = 0;
  for (const ActionId dependent : dependents_[id]) {
    if (--waiting_for_[dependent] == 0 && states_[dependent] == State::Waiting) unblocked_.push_back(dependent);
  }
}

void Builder::fail_action(ActionId id, ActionEvent event) {
  states_[id] = State::Failed;
  --open_;
  ++summary_.failed;
  summary_.failures.push_back(id);
  event.action = id;
  event.outcome = Outcome::Failed;
  if (event.begin == std::chrono::steady_clock::time_point{}) event.begin = event.end = std::chrono::steady_clock::now();
  observer_.finished(graph_[id], event, progress());
  if (!options_.keep_going) stopping_ = true;
}

void Builder::cannot_run(ActionId id, const Error& error) {
  ActionEvent event;
  event.output = render(error, false);
  event.exit_code = 1;
  fail_action(id, std::move(event));
}

// --- running ----------------------------------------------------------------------------------------------

void Builder::prioritise() {
  std::uint64_t known = 0, count = 0;
  for (const ActionId id : order_) {
    if (durations_[id] != 0) {
      known += durations_[id];
      ++count;
    }
  }
  const auto mean = static_cast<std::uint32_t>(count == 0 ? 1 : std::max<std::uint64_t>(1, known / count));
  for (const ActionId id : order_) {
    if (durations_[id] == 0) durations_[id] = mean;
    if (states_[id] != State::Done && count != 0) remaining_ms_ += durations_[id];
  }
  if (open_ == 0) return;
  urgency_ = critical_paths(order_, dependents_, durations_);
  ReadyQueue by_urgency;
  while (!ready_.empty()) {
    const ActionId id = ready_.pop();
    by_urgency.push(id, urgency_[id]);
  }
  ready_ = std::move(by_urgency);
}

Progress Builder::progress() const {
  Progress progress;
  progress.done = summary_.ran + summary_.cache_hits + summary_.failed;
  progress.total = progress.done + open_;
  progress.remaining = std::chrono::milliseconds(remaining_ms_ / slots_.size());
  return progress;
}

Result<void> Builder::start_ready() {
  while (!ready_.empty() && !stopping_) {
    const ActionId id = ready_.top();
    if (!jobserver_.acquire()) return {};
    const auto record = log_.action(graph_[id].outputs.front());
    const unsigned slot = free_slot();
    if (!memory_.allows(slot, record ? record->max_rss_kib : 0) && children_.running() > 0) {
      jobserver_.release();
      return {};
    }
    ready_.pop();
    HULL_TRY(const bool running, start(id, slot));
    if (!running) {
      jobserver_.release();
      memory_.ended(slot);
      HULL_CHECK(consider_unblocked());
    }
  }
  return {};
}

unsigned Builder::free_slot() const {
  const auto idle = [](const Running& running) { return running.action == kNoAction; };
  return static_cast<unsigned>(std::find_if(slots_.begin(), slots_.end(), idle) - slots_.begin());
}

// Looks at the declared inputs. Only now: what never ran is dirty without a look, and the first commands need not wait until
// every source was read.
Result<void> Builder::look_at_inputs(const Action& action) {
  for (const FileId input : action.inputs) {
    HULL_CHECK(snapshot_.look(input));
    if (!snapshot_.missing(input)) continue;
    return fail(fmt::format("`{}` does not exist, and nothing makes it", printable(graph_.files().path(input))));
  }
  return {};
}

// False when the action is settled without a process: from the cache, or because it cannot start.
Result<bool> Builder::start(ActionId id, unsigned slot) {
  const Action& action = graph_[id];
  if (auto looked = look_at_inputs(action); !looked) {
    cannot_run(id, looked.error());
    return false;
  }
  HULL_TRY(const std::optional<Digest> key, cache_key(id));
  std::optional<CachedVariant> expected;
  if (key && sampled_[id]) {
    expected = expected_from_cache(id, *key);
  } else if (key) {
    HULL_TRY(const bool served, serve_from_cache(id, *key));
    if (served) return false;
  }
  if (action.sandbox && !warned_ && !why_no_sandbox().empty()) {
    warned_ = true;
    observer_.message(fmt::format("this kernel gives us no sandbox ({}): commands of [[generate]] run without one",
                                  why_no_sandbox()));
  }
  auto prepared = prepare_outputs(action);
  list_search_path(action);
  wait_for_a_tick();
  Running running;
  running.action = id;
  running.started = log_.advance();
  snapshot_.starts(Disk::now_ns(), running.started);
  running.begin = std::chrono::steady_clock::now();
  running.cache_key = key;
  running.expected = std::move(expected);
  if (prepared) {
    prepared = children_.start(slot, action,
                               action.jobserver ? jobserver_.child_environment() : std::vector<std::string>{},
                               action.jobserver ? jobserver_.child_descriptors() : std::vector<int>{});
  }
  if (!prepared) {
    cannot_run(id, prepared.error());
    return false;
  }
  states_[id] = State::Running;
  slots_[slot] = std::move(running);
  observer_.started(action, slot, progress());
  return true;
}

// A file written before this build must be older, by the file system's clock, than the first action: else one that
// the action discovers would look as if it had been edited meanwhile.
void Builder::wait_for_a_tick() {
  const timespec pause{0, 200'000};
  while (Disk::now_ns() <= begun_ns_) ::nanosleep(&pause, nullptr);
}

// From here on we can say which names came and went where this action's includes look.
void Builder::list_search_path(const Action& action) {
  if (!action.search || !listed_.insert(action.search.get()).second) return;
  for (const std::string& directory : action.search->directories) snapshot_.list(graph_.file(directory));
}

Result<void> Builder::prepare_outputs(const Action& action) {
  for (const FileId output : action.outputs) {
    snapshot_.will_write(output);
    HULL_CHECK(make_way(graph_.files().path(output)));
  }
  if (!action.depfile.empty()) HULL_CHECK(make_way(action.depfile));
  if (!action.response_path.empty()) {
    HULL_CHECK(disk_.make_directories(path::directory(action.response_path)));
    HULL_CHECK(disk_.write(action.response_path, action.response));
    HULL_CHECK(snapshot_.look_again(graph_.file(action.response_path)));
  }
  return {};
}

// Makes the directory of `output`, and takes away what is left there of an earlier build: `ar` adds to an archive that
// exists, a hard link someone made of an output must not change under them, and a program that runs cannot be written over.
Result<void> Builder::make_way(std::string_view output) {
  const std::string_view directory = path::directory(output);
  auto known = directories_.find(directory);
  if (known == directories_.end()) {
    snapshot_.will_make(directory);
    HULL_TRY(const bool empty, disk_.make_directories(directory));
    if (empty) HULL_CHECK(snapshot_.made(directory));
    known = directories_.emplace(directory, empty).first;
  }
  // To ask costs: a removal in vain takes the directory's lock, which compilers that write there wait for.
  return known->second ? Result<void>{} : disk_.remove(output);
}

// Fills the slots that are free again before it reads results, so that the CPUs are not idle meanwhile.
Result<void> Builder::finish_all(std::vector<Ended> ended) {
  std::vector<Running> results;
  for (const Ended& end : ended) results.push_back(release(end));
  // Unless it looks as if this build stops here.
  const bool well = std::all_of(ended.begin(), ended.end(), [](const Ended& end) { return end.exit_code == 0 && end.signal == 0; });
  if (well || options_.keep_going) HULL_CHECK(start_ready());
  for (std::size_t i = 0; i < ended.size(); ++i) HULL_CHECK(finish(results[i], ended[i]));
  return {};
}

Builder::Running Builder::release(const Ended& end) {
  jobserver_.release();
  memory_.ended(end.slot);
  return std::exchange(slots_[end.slot], Running{});
}

Result<void> Builder::finish(const Running& running, const Ended& end) {
  const ActionId id = running.action;
  ActionEvent event;
  event.action = id;
  event.slot = end.slot;
  event.begin = running.begin;
  event.end = std::chrono::steady_clock::now();
  event.max_rss_kib = end.max_rss_kib;
  event.exit_code = end.exit_code;
  event.signal = end.signal;
  event.output = end.output;
  if (options_.explain) event.explanation = explanations_[id];

  HULL_TRY(const std::optional<std::string> refused, accept(running, end, event));
  if (refused) {
    event.output += *refused;
    if (event.exit_code == 0) event.exit_code = 1;
    fail_action(id, std::move(event));
    return {};
  }
  ++summary_.ran;
  event.outcome = Outcome::Ran;
  done(id);
  observer_.finished(graph_[id], event, progress());
  return {};
}

}  // namespace hull::engine
