// Which of the two ways a `system` dependency is described, and what to say when it is neither.

#include "source/system.h"

#include <variant>

#include "base/path.h"
#include "base/shell_words.h"
#include "base/text.h"
#include "source/config_tool.h"
#include "source/debian_hint.h"
#include "source/flag_words.h"
#include "source/pkg_config.h"

namespace hull::source {
namespace {

constexpr std::string_view kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

#if defined(__aarch64__)
constexpr const char* kMultiarch = "aarch64-linux-gnu";
#else
constexpr const char* kMultiarch = "x86_64-linux-gnu";
#endif

std::string variable(const std::vector<std::string>& environment, std::string_view name) {
  for (const std::string& line : environment) {
    if (line.size() > name.size() && line.starts_with(name) && line[name.size()] == '=') {
      return line.substr(name.size() + 1);
    }
  }
  return {};
}

void add_directories(std::string_view list, std::vector<std::string>& directories) {
  for (std::string_view directory : split(list, ':')) {
    if (!directory.empty()) directories.push_back(path::normal(directory));
  }
}

Error at(Error error, const manifest::Text& text) {
  return text.span.source ? std::move(error).at(text.span) : error;
}

Error install_hint(Error error, const std::string& missing) {
  return std::move(error).with_help("if Debian has it, the package is probably `" +
                                    likely_debian_package(missing) + "`; `apt-file search " + missing +
                                    "` would tell");
}

Result<void> add_module(const manifest::Text& module, const std::string& cache_file,
                        const SystemSearch& search, bool static_link, SystemLibrary& library,
                        bool& asked_tool) {
  const std::vector<std::string> words = shell_words(module.value);
  if (words.empty()) {
    return fail(at(
        fail("a system dependency needs the name of a pkg-config module", ErrorKind::Usage).error(), module));
  }
  if (!has_module(words.front(), search)) {
    if (const auto program = find_config_tool(words.front(), search)) {
      auto added = add_config_tool(*program, words, cache_file, search, static_link, library);
      if (!added) return fail(at(std::move(added).error(), module));
      asked_tool = true;
      return {};
    }
    // "llvm-config-19 core" names a tool, whose components are no modules.
    if (words.front().find("-config") != std::string::npos) {
      Error error = fail("no program `" + printable(words.front()) + "` on PATH", ErrorKind::Usage).error();
      return fail(at(install_hint(std::move(error), words.front()), module));
    }
  }
  if (const auto failure = add_modules(module.value, search, static_link, library)) {
    Error error = fail(failure->message, ErrorKind::Usage).error();
    if (!failure->missing_module.empty()) {
      error = install_hint(std::move(error), failure->missing_module);
      error.help.push_back("or add the directory of " + failure->missing_module + ".pc to PKG_CONFIG_PATH");
    }
    return fail(at(std::move(error), module));
  }
  return {};
}

}  // namespace

SystemSearch system_search(const std::vector<std::string>& environment) {
  SystemSearch search;
  add_directories(variable(environment, "PKG_CONFIG_PATH"), search.module_directories);
  if (const std::string replaced = variable(environment, "PKG_CONFIG_LIBDIR"); !replaced.empty()) {
    add_directories(replaced, search.module_directories);
  } else {
    for (std::string& directory : default_module_directories())
      search.module_directories.push_back(std::move(directory));
  }
  search.sysroot = variable(environment, "PKG_CONFIG_SYSROOT_DIR");
  search.program_path = variable(environment, "PATH");
  if (search.program_path.empty()) search.program_path = kDefaultPath;
  const std::string multiarch = kMultiarch;
  search.library_directories = {"/usr/local/lib/" + multiarch, "/usr/local/lib", "/usr/lib/" + multiarch,
                                "/lib/" + multiarch,           "/usr/lib",       "/lib"};
  return search;
}

Result<SystemLibrary> system_library(const manifest::Dependency& dependency, const std::string& cache_file,
                                     const SystemSearch& search) {
  const auto* source = std::get_if<manifest::SystemSource>(&dependency.source);
  if (source == nullptr)
    return fail("dependency `" + dependency.name + "` is not a system one", ErrorKind::Bug);
  const bool static_link = dependency.static_link.value_or(false);
  SystemLibrary library;
  bool asked_tool = false;
  for (const manifest::Text& module : source->modules) {
    auto added = add_module(module, cache_file, search, static_link, library, asked_tool);
    if (!added) {
      return std::unexpected(
          std::move(added).error().during("resolving the system dependency `" + dependency.name + "`"));
    }
  }
  if (static_link) prefer_archives(search, library);
  if (static_link || asked_tool) library.modules.clear();
  return library;
}

}  // namespace hull::source
