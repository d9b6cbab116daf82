#include "engine/action.h"

#include <fmt/format.h>

#include "base/text.h"

namespace hull::engine {

SharedWords::SharedWords(std::vector<std::string> list) : words(std::move(list)) {
  Hasher hasher;
  for (const std::string& word : words) hasher.field(word);
  digest = hasher.finish();
}

Digest command_digest(const Action& action, const FileTable& files) {
  // Fields are length-prefixed by the hasher; the counts keep one list from running into the next.
  Hasher hasher;
  hasher.digest(action.common ? action.common->digest : Digest{});
  hasher.number(action.words.size());
  for (const std::string& word : action.words) hasher.field(word);
  hasher.digest(action.environment ? action.environment->digest : Digest{});
  hasher.digest(action.salt);
  hasher.number(action.inputs.size());
  for (const FileId input : action.inputs) hasher.field(files.path(input));
  hasher.number(action.outputs.size());
  for (const FileId output : action.outputs) hasher.field(files.path(output));
  hasher.field(action.response_path).field(action.response).field(action.stdout_path);
  hasher.field(action.depfile);
  // What a command may see decides what it makes.
  hasher.number(action.sandbox ? action.sandbox->readable.size() + 1 : 0);
  if (action.sandbox) {
    for (const std::string& path : action.sandbox->readable) hasher.field(path);
  }
  hasher.number((action.tokens ? 1u : 0u) | (action.optional_failure ? 2u : 0u));
  return hasher.finish();
}

Result<ActionId> ActionGraph::add(Action action) {
  if (action.outputs.empty() || (action.words.empty() && (!action.common || action.common->words.empty()))) {
    return fail(fmt::format("action `{}` has no output or no command", printable(action.description)), ErrorKind::Bug);
  }
  const auto id = static_cast<ActionId>(actions_.size());
  if (producers_.size() < files_.size()) producers_.resize(files_.size(), kNoAction);
  for (const FileId output : action.outputs) {
    if (const ActionId other = producers_[output]; other != kNoAction) {
      return fail(fmt::format("two actions write `{}`: `{}` and `{}`", printable(files_.path(output)),
                              other == id ? action.description : actions_[other].description, action.description),
                  ErrorKind::Usage);
    }
    producers_[output] = id;
  }
  actions_.push_back(std::move(action));
  return id;
}

}  // namespace hull::engine
