#include "tool/test_program.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <set>

#include "base/elf.h"
#include "base/mapped_file.h"
#include "base/text.h"
#include "tool/xml.h"

namespace hull::tool {
namespace {

using nlohmann::json;

/// Where a program, or a script, can have the name of a framework.
std::vector<std::string_view> parts_with_strings(std::string_view file) {
  constexpr std::size_t kScriptPart = 1024 * 1024;
  return file.starts_with(
             "\x7f"
             "ELF")
             ? elf_strings(file)
             : std::vector{file.substr(0, kScriptPart)};
}

/// Environment variables by which GoogleTest, and Bazel's protocol that it speaks, would run other cases than
/// those we ask for, or write elsewhere.
bool misleads(std::string_view variable) {
  for (const std::string_view prefix :
       {"GTEST_", "TESTBRIDGE_TEST_ONLY=", "TEST_SHARD_",
        "TEST_TOTAL_SHARDS=", "TEST_PREMATURE_EXIT_FILE=", "XML_OUTPUT_FILE="})
    if (variable.starts_with(prefix)) return true;
  return false;
}

Command base_command(const TestProgram& program, const std::vector<std::string>& environment) {
  Command command;
  command.argv = program.runner;
  command.argv.push_back(program.path);
  command.argv.insert(command.argv.end(), program.args.begin(), program.args.end());
  command.directory = program.working_directory;
  command.environment.emplace();
  for (const std::string& variable : environment) {
    const std::string name = variable.substr(0, variable.find('='));
    if (!misleads(variable) && !program.env.contains(name)) command.environment->push_back(variable);
  }
  for (const auto& [name, value] : program.env) command.environment->push_back(name + "=" + value);
  return command;
}

// ---- GoogleTest

TestCase google_case(const std::string& suite, const std::string& name) {
  const bool disabled = suite.starts_with("DISABLED_") || suite.find("/DISABLED_") != std::string::npos ||
                        name.starts_with("DISABLED_");
  return {.name = suite + "." + name, .ignored = disabled};
}

std::optional<std::vector<TestCase>> read_google_json(std::string_view report) {
  const json document = json::parse(report, nullptr, false);
  const auto suites = document.find("testsuites");
  if (!document.is_object() || suites == document.end() || !suites->is_array()) return std::nullopt;
  std::vector<TestCase> cases;
  for (const json& suite : *suites) {
    if (!suite.is_object()) return std::nullopt;
    const auto name = suite.find("name");
    const auto tests = suite.find("testsuite");
    if (name == suite.end() || !name->is_string() || tests == suite.end() || !tests->is_array()) continue;
    for (const json& test : *tests) {
      const auto test_name = test.is_object() ? test.find("name") : test.end();
      if (!test.is_object() || test_name == test.end() || !test_name->is_string()) continue;
      TestCase found = google_case(name->get<std::string>(), test_name->get<std::string>());
      if (const auto file = test.find("file"); file != test.end() && file->is_string())
        found.file = file->get<std::string>();
      if (const auto line = test.find("line"); line != test.end() && line->is_number_unsigned())
        found.line = line->get<unsigned>();
      cases.push_back(std::move(found));
    }
  }
  return cases;
}

/// "Suite." lines, and below each its cases, indented by two; either may end in "  # comment".
std::optional<std::vector<TestCase>> read_google_text(std::string_view text) {
  std::vector<TestCase> cases;
  std::string suite;
  for (std::string_view line : split(text, '\n')) {
    line = line.substr(0, line.find("  # "));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with("  ") && !suite.empty()) {
      const std::string_view name = line.substr(2);
      if (!name.empty() && name.find(' ') == std::string_view::npos)
        cases.push_back(google_case(suite, std::string(name)));
    } else if (line.size() > 1 && line.ends_with('.') && line.find(' ') == std::string_view::npos) {
      suite = line.substr(0, line.size() - 1);
    } else {
      suite.clear();
    }
  }
  // No case: this may be any text with a word and a full stop on a line.
  if (cases.empty()) return std::nullopt;
  return cases;
}

// ---- Catch2

/// `name` so that Catch2 reads back exactly it: its test specs give a meaning to these characters.
std::string catch_selection(std::string_view name) {
  std::string escaped;
  // "exclude:" cannot be escaped, but not spelled out.
  if (name.starts_with("exclude:")) {
    escaped = '*';
    name.remove_prefix(1);
  }
  for (const char c : name) {
    if (std::string_view(",[]\"\\~*").find(c) != std::string_view::npos || (c == '-' && escaped.empty()))
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

TestCase catch_case(std::string name) {
  std::vector<std::string> selection{catch_selection(name)};
  return {.name = std::move(name), .selection = std::move(selection)};
}

/// Version 2 prints a name per line and exits with their number, modulo 256.
std::optional<std::vector<TestCase>> read_catch2_names(const Finished& finished) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : split(finished.out, '\n')) {
    if (!line.empty()) lines.push_back(line);
  }
  // What is too many was printed before the list, by static initializers or the program's own main.
  const std::size_t excess = (lines.size() + 256 - static_cast<std::size_t>(finished.exit_code)) % 256;
  if (excess > lines.size()) return std::nullopt;
  std::vector<TestCase> cases;
  for (const std::string_view line : std::span(lines).subspan(excess)) {
    const bool quoted = line.size() > 2 && line.starts_with("\"#") && line.ends_with('"');
    cases.push_back(catch_case(std::string(quoted ? line.substr(1, line.size() - 2) : line)));
  }
  return cases;
}

std::optional<std::vector<TestCase>> read_catch3_xml(std::string_view text) {
  if (text.find("<MatchingTests>") == std::string_view::npos) return std::nullopt;
  std::vector<TestCase> cases;
  for (std::size_t at = 0; (at = text.find("<TestCase>", at)) != std::string_view::npos;) {
    const std::string_view body = text.substr(at, text.find("</TestCase>", at) - at);
    at += body.size();
    const auto name = xml_element(body, "Name");
    if (!name || name->empty()) continue;
    TestCase found = catch_case(*name);
    found.file = xml_element(body, "File").value_or("");
    found.line =
        static_cast<unsigned>(std::strtoul(xml_element(body, "Line").value_or("").c_str(), nullptr, 10));
    cases.push_back(std::move(found));
  }
  return cases;
}

// ---- doctest

/// `name` as one of doctest's comma-separated wildcard filters. A '?' stands for what would separate or
/// escape.
std::string doctest_filter(std::string_view name) {
  std::string filter(name);
  std::ranges::replace_if(filter, [](char c) { return c == ',' || c == '\\' || c == '"'; }, '?');
  return filter;
}

std::optional<std::vector<TestCase>> read_doctest_xml(std::string_view text) {
  if (text.find("<doctest ") == std::string_view::npos) return std::nullopt;
  struct Listed {
    std::string suite;
    TestCase test;
  };
  std::vector<Listed> listed;
  std::map<std::string, std::set<std::string>> suites_of;  // By title.
  for (std::size_t at = 0; (at = text.find("<TestCase ", at)) != std::string_view::npos;) {
    const std::string_view tag = text.substr(at, text.find('\n', at) - at);
    at += tag.size();
    const auto title = xml_attribute(tag, "name");
    if (!title) continue;
    const std::string suite = xml_attribute(tag, "testsuite").value_or("");
    // The same title twice in one suite (a case in a header) is told apart by nothing: they are one case.
    if (!suites_of[*title].insert(suite).second) continue;
    TestCase test{.name = suite.empty() ? *title : suite + "::" + *title};
    test.ignored = xml_attribute(tag, "skipped") == "true";
    test.file = xml_attribute(tag, "filename").value_or("");
    test.line =
        static_cast<unsigned>(std::strtoul(xml_attribute(tag, "line").value_or("").c_str(), nullptr, 10));
    test.selection = {"--dt-test-case=" + doctest_filter(*title)};
    if (!suite.empty()) test.selection.push_back("--dt-test-suite=" + doctest_filter(suite));
    listed.push_back({suite, std::move(test)});
  }
  std::vector<TestCase> cases;
  for (Listed& one : listed) {
    if (one.suite.empty()) {
      // No filter means "without a suite": the suites that have the same title are excluded instead.
      const std::size_t separator = one.test.selection[0].find('=');
      std::string others;
      for (const auto& [title, suites] : suites_of) {
        if ("--dt-test-case=" + doctest_filter(title) != one.test.selection[0] ||
            separator == std::string::npos)
          continue;
        for (const std::string& suite : suites)
          if (!suite.empty()) others += (others.empty() ? "" : ",") + doctest_filter(suite);
      }
      if (!others.empty()) one.test.selection.push_back("--dt-test-suite-exclude=" + others);
    }
    cases.push_back(std::move(one.test));
  }
  return cases;
}

}  // namespace

