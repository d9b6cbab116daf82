#include "cli/compile_commands.h"

#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::cli {
namespace {

/// Over everything that plan::compile_commands_json reads. Not a digest of outputs: a collision leaves an
/// editor with old flags, nothing more, so a fast hash does.
std::uint64_t fingerprint(const plan::Plan& plan, const engine::ActionGraph& graph, const std::string& root) {
  XXH3_state_t* const state = XXH3_createState();
  XXH3_64bits_reset(state);
  const auto add = [&](std::string_view text) {
    const std::uint64_t size = text.size();
    XXH3_64bits_update(state, &size, sizeof size);
    XXH3_64bits_update(state, text.data(), text.size());
  };
  add(root);
  for (const plan::CompileCommand& command : plan.commands) {
    const engine::Action& action = graph[command.action];
    add(command.file);
    add(command.output);
    if (action.common) XXH3_64bits_update(state, action.common->digest.bytes.data(), action.common->digest.bytes.size());
    for (const std::string& word : action.words) add(word);
  }
  const std::uint64_t value = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return value;
}

/// What the stamp file says when `json` is the file that was written for `value`.
std::string stamp_text(std::uint64_t value, const std::string& json) {
  struct stat status {};
  if (::stat(json.c_str(), &status) != 0) return {};
  return fmt::format("{:016x} {} {}.{:09}\n", value, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

/// The target of the symbolic link at `path`, or "".
std::string link_target(const std::string& path) {
  std::array<char, 4096> buffer{};
  const ssize_t size = readlink(path.c_str(), buffer.data(), buffer.size());
  return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : "";
}

void make_link(const std::string& root, const std::string& json) {
  const std::string link = path::join(root, "compile_commands.json");
  struct stat status {};
  // Whatever a user put there stays. A read-only source tree (a distribution's build) does without.
  if (lstat(link.c_str(), &status) != 0 && errno == ENOENT) {
    [[maybe_unused]] const int result = symlink(path::inside_or_same(json, root).c_str(), link.c_str());
  }
}

}  // namespace

Result<void> refresh_compile_commands(const plan::Plan& plan, const engine::ActionGraph& graph, const std::string& root,
                                      const std::string& target_root) {
  const std::string json = path::join(target_root, "compile_commands.json");
  const std::string stamp = path::join(target_root, ".hull/compile_commands.stamp");
  const std::uint64_t value = fingerprint(plan, graph, root);
  const std::string current = stamp_text(value, json);
  if (!current.empty()) {
    const auto written = fs::read(stamp);
    if (written && *written == current) return {};
  }
  HULL_CHECK(fs::write_if_changed(json, plan::compile_commands_json(plan, graph, root)));
  HULL_CHECK(fs::write(stamp, stamp_text(value, json)));
  make_link(root, json);
  return {};
}

std::string own_compile_commands_link(const std::string& root, const std::string& target_root) {
  const std::string link = path::join(root, "compile_commands.json");
  const std::string target = link_target(link);
  if (target.empty()) return {};
  return path::is_within(path::normal(path::join(root, target)), target_root) ? link : "";
}

}  // namespace hull::cli
