#include "manifest/test_programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "manifest/syntax.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

/// What `test` names, one step on; nullptr when there is no such target. A test may be called like the bin
/// that it runs.
const Target* named_by(const Package& package, const Target& test) {
  const auto find = [&](TargetKind kind) -> const Target* {
    for (const Target& target : package.targets) {
      if (target.kind == kind && target.name == test.program->value && &target != &test) return &target;
    }
    return nullptr;
  };
  const Target* found = find(TargetKind::Test);
  return found ? found : find(TargetKind::Bin);
}

Error unknown_program(const Package& package, const Target& test) {
  std::vector<std::string_view> known;
  for (const Target& target : package.targets) {
    if (target.kind != TargetKind::Test && target.kind != TargetKind::Bin) continue;
    if (&target != &test) known.push_back(target.name);
  }
  const Text& program = *test.program;
  Error error = usage_error(program.span, fmt::format("package `{}` has no other test and no bin `{}`",
                                                      package.name, printable(program.value)));
  if (auto meant = did_you_mean(program.value, known))
    error.help.push_back(fmt::format("did you mean `{}`?", *meant));
  else
    error.help.push_back(known.empty() ? "name `sources` instead"
                                       : fmt::format("it has {}", and_list(known)));
  return error;
}

/// The target whose program `test` runs.
Result<const Target*> program_of(const Package& package, const Target& test) {
  std::vector<const Target*> way = {&test};
  for (;;) {
    const Target* next = named_by(package, *way.back());
    if (next == nullptr) return fail(unknown_program(package, *way.back()));
    if (!next->program) return next;
    const bool circle = std::ranges::find(way, next) != way.end();
    way.push_back(next);
    if (!circle) continue;
    std::vector<std::string> names;
    for (auto at = std::ranges::find(way, next); at != way.end(); ++at) names.push_back((*at)->name);
    return fail(usage_error(next->program->span, fmt::format("tests run each other's program in a circle: {}",
                                                             join(names, " -> ")))
                    .with_help("one of them needs `sources`"));
  }
}

}  // namespace

Result<void> resolve_programs(Package& package) {
  // All are found before any is changed: what is stored would mislead the next.
  std::vector<std::pair<Target*, const Target*>> found;
  for (Target& target : package.targets) {
    if (!target.program) continue;
    HULL_TRY(const Target* program, program_of(package, target));
    found.emplace_back(&target, program);
  }
  for (const auto& [test, program] : found) {
    test->program->value = program->name;
    test->program_kind = program->kind;
    test->required_features.insert(test->required_features.end(), program->required_features.begin(),
                                   program->required_features.end());
  }
  return {};
}

}  // namespace hull::manifest
