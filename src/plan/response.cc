#include "plan/response.h"

#include <string_view>

namespace hull::plan {
namespace {

/// Longer command lines go through a response file: below every limit of the kernel, and readable in -v.
constexpr std::size_t kLongCommand = 32 * 1024;

}  // namespace

std::string response_text(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    for (const char c : word) {
      if (std::string_view("\\\"' \t\n").contains(c)) text += '\\';
      text += c;
    }
    text += '\n';
  }
  return text;
}

void add_words(engine::Action& action, std::vector<std::string> words, std::string path) {
  std::size_t length = 0;
  for (const std::string& word : words) length += word.size() + 1;
  if (length > kLongCommand) {
    action.response_path = std::move(path);
    action.response = response_text(words);
    action.words.push_back("@" + action.response_path);
  } else {
    action.words.insert(action.words.end(), std::make_move_iterator(words.begin()),
                        std::make_move_iterator(words.end()));
  }
}

}  // namespace hull::plan
