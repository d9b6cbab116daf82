// Reads one table of a manifest against its schema.
//
// A reader never stops at a problem: it notes it in `Problems` and gives a default, so that code
// which fills the model is a list of keys. Of all problems of a manifest the one that stands first in
// the text is reported: people repair a file from the top.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "manifest/model.h"
#include "manifest/schema.h"
#include "manifest/toml_document.h"

namespace hull::manifest {

/// Problems of one manifest; keeps the first in the text.
class Problems {
 public:
  explicit Problems(std::shared_ptr<const SourceText> source) : source_(std::move(source)) {}

  void add(const Place& place, std::string message, std::vector<std::string> help = {});
  /// For an error that has its span already.
  void add(Error error);

  Span span(const Place& place) const { return {source_, place.begin, place.end}; }
  const std::shared_ptr<const SourceText>& source() const { return source_; }
  /// The first problem; success when there was none.
  Result<void> result() const;

 private:
  std::shared_ptr<const SourceText> source_;
  std::optional<Error> first_;
};

/// A word of a manifest and what it stands for.
template <class T>
using Choice = std::pair<std::string_view, T>;

class TableReader {
 public:
  /// Reads `value`, which stands at `key`. Notes a value that is no table, and every unknown key.
  TableReader(const Member& member, const TableSchema& schema, Problems& problems);
  TableReader(const Value& value, Place key, const TableSchema& schema, Problems& problems);

  /// The member `key` of the schema, or nullptr when it is not written.
  const Member* find(std::string_view key) const;
  /// The one that is written: who calls has read it, or asked for it.
  const Member& at(std::string_view key) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }

  std::optional<Text> text(std::string_view key);
  std::string string(std::string_view key, std::string otherwise = {});
  std::optional<std::string> optional_string(std::string_view key);
  bool boolean(std::string_view key, bool otherwise);
  std::optional<double> number(std::string_view key);
  std::vector<Text> texts(std::string_view key);
  std::vector<std::string> strings(std::string_view key);
  /// A table of strings.
  std::map<std::string, std::string> string_map(std::string_view key);
  /// One of the words in `choices`.
  template <class T>
  T choice(std::string_view key, std::span<const Choice<T>> choices, T otherwise) {
    std::vector<std::string_view> words;
    for (const Choice<T>& one : choices) words.push_back(one.first);
    int index = word(key, words);
    return index < 0 ? otherwise : choices[static_cast<std::size_t>(index)].second;
  }
  /// The members of the table at `key`, none when it is missing.
  std::span<const Member> members(std::string_view key);
  /// The tables at `key`: one table, or an array of tables.
  std::vector<const Value*> tables(std::string_view key);

  /// Notes that `key`, which must be written, is not; unless an unknown key may stand for it.
  void missing(std::string_view key, std::vector<std::string> help = {});

  /// True when a key is not in the schema: it may be the one that seems to be missing.
  bool has_unknown() const { return has_unknown_; }

  /// Where to point for the table as a whole.
  const Place& place() const { return place_; }
  Problems& problems() { return problems_; }
  const TableSchema& schema() const { return schema_; }

 private:
  int word(std::string_view key, std::span<const std::string_view> words);

  const Value* table_;
  Place place_;
  const TableSchema& schema_;
  Problems& problems_;
  bool has_unknown_ = false;
};

/// "`sources`: expected an array of strings, found an integer".
void wrong_type(Problems& problems, std::string_view key, std::string_view expected, const Value& found);

/// The strings of `value`, an array of strings that stands at `key`.
std::vector<Text> read_texts(const Value& value, std::string_view key, Problems& problems);

/// The string `value` at `key`; a problem and "" when it is none.
std::string read_string(const Value& value, std::string_view key, Problems& problems);

/// Reads `standard` or `c-standard`; notes one that is unknown.
std::optional<std::string> read_standard(TableReader& table, std::string_view key);

/// Notes that `word` is none of `known`, with a suggestion.
void unknown_word(Problems& problems, const Place& place, std::string_view what, std::string_view word,
                  std::span<const std::string_view> known);

}  // namespace hull::manifest
