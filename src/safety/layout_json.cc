// Findings for programs: an object a line, and SARIF 2.1.0 (OASIS, 27 March 2020), which code scanning takes.
#include <nlohmann/json.hpp>
#include <set>

#include "safety/codes.h"
#include "safety/layout.h"

namespace hull::safety {

namespace {

using Json = nlohmann::ordered_json;

// Bytes that are not UTF-8 come out as U+FFFD.
std::string text_of(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json span_json(const Span& span) {
  return {{"file_name", span.file},
          {"line_start", span.line},
          {"column_start", span.column},
          {"line_end", span.line},
          {"column_end", span.end_column}};
}

Json labelled(const Span& span, const std::string& label, bool primary) {
  Json json = span_json(span);
  json["is_primary"] = primary;
  json["label"] = label;
  return json;
}

// All that happens, in its order: `each` gets the place, the words, and whether it is the finding itself.
template <class Each>
void in_order(const Diagnostic& one, const Each& each) {
  const std::size_t before = std::min(one.before, one.notes.size());
  for (std::size_t i = 0; i <= one.notes.size(); ++i) {
    if (i == before) each(one.span, one.label.empty() ? one.text : one.label, true);
    if (i < one.notes.size()) each(one.notes[i].span, one.notes[i].text, false);
  }
}

// --- SARIF --------------------------------------------------------------------------------------------

constexpr const char* kRoot = "SRCROOT";

// RFC 3986: what is not unreserved is written in hexadecimal.
std::string uri(std::string_view path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) || std::string_view("-._~/").contains(c))) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

// Relative to the root where it lies below it, so that a log means the same in every checkout.
Json artifact(std::string_view file, std::string_view root) {
  if (!root.empty() && file.starts_with(root) && file.substr(root.size()).starts_with('/'))
    file.remove_prefix(root.size() + 1);
  if (file.starts_with('/')) return {{"uri", "file://" + uri(file)}};
  while (file.starts_with("./")) file.remove_prefix(2);
  return {{"uri", uri(file)}, {"uriBaseId", kRoot}};
}

// Columns count characters in SARIF.
unsigned characters(const Span& span, unsigned column) {
  unsigned count = 1;
  for (std::size_t i = 0; i + 1 < column; ++i) {
    if (i >= span.source.size() || (static_cast<unsigned char>(span.source[i]) & 0xC0) != 0x80) ++count;
  }
  return count;
}

Json region(const Span& span) {
  return {{"startLine", span.line},
          {"startColumn", characters(span, span.column)},
          {"endLine", span.line},
          {"endColumn", characters(span, std::max(span.end_column, span.column + 1))}};
}

Json location(const Span& span, const std::string& root, const std::string& message) {
  Json json = {
      {"physicalLocation", {{"artifactLocation", artifact(span.file, root)}, {"region", region(span)}}}};
  if (!message.empty()) json["message"] = {{"text", message}};
  return json;
}

Json rule(const std::string& code) {
  Json json = {{"id", code}};
  const CodePage* page = code_page(code);
  if (!page) return json;
  json["shortDescription"] = {{"text", page->title}};
  json["fullDescription"] = {{"text", page->rule}};
  json["help"] = {{"text", page->text}, {"markdown", page->text}};
  json["defaultConfiguration"] = {{"level", "error"}};
  json["properties"] = {{"tags", {"security", "memory-safety"}}};
  return json;
}

Json result(const Diagnostic& one, const Layout& layout, std::size_t rule) {
  Json related = Json::array(), flow = Json::array();
  in_order(one, [&](const Span& span, const std::string& text, bool primary) {
    const Json place = location(span, layout.root, text);
    flow.push_back({{"location", place}, {"executionOrder", flow.size() + 1}});
    if (primary) return;
    Json numbered = place;
    numbered["id"] = related.size();
    related.push_back(std::move(numbered));
  });
  Json json = {{"ruleId", one.code},
               {"ruleIndex", rule},
               {"level", level_name(one)},
               {"message", {{"text", one.help.empty() ? one.text : one.text + "; " + one.help}}},
               {"locations", {location(one.span, layout.root, {})}}};
  if (!one.notes.empty()) {
    json["relatedLocations"] = std::move(related);
    json["codeFlows"] = {{{"threadFlows", {{{"locations", std::move(flow)}}}}}};
  }
  if (one.edit) {
    const Span& span = one.edit->span;
    json["fixes"] = {{{"description", {{"text", one.help}}},
                      {"artifactChanges",
                       {{{"artifactLocation", artifact(span.file, layout.root)},
                         {"replacements",
                          {{{"deletedRegion", region(span)},
                            {"insertedContent", {{"text", one.edit->replacement}}}}}}}}}}};
  }
  return json;
}

}  // namespace

std::string json_layout(std::span<const Diagnostic> diagnostics) {
  std::string out;
  for (const Diagnostic& one : diagnostics) {
    Json spans = Json::array();
    in_order(one, [&](const Span& span, const std::string& text, bool primary) {
      spans.push_back(labelled(span, text, primary));
    });
    Json json = {{"code", one.code},          {"level", level_name(one)},
                 {"message", one.text},       {"help", one.help.empty() ? Json() : Json(one.help)},
                 {"spans", std::move(spans)}, {"suggestion", nullptr}};
    if (one.edit) {
      json["suggestion"] = span_json(one.edit->span);
      json["suggestion"]["replacement"] = one.edit->replacement;
    }
    out += text_of(json);
  }
  return out;
}

std::string sarif_layout(std::span<const Diagnostic> diagnostics, const Layout& layout) {
  std::set<std::string> codes;
  for (const Diagnostic& one : diagnostics) codes.insert(one.code);
  Json rules = Json::array();
  std::map<std::string, std::size_t> index;
  for (const std::string& code : codes) {
    index.emplace(code, rules.size());
    rules.push_back(rule(code));
  }
  Json results = Json::array();
  for (const Diagnostic& one : diagnostics) results.push_back(result(one, layout, index[one.code]));
  Json run = {{"tool", {{"driver", {{"name", "hull-check"}, {"rules", std::move(rules)}}}}}};
  if (!layout.root.empty())
    run["originalUriBaseIds"] = {{kRoot, {{"uri", "file://" + uri(layout.root) + "/"}}}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", {std::move(run)}}};
  return text_of(log, 2);
}

}  // namespace hull::safety
