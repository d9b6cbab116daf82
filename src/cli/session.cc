#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/action_cache.h"
#include "cli/compile_commands.h"
#include "cli/seal.h"
#include "engine/disk.h"
#include "engine/state_log.h"
#include "tool/timings.h"

namespace hull::cli {
namespace {

std::string date_and_time(const char* format) {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[64];
  return {text, std::strftime(text, sizeof text, format, &local)};
}

/// What the manifests say now, and what the command line means by it.
Result<void> read_manifests(Session& session, std::string_view profile) {
  session.started_ns = engine::Disk::now_ns();
  session.begun_ns = engine::Disk::fine_now_ns();
  HULL_TRY(session.workspace, open_workspace(session.options));
  HULL_TRY(session.packages, selected_packages(session.workspace, session.options));
  HULL_TRY(session.profile, chosen_profile(session.workspace, session.options, profile));
  return {};
}

/// Where it is remembered what compilers say of themselves: for all workspaces of the user, or where that
/// cannot be, for this one.
std::string facts_file(const Session& session) {
  std::string directory = cache_directory(session.environment);
  const bool usable =
      !directory.empty() && fs::make_directories(directory) && access(directory.c_str(), W_OK) == 0;
  if (!usable) directory = path::join(session.target_root, ".hull");
  return path::join(directory, "toolchain.json");
}

/// When the root was touched last: target/ and the link to compile_commands.json, which we put there, must
/// not look like something that came while commands ran. One of the future (a clock set back) tells nothing.
std::int64_t last_own_touch(const std::string& root) {
  const auto disk = engine::Disk::open(root);
  return disk ? std::min(disk->look(".").stamp.ctime_ns, engine::Disk::fine_now_ns()) : 0;
}

/// Writes this build's page, and the same page under the name that never changes.
Result<void> write_timings(Session& session, const BuildProgress& progress,
                           const engine::BuildSummary& summary) {
  const auto seconds = std::chrono::steady_clock::now() - progress.begin();
  const std::string page = tool::timings_page(*session.graph, progress.timed(),
                                              {.title = std::string(path::name(session.workspace.root)),
                                               .profile = session.profile.profile.name,
                                               .command = session.options.command_line,
                                               .date = date_and_time("%Y-%m-%d %H:%M:%S"),
                                               .seconds = std::chrono::duration<double>(seconds).count(),
                                               .clean = summary.clean},
                                              session.workspace.root);
  const std::string dated = fmt::format("{}/hull-timings/hull-timings-{}.html", session.target_root,
                                        date_and_time("%Y%m%dT%H%M%S"));
  const std::string latest = session.target_root + "/hull-timings.html";
  HULL_CHECK(fs::write(dated, page));
  HULL_CHECK(fs::write(latest, page));
  session.console.status("Timing", fmt::format("report in {}", latest));
  return {};
}

/// Fails when none of the selected packages has a target. One without any among others is allowed: it may
/// stand for what it depends on.
Result<void> check_something_to_build(const Session& session) {
  std::vector<std::string_view> names;
  for (const std::size_t index : session.packages) {
    const manifest::Package& package = session.workspace.packages[index];
    if (!package.targets.empty()) return {};
    names.push_back(package.name);
  }
  if (names.empty()) return {};
  Error error{
      .message = names.size() == 1
                     ? fmt::format("package `{}` has no targets: there is nothing to build", names[0])
                     : fmt::format("none of the packages {} has a target: there is nothing to build",
                                   quoted_list(names)),
      .kind = ErrorKind::Usage,
      .span = session.workspace.packages[session.packages.front()].span,
      .help = {"put sources into src/ (src/main.cc is a program, others make a library), or name them "
               "in a [lib] or [[bin]] table"},
      .contexts = {}};
  return fail(std::move(error));
}

}  // namespace

std::vector<std::string> process_environment() {
  std::vector<std::string> lines;
  for (char** line = environ; line && *line; ++line) lines.emplace_back(*line);
  return lines;
}

std::string environment_value(const std::vector<std::string>& environment, std::string_view name) {
  for (const std::string& line : environment) {
    if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == '=') {
      return line.substr(name.size() + 1);
    }
  }
  return {};
}

std::string absolute_path(const std::string& path) {
  return path::normal(path::join(fs::current_directory(), path));
}

Result<manifest::Workspace> open_workspace(const Options& options) {
  if (options.manifest_path.empty()) return manifest::load_workspace(fs::current_directory());
  const std::string path = absolute_path(options.manifest_path);
  if (!fs::exists(path)) return fail(fmt::format("there is no {}", path), ErrorKind::Usage);
  return manifest::load_workspace(path);
}

