#include "cli/verb.h"

#include <array>

namespace hull::cli {

std::span<const Verb> verbs() {
  static const std::array all = {kNew,     kInit,     kBuild, kCheck,   kRun,         kTest, kClean,
                                 kInstall, kMetadata, kCache, kExplain, kCompletions, kHelp, kVersion};
  return all;
}

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : verbs()) {
    if (verb.name == name || (!verb.alias.empty() && verb.alias == name)) return &verb;
  }
  return nullptr;
}

}  // namespace hull::cli
