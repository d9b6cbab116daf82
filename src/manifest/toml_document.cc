#include "manifest/toml_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "base/text.h"
#include "base/toml.h"
#include "manifest/toml_text.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

static_assert(TOML_MAX_NESTED_VALUES == kMaxNesting);

/// Turns toml++'s positions, which count code points, into byte columns.
class Columns {
 public:
  explicit Columns(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      starts_.push_back(at + 1);
    }
    ascii_ = std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }

  Location at(const toml::source_position& position) const {
    Location location{position.line, position.column};
    if (location.line == 0) return {1, 1};
    if (ascii_ || location.line > starts_.size()) return location;
    std::size_t begin = starts_[location.line - 1];
    std::size_t byte = begin;
    for (unsigned column = 1; column < position.column && byte < text_.size(); ++column) {
      byte += std::max(decode_utf8(text_.substr(byte)).size, 1u);
    }
    location.column = static_cast<unsigned>(byte - begin) + 1;
    return location;
  }

  /// Line `number`, which counts from 1.
  std::string_view line(unsigned number) const {
    if (number == 0 || number > starts_.size()) return {};
    std::string_view rest = text_.substr(starts_[number - 1]);
    return rest.substr(0, rest.find('\n'));
  }

  Place place(const toml::source_region& region) const { return {at(region.begin), at(region.end)}; }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
  bool ascii_ = true;
};

template <class T>
std::string date_text(const T& date) {
  std::ostringstream out;
  out << date;
  return out.str();
}

Value converted(const toml::node& node, const Columns& columns) {
  Value value;
  value.place = columns.place(node.source());
  if (const auto* text = node.as_string()) {
    value.kind = Value::Kind::String;
    value.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.kind = Value::Kind::Integer;
    value.integer = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    value.kind = Value::Kind::Float;
    value.number = number->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = Value::Kind::Boolean;
    value.boolean = boolean->get();
  } else if (const auto* array = node.as_array()) {
    value.kind = Value::Kind::Array;
    value.elements.reserve(array->size());
    for (const toml::node& element : *array) value.elements.push_back(converted(element, columns));
  } else if (const auto* table = node.as_table()) {
    value.kind = Value::Kind::Table;
    value.members.reserve(table->size());
    for (const auto& [key, member] : *table) {
      value.members.push_back(
          {std::string(key.str()), columns.place(key.source()), converted(member, columns)});
    }
    std::ranges::sort(value.members, [](const Member& a, const Member& b) {
      return std::pair(a.key_place.begin.line, a.key_place.begin.column) <
             std::pair(b.key_place.begin.line, b.key_place.begin.column);
    });
  } else {
    value.kind = Value::Kind::Date;
    if (const auto* date = node.as_date()) value.text = date_text(date->get());
    if (const auto* time = node.as_time()) value.text = date_text(time->get());
    if (const auto* date_time = node.as_date_time()) value.text = date_text(date_time->get());
  }
  return value;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The unquoted word that stands as a value around `column`, with the column it starts at: the commonest
/// slip.
std::optional<std::pair<std::string, unsigned>> bare_word(std::string_view line, unsigned column) {
  std::size_t at = std::min<std::size_t>(column - 1, line.size());
  auto in_word = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || std::string_view("-_+./").contains(c);
  };
  std::size_t begin = at;
  while (begin > 0 && in_word(line[begin - 1])) --begin;
  std::size_t end = at;
  while (end < line.size() && in_word(line[end])) ++end;
  std::string_view before = trim(line.substr(0, begin));
  if (begin == end || !is_letter(line[begin]) || before.empty()) return {};
  if (!std::string_view("=[,").contains(before.back()) || before.front() == '#') return {};
  // After "[" or "," the word may be a key of an inline table, or the name of a table.
  if (before.back() != '=' && !before.contains('=')) return {};
  if (before.back() == ',' && trim(line.substr(end)).starts_with('=')) return {};
  return std::pair(std::string(line.substr(begin, end - begin)), static_cast<unsigned>(begin) + 1);
}

std::string character_at(std::string_view line, std::size_t at) {
  return printable(line.substr(at, std::max(decode_utf8(line.substr(at)).size, 1u)));
}

