#include "cli/link_hint.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"

namespace hull::cli {
namespace {

bool is_shared_library(std::string_view path) {
  const std::string_view name = path::name(path);
  return name.ends_with(".so") || name.find(".so.") != name.npos;
}

/// True when the last word on visibility in the command of `compile` is that it is hidden.
bool hides(const engine::Action& compile) {
  bool hidden = false;
  const auto read = [&](const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (word.starts_with("-fvisibility=")) hidden = word == "-fvisibility=hidden";
    }
  };
  if (compile.common) read(compile.common->words);
  read(compile.words);
  return hidden;
}

bool has_hidden_units(const engine::ActionGraph& graph, const engine::Action& link) {
  return std::ranges::any_of(link.inputs, [&](engine::FileId input) {
    const engine::ActionId maker = graph.producer(input);
    return maker != engine::kNoAction && hides(graph[maker]);
  });
}

}  // namespace

std::string hidden_symbols_note(const engine::ActionGraph& graph, const engine::Action& action,
                                std::string_view output) {
  std::string note;
  // The words of lld, gold and mold, and of GNU ld.
  if (output.find("undefined symbol") == output.npos && output.find("undefined reference to") == output.npos)
    return note;
  for (const engine::FileId input : action.inputs) {
    const engine::ActionId maker = graph.producer(input);
    const std::string_view file = graph.files().path(input);
    if (maker == engine::kNoAction || !is_shared_library(file) || !has_hidden_units(graph, graph[maker]))
      continue;
    note += fmt::format(
        "hull: note: `{}` is compiled with -fvisibility=hidden: what others use of it must be marked with "
        "__attribute__((visibility(\"default\"))), see \"Shared libraries\" in docs/manifest.md\n",
        path::name(file));
  }
  return note;
}

}  // namespace hull::cli
