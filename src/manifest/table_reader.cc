#include "manifest/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "manifest/syntax.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

bool before(const Location& a, const Location& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

const Value& empty_table() {
  static const Value kEmpty;
  return kEmpty;
}

/// The help for an unknown key: what was meant, or else what there is.
std::string key_help(const TableSchema& schema, std::string_view key) {
  if (std::string_view meant = meant_key(schema, key); !meant.empty())
    return fmt::format("did you mean `{}`?", meant);
  std::vector<std::string_view> known(schema.keys.begin(), schema.keys.end());
  std::ranges::sort(known);
  if (known.size() == 1) return fmt::format("the only key is `{}`", known.front());
  return "known keys are " + and_list(known);
}

}  // namespace

void Problems::add(const Place& place, std::string message, std::vector<std::string> help) {
  Error error = usage_error(span(place), std::move(message));
  error.help = std::move(help);
  add(std::move(error));
}

void Problems::add(Error error) {
  if (first_ && first_->span && !(error.span && before(error.span->begin, first_->span->begin))) return;
  first_ = std::move(error);
}

Result<void> Problems::result() const {
  if (first_) return fail(*first_);
  return {};
}

void wrong_type(Problems& problems, std::string_view key, std::string_view expected, const Value& found) {
  std::vector<std::string> help;
  if (expected == "an array of strings" && found.kind == Value::Kind::String) {
    help.push_back(fmt::format("write a list: {} = [\"{}\"]", key, printable(found.text)));
  }
  if (expected == "a boolean" && found.kind == Value::Kind::String)
    help.push_back("write true or false, without quotes");
  problems.add(found.place,
               fmt::format("`{}`: expected {}, found {}", printable(key), expected, found.noun()),
               std::move(help));
}

std::string read_string(const Value& value, std::string_view key, Problems& problems) {
  if (value.kind != Value::Kind::String) wrong_type(problems, key, "a string", value);
  return value.kind == Value::Kind::String ? value.text : std::string();
}

std::vector<Text> read_texts(const Value& value, std::string_view key, Problems& problems) {
  std::vector<Text> texts;
  if (value.kind != Value::Kind::Array) {
    wrong_type(problems, key, "an array of strings", value);
    return texts;
  }
  texts.reserve(value.elements.size());
  for (const Value& element : value.elements) {
    if (element.kind == Value::Kind::String) {
      texts.push_back({element.text, problems.span(element.place)});
    } else {
      problems.add(element.place, fmt::format("`{}`: expected an array of strings, found {} in it",
                                              printable(key), element.noun()));
    }
  }
  return texts;
}

void unknown_word(Problems& problems, const Place& place, std::string_view what, std::string_view word,
                  std::span<const std::string_view> known) {
  std::vector<std::string> help;
  if (auto meant = did_you_mean(word, known)) help.push_back(fmt::format("did you mean `{}`?", *meant));
  else help.push_back(fmt::format("write {}", quoted_list(known)));
  problems.add(place, fmt::format("unknown {} `{}`", what, printable(word)), std::move(help));
}

std::optional<std::string> read_standard(TableReader& table, std::string_view key) {
  auto standard = table.text(key);
  if (!standard) return {};
  bool c = key == "c-standard";
  auto known = c ? c_standards() : cxx_standards();
  if (std::ranges::find(known, std::string_view(standard->value)) == known.end()) {
    // Near spellings suggest nothing here: c++21 is as near to c++11 as to c++20.
    table.problems().add(
        table.at(key).value.place, fmt::format("unknown standard `{}`", printable(standard->value)),
        {c ? R"(write "c99", "c11", "c17" or "c23"; "gnu17" and so on for GNU's dialect)"
           : R"(write "c++17", "c++20", "c++23" or "c++26"; "gnu++20" and so on for GNU's dialect)"});
  }
  return standard->value;
}

TableReader::TableReader(const Member& member, const TableSchema& schema, Problems& problems)
    : TableReader(member.value, member.key_place, schema, problems) {}