Framework detect_framework(const std::string& path) {
  const fs::MappedFile file(path);
  struct Sign {
    std::string_view bytes;
    Framework framework;
  };
  // Option names; for frameworks in a shared library, names that a program imports from them.
  static constexpr Sign kSigns[] = {
      {"gtest_list_tests", Framework::GoogleTest}, {"MakeAndRegisterTestInfo", Framework::GoogleTest},
      {"dt-list-test-cases", Framework::Doctest},  {"list-test-names-only", Framework::Catch2v2},
      {"--list-tests", Framework::Catch2v3},       {"N5Catch7SessionC", Framework::Catch2v3},
  };
  const std::vector<std::string_view> parts = parts_with_strings(file.bytes());
  for (const Sign& sign : kSigns) {
    for (const std::string_view part : parts) {
      if (!part.empty() && memmem(part.data(), part.size(), sign.bytes.data(), sign.bytes.size()) != nullptr)
        return sign.framework;
    }
  }
  return Framework::None;
}

Command list_command(const TestProgram& program, Framework framework, const std::string& report,
                     const std::vector<std::string>& environment) {
  Command command = base_command(program, environment);
  const auto add = [&](std::initializer_list<std::string> words) {
    command.argv.insert(command.argv.end(), words);
  };
  switch (framework) {
    case Framework::GoogleTest:
      add({"--gtest_list_tests", "--gtest_output=json:" + report});
      break;
    case Framework::Catch2v2:
      add({"--list-test-names-only"});
      break;
    case Framework::Catch2v3:
      add({"--list-tests", "--reporter", "xml"});
      break;
    case Framework::Doctest:
      add({"--dt-list-test-cases", "--dt-reporters=xml", "--dt-no-skip=true"});
      break;
    case Framework::None:
      break;
  }
  return command;
}

