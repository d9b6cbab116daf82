// The path that every building verb takes:
//
//   options -> workspace -> toolchain -> profile -> target directory and its lock
//           -> plan -> compile_commands.json -> engine -> summary
//
// A build with nothing to do is what people run most, so nothing on this path runs a program or reads a file
// that the answer does not need.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/checker.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/selection.h"
#include "cli/target_directory.h"
#include "engine/action.h"
#include "engine/action_cache.h"
#include "engine/build.h"
#include "manifest/workspace.h"
#include "plan/plan.h"
#include "toolchain/toolchain.h"

namespace hull::cli {

/// The exit code that stands for "ended by SIGINT"; main turns it into the signal itself, so that a shell
/// loop around hull ends too.
inline constexpr int kInterrupted = 130;

/// Our environment, "NAME=VALUE".
std::vector<std::string> process_environment();
/// The value of `name` in it, or "".
std::string environment_value(const std::vector<std::string>& environment, std::string_view name);

/// `path` as seen from the working directory; absolute and normal.
std::string absolute_path(const std::string& path);

/// The workspace that --manifest-path or the working directory means.
Result<manifest::Workspace> open_workspace(const Options& options);
/// The target directory that --target-dir or HULL_TARGET_DIR names, absolute; "" when neither does.
std::string chosen_target_root(const Options& options, const std::vector<std::string>& environment);
/// Where everything built goes: --target-dir, HULL_TARGET_DIR, or <root>/target. Absolute.
std::string target_root(const manifest::Workspace& workspace, const Options& options);

/// A workspace with a toolchain, a profile and a place to build in.
struct Session {
  const Options& options;
  Console& console;
  std::vector<std::string> environment;
  std::int64_t started_ns = 0;  ///< The file system's clock before anything was read.
  std::int64_t begun_ns = 0;    ///< The fine clock then.
  manifest::Workspace workspace;
  std::vector<std::size_t> packages;  ///< Selected: indices into workspace.packages.
  ChosenProfile profile;
  std::string target_root;       ///< "<root>/target"
  std::string target_directory;  ///< "<root>/target/debug"
  toolchain::Toolchain toolchain;
  FoundChecker checker;
  DirectoryLock lock;
  std::unique_ptr<engine::ActionCache> cache;  ///< Null: none.
  std::unique_ptr<engine::StateLog> log;
  std::unique_ptr<engine::ActionGraph> graph;

  Session(const Options& o, Console& c);
  ~Session();
};

/// Everything up to the lock. `profile` is the one meant when the command line names none.
Result<std::unique_ptr<Session>> open_session(const Options& options, Console& console,
                                              std::string_view profile);

/// Plans the targets that the command line means (`otherwise` when it names none) and refreshes
/// compile_commands.json. Warnings of the plan are printed.
Result<plan::Plan> make_plan(Session& session, const plan::TargetFilter& filter);

/// The profile as `Finished` names it: "dev", "release-address".
std::string profile_name(const Session& session);

/// How the engine is to build in this session.
engine::BuildOptions engine_options(const Session& session);

/// Plans and builds. The exit code is 0 or says why nothing further should be done with `plan`.
struct Built {
  plan::Plan plan;
  int exit_code = 0;
};
Result<Built> build(Session& session, const plan::TargetFilter& filter);

}  // namespace hull::cli
