// Patterns are written by people, and paths by anyone. The first line is the pattern, the rest the path.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/glob.h"
#include "base/glob_automaton.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view pattern = input.substr(0, input.find('\n'));
  const std::string_view path = pattern.size() == size ? "" : input.substr(pattern.size() + 1);
  const bool matches = hull::glob_match(pattern, path);
  // A pattern without special characters matches itself alone ("./" in front is dropped).
  if (!hull::is_glob(pattern) && !pattern.starts_with("./") && matches != (pattern == path)) std::abort();

  using namespace hull::glob;
  const Automaton automaton({std::string(pattern)});
  States states = automaton.start();
  // In a pattern that is not UTF-8, brackets and braces may stand between bytes that the name joins.
  bool is_text = true;
  for (std::string_view rest = pattern; !rest.empty() && is_text;) {
    const unsigned bytes = hull::decode_utf8(rest).size;
    is_text = bytes != 0;
    rest.remove_prefix(std::max(bytes, 1u));
  }
  if (const auto names = automaton.spelled_names(states); is_text && names) {
    for (const std::string& name : *names) {
      // What is spelled can be read, by characters that the pattern spells.
      if (automaton.read(states, name, Reading::Literal, true).empty()) std::abort();
    }
  }
  // Piece by piece is the same as at once.
  const States at_once = automaton.read(states, path, Reading::Anything, false);
  std::string_view rest = path;
  while (!rest.empty()) {
    const Character next = next_character(rest);
    states = automaton.step(states, next.value, Reading::Anything);
    rest.remove_prefix(next.size);
  }
  if (states != at_once) std::abort();
  return 0;
}
