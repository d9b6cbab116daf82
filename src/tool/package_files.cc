#include "tool/package_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/text.h"

namespace hull::tool {
namespace {

/// From a directory `depth` components below the prefix back to it: "../../..".
std::string up(std::size_t depth) {
  std::string text = "..";
  for (std::size_t i = 1; i < depth; ++i) text += "/..";
  return text;
}

std::size_t components(const std::string& path) {
  return static_cast<std::size_t>(std::ranges::count(path, '/')) + 1;
}

/// One word of a Cflags or Libs line; pkg-config reads them as a shell does.
std::string pc_word(const std::string& word) {
  if (word.find_first_of(" \t\"'\\$&;|<>()`*?#~") == word.npos) return word;
  return "'" + replace_all(word, "'", "'\\''") + "'";
}

std::string pc_line(std::string_view key, const std::vector<std::string>& words) {
  return words.empty() ? "" : fmt::format("{}: {}\n", key, join(words, " "));
}

/// A value inside a quoted CMake argument.
std::string cmake_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '$') out += '\\';
    out += c;
  }
  return out;
}

/// "c++23" -> "cxx_std_23"; "" for a standard CMake has no name for.
std::string cmake_feature(std::string_view standard) {
  for (const char* prefix : {"c++", "gnu++"}) {
    if (!standard.starts_with(prefix)) continue;
    const std::string_view year = standard.substr(std::string_view(prefix).size());
    for (const char* known : {"11", "14", "17", "20", "23", "26"}) {
      if (year == known) return fmt::format("cxx_std_{}", known);
    }
  }
  return {};
}

/// The prefix of the variables and the target that CMake makes of a module: "hull_net_zlib_1_2".
std::string cmake_module(const InstalledLibrary& library, const InstalledLibrary::Module& module) {
  std::string name = "hull_" + library.package + "_";
  for (const char c : module.request) {
    if (std::isalnum(static_cast<unsigned char>(c)))
      name += c;
    else if (!name.ends_with('_'))
      name += '_';
  }
  return name;
}

/// Asks pkg-config for what `library` needs; a package that finds it not is not found itself, and says why.
std::string cmake_modules(const std::vector<InstalledLibrary>& libraries) {
  std::set<std::string> asked;
  std::string text;
  for (const InstalledLibrary& library : libraries) {
    for (const InstalledLibrary::Module& module : library.modules) {
      if (!module.exported && library.form == InstalledLibrary::Form::Shared) continue;
      const std::string name = cmake_module(library, module);
      if (!asked.insert(name).second) continue;
      text += fmt::format(R"(pkg_check_modules({0} QUIET IMPORTED_TARGET "{1}")
if(NOT {0}_FOUND)
  set(${{CMAKE_FIND_PACKAGE_NAME}}_FOUND FALSE)
  set(${{CMAKE_FIND_PACKAGE_NAME}}_NOT_FOUND_MESSAGE "{2} needs the pkg-config module {3}")
  return()
endif()
)",
                          name, replace_all(module.request, " ", ""), library.package, module.request);
    }
  }
  return text;
}

std::string cmake_target(const InstalledLibrary& library, const std::string& libdir) {
  const std::string target = fmt::format("{}::{}", library.package, library.name);
  const char* form = library.form == InstalledLibrary::Form::Archive  ? "STATIC"
                     : library.form == InstalledLibrary::Form::Shared ? "SHARED"
                                                                      : "INTERFACE";
  std::string text = fmt::format(
      "if(NOT TARGET {0})\n  add_library({0} {1} IMPORTED)\n  set_target_properties({0} PROPERTIES", target,
      form);
  const auto property = [&](std::string_view name, std::string_view value) {
    text += fmt::format("\n    {} \"{}\"", name, value);
  };
  if (!library.file.empty()) {
    property("IMPORTED_LOCATION", fmt::format("${{_hull_prefix}}/{}/{}", libdir, library.file));
  }
  if (library.form == InstalledLibrary::Form::Shared) property("IMPORTED_SONAME", library.soname);
  if (library.form == InstalledLibrary::Form::Archive) {
    property("IMPORTED_LINK_INTERFACE_LANGUAGES", library.standard.empty() ? "C" : "CXX");
  }
  std::vector<std::string> includes;
  if (library.headers) includes.emplace_back("${_hull_prefix}/include");
  for (const std::string& include : library.includes) includes.push_back(cmake_text(include));
  if (!includes.empty()) property("INTERFACE_INCLUDE_DIRECTORIES", join(includes, ";"));
  if (const std::string feature = cmake_feature(library.standard); !feature.empty()) {
    property("INTERFACE_COMPILE_FEATURES", feature);
  }
  std::vector<std::string> items;
  for (const std::string& define : library.defines) items.push_back(cmake_text(define));
  if (!items.empty()) property("INTERFACE_COMPILE_DEFINITIONS", join(items, ";"));
  items.clear();
  for (const std::string& flag : library.compile_flags) items.push_back(cmake_text(flag));
  if (!items.empty()) property("INTERFACE_COMPILE_OPTIONS", join(items, ";"));
  items.clear();
  for (const InstalledLibrary::Module& module : library.modules) {
    const std::string imported = "PkgConfig::" + cmake_module(library, module);
    if (module.exported) items.push_back(imported);
    // What a shared object loads is its own affair.
    else if (library.form != InstalledLibrary::Form::Shared)
      items.push_back(fmt::format("$<LINK_ONLY:{}>", imported));
  }
  for (const auto& link : library.links) items.push_back(fmt::format("{}::{}", link.package, link.name));
  for (const std::string& argument : library.link_arguments) items.push_back(cmake_text(argument));
  if (!items.empty()) property("INTERFACE_LINK_LIBRARIES", join(items, ";"));
  return text + ")\nendif()\n";
}

}  // namespace

