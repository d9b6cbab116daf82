// Config tools: programs that describe a library the way pkg-config does (`llvm-config-19`, `curl-config`).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/system.h"

namespace hull::source {

/// The program that `name` means, when it is on the search's PATH and named as such tools are ("...-config",
/// "...-config-19", "..._config"): hull runs no other program to find a library.
std::optional<std::string> find_config_tool(const std::string& name, const SystemSearch& search);

/// Adds what `program`, called `words.front()` and asked for the components in the other words, answers.
/// Runs it a few times, or not at all when `cache_file` holds the answer of the same file.
/// Errors: the tool fails or does not know --libs.
Result<void> add_config_tool(const std::string& program, const std::vector<std::string>& words,
                             const std::string& cache_file, const SystemSearch& search, bool static_link,
                             SystemLibrary& library);

}  // namespace hull::source
