// Findings back from the JSON they were written as.
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "safety/diagnostic.h"

namespace hull::safety {

namespace {

using nlohmann::json;

/// The lines of source files, each file read once.
class Sources {
 public:
  /// "" for what is not there.
  std::string line(const std::string& file, unsigned number) {
    const auto [entry, fresh] = files_.try_emplace(file);
    std::vector<std::string>& lines = entry->second;
    if (fresh) {
      std::ifstream in(file);
      for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
    }
    if (number == 0 || number > lines.size()) return {};
    std::string line = lines[number - 1];
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }

 private:
  std::map<std::string, std::vector<std::string>> files_;
};

Span span_of(const json& from, Sources& sources) {
  Span span{.file = from.at("file_name"),
            .line = from.at("line_start"),
            .column = from.at("column_start"),
            .end_column = from.at("column_end"),
            .source = {}};
  span.source = sources.line(span.file, span.line);
  return span;
}

Diagnostic diagnostic_of(const json& from, Sources& sources) {
  Diagnostic diagnostic{.span = {}};
  diagnostic.code = from.at("code");
  diagnostic.warning = from.at("level") == "warning";
  diagnostic.text = from.at("message");
  if (const json& help = from.at("help"); !help.is_null()) diagnostic.help = help;
  for (const json& one : from.at("spans")) {
    Span span = span_of(one, sources);
    const std::string label = one.at("label");
    if (!one.at("is_primary").get<bool>()) {
      diagnostic.notes.push_back({std::move(span), label});
      continue;
    }
    diagnostic.span = std::move(span);
    diagnostic.before = diagnostic.notes.size();
    if (label != diagnostic.text) diagnostic.label = label;
  }
  if (const json& edit = from.at("suggestion"); !edit.is_null()) {
    diagnostic.edit = {span_of(edit, sources), edit.at("replacement")};
  }
  return diagnostic;
}

}  // namespace

std::optional<std::vector<Diagnostic>> read_json(std::string_view text) {
  std::vector<Diagnostic> diagnostics;
  Sources sources;
  try {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      diagnostics.push_back(diagnostic_of(json::parse(text.substr(0, end)), sources));
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
  } catch (const json::exception&) {
    return std::nullopt;
  }
  return diagnostics;
}

}  // namespace hull::safety