/// What the parser found wrong, as a sentence for people, with a better place where there is one.
///
/// toml++ says "Error while parsing array: expected ..., saw ..."; the slips that people make often get
/// words of their own, the rest the parser's.
std::string syntax_message(std::string_view description, std::string_view line, Place& place) {
  std::string_view what;
  constexpr std::string_view kPrefix = "Error while parsing ";
  if (description.starts_with(kPrefix)) {
    description.remove_prefix(kPrefix.size());
    std::size_t colon = std::min(description.find(": "), description.size());
    what = description.substr(0, colon);
    description.remove_prefix(std::min(colon + 2, description.size()));
  }
  std::size_t at = place.begin.column - 1;
  bool line_ends = at >= line.size();
  if (description.starts_with("cannot redefine existing ")) {
    // `name` was read to its end: point at the name, which stands before, and not at its value.
    std::size_t quote = description.find('\'');
    std::string name(quote == std::string_view::npos ? "" : description.substr(quote + 1));
    if (name.ends_with('\'')) name.pop_back();
    std::string_view last = std::string_view(name).substr(name.rfind('.') + 1);
    std::size_t key = line.substr(0, at).rfind(last);
    if (key == std::string_view::npos) key = line.find(last);
    if (key != std::string_view::npos && !last.empty()) {
      place.begin.column = static_cast<unsigned>(key) + 1;
      place.end = {place.begin.line, place.begin.column + static_cast<unsigned>(last.size())};
    }
    return fmt::format("`{}` is written twice", name);
  }
  if (description.contains("maximum nested value depth")) {
    return fmt::format("values are nested more than {} deep", kMaxNesting);
  }
  if (line_ends && description.contains("control characters"))
    return "this string has no closing quote on its line";
  if (description == "encountered end-of-file" && !what.empty())
    return fmt::format("the text ends inside the {}", what);
  if (description.starts_with("expected value, ") && line_ends)
    return "expected a value, found the end of the line";
  if (description.starts_with("expected a comment or whitespace") && !line_ends) {
    return fmt::format("expected the end of the line, found `{}`", character_at(line, at));
  }
  bool no_key = what == "root table" || description.starts_with("expected bare key starting character");
  if (no_key && !line_ends) {
    return fmt::format("expected a key or a [table], found `{}`", character_at(line, at));
  }
  std::string message = replace_all(description, "saw '\\n'", "found the end of the line");
  message = replace_all(message, ", saw ", ", found ");
  return fmt::format("not TOML: {}{}", message, what.empty() ? "" : fmt::format(" (in the {})", what));
}

Error syntax_error(const toml::parse_error& parse_error, const std::shared_ptr<const SourceText>& source,
                   const Columns& columns) {
  Place place = columns.place(parse_error.source());
  std::string_view line = columns.line(place.begin.line);
  if (auto word = bare_word(line, place.begin.column)) {
    const auto& [text, column] = *word;
    Location begin{place.begin.line, column};
    Location end{begin.line, column + static_cast<unsigned>(text.size())};
    return usage_error({source, begin, end}, fmt::format("expected a value, found the bare word `{}`", text))
        .with_help(fmt::format("write a string in quotes: \"{}\"", text));
  }
  std::string message = syntax_message(parse_error.description(), line, place);
  if (place.end.line == place.begin.line && place.end.column <= place.begin.column) {
    place.end.column = place.begin.column + 1;
  }
  return usage_error({source, place.begin, place.end}, std::move(message));
}

}  // namespace

const Member* Value::find(std::string_view key) const {
  auto member = std::ranges::find(members, key, &Member::key);
  return member == members.end() ? nullptr : &*member;
}

const Member& Value::at(std::string_view key) const {
  const Member* member = find(key);
  if (!member) std::abort();
  return *member;
}

std::string_view Value::noun() const {
  switch (kind) {
    case Kind::String: return "a string";
    case Kind::Integer: return "an integer";
    case Kind::Float: return "a number";
    case Kind::Boolean: return "a boolean";
    case Kind::Date: return "a date";
    case Kind::Array: return "an array";
    case Kind::Table: return "a table";
  }
  return "a value";
}

Result<Document> parse_toml(std::string name, std::string_view text) {
  Document document;
  document.source = std::make_shared<const SourceText>(SourceText{std::move(name), normalized(text)});
  HULL_CHECK(check_text(document.source));
  Columns columns(document.source->text);
  toml::parse_result parsed = toml::parse(std::string_view(document.source->text), std::string_view());
  if (!parsed) return fail(syntax_error(parsed.error(), document.source, columns));
  document.root = converted(parsed.table(), columns);
  return document;
}

}  // namespace hull::manifest
