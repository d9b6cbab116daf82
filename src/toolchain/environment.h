// The environment as a list of "NAME=VALUE", never as a global.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull::toolchain {

/// PATH of every action. Fixed, because GCC finds its assembler and linker there and an output must not
/// depend on the order of directories in someone's shell.
inline constexpr std::string_view kActionPath = "/usr/local/bin:/usr/bin:/bin";

/// The value of `name`, or nullopt.
std::optional<std::string> variable(const std::vector<std::string>& environment, std::string_view name);

/// `program` as execvp would find it in `search_path`; a name with '/' is only made absolute. Unset or
/// empty entries of the path are skipped: the working directory is never searched.
std::optional<std::string> find_in_path(const std::string& program, std::string_view search_path);

}  // namespace hull::toolchain
