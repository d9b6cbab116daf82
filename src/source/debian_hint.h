// A guess at the Debian package that holds a pkg-config module or a config tool.
#pragma once

#include <string>
#include <string_view>

namespace hull::source {

/// "zlib1g-dev" for "zlib". From a table of modules whose package has another name, else by the rule
/// `lib<name>-dev`; so it may not exist, and is to be worded as a guess.
std::string likely_debian_package(std::string_view name);

}  // namespace hull::source
