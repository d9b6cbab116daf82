#include "toolchain/environment.h"

#include <filesystem>
#include <system_error>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

bool is_executable(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error || status.type() != std::filesystem::file_type::regular) return false;
  constexpr auto kAnyExec = std::filesystem::perms::owner_exec | std::filesystem::perms::group_exec |
                            std::filesystem::perms::others_exec;
  return (status.permissions() & kAnyExec) != std::filesystem::perms::none;
}

/// The default of SOURCE_DATE_EPOCH: 1980-01-01, the first day that zip files can hold, so that tools
/// which store the date in an archive accept it (https://reproducible-builds.org/specs/source-date-epoch/).
constexpr std::string_view kSourceDateEpoch = "315532800";

}  // namespace

std::optional<std::string> variable(const std::vector<std::string>& environment, std::string_view name) {
  for (const std::string& line : environment) {
    if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == '=') {
      return line.substr(name.size() + 1);
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_in_path(const std::string& program, std::string_view search_path) {
  if (program.empty()) return std::nullopt;
  if (program.find('/') != std::string::npos) {
    const std::string path = path::normal(path::join(fs::current_directory(), program));
    return is_executable(path) ? std::optional(path) : std::nullopt;
  }
  for (std::string_view directory : split(search_path, ':')) {
    if (!path::is_absolute(directory)) continue;
    std::string candidate = path::join(directory, program);
    if (is_executable(candidate)) return candidate;
  }
  return std::nullopt;
}

std::vector<std::string> program_environment(const std::vector<std::string>& environment) {
  std::vector<std::string> lines = {
      "LC_ALL=C.UTF-8",
      "PATH=" + std::string(kActionPath),
      "SOURCE_DATE_EPOCH=" +
          variable(environment, "SOURCE_DATE_EPOCH").value_or(std::string(kSourceDateEpoch)),
  };
  // Without TMPDIR programs use /tmp; someone who sets it has a reason, such as a full or shared /tmp.
  if (auto directory = variable(environment, "TMPDIR"); directory && !directory->empty()) {
    lines.push_back("TMPDIR=" + *directory);
  }
  return lines;
}

std::vector<std::string> action_environment(const std::vector<std::string>& environment) {
  std::vector<std::string> lines = program_environment(environment);
  // Clang and GCC call the working directory by the name that PWD gives, if it is right. This name is the
  // same in every checkout, so precompiled modules and debug information hold no path of this machine, and
  // no command line has to name the checkout in order to map it away.
  lines.insert(lines.begin() + 2, "PWD=/proc/self/cwd");
  return lines;
}

}  // namespace hull::toolchain