std::string pkg_config_file(const InstalledLibrary& library, const std::string& libdir) {
  std::vector<std::string> compile, link, behind, needs, inner_needs;
  if (library.headers) compile.emplace_back("-I${includedir}");
  for (const std::string& include : library.includes) compile.push_back(pc_word("-I" + include));
  for (const std::string& define : library.defines) compile.push_back(pc_word("-D" + define));
  for (const std::string& flag : library.compile_flags) compile.push_back(pc_word(flag));
  if (!library.file.empty()) link = {"-L${libdir}", "-l" + library.name};
  for (const std::string& argument : library.link_arguments) behind.push_back(pc_word(argument));
  // An archive cannot name what it needs, so whoever links it must be told, with or without --static; a
  // shared object can.
  const bool shared = library.form == InstalledLibrary::Form::Shared;
  for (const auto& other : library.links) (shared ? inner_needs : needs).push_back(other.name);
  for (const InstalledLibrary::Module& module : library.modules) {
    (shared && !module.exported ? inner_needs : needs).push_back(module.request);
  }
  if (!shared) link.insert(link.end(), behind.begin(), behind.end());

  std::string text =
      fmt::format("prefix=${{pcfiledir}}/{}\nlibdir=${{prefix}}/{}\nincludedir=${{prefix}}/include\n\n",
                  up(components(libdir) + 1), libdir);
  text += fmt::format("Name: {}\n", library.name);
  text += fmt::format("Description: {}\n", library.description.empty() ? library.name : library.description);
  if (!library.homepage.empty()) text += fmt::format("URL: {}\n", library.homepage);
  text += fmt::format("Version: {}\n", library.version);
  // Separated by commas: the words of one are blanks apart, and "zlib >= 1.2" has three.
  if (!needs.empty()) text += fmt::format("Requires: {}\n", join(needs, ", "));
  if (!inner_needs.empty()) text += fmt::format("Requires.private: {}\n", join(inner_needs, ", "));
  text += pc_line("Cflags", compile);
  text += pc_line("Libs", link);
  if (shared) text += pc_line("Libs.private", behind);
  return text;
}

std::string cmake_config(const std::vector<InstalledLibrary>& libraries, const std::string& libdir) {
  const InstalledLibrary& first = libraries.front();
  std::string text =
      fmt::format("# CMake package of {} {}, written by hull install.\n", first.package, first.version);
  std::set<std::string> needed;
  for (const InstalledLibrary& library : libraries) {
    for (const auto& link : library.links) {
      if (link.package != library.package) needed.insert(fmt::format("{} {}", link.package, link.version));
    }
  }
  const std::string modules = cmake_modules(libraries);
  if (!needed.empty() || !modules.empty()) text += "include(CMakeFindDependencyMacro)\n";
  for (const std::string& package : needed) {
    text += fmt::format("find_dependency({} CONFIG HINTS \"${{CMAKE_CURRENT_LIST_DIR}}/..\")\n", package);
  }
  if (!modules.empty()) text += "find_dependency(PkgConfig)\n" + modules;
  // Only now: the files of dependencies use the same variable.
  text += fmt::format("get_filename_component(_hull_prefix \"${{CMAKE_CURRENT_LIST_DIR}}/{}\" ABSOLUTE)\n",
                      up(components(libdir) + 2));
  for (const InstalledLibrary& library : libraries) text += "\n" + cmake_target(library, libdir);
  return text + "\nunset(_hull_prefix)\n";
}

std::string cmake_version(const std::string& version) {
  return fmt::format(R"(set(PACKAGE_VERSION "{0}")
# Compatible as in SemVer: the same major version and not older; before 1.0, the same minor version.
string(REGEX MATCH "^[0-9]+" _hull_major "${{PACKAGE_VERSION}}")
string(REGEX MATCH "^[0-9]+[.][0-9]+" _hull_minor "${{PACKAGE_VERSION}}")
if(PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_COMPATIBLE FALSE)
elseif(_hull_major STREQUAL "0")
  string(REGEX MATCH "^[0-9]+[.][0-9]+" _hull_asked "${{PACKAGE_FIND_VERSION}}")
  if(_hull_asked STREQUAL "" OR _hull_asked STREQUAL _hull_minor)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
  else()
    set(PACKAGE_VERSION_COMPATIBLE FALSE)
  endif()
elseif(_hull_major STREQUAL "${{PACKAGE_FIND_VERSION_MAJOR}}")
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
else()
  set(PACKAGE_VERSION_COMPATIBLE FALSE)
endif()
if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
unset(_hull_major)
unset(_hull_minor)
unset(_hull_asked)
)",
                     version);
}

}  // namespace hull::tool
