// A TOML 1.0 text as a tree of values with the place of every key and value.
//
// The parser is toml++; only toml_document.cc sees it, because it is large. Everything else reads
// this tree: tables keep their keys in written order, and places are byte columns of the text, which
// is what diagnostics print.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::manifest {

/// A half-open range of a document's text.
struct Place {
  Location begin;
  Location end;
};

struct Member;

/// One value of a document.
struct Value {
  enum class Kind { String, Integer, Float, Boolean, Date, Array, Table };
  Kind kind = Kind::Table;
  Place place;
  std::string text;             ///< String: its content. Date: as written.
  std::int64_t integer = 0;
  double number = 0;            ///< Float.
  bool boolean = false;
  std::vector<Value> elements;  ///< Array.
  std::vector<Member> members;  ///< Table, in written order.

  /// The member of a table called `key`, or nullptr.
  const Member* find(std::string_view key) const;
  /// The one that is there: who calls knows that it is.
  const Member& at(std::string_view key) const;
  /// "a string", "an integer", ... for messages.
  std::string_view noun() const;
};

/// A key of a table with its value.
struct Member {
  std::string key;
  Place key_place;
  Value value;
};

/// A parsed text.
struct Document {
  std::shared_ptr<const SourceText> source;
  Value root;

  Span span(const Place& place) const { return {source, place.begin, place.end}; }
};

/// How deep arrays and inline tables may nest.
inline constexpr int kMaxNesting = 64;

/// Parses `text`; `name` is shown in diagnostics. A byte order mark is skipped and CRLF read as LF.
/// Errors (usage): what check_text (toml_text.h) refuses, what is not TOML, values nested too deep; each with
/// its place.
Result<Document> parse_toml(std::string name, std::string_view text);

}  // namespace hull::manifest
