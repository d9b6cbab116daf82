#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstring>

#include "base/path.h"
#include "base/process.h"
#include "cli/link_hint.h"
#include "cli/messages.h"
#include "cli/session.h"

namespace hull::cli {
namespace {

using std::chrono::steady_clock;

/// "Compiling core src/a.cc" -> "Compiling", "core src/a.cc".
std::pair<std::string_view, std::string_view> verb_and_object(std::string_view description) {
  const auto blank = description.find(' ');
  if (blank == description.npos) return {description, {}};
  return {description.substr(0, blank), description.substr(blank + 1)};
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// For the live line, which has little room: "Compiling core src/a.cc" -> "a.cc", "Linking unit (core)" ->
/// "unit (core)".
std::string_view shortest(std::string_view description) {
  const std::string_view object = verb_and_object(description).second;
  return object.ends_with(')') ? object : path::name(object.substr(object.find(' ') + 1));
}

std::string command_line(const engine::Action& action) {
  std::vector<std::string> argv;
  if (action.common) argv = action.common->words;
  argv.insert(argv.end(), action.words.begin(), action.words.end());
  return shell_quoted(argv);
}

/// The command of a [[generate]] as a person runs it, from any directory: with the variables that are not so
/// in this process, and without the sandbox. "" for other actions: their commands are hull's affair, shown by
/// -vv.
std::string generator_line(const engine::Action& action, const std::string& root) {
  if (!action.sandbox) return {};
  std::vector<std::string> variables;
  if (action.environment) {
    const std::vector<std::string> ours = process_environment();
    std::ranges::remove_copy_if(
        action.environment->words, std::back_inserter(variables),
        [&](const std::string& line) { return std::ranges::find(ours, line) != ours.end(); });
  }
  std::string text = fmt::format("cd {} && ", shell_quoted(std::vector<std::string>{root}));
  if (!variables.empty()) text += fmt::format("env {} ", shell_quoted(variables));
  text += command_line(action);
  if (!action.stdout_path.empty()) text += " > " + shell_quoted(std::vector<std::string>{action.stdout_path});
  return text;
}

std::string ending(const engine::ActionEvent& event) {
  if (event.signal == SIGKILL) return "killed; is there enough memory?";
  if (event.signal != 0) return fmt::format("ended by signal {} ({})", event.signal, strsignal(event.signal));
  return fmt::format("exit code {}", event.exit_code);
}

constexpr std::size_t kWidth = 24;        // Of the bar.
constexpr std::size_t kRoomForABar = 60;  // Columns; with less, the numbers and names are worth more.

std::string bar(std::size_t done, std::size_t total) {
  const std::size_t filled = total == 0 ? 0 : std::min(kWidth, done * kWidth / total);
  std::string text(filled, '=');
  if (filled < kWidth) text += '>';
  text.resize(kWidth, ' ');
  return text;
}

std::string remaining_text(std::chrono::milliseconds remaining) {
  const auto seconds = (remaining.count() + 999) / 1000;
  return seconds < 60 ? fmt::format("{}s", seconds) : fmt::format("{}m {:02}s", seconds / 60, seconds % 60);
}

}  // namespace

std::string duration_text(steady_clock::duration duration) {
  const double seconds = std::chrono::duration<double>(duration).count();
  if (seconds < 10) return fmt::format("{:.2f}s", seconds);
  if (seconds < 60) return fmt::format("{:.1f}s", seconds);
  const auto whole = static_cast<long>(seconds);
  return fmt::format("{}m {:02}s", whole / 60, whole % 60);
}

void say_finished(Console& console, unsigned warnings, std::string_view text) {
  if (warnings > 0) {
    console.warning(fmt::format("the compiler gave {} warning{}", warnings, warnings == 1 ? "" : "s"));
  }
  console.status("Finished", text);
}

BuildProgress::BuildProgress(Console& console, const manifest::Workspace& workspace,
                             const engine::ActionGraph& graph, Style style)
    : console_(console), workspace_(workspace), graph_(graph), style_(style) {}

void BuildProgress::started(const engine::Action& action, unsigned slot, const engine::Progress& progress) {
  if (running_.size() <= slot) running_.resize(slot + 1);
  running_[slot] = &action;
  if (!style_.explain) announce(action);
  draw(progress, false);
}

void BuildProgress::finished(const engine::Action& action, const engine::ActionEvent& event,
                             const engine::Progress& progress) {
  using engine::Outcome;
  if (event.outcome == Outcome::Clean) return show_output(action, event.output);
  // The slot may have been filled again before the result was read.
  if (event.slot < running_.size() && running_[event.slot] == &action) running_[event.slot] = nullptr;
  if (event.outcome == Outcome::Skipped) return;
  if (event.outcome == Outcome::Failed) {
    failures_.push_back({action.description, ending(event), generator_line(action, workspace_.root)});
  } else {
    renewed_.insert(event.action);
  }
  const auto [verb, object] = verb_and_object(action.description);
  if (style_.explain) {
    console_.status(
        event.outcome == Outcome::CacheHit ? "Restored" : verb,
        fmt::format("{} ({})", object, event.explanation.empty() ? "reason unknown" : event.explanation));
    if (console_.verbosity() > 1) console_.status("Running", command_line(action));
  } else if (event.outcome == Outcome::CacheHit && console_.verbosity() > 0) {
    console_.status("Restored", object);
  }
  if (event.outcome == Outcome::Failed) {
    show_output(action, event.output + hidden_symbols_note(graph_, action, event.output));
  } else {
    show_output(action, event.output);
  }
  if (style_.record) {
    const auto seconds = [&](steady_clock::time_point at) {
      return std::chrono::duration<double>(at - begin_).count();
    };
    timed_.push_back({.action = event.action,
                      .slot = event.slot,
                      .begin = seconds(event.begin),
                      .end = seconds(event.end),
                      .restored = event.outcome == Outcome::CacheHit,
                      .failed = event.outcome == Outcome::Failed,
                      .max_rss_kib = event.max_rss_kib});
  }
  draw(progress, false);
}

void BuildProgress::message(std::string_view text) { console_.status("Waiting", text); }

void BuildProgress::tick(const engine::Progress& progress) { draw(progress, true); }

/// One line per package (`Compiling`), every link, and with -v every action.
void BuildProgress::announce(const engine::Action& action) {
  const auto [verb, object] = verb_and_object(action.description);
  if (console_.verbosity() > 0) {
    console_.status(verb, object);
    if (console_.verbosity() > 1) console_.status("Running", command_line(action));
    return;
  }
  if (verb == "Linking") {
    console_.status(verb, object);
    return;
  }
  if (verb != "Compiling" && verb != "Checking") return;
  const std::string_view name = first_word(object);
  if (announced_.contains(name)) return;
  announced_.emplace(name);
  const manifest::Package* package = workspace_.find(name);
  if (!package) {
    console_.status(verb, object);
    return;
  }
  const std::string place = path::inside_or_same(package->root, workspace_.root);
  console_.status(verb, fmt::format("{} v{}{}", name, package->version,
                                    package->root == workspace_.root ? "" : fmt::format(" ({})", place)));
}

void BuildProgress::show_output(const engine::Action& action, std::string_view output) {
  if (output.empty()) return;
  std::string text;
  for (const Diagnostic& diagnostic : read_diagnostics(output)) {
    if (!shown_.first_time(diagnostic)) continue;
    if (diagnostic.level == Diagnostic::Level::Warning) ++warnings_;
    if (style_.json) {
      console_.print(compiler_message(diagnostic, action.description));
    } else {
      text += console_.terminal().color ? diagnostic.text : strip_escapes(diagnostic.text);
    }
    if (!action.keeps_output) continue;
    said_.text += diagnostic.text;
    if (diagnostic.level == Diagnostic::Level::Warning) ++said_.warnings;
  }
  console_.raw(text);
}

void BuildProgress::draw(const engine::Progress& progress, bool at_once) {
  if (console_.quiet() || !console_.terminal().is_terminal) return;
  const auto now = steady_clock::now();
  if (!at_once && now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  std::string line = fmt::format("{}/{}", progress.done, progress.total);
  if (console_.live_columns() >= kRoomForABar) {
    line = fmt::format("[{}] {}", bar(progress.done, progress.total), line);
  }
  if (progress.remaining.count() > 0) line += " ETA " + remaining_text(progress.remaining);
  const char* separator = ": ";
  for (const engine::Action* action : running_) {
    if (!action) continue;
    line += fmt::format("{}{}", separator, shortest(action->description));
    separator = ", ";
  }
  console_.live("Building", line);
}

void BuildProgress::conclude(const engine::BuildSummary& summary, const std::string& profile) {
  console_.clear_live();
  const std::string time = duration_text(steady_clock::now() - begin_);
  if (summary.interrupted) {
    console_.error(
        {.message = fmt::format("interrupted after {}", time), .span = {}, .help = {}, .contexts = {}});
    return;
  }
  if (summary.failed > 0) {
    const std::size_t tried = summary.ran + summary.cache_hits + summary.failed + summary.skipped;
    Error error{.message = fmt::format("{} of {} actions failed", summary.failed, tried),
                .span = {},
                .help = {},
                .contexts = {}};
    constexpr std::size_t kMost = 20;
    for (std::size_t i = 0; i < std::min(failures_.size(), kMost); ++i) {
      error.message += fmt::format("\n  {}: {}", failures_[i].description, failures_[i].reason);
      if (!failures_[i].command.empty()) error.message += "\n    " + failures_[i].command;
    }
    if (failures_.size() > kMost) error.message += fmt::format("\n  and {} more", failures_.size() - kMost);
    console_.error(error);
    return;
  }
  std::string text = fmt::format("{} in {}", profile, time);
  if (summary.cache_hits > 0) {
    text += fmt::format(" ({} of {} actions from the cache)", summary.cache_hits,
                        summary.cache_hits + summary.ran);
  }
  say_finished(console_, warnings_, text);
}

void BuildProgress::artifacts(const plan::Plan& plan, const engine::BuildSummary& summary) {
  const bool complete = summary.failed == 0 && !summary.interrupted;
  for (const plan::PlannedTarget& target : plan.targets) {
    if (!target.wanted || target.file == engine::kNoFile) continue;
    const bool renewed = renewed_.contains(graph_.producer(target.file));
    if (complete || renewed) console_.print(artifact_message(target, workspace_, !renewed));
  }
  console_.print(finished_message(complete));
}

}  // namespace hull::cli
