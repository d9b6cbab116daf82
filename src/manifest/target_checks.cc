#include "manifest/target_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

std::vector<std::string_view> names_of(const Package& package, TargetKind kind) {
  std::vector<std::string_view> names;
  for (const Target& target : package.targets) {
    if (target.kind == kind) names.push_back(target.name);
  }
  return names;
}

/// Fails when `name` is no target of `kind`.
Result<void> check_name(const Package& package, TargetKind kind, std::string_view name, const Span& span) {
  std::vector<std::string_view> names = names_of(package, kind);
  if (std::ranges::find(names, name) != names.end()) return {};
  Error error = usage_error(
      span, fmt::format("package `{}` has no {} `{}`", package.name, target_key(kind), printable(name)));
  if (auto meant = did_you_mean(name, names))
    error.help.push_back(fmt::format("did you mean `{}`?", *meant));
  else if (names.empty())
    error.help.push_back(fmt::format("it has no {} at all", target_key(kind)));
  else
    error.help.push_back(fmt::format("it has {}", and_list(names)));
  return fail(std::move(error));
}

/// Fails when `user`, which is not for tests, uses a library that is.
Result<void> check_use(const Package& package, const Target& user, const Text& name) {
  if (is_for_tests(user)) return {};
  for (const Target& lib : package.targets) {
    if (lib.kind != TargetKind::Lib || lib.name != name.value || !lib.tests_only) continue;
    return fail(
        usage_error(name.span, fmt::format("{} `{}` uses `{}`, which only tests may link",
                                           target_key(user.kind), user.name, lib.name))
            .with_help(fmt::format("take `test = true` out of [[lib]] `{}`, or put what they share into "
                                   "another library",
                                   lib.name)));
  }
  return {};
}

/// Fails when `overlay` names a test that compiles nothing.
Result<void> check_has_sources(const Package& package, const Conditional::Overlay& overlay) {
  for (const Target& target : package.targets) {
    if (target.kind != overlay.kind || target.name != overlay.target || !target.program) continue;
    return fail(usage_error(overlay.span,
                            fmt::format("test `{}` runs the program of `{}`: there is nothing to add to",
                                        target.name, target.program->value))
                    .with_help(fmt::format("add it to `{}`", target.program->value)));
  }
  return {};
}

/// Fails when the program `target` would stand where the build has a directory.
Result<void> check_place(const Target& target) {
  if (target.kind != TargetKind::Bin || !is_build_directory(target.name)) return {};
  return fail(
      usage_error(target.span,
                  fmt::format("no program can be called `{0}`: the build keeps a directory of that "
                              "name, target/debug/{0}",
                              target.name))
          .with_help(target.by_convention
                         ? fmt::format("name it in a table: [[bin]] with name = \"{}-program\" and its "
                                       "`sources`",
                                       target.name)
                         : "give it another `name`"));
}

}  // namespace

bool is_build_directory(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kDirectories = {"obj",   "gen",     "bmi",
                                                                   "tests", "benches", "examples"};
  return std::ranges::find(kDirectories, name) != kDirectories.end();
}

bool is_for_tests(const Target& target) {
  return target.tests_only || target.kind == TargetKind::Test || target.kind == TargetKind::Bench ||
         target.kind == TargetKind::Example;
}

Result<void> check_targets(const Package& package) {
  for (const Target& target : package.targets) {
    HULL_CHECK(check_place(target));
    if (!target.uses) continue;
    for (const Text& name : *target.uses) {
      HULL_CHECK(check_name(package, TargetKind::Lib, name.value, name.span));
      HULL_CHECK(check_use(package, target, name));
    }
  }
  for (const Conditional& conditional : package.conditionals) {
    for (const Conditional::Overlay& overlay : conditional.overlays) {
      if (overlay.target.empty()) continue;
      HULL_CHECK(check_name(package, overlay.kind, overlay.target, overlay.span));
      HULL_CHECK(check_has_sources(package, overlay));
    }
  }
  if (package.default_run)
    HULL_CHECK(check_name(package, TargetKind::Bin, *package.default_run, package.span));
  return {};
}

}  // namespace hull::manifest
