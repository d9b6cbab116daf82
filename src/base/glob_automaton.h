// Glob patterns as a nondeterministic automaton (Thompson 1968).
//
// All patterns of a query become one automaton. Matching keeps the set of states that the text read so far
// can be in, so its cost is length times states whatever the pattern: no `*a*a*a*b` can make it
// backtrack. And the same set answers what a walk asks at each directory: can any pattern still match
// below here, and does a pattern name the next component outright?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull::glob {

using State = std::uint32_t;
/// Sorted, each once.
using States = std::vector<State>;

/// What of a pattern may match a character.
enum class Reading {
  Anything,
  Literal,  ///< Only characters that the pattern spells.
};

class Automaton {
 public:
  explicit Automaton(const std::vector<std::string>& patterns);

  /// The states before any text.
  States start() const;
  /// The states after one more character (bytes that are not UTF-8 are a character each).
  States step(const States& states, char32_t character, Reading reading) const;
  /// The states after one more text. With `spell_dots` a dot that begins a component must be spelled by the
  /// pattern, as in a shell.
  States read(States states, std::string_view text, Reading reading, bool spell_dots) const;
  bool accepts(const States& states) const;
  /// True when every text that goes on from here is matched: `states` holds the end of a `dir/**`.
  bool accepts_everything(const States& states) const;
  /// The names that the next component can have, when the patterns spell all of them.
  std::optional<std::vector<std::string>> spelled_names(const States& states) const;

 private:
  struct Range {
    char32_t first, last;
  };
  struct Node {
    enum class Kind : std::uint8_t { Split, Character, AnyInName, AnyOfAll, Class, Accept } kind;
    bool negated = false;            ///< Class.
    char32_t character = 0;          ///< Character.
    std::vector<Range> ranges = {};  ///< Class.
    std::vector<State> next = {};    ///< One, or for Split any number.
  };
  class Compiler;

  void close(State state, std::vector<bool>& seen, States& into) const;

  std::vector<Node> nodes_;
  State start_ = 0;
};

/// The next character of `text` and its size; a byte that is not UTF-8 becomes a value above Unicode.
struct Character {
  char32_t value;
  unsigned size;
};
Character next_character(std::string_view text);
/// The reverse of `next_character`.
void append_character(std::string& text, char32_t character);

}  // namespace hull::glob
