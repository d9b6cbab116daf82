// What a build looks like while it runs.
//
// By default: one line per package, one per link, what compilers have to say, and on a terminal one live line
// with counts, an estimate and the running units. Compiler output is printed whole when its action ends.
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/console.h"
#include "cli/diagnostics.h"
#include "engine/build.h"
#include "manifest/model.h"
#include "plan/plan.h"
#include "tool/timings.h"

namespace hull::cli {

class BuildProgress : public engine::Observer {
 public:
  struct Style {
    bool json = false;     ///< Diagnostics go to standard output as JSON.
    bool explain = false;  ///< Say why, for every action.
    bool record = false;   ///< Keep what `--timings` needs.
  };
  BuildProgress(Console& console, const manifest::Workspace& workspace, const engine::ActionGraph& graph,
                Style style);

  void started(const engine::Action& action, unsigned slot, const engine::Progress& progress) override;
  void finished(const engine::Action& action, const engine::ActionEvent& event,
                const engine::Progress& progress) override;
  void message(std::string_view text) override;
  void tick(const engine::Progress& progress) override;

  /// After the build: which actions failed, or "Finished dev in 0.31s".
  void conclude(const engine::BuildSummary& summary, const std::string& profile);
  /// What compilers say of actions whose output is kept, each piece once: a build with nothing to do says it
  /// again.
  struct Said {
    std::string text;  ///< Escapes included.
    unsigned warnings = 0;
  };
  const Said& said() const { return said_; }
  /// After the build, for JSON: an artifact per wanted target that is up to date, and the end.
  void artifacts(const plan::Plan& plan, const engine::BuildSummary& summary);

  const std::vector<tool::TimedAction>& timed() const { return timed_; }
  std::chrono::steady_clock::time_point begin() const { return begin_; }

 private:
  void announce(const engine::Action& action);
  void show_output(const engine::Action& action, std::string_view output);
  void draw(const engine::Progress& progress, bool at_once);

  struct Failure {
    std::string description;
    std::string reason;
    std::string command;  ///< Of a [[generate]], for a shell; "" for what hull wrote itself.
  };

  Console& console_;
  const manifest::Workspace& workspace_;
  const engine::ActionGraph& graph_;
  Style style_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_;
  std::vector<const engine::Action*> running_;    ///< By slot: what runs there; null when idle.
  std::set<std::string, std::less<>> announced_;  ///< Packages that had their line.
  std::unordered_set<engine::ActionId> renewed_;  ///< Actions that ran or came from the cache.
  std::vector<Failure> failures_;
  std::vector<tool::TimedAction> timed_;
  Shown shown_;
  Said said_;
  unsigned warnings_ = 0;
};

/// The lines with which a build that has nothing more to do ends: a count of the warnings shown, if any, and
/// "Finished".
void say_finished(Console& console, unsigned warnings, std::string_view text);

/// "0.31s", "12.4s", "3m 05s".
std::string duration_text(std::chrono::steady_clock::duration duration);

}  // namespace hull::cli
