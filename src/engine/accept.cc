// The part of the builder that decides whether a result counts.
//
// A command that ended well has read its inputs at some moment between its start and its end; we have looked at them before, or
// after. If one was edited in between, and edited back before the next build, the record would say that the
// outputs belong to a content they were not made from. So results are first held back, and recorded when a second look at
// all inputs shows that they still have the stamps they had. The look is shared by all results of half
// a second, because they share most of their headers. A result whose inputs moved is not recorded: its action
// is as dirty as before.

#include <algorithm>
#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"
#include "engine/builder.h"

namespace hull::engine {

namespace {

constexpr std::chrono::milliseconds kProveEvery{500};

Error plain_error(std::string message) {
  return Error{.message = std::move(message), .span = {}, .help = {}, .contexts = {}};
}

}  // namespace

std::vector<FileId> Builder::declared_inputs(ActionId id) const {
  std::vector<FileId> inputs = graph_[id].inputs;
  inputs.insert(inputs.end(), late_inputs_[id].begin(), late_inputs_[id].end());
  return inputs;
}

// The inputs that nobody declared: those that the depfile of the action names, and what it looked for in vain.
Result<void> Builder::discover(const Running& running, bool succeeded, std::vector<FileId>& discovered) {
  const Action& action = graph_[running.action];
  if (!action.depfile.empty()) {
    auto read = discovered_.read(action.depfile);
    if (read) {
      discovered = std::move(*read);
    } else if (succeeded) {
      return std::unexpected(std::move(read).error());
    }
  }
  // Some tools list what they write; that is no input. Nor is the response file: its content is in the command's
  // digest, and written a moment ago it would look edited meanwhile.
  const FileId response = action.response_path.empty() ? kNoFile : graph_.files().find(action.response_path);
  std::erase_if(discovered,
                [&](FileId file) { return file == response || graph_.producer(file) == running.action; });
  if (action.policy) {
    for (const FileId file : discovered) {
      if (auto reason = action.policy->rejects(graph_.files().path(file))) return fail(plain_error(std::move(*reason)));
    }
  }
  const std::size_t found = action.companion.empty() ? 0 : discovered.size();
  for (std::size_t i = 0; i < found; ++i) {
    const std::string_view path = graph_.files().path(discovered[i]);
    if (!path::is_absolute(path)) discovered.push_back(graph_.file(std::string(path) + action.companion));
  }
  discovered.insert(discovered.end(), action.sought.begin(), action.sought.end());
  return {};
}

// What the assembler reads because a text says so (.incbin): no depfile has it. It looks from the root, then in the search path.
std::vector<FileId> Builder::included_bytes(const Action& action, const std::vector<FileId>& inputs) {
  std::vector<FileId> files;
  for (const FileId input : inputs) {
    // The record may move while names are interned.
    const std::vector<std::string>& spellings = snapshot_.record(input).spellings;
    if (spellings.empty() || spellings.front().front() != '!') continue;
    for (const std::string& spelling : std::vector<std::string>(spellings)) {
      if (!spelling.starts_with('!')) break;
      const std::string name = spelling.substr(1);
      files.push_back(graph_.file(path::normal(name)));
      if (!action.search || path::is_absolute(name)) continue;
      for (const std::string& directory : action.search->directories) {
        files.push_back(graph_.file(path::normal(path::join(directory, name))));
      }
    }
  }
  return files;
}

Result<void> Builder::look_at_outputs(const Action& action, bool succeeded) {
  for (const FileId output : action.outputs) {
    const std::string_view path = graph_.files().path(output);
    if (!succeeded) {
      HULL_CHECK(disk_.remove(path));
      HULL_CHECK(disk_.write(path, ""));
    }
    HULL_CHECK(snapshot_.look_again(output));
    if (snapshot_.missing(output)) {
      return fail(plain_error(fmt::format("the command ended well but did not write `{}`", printable(path))));
    }
    snapshot_.wrote(output);
  }
  return {};
}

// Looks at what the action did. Gives the reason, for people, when it does not count as done.
Result<std::optional<std::string>> Builder::accept(const Running& running, const Ended& end, ActionEvent& event) {
  const ActionId id = running.action;
  const Action& action = graph_[id];
  const bool succeeded = end.signal == 0 && end.exit_code == 0;
  const auto refuse = [](const Error& error) { return std::optional<std::string>(render(error, false)); };
  if (!succeeded && !(action.optional_failure && end.signal == 0)) return std::optional<std::string>("");

  std::vector<FileId> discovered;
  if (auto found = discover(running, succeeded, discovered); !found) return refuse(found.error());
  if (pending_.size() < graph_.files().size()) pending_.resize(graph_.files().size());

  ActionResult result;
  result.command = commands_[id];
  result.started = running.started;
  result.inputs = declared_inputs(id);
  result.inputs.insert(result.inputs.end(), discovered.begin(), discovered.end());
  each_once(result.inputs);
  const auto look = [&](const std::vector<FileId>& inputs) -> Result<void> {
    for (const FileId input : inputs) {
      HULL_CHECK(snapshot_.look(input));
      result.exact = result.exact || snapshot_.record(input).embeds;
    }
    return {};
  };
  if (auto looked = look(result.inputs); !looked) return refuse(looked.error());
  if (const std::vector<FileId> bytes = included_bytes(action, result.inputs); !bytes.empty()) {
    if (auto looked = look(bytes); !looked) return refuse(looked.error());
    discovered.insert(discovered.end(), bytes.begin(), bytes.end());
    result.inputs.insert(result.inputs.end(), bytes.begin(), bytes.end());
    each_once(result.inputs);
    if (pending_.size() < graph_.files().size()) pending_.resize(graph_.files().size());
  }
  auto absence = absence_.compute(action.search.get(), result.inputs);
  if (!absence) return refuse(absence.error());
  result.absence = absence->digest;
  result.watched = std::move(absence->watched);

  if (auto looked = look_at_outputs(action, succeeded); !looked) return refuse(looked.error());
  result.ended = log_.counter();
  result.duration_ms = static_cast<std::uint32_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(event.end - event.begin).count());
  result.max_rss_kib = static_cast<std::uint32_t>(end.max_rss_kib);
  if (action.keeps_output) result.text = end.output;
  std::optional<PendingInsert> insert;
  if (running.cache_key && succeeded) insert = to_remember(running, result, discovered, end.output);
  unproven_.push_back({id, std::move(result), std::move(insert), running.expected});
  return std::optional<std::string>();
}