std::string chosen_target_root(const Options& options, const std::vector<std::string>& environment) {
  if (!options.target_directory.empty()) return absolute_path(options.target_directory);
  const std::string variable = environment_value(environment, "HULL_TARGET_DIR");
  return variable.empty() ? "" : absolute_path(variable);
}

std::string target_root(const manifest::Workspace& workspace, const Options& options) {
  const std::string chosen = chosen_target_root(options, process_environment());
  return chosen.empty() ? path::join(workspace.root, "target") : chosen;
}

Session::Session(const Options& o, Console& c) : options(o), console(c) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> open_session(const Options& options, Console& console,
                                              std::string_view profile) {
  auto session = std::make_unique<Session>(options, console);
  session->environment = process_environment();
  HULL_CHECK(read_manifests(*session, profile));

  session->target_root = target_root(session->workspace, options);
  session->target_directory = path::join(session->target_root, session->profile.directory);
  HULL_CHECK(make_target_directory(session->target_root));
  const std::string state = path::join(session->target_directory, ".hull");
  HULL_CHECK(fs::make_directories(state));
  HULL_TRY(session->lock,
           DirectoryLock::acquire(path::join(state, "lock"),
                                  path::inside_or_same(session->target_directory, session->workspace.root),
                                  console));
  if (session->lock.waited()) HULL_CHECK(read_manifests(*session, profile));

  HULL_TRY(session->toolchain, toolchain::find_toolchain(session->workspace.toolchain, session->environment,
                                                         facts_file(*session)));
  HULL_TRY(session->checker, find_plugin(session->toolchain, session->target_root, state));
  if (!options.no_cache) {
    HULL_TRY(session->cache, open_cache(session->environment));
  }
  HULL_TRY(session->log, engine::StateLog::open(path::join(state, "state")));
  session->graph = std::make_unique<engine::ActionGraph>(session->log->files());
  return session;
}

Result<plan::Plan> make_plan(Session& session, const plan::TargetFilter& filter) {
  plan::PlanRequest request{
      .packages = session.packages,
      .filter = filter,
      .profile = session.profile.profile,
      .features = {.features = session.options.features,
                   .all = session.options.all_features,
                   .no_default = session.options.no_default_features},
      .target_directory = session.target_directory,
      .environment = session.environment,
      .time_trace = session.options.timings,
      .checker = session.checker.usable,
  };
  HULL_TRY(plan::Plan plan, plan::make_plan(session.workspace, session.toolchain, request, *session.graph));
  for (const std::string& warning : plan.warnings) session.console.warning(warning);
  HULL_CHECK(refresh_compile_commands(plan, *session.graph, session.workspace.root, session.target_root));
  return plan;
}

engine::BuildOptions engine_options(const Session& session) {
  return {
      .root = session.workspace.root,
      .jobs = session.options.jobs,
      .keep_going = session.options.keep_going,
      .explain = session.options.explain,
      .cache = session.cache.get(),
      .environment = session.environment,
      .begun_ns = std::max(session.begun_ns, last_own_touch(session.workspace.root)),
  };
}

std::string profile_name(const Session& session) {
  return session.profile.directory == "debug" ? "dev" : session.profile.directory;
}

Result<Built> build(Session& session, const plan::TargetFilter& filter) {
  HULL_CHECK(check_something_to_build(session));
  HULL_TRY(plan::Plan plan, make_plan(session, filter));
  BuildProgress progress(session.console, session.workspace, *session.graph,
                         {.json = session.options.json(),
                          .explain = session.options.explain,
                          .record = session.options.timings});
  auto summary = engine::build(*session.graph, *session.log, plan.wanted, engine_options(session), progress);
  if (!summary) {
    session.console.clear_live();
    return std::unexpected(std::move(summary).error());
  }
  if (plan.unchecked > 0 && summary->ran > 0 && !session.checker.why_not.empty()) {
    session.console.clear_live();
    session.console.note(session.checker.why_not);
  }
  const std::string profile = profile_name(session);
  progress.conclude(*summary, profile);
  if (session.options.json()) progress.artifacts(plan, *summary);
  if (session.options.timings) HULL_CHECK(write_timings(session, progress, *summary));
  seal(session, plan, *summary, {profile, progress.said()});
  Built built{std::move(plan), 0};
  if (summary->failed > 0 || summary->skipped > 0) built.exit_code = 1;
  if (summary->interrupted) built.exit_code = kInterrupted;
  return built;
}

}  // namespace hull::cli
