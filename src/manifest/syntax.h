// The small grammars of values in a manifest: names, versions, requirements, standards, sizes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hull::manifest {

/// [a-z][a-z0-9_-]*: packages, and what becomes a directory below target/.
bool is_package_name(std::string_view name);
/// A file name without surprises: letters, digits, `_`, `-`, `.`, `+`; starts with a letter, digit or `_`.
bool is_target_name(std::string_view name);
/// A C identifier: the name of a macro.
bool is_macro_name(std::string_view name);
/// Features: letters, digits, `_`, `-`, `+`, `.`; starts with a letter, digit or `_`.
bool is_feature_name(std::string_view name);

/// MAJOR.MINOR.PATCH[-pre][+build] (https://semver.org, section 9 and 10).
bool is_version(std::string_view text);
/// Cargo's requirements: "1.2", "^1", "~1.2.3", ">=1, <2", "=1.2.3", "1.*", "*".
bool is_requirement(std::string_view text);

/// Known values of `standard` and `c-standard`.
std::span<const std::string_view> cxx_standards();
std::span<const std::string_view> c_standards();

/// "10MB", "512 KiB", "1024": bytes. k, M, G count by 1000; Ki, Mi, Gi by 1024. nullopt when it is no size.
std::optional<std::uint64_t> parse_size(std::string_view text);

/// "`a`, `b` and `c`".
std::string and_list(std::span<const std::string_view> words);

}  // namespace hull::manifest