// Whether nothing the action read moved while it ran. `moved` says so of files, by FileId.
bool Builder::stayed(const Unproven& unproven, std::span<const std::uint8_t> moved) {
  const ActionResult& result = unproven.result;
  for (const std::vector<FileId>* files : {&result.inputs, &result.watched}) {
    const auto found = std::find_if(files->begin(), files->end(), [&](FileId file) {
      // The second: touched before we looked for the first time, but after the start.
      return moved[file] != 0 || (files == &result.inputs && snapshot_.touched(file) > result.started);
    });
    if (found == files->end()) continue;
    if (!summary_.moved) {
      observer_.message(fmt::format("`{}` changed while it was read: what read it runs again in the next build",
                                    printable(graph_.files().path(*found))));
    }
    return false;
  }
  for (const FileId input : result.inputs) {
    if (snapshot_.record(input).presence != Presence::Directory) continue;
    const Snapshot::Moves moves = snapshot_.moves_since(input, result.started);
    if (moves.anything || !moves.names.empty()) return false;
  }
  const Action& action = graph_[unproven.action];
  const auto disturbed = absence_.disturbed(action.search.get(), result.inputs, result.watched, result.started);
  return disturbed && !*disturbed;
}

// Records the results held back, once in a while or `all` of them now.
Result<void> Builder::prove_results(bool all) {
  const auto now = std::chrono::steady_clock::now();
  if (!all && (unproven_.empty() || now - proved_at_ < kProveEvery)) return {};
  proved_at_ = now;
  enum : std::uint8_t { kUnseen, kSeen };
  std::vector<std::uint8_t> seen(graph_.files().size(), kUnseen), moved(graph_.files().size(), 0);
  for (const Unproven& unproven : unproven_) {
    for (const std::vector<FileId>* files : {&unproven.result.inputs, &unproven.result.watched}) {
      for (const FileId file : *files) {
        if (std::exchange(seen[file], kSeen) == kSeen) continue;
        if (snapshot_.record(file).presence == Presence::Directory) {
          snapshot_.refresh(file);
        } else {
          moved[file] = snapshot_.moved(file);
        }
      }
    }
  }
  for (Unproven& unproven : unproven_) {
    if (!stayed(unproven, moved)) {
      summary_.moved = true;
      continue;
    }
    log_.record(graph_[unproven.action].outputs.front(), unproven.result);
    if (unproven.insert && as_expected(unproven)) insert(*unproven.insert);
  }
  unproven_.clear();
  return log_.flush();
}

}  // namespace hull::engine
