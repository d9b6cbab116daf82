#include "cli/seal.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "base/digest.h"
#include "base/file_system.h"
#include "base/path.h"
#include "engine/seal.h"
#include "engine/state_log.h"

namespace hull::cli {
namespace {

constexpr std::string_view kPrefix = "seal-";
constexpr std::size_t kMostSeals = 12;  // One per command line in use; more are leftovers.

// Everything a plan or an action takes from the environment. The rest (a terminal's width, a shell's depth) may change.
bool matters(std::string_view line) {
  for (const std::string_view name :
       {"HULL_", "PKG_CONFIG", "PATH=", "TMPDIR=", "SOURCE_DATE_EPOCH=", "HOME=", "XDG_CACHE_HOME="}) {
    if (line.starts_with(name)) return true;
  }
  return false;
}

Digest question(const Options& options, const std::vector<std::string>& environment) {
  Hasher hasher;
  hasher.field("hull seal 2").field(options.command_line).field(fs::current_directory());
  // Another hull may plan otherwise.
  struct stat self {};
  ::stat("/proc/self/exe", &self);
  hasher.number(self.st_ino).number(static_cast<std::uint64_t>(self.st_size));
  hasher.number(static_cast<std::uint64_t>(self.st_mtim.tv_sec)).number(static_cast<std::uint64_t>(self.st_mtim.tv_nsec));
  std::vector<std::string_view> lines;
  for (const std::string& line : environment) {
    if (matters(line)) lines.push_back(line);
  }
  std::ranges::sort(lines);
  for (const std::string_view line : lines) hasher.field(line);
  return hasher.finish();
}

// Where the search for a manifest starts.
std::string start_directory(const Options& options) {
  const std::string here = fs::current_directory();
  if (options.manifest_path.empty()) return here;
  const std::string path = path::normal(path::join(here, options.manifest_path));
  return path.ends_with(".toml") ? std::string(path::directory(path)) : path;
}

std::string seal_path(const std::string& target_root, const Digest& key) {
  return target_root + "/.hull/" + std::string(kPrefix) + key.hex().substr(0, 16);
}

bool can_be_sealed(const Options& options) {
  return !options.json() && !options.timings && !options.explain && options.verbose == 0;
}

// The text of a seal: profile and number of warnings, a line each, and the rest.
std::string encode(const SealedBuild& build) {
  return fmt::format("{}\n{}\n{}", build.profile, build.said.warnings, build.said.text);
}

std::optional<SealedBuild> decode(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  SealedBuild build;
  const std::size_t first = text->find('\n');
  const std::size_t second = first == text->npos ? first : text->find('\n', first + 1);
  if (second == text->npos) return std::nullopt;
  build.profile = text->substr(0, first);
  const char* end = text->data() + second;
  if (std::from_chars(text->data() + first + 1, end, build.said.warnings).ptr != end) return std::nullopt;
  build.said.text = text->substr(second + 1);
  return build;
}

void remove_leftovers(const std::string& directory) {
  auto entries = fs::list(directory);
  if (!entries) return;
  std::vector<std::pair<std::int64_t, std::string>> seals;
  for (const fs::Entry& entry : *entries) {
    struct stat status {};
    const std::string path = path::join(directory, entry.name);
    if (entry.name.starts_with(kPrefix) && ::stat(path.c_str(), &status) == 0) seals.emplace_back(status.st_mtime, path);
  }
  std::ranges::sort(seals);
  for (std::size_t i = 0; i + kMostSeals < seals.size(); ++i) ::unlink(seals[i].second.c_str());
}

}  // namespace

std::optional<SealedBuild> sealed_build(const Options& options, const std::vector<std::string>& environment) {
  if (!can_be_sealed(options)) return std::nullopt;
  const Digest key = question(options, environment);
  if (const std::string fixed = chosen_target_root(options, environment); !fixed.empty()) {
    return decode(engine::seal_holds(seal_path(fixed, key), key));
  }
  std::string directory = start_directory(options);
  for (;;) {
    const std::string path = seal_path(path::join(directory, "target"), key);
    if (::access(path.c_str(), R_OK) == 0) return decode(engine::seal_holds(path, key));
    if (directory.empty() || directory == "/") return std::nullopt;
    directory = path::directory(directory);
  }
}

void seal(const Session& session, const plan::Plan& plan, const engine::BuildSummary& summary,
          const SealedBuild& build) {
  const bool complete = summary.failed == 0 && summary.skipped == 0 && !summary.interrupted && !summary.moved;
  // Warnings of the plan are shown by every build.
  if (!can_be_sealed(session.options) || !complete || !plan.warnings.empty()) return;
  const auto disk = engine::Disk::open(session.workspace.root);
  if (!disk) return;
  const engine::FileTable& files = session.graph->files();

  std::vector<std::string> read = session.workspace.manifests;
  const auto add = [&](const std::vector<std::string>& paths) { read.insert(read.end(), paths.begin(), paths.end()); };
  add(session.workspace.listed_directories);
  add(session.workspace.absent_manifests);
  for (const manifest::Package& package : session.workspace.packages) add(package.listed_directories);
  add(session.toolchain.looked_at);
  add(session.checker.looked_at);
  add(plan.looked_at);
  // A manifest put between the start and the root would be found first.
  for (std::string directory = start_directory(session.options);; directory = path::directory(directory)) {
    read.push_back(path::join(directory, "hull.toml"));
    if (directory == "/" || directory.empty()) break;
  }
  // compile_commands.json is made again when it has gone.
  for (const std::string& directory : {session.target_root, session.workspace.root}) {
    read.push_back(path::join(directory, "compile_commands.json"));
  }

  engine::SealBuilder builder(*disk, session.started_ns);
  for (const engine::FileId file : summary.looked) builder.add_looked(files.path(file), session.log->file(file));
  for (const std::string& path : read) builder.add_read(path);
  if (!builder.sound()) return;
  const Digest key = question(session.options, session.environment);
  const std::string path = seal_path(session.target_root, key);
  // Without a seal the next build only takes longer.
  if (engine::write_seal(path, key, session.workspace.root, builder.entries(), encode(build))) {
    remove_leftovers(std::string(path::directory(path)));
  }
}

}  // namespace hull::cli
