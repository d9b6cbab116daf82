// How an installed library describes itself to other build systems: pkg-config files and CMake packages.
//
// Both find the prefix from their own place, so that an installed tree may be moved.
#pragma once

#include <string>
#include <vector>

namespace hull::tool {

/// A library as others see it.
struct InstalledLibrary {
  enum class Form { Archive, Shared, HeaderOnly } form = Form::Archive;
  std::string package;  ///< The CMake package, and the namespace of its targets.
  std::string name;
  std::string version;
  std::string description;
  std::string homepage;
  std::string standard;  ///< "c++23": what its public headers need; "" for C.
  std::string file;      ///< "libcore.a", "libcore.so.1.2.0"; "" for header-only.
  std::string soname;    ///< Shared.
  bool headers = false;
  std::vector<std::string> defines;  ///< Public: "NAME" or "NAME=VALUE".
  std::vector<std::string> link_arguments;
  /// Libraries of the host, by the modules of pkg-config that describe them: "zlib >= 1.2".
  struct Module {
    std::string request;
    bool exported = false;  ///< Its headers are included by the public headers.
  };
  std::vector<Module> modules;
  /// What libraries of the host that no module describes ask of compiles; their links are in link_arguments.
  std::vector<std::string> includes, compile_flags;
  struct Reference {
    std::string package, name, version;
  };
  std::vector<Reference> links;  ///< Other installed libraries it needs.
};

/// `<name>.pc` (https://www.freedesktop.org/wiki/Software/pkg-config/); `libdir` is below the prefix.
std::string pkg_config_file(const InstalledLibrary& library, const std::string& libdir);

/// `<package>-config.cmake` for the libraries of one package.
std::string cmake_config(const std::vector<InstalledLibrary>& libraries, const std::string& libdir);

/// `<package>-config-version.cmake`: SemVer's caret rule. 1.4 serves who asks for 1.2, 0.4 does not serve
/// 0.3.
std::string cmake_version(const std::string& version);

}  // namespace hull::tool
