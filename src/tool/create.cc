#include "tool/create.h"

#include <fmt/format.h>

#include <array>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "base/text.h"
#include "manifest/syntax.h"
#include "manifest/target_checks.h"

namespace hull::tool {
namespace {

/// The nearest package name to `text`: "My Tool 2" -> "my-tool-2".
std::string nearest_package_name(std::string_view text) {
  std::string name;
  for (const char c : to_lower(text)) {
    const bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (allowed)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  const auto letter = name.find_first_of("abcdefghijklmnopqrstuvwxyz");
  return letter == name.npos ? "app" : name.substr(letter);
}

/// Words that cannot name a namespace; a package `export` gets namespace `export_`.
bool is_keyword(std::string_view word) {
  static constexpr std::array<std::string_view, 95> kKeywords = {
      "alignas",       "alignof",      "and",          "asm",
      "auto",          "bitand",       "bitor",        "bool",
      "break",         "case",         "catch",        "char",
      "class",         "compl",        "concept",      "const",
      "consteval",     "constexpr",    "constinit",    "continue",
      "co_await",      "co_return",    "co_yield",     "decltype",
      "default",       "delete",       "do",           "double",
      "else",          "enum",         "explicit",     "export",
      "extern",        "false",        "float",        "for",
      "friend",        "goto",         "if",           "inline",
      "int",           "long",         "mutable",      "namespace",
      "new",           "noexcept",     "not",          "nullptr",
      "operator",      "or",           "private",      "protected",
      "public",        "register",     "requires",     "return",
      "short",         "signed",       "sizeof",       "static",
      "struct",        "switch",       "template",     "this",
      "throw",         "true",         "try",          "typedef",
      "typeid",        "typename",     "union",        "unsigned",
      "using",         "virtual",      "void",         "volatile",
      "wchar_t",       "while",        "xor",          "std",
      "main",          "char8_t",      "char16_t",     "char32_t",
      "const_cast",    "static_cast",  "dynamic_cast", "reinterpret_cast",
      "static_assert", "thread_local", "and_eq",       "or_eq",
      "not_eq",        "xor_eq"};
  for (const std::string_view keyword : kKeywords) {
    if (keyword == word) return true;
  }
  return false;
}

std::string namespace_of(std::string_view package) {
  std::string name = replace_all(package, "-", "_");
  if (is_keyword(name)) name += '_';
  return name;
}

std::string manifest_text(std::string_view name) {
  return fmt::format(R"([package]
name = "{}"
version = "0.1.0"
standard = "c++23"

[dependencies]
)",
                     name);
}

constexpr std::string_view kMain = R"(#include <cstdio>

int main() {
  std::puts("Hello, world!");
}
)";

std::string header_text(std::string_view scope) {
  return fmt::format(R"(#pragma once

namespace {0} {{

/// The sum of `a` and `b`.
int add(int a, int b);

}}  // namespace {0}
)",
                     scope);
}

std::string source_text(std::string_view name, std::string_view scope) {
  return fmt::format(R"(#include "{0}/{0}.h"

namespace {1} {{

int add(int a, int b) {{ return a + b; }}

}}  // namespace {1}
)",
                     name, scope);
}

std::string test_text(std::string_view name, std::string_view scope) {
  return fmt::format(
      R"(// A test is a program that exits with 0. `hull test` also knows the cases of GoogleTest, Catch2 and doctest:
//
//   [dev-dependencies]
//   googletest = {{ system = "gtest_main" }}
#include "{0}/{0}.h"

#include <cstdio>

int main() {{
  const int sum = {1}::add(2, 2);
  if (sum != 4) {{
    std::fprintf(stderr, "add(2, 2) is %d, not 4\n", sum);
    return 1;
  }}
}}
)",
      name, scope);
}

Result<void> write_new(const std::string& path, std::string_view text) {
  if (fs::exists(path)) return {};
  return fs::write(path, text);
}

bool in_repository(std::string directory) {
  while (true) {
    if (fs::exists(path::join(directory, ".git"))) return true;
    const std::string parent(path::directory(directory));
    if (parent.empty() || parent == directory) return false;
    directory = parent;
  }
}

Result<void> set_up_git(const NewPackage& package) {
  if (package.vcs == Vcs::None) return {};
  if (in_repository(package.directory)) {
    return write_new(path::join(package.directory, ".gitignore"), "/target/\n/compile_commands.json\n");
  }
  const auto git = find_program("git");
  if (!git) {
    if (package.vcs == Vcs::Auto) return {};
    return fail(Error{.message = "git is not installed",
                      .span = {},
                      .help = {"`--vcs none` does without it"},
                      .contexts = {}});
  }
  HULL_TRY(const Finished finished, hull::run({.argv = {*git, "init", "--quiet", package.directory}}));
  if (!finished.ok()) return fail(fmt::format("`git init` failed: {}", trim(finished.err)));
  return write_new(path::join(package.directory, ".gitignore"), "/target/\n/compile_commands.json\n");
}

}  // namespace

Vcs vcs_named(std::string_view name) {
  if (name == "git") return Vcs::Git;
  return name == "none" ? Vcs::None : Vcs::Auto;
}

Result<std::string> package_name(const std::string& wanted, const std::string& directory) {
  const std::string name = wanted.empty() ? std::string(path::name(directory)) : wanted;
  if (manifest::is_package_name(name)) return name;
  return fail(Error{.message = fmt::format("`{}` is no package name", printable(name)),
                    .kind = ErrorKind::Usage,
                    .span = {},
                    .help = {"a name is a small letter, then small letters, digits, `_` and `-`",
                             fmt::format("write `--name {}`", nearest_package_name(name))},
                    .contexts = {}});
}

Result<void> create_package(const NewPackage& package) {
  const auto file = [&](std::string_view name) { return path::join(package.directory, name); };
  const std::string& name = package.name;
  const std::string scope = namespace_of(name);
  if (!package.library && manifest::is_build_directory(name)) {
    return fail(Error{.message = fmt::format("no program can be called `{0}`: the build keeps a directory of "
                                             "that name, target/debug/{0}",
                                             name),
                      .kind = ErrorKind::Usage,
                      .span = {},
                      .help = {fmt::format("write `--name {}-program`", name)},
                      .contexts = {}});
  }
  HULL_CHECK(write_new(file("hull.toml"), manifest_text(name)));
  if (package.library) {
    HULL_CHECK(write_new(file(fmt::format("include/{0}/{0}.h", name)), header_text(scope)));
    HULL_CHECK(write_new(file(fmt::format("src/{}.cc", name)), source_text(name, scope)));
    HULL_CHECK(write_new(file(fmt::format("tests/{}_test.cc", name)), test_text(name, scope)));
  } else {
    HULL_CHECK(write_new(file("src/main.cc"), kMain));
  }
  return set_up_git(package);
}

}  // namespace hull::tool
