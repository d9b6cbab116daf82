#include "plan/link_line_actions.h"

#include <fmt/format.h>

#include "base/path.h"
#include "plan/link_line.h"

namespace hull::plan {
namespace {

/// Changes when the step writes something else for the same question.
constexpr std::string_view kVersion = "link line 1";

/// What decides an answer besides the question: the driver, and the GCC installation that it chose. That one
/// shows in the directories it searches for headers.
Digest salt_of(const toolchain::Toolchain& tools) {
  Hasher hasher;
  hasher.field(kVersion).digest(tools.identity);
  for (const toolchain::Compiler* driver : {&tools.cc, &tools.cxx}) {
    hasher.number(driver->system_includes.size());
    for (const std::string& directory : driver->system_includes) hasher.field(directory);
  }
  return hasher.finish();
}

}  // namespace

bool LinkLineActions::can_ask(const toolchain::Toolchain& tools, const toolchain::Compiler& driver) {
  return driver.kind == toolchain::CompilerKind::Clang && tools.linker == "lld";
}

Result<LinkLineActions::Line> LinkLineActions::ask(const std::vector<std::string>& driver_and_flags,
                                                   const std::vector<std::string>& last) {
  std::vector<std::string> question = link_question(driver_and_flags, last);
  Hasher hasher;
  for (const std::string& word : question) hasher.field(word);
  const auto [place, added] =
      lines_.try_emplace(draft_.layout.link_line(hasher.finish().hex().substr(0, 12)));
  Line& line = place->second;
  if (!added) return line;

  line = {.path = place->first, .file = draft_.graph.file(place->first)};
  engine::Action action;
  action.description = fmt::format("Asking {} how it links", path::name(driver_and_flags.front()));
  action.self = true;
  action.words = {"hull", "internal", "link-line", line.path};
  action.words.insert(action.words.end(), question.begin(), question.end());
  action.environment = draft_.environment;
  action.salt = salt_of(draft_.toolchain);
  action.depfile = line.path + ".d";
  action.outputs = {line.file};
  HULL_CHECK(draft_.graph.add(std::move(action)));
  return line;
}

}  // namespace hull::plan
