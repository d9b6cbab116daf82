#include "cli/compile_commands.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_set>
#include <vector>
#include <xxhash.h>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"

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
    if (action.common)
      XXH3_64bits_update(state, action.common->digest.bytes.data(), action.common->digest.bytes.size());
    for (const std::string& word : action.words) add(word);
  }
  const std::uint64_t value = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return value;
}

/// Identifies the written file: "SIZE SECONDS.NANOSECONDS"; "" when it is not there.
std::string stamp_of(const std::string& json) {
  struct stat status{};
  if (::stat(json.c_str(), &status) != 0) return {};
  return fmt::format("{} {}.{:09}", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

/// The plans whose commands are all in the file: fingerprints after the stamp of the file they are true of.
struct Contained {
  static constexpr std::size_t kMost = 8;
  std::vector<std::string> fingerprints;

  static Contained read(const std::string& path, const std::string& stamp) {
    Contained contained;
    const auto text = fs::read(path);
    if (!text || stamp.empty() || !text->starts_with(stamp + "\n")) return contained;
    for (const std::string_view line : split(std::string_view(*text).substr(stamp.size() + 1), '\n')) {
      if (!line.empty()) contained.fingerprints.emplace_back(line);
    }
    return contained;
  }
  Result<void> write(const std::string& path, const std::string& stamp) const {
    return fs::write(path, stamp + "\n" + join(fingerprints, "\n") + "\n");
  }
  bool has(const std::string& fingerprint) const {
    return std::ranges::find(fingerprints, fingerprint) != fingerprints.end();
  }
  void add(const std::string& fingerprint) {
    if (fingerprints.size() == kMost) fingerprints.erase(fingerprints.begin());
    fingerprints.push_back(fingerprint);
  }
};

/// The entries of a database, a line each without its comma.
std::vector<std::string_view> entries(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with(',')) line.remove_suffix(1);
    if (line.starts_with('{') && line.ends_with('}')) lines.push_back(line);
  }
  return lines;
}

/// The file of an entry, as JSON writes it.
std::string_view file_of(std::string_view entry) {
  constexpr std::string_view kKey = "\"file\": \"";
  const auto begin = entry.find(kKey);
  if (begin == entry.npos) return {};
  std::size_t end = begin + kKey.size();
  while (end < entry.size() && entry[end] != '"') end += entry[end] == '\\' ? 2 : 1;
  return entry.substr(begin + kKey.size(), end - begin - kKey.size());
}

/// The target of the symbolic link at `path`, or "".
std::string link_target(const std::string& path) {
  std::array<char, 4096> buffer{};
  const ssize_t size = readlink(path.c_str(), buffer.data(), buffer.size());
  return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : "";
}

void make_link(const std::string& root, const std::string& json) {
  const std::string link = path::join(root, "compile_commands.json");
  struct stat status{};
  // Whatever a user put there stays. A read-only source tree (a distribution's build) does without.
  if (lstat(link.c_str(), &status) != 0 && errno == ENOENT) {
    [[maybe_unused]] const int result = symlink(path::inside_or_same(json, root).c_str(), link.c_str());
  }
}

}  // namespace

MergedCommands merge_compile_commands(std::string_view old, std::string_view fresh,
                                      const std::function<bool(const std::string&)>& exists) {
  MergedCommands merged;
  const std::vector<std::string_view> now = entries(fresh);
  std::unordered_set<std::string_view> files, lines(now.begin(), now.end());
  for (const std::string_view entry : now) files.insert(file_of(entry));
  std::vector<std::string_view> all = now;
  for (const std::string_view entry : entries(old)) {
    const std::string_view file = file_of(entry);
    if (files.contains(file)) {
      merged.replaced |= !lines.contains(entry);
    } else if (file.find('\\') == file.npos && exists(std::string(file))) {
      all.push_back(entry);
    }
  }
  merged.text = "[";
  for (const std::string_view entry : all) {
    merged.text += merged.text.size() == 1 ? "\n" : ",\n";
    merged.text += entry;
  }
  merged.text += "\n]\n";
  return merged;
}

Result<void> refresh_compile_commands(const plan::Plan& plan, const engine::ActionGraph& graph,
                                      const std::string& root, const std::string& target_root) {
  const std::string json = path::join(target_root, "compile_commands.json");
  const std::string memory = path::join(target_root, ".hull/compile_commands");
  const std::string value = fmt::format("{:016x}", fingerprint(plan, graph, root));
  Contained contained = Contained::read(memory, stamp_of(json));
  if (contained.has(value)) return {};

  const auto exists = [&](const std::string& file) { return fs::is_file(path::join(root, file)); };
  const MergedCommands merged = merge_compile_commands(
      fs::read(json).value_or(""), plan::compile_commands_json(plan, graph, root), exists);
  // A command that changed is in no earlier plan any more.
  if (merged.replaced) contained.fingerprints.clear();
  contained.add(value);
  HULL_CHECK(fs::write_if_changed(json, merged.text));
  HULL_CHECK(contained.write(memory, stamp_of(json)));
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
