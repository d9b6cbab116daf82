#include "base/glob_automaton.h"

#include <algorithm>

#include "base/text.h"

namespace hull::glob {

Character next_character(std::string_view text) {
  const CodePoint next = decode_utf8(text);
  if (next.size != 0) return {next.value, next.size};
  return {0x110000u + static_cast<unsigned char>(text.front()), 1};
}

void append_character(std::string& text, char32_t character) {
  if (character < 0x110000) {
    append_utf8(text, character);
  } else {
    text += static_cast<char>(character - 0x110000);
  }
}

/// Reads a pattern and adds its nodes, front to back: `tails` are the nodes whose `next` is still open.
class Automaton::Compiler {
 public:
  Compiler(Automaton& automaton, std::string_view pattern) : nodes_(automaton.nodes_), pattern_(pattern) {}

  /// The state in which the pattern starts.
  State compile() {
    const State first = add({.kind = Node::Kind::Split});
    const std::vector<State> ends = sequence({first}, false);
    link(ends, add({.kind = Node::Kind::Accept}));
    return first;
  }

 private:
  State add(Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<State>(nodes_.size() - 1);
  }
  void link(const std::vector<State>& from, State to) {
    for (const State state : from) nodes_[state].next.push_back(to);
  }
  /// Adds `node` after `from`.
  std::vector<State> then(const std::vector<State>& from, Node node) {
    const State state = add(std::move(node));
    link(from, state);
    return {state};
  }

  /// Adds the pattern up to its end, or inside braces up to ',' or '}'.
  std::vector<State> sequence(std::vector<State> ends, bool in_braces) {
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      if (in_braces && (c == ',' || c == '}')) break;
      switch (c) {
        case '*':
          ends = star(ends);
          break;
        case '?':
          ++at_;
          name_start_ = false;
          ends = then(ends, {.kind = Node::Kind::AnyInName});
          break;
        case '[':
          ends = bracket(ends);
          break;
        case '{':
          ends = braces(ends);
          break;
        case '\\':
          if (at_ + 1 < pattern_.size()) ++at_;
          [[fallthrough]];
        default:
          ends = character(ends);
      }
    }
    return ends;
  }

  std::vector<State> character(const std::vector<State>& ends) {
    const Character next = next_character(pattern_.substr(at_));
    at_ += next.size;
    name_start_ = next.value == '/';
    return then(ends, {.kind = Node::Kind::Character, .character = next.value});
  }

  std::vector<State> star(const std::vector<State>& ends) {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && pattern_[at_] == '*') ++at_;
    const bool whole_name = at_ - begin == 2 && name_start_;
    const bool ends_pattern =
        at_ == pattern_.size() || (depth_ > 0 && (pattern_[at_] == ',' || pattern_[at_] == '}'));
    if (whole_name && ends_pattern) {
      // The rest, of at least one character: `dir/**` does not match `dir/`.
      const State rest = add({.kind = Node::Kind::AnyOfAll});
      link(ends, rest);
      nodes_[rest].next.push_back(rest);
      return {rest};
    }
    const State loop = add({.kind = Node::Kind::Split});
    link(ends, loop);
    const State any = add({.kind = Node::Kind::AnyInName});
    nodes_[loop].next.push_back(any);
    if (whole_name && pattern_.substr(at_).starts_with('/')) {
      // Any number of `name/`: loop -> any -> inside -> any ... -> '/' -> loop.
      ++at_;
      const State inside = add({.kind = Node::Kind::Split});
      const State slash = add({.kind = Node::Kind::Character, .character = '/'});
      nodes_[any].next.push_back(inside);
      nodes_[inside].next = {any, slash};
      nodes_[slash].next.push_back(loop);
    } else {
      nodes_[any].next.push_back(loop);
      name_start_ = false;
    }
    return {loop};
  }

  std::vector<State> bracket(const std::vector<State>& ends) {
    std::size_t at = at_ + 1;
    Node node{.kind = Node::Kind::Class};
    if (at < pattern_.size() && (pattern_[at] == '!' || pattern_[at] == '^')) {
      node.negated = true;
      ++at;
    }
    // A ']' that stands first is a member.
    for (const std::size_t first = at; at < pattern_.size() && (pattern_[at] != ']' || at == first);) {
      const auto member = [&] {
        if (pattern_[at] == '\\' && at + 1 < pattern_.size()) ++at;
        const Character next = next_character(pattern_.substr(at));
        at += next.size;
        return next.value;
      };
      Range range{};
      range.first = range.last = member();
      if (at + 1 < pattern_.size() && pattern_[at] == '-' && pattern_[at + 1] != ']') {
        ++at;
        range.last = member();
      }
      node.ranges.push_back(range);
    }
    if (at >= pattern_.size()) return character(ends);  // Never closed: a plain '['.
    at_ = at + 1;
    name_start_ = false;
    return then(ends, std::move(node));
  }

  std::vector<State> braces(const std::vector<State>& ends) {
    if (depth_ == kMaxDepth || !closes(at_)) return character(ends);
    ++depth_;
    const bool name_start = name_start_;
    std::vector<State> all;
    do {
      ++at_;  // The '{' or ','.
      name_start_ = name_start;
      const std::vector<State> alternative = sequence(then(ends, {.kind = Node::Kind::Split}), true);
      all.insert(all.end(), alternative.begin(), alternative.end());
    } while (at_ < pattern_.size() && pattern_[at_] == ',');
    ++at_;  // The '}'.
    --depth_;
    return then(all, {.kind = Node::Kind::Split});
  }

  /// True when the brace at `at` has a partner. Skips what `sequence` would: quoted characters and classes.
  bool closes(std::size_t at) const {
    int depth = 0;
    for (; at < pattern_.size(); ++at) {
      const char c = pattern_[at];
      if (c == '\\') ++at;
      if (c == '[') {
        std::size_t end = at + 1;
        if (end < pattern_.size() && (pattern_[end] == '!' || pattern_[end] == '^')) ++end;
        for (const std::size_t first = end; end < pattern_.size() && (pattern_[end] != ']' || end == first);
             ++end)
          if (pattern_[end] == '\\') ++end;
        if (end < pattern_.size()) at = end;
      }
      if (c == '{') ++depth;
      if (c == '}' && --depth == 0) return true;
    }
    return false;
  }

  static constexpr int kMaxDepth = 32;  ///< Braces below that are plain characters.

  std::vector<Node>& nodes_;
  std::string_view pattern_;
  std::size_t at_ = 0;
  int depth_ = 0;           ///< Of braces.
  bool name_start_ = true;  ///< A component begins here.
};