std::optional<std::vector<TestCase>> read_list(Framework framework, const Finished& finished,
                                               std::string_view report) {
  if (finished.signal != 0 || finished.timed_out) return std::nullopt;
  if (framework == Framework::Catch2v2) return read_catch2_names(finished);
  if (finished.exit_code != 0) return std::nullopt;
  switch (framework) {
    case Framework::GoogleTest:
      if (auto cases = read_google_json(report)) return cases;
      return read_google_text(finished.out);
    case Framework::Catch2v3:
      return read_catch3_xml(finished.out);
    case Framework::Doctest:
      return read_doctest_xml(finished.out);
    case Framework::Catch2v2:
    case Framework::None:
      break;
  }
  return std::nullopt;
}

Command run_command(const TestProgram& program, Framework framework,
                    const std::vector<const TestCase*>& cases, const std::string& report,
                    const std::vector<std::string>& environment) {
  Command command = base_command(program, environment);
  if (framework == Framework::GoogleTest) {
    std::string filter = "--gtest_filter=";
    for (const TestCase* test : cases) filter += (test == cases.front() ? "" : ":") + test->name;
    command.argv.push_back(std::move(filter));
    command.argv.push_back("--gtest_output=json:" + report);
    command.argv.push_back("--gtest_color=no");
    command.argv.push_back("--gtest_also_run_disabled_tests");
    return command;
  }
  for (const TestCase* test : cases)
    command.argv.insert(command.argv.end(), test->selection.begin(), test->selection.end());
  if (framework == Framework::Doctest)
    for (const char* option : {"--dt-case-sensitive=true", "--dt-no-skip=true", "--dt-no-intro=true"})
      command.argv.push_back(option);
  return command;
}

std::string test_id(const TestProgram& program, std::string_view case_name) {
  std::string id = program.package + "::" + program.name;
  if (!case_name.empty()) (id += "::") += case_name;
  return id;
}

}  // namespace hull::tool