TableReader::TableReader(const Value& value, Place key, const TableSchema& schema, Problems& problems)
    : table_(&value), place_(key), schema_(schema), problems_(problems) {
  if (value.kind != Value::Kind::Table) {
    problems.add(value.place, fmt::format("{} must be a table, found {}", schema.name, value.noun()));
    table_ = &empty_table();
    return;
  }
  for (const Member& member : value.members) {
    if (schema.knows(member.key)) continue;
    has_unknown_ = true;
    problems.add(member.key_place, fmt::format("unknown key `{}` in {}", printable(member.key), schema.name),
                 {key_help(schema, member.key)});
  }
}

const Member* TableReader::find(std::string_view key) const {
  assert(schema_.knows(key));
  return table_->find(key);
}

const Member& TableReader::at(std::string_view key) const {
  assert(schema_.knows(key));
  return table_->at(key);
}

std::optional<Text> TableReader::text(std::string_view key) {
  const Member* member = find(key);
  if (!member) return {};
  if (member->value.kind != Value::Kind::String) {
    wrong_type(problems_, key, "a string", member->value);
    return {};
  }
  return Text{member->value.text, problems_.span(member->value.place)};
}

std::optional<std::string> TableReader::optional_string(std::string_view key) {
  auto value = text(key);
  if (!value) return {};
  return std::move(value->value);
}

std::string TableReader::string(std::string_view key, std::string otherwise) {
  auto value = text(key);
  return value ? std::move(value->value) : std::move(otherwise);
}

bool TableReader::boolean(std::string_view key, bool otherwise) {
  const Member* member = find(key);
  if (!member) return otherwise;
  if (member->value.kind != Value::Kind::Boolean) {
    wrong_type(problems_, key, "a boolean", member->value);
    return otherwise;
  }
  return member->value.boolean;
}

std::optional<double> TableReader::number(std::string_view key) {
  const Member* member = find(key);
  if (!member) return {};
  if (member->value.kind == Value::Kind::Integer) return static_cast<double>(member->value.integer);
  if (member->value.kind == Value::Kind::Float) return member->value.number;
  wrong_type(problems_, key, "a number", member->value);
  return {};
}

std::vector<Text> TableReader::texts(std::string_view key) {
  const Member* member = find(key);
  return member ? read_texts(member->value, key, problems_) : std::vector<Text>();
}

std::vector<std::string> TableReader::strings(std::string_view key) {
  std::vector<std::string> result;
  for (Text& one : texts(key)) result.push_back(std::move(one.value));
  return result;
}

std::map<std::string, std::string> TableReader::string_map(std::string_view key) {
  std::map<std::string, std::string> result;
  for (const Member& member : members(key))
    result[member.key] = read_string(member.value, member.key, problems_);
  return result;
}

int TableReader::word(std::string_view key, std::span<const std::string_view> words) {
  auto value = text(key);
  if (!value) return -1;
  auto found = std::ranges::find(words, std::string_view(value->value));
  if (found == words.end()) {
    unknown_word(problems_, at(key).value.place, fmt::format("value of `{}`:", key), value->value, words);
    return -1;
  }
  return static_cast<int>(found - words.begin());
}

std::span<const Member> TableReader::members(std::string_view key) {
  const Member* member = find(key);
  if (!member) return {};
  if (member->value.kind != Value::Kind::Table) {
    wrong_type(problems_, key, "a table", member->value);
    return {};
  }
  return member->value.members;
}

std::vector<const Value*> TableReader::tables(std::string_view key) {
  std::vector<const Value*> result;
  const Member* member = find(key);
  if (!member) return result;
  if (member->value.kind == Value::Kind::Table) {
    result.push_back(&member->value);
  } else if (member->value.kind == Value::Kind::Array) {
    for (const Value& element : member->value.elements) {
      if (element.kind == Value::Kind::Table) result.push_back(&element);
      else problems_.add(element.place, fmt::format("`{}`: expected tables, found {}", key, element.noun()));
    }
  } else {
    wrong_type(problems_, key, "a table or an array of tables", member->value);
  }
  return result;
}

void TableReader::missing(std::string_view key, std::vector<std::string> help) {
  if (has_unknown_) return;
  problems_.add(place_, fmt::format("`{}` is missing in {}", key, schema_.name), std::move(help));
}

}  // namespace hull::manifest