Automaton::Automaton(const std::vector<std::string>& patterns) {
  nodes_.push_back({.kind = Node::Kind::Split});
  for (std::string_view pattern : patterns) {
    while (pattern.starts_with("./")) pattern.remove_prefix(2);
    const State first = Compiler(*this, pattern).compile();
    nodes_[start_].next.push_back(first);
  }
}

void Automaton::close(State state, std::vector<bool>& seen, States& into) const {
  // By a stack of its own: braces nest as deep as a hostile pattern likes.
  std::vector<State> open{state};
  while (!open.empty()) {
    const State next = open.back();
    open.pop_back();
    if (seen[next]) continue;
    seen[next] = true;
    if (nodes_[next].kind == Node::Kind::Split) {
      open.insert(open.end(), nodes_[next].next.begin(), nodes_[next].next.end());
    } else {
      into.push_back(next);
    }
  }
}

States Automaton::start() const {
  std::vector<bool> seen(nodes_.size());
  States states;
  close(start_, seen, states);
  return states;
}

States Automaton::step(const States& states, char32_t character, Reading reading) const {
  std::vector<bool> seen(nodes_.size());
  States after;
  for (const State state : states) {
    const Node& node = nodes_[state];
    bool matches = false;
    switch (node.kind) {
      case Node::Kind::Character:
        matches = node.character == character;
        break;
      case Node::Kind::AnyInName:
        matches = reading == Reading::Anything && character != '/';
        break;
      case Node::Kind::AnyOfAll:
        matches = reading == Reading::Anything;
        break;
      case Node::Kind::Class:
        matches = reading == Reading::Anything && character != '/' &&
                  node.negated != std::ranges::any_of(node.ranges, [&](const Range& range) {
                    return range.first <= character && character <= range.last;
                  });
        break;
      case Node::Kind::Split:
      case Node::Kind::Accept:
        break;
    }
    if (!matches) continue;
    for (const State next : node.next) close(next, seen, after);
  }
  return after;
}

States Automaton::read(States states, std::string_view text, Reading reading, bool spell_dots) const {
  for (bool name_start = true; !text.empty() && !states.empty();) {
    const Character next = next_character(text);
    const bool spell = spell_dots && name_start && next.value == '.';
    states = step(states, next.value, spell ? Reading::Literal : reading);
    name_start = next.value == '/';
    text.remove_prefix(next.size);
  }
  return states;
}

bool Automaton::accepts(const States& states) const {
  return std::ranges::any_of(states, [&](State state) { return nodes_[state].kind == Node::Kind::Accept; });
}

bool Automaton::accepts_everything(const States& states) const {
  return std::ranges::any_of(states, [&](State state) {
    if (nodes_[state].kind != Node::Kind::AnyOfAll) return false;
    std::vector<bool> seen(nodes_.size());
    States after;
    close(state, seen, after);
    for (const State next : nodes_[state].next) close(next, seen, after);
    return accepts(after);
  });
}

std::optional<std::vector<std::string>> Automaton::spelled_names(const States& states) const {
  constexpr std::size_t kMaxNames = 64;
  struct Partial {
    States states;
    std::string name;
  };
  std::vector<std::string> names;
  std::vector<Partial> open{{states, ""}};
  for (std::size_t steps = 0; !open.empty(); ++steps) {
    if (steps > 64 * kMaxNames || names.size() > kMaxNames) return std::nullopt;
    Partial partial = std::move(open.back());
    open.pop_back();
    std::vector<char32_t> characters;
    bool ends = false;
    for (const State state : partial.states) {
      const Node& node = nodes_[state];
      if (node.kind == Node::Kind::Accept || (node.kind == Node::Kind::Character && node.character == '/')) {
        ends = true;
      } else if (node.kind == Node::Kind::Character) {
        characters.push_back(node.character);
      } else {
        return std::nullopt;
      }
    }
    if (ends && !partial.name.empty()) names.push_back(partial.name);
    std::ranges::sort(characters);
    const auto repeated = std::ranges::unique(characters);
    characters.erase(repeated.begin(), repeated.end());
    for (const char32_t character : characters) {
      std::string name = partial.name;
      append_character(name, character);
      open.push_back({step(partial.states, character, Reading::Literal), std::move(name)});
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace hull::glob
