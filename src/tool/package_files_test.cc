#include "tool/package_files.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace hull::tool {
namespace {

InstalledLibrary archive() {
  return {.form = InstalledLibrary::Form::Archive,
          .package = "net",
          .name = "net",
          .version = "1.4.2",
          .description = "Sockets",
          .homepage = "",
          .standard = "c++20",
          .file = "libnet.a",
          .soname = "",
          .headers = true,
          .defines = {"NET_STATIC", "TEXT=a b"},
          .link_arguments = {"-lpthread"},
          .modules = {},
          .includes = {},
          .compile_flags = {},
          .links = {{"core", "core", "2.0.0"}}};
}

TEST(PkgConfigFile, OfAnArchiveNamesAllThatMustBeLinked) {
  EXPECT_EQ(pkg_config_file(archive(), "lib"),
            "prefix=${pcfiledir}/../..\n"
            "libdir=${prefix}/lib\n"
            "includedir=${prefix}/include\n"
            "\n"
            "Name: net\n"
            "Description: Sockets\n"
            "Version: 1.4.2\n"
            "Requires: core\n"
            "Cflags: -I${includedir} -DNET_STATIC '-DTEXT=a b'\n"
            "Libs: -L${libdir} -lnet -lpthread\n");
}

TEST(PkgConfigFile, OfASharedObjectKeepsItsOwnNeedsPrivate) {
  InstalledLibrary library = archive();
  library.form = InstalledLibrary::Form::Shared;
  library.defines.clear();
  EXPECT_EQ(pkg_config_file(library, "lib/x86_64-linux-gnu"),
            "prefix=${pcfiledir}/../../..\n"
            "libdir=${prefix}/lib/x86_64-linux-gnu\n"
            "includedir=${prefix}/include\n"
            "\n"
            "Name: net\n"
            "Description: Sockets\n"
            "Version: 1.4.2\n"
            "Requires.private: core\n"
            "Cflags: -I${includedir}\n"
            "Libs: -L${libdir} -lnet\n"
            "Libs.private: -lpthread\n");
}

TEST(CMakeConfig, DefinesImportedTargets) {
  EXPECT_EQ(cmake_config({archive()}, "lib"),
            "# CMake package of net 1.4.2, written by hull install.\n"
            "include(CMakeFindDependencyMacro)\n"
            "find_dependency(core 2.0.0 CONFIG HINTS \"${CMAKE_CURRENT_LIST_DIR}/..\")\n"
            "get_filename_component(_hull_prefix \"${CMAKE_CURRENT_LIST_DIR}/../../..\" ABSOLUTE)\n"
            "\n"
            "if(NOT TARGET net::net)\n"
            "  add_library(net::net STATIC IMPORTED)\n"
            "  set_target_properties(net::net PROPERTIES\n"
            "    IMPORTED_LOCATION \"${_hull_prefix}/lib/libnet.a\"\n"
            "    IMPORTED_LINK_INTERFACE_LANGUAGES \"CXX\"\n"
            "    INTERFACE_INCLUDE_DIRECTORIES \"${_hull_prefix}/include\"\n"
            "    INTERFACE_COMPILE_FEATURES \"cxx_std_20\"\n"
            "    INTERFACE_COMPILE_DEFINITIONS \"NET_STATIC;TEXT=a b\"\n"
            "    INTERFACE_LINK_LIBRARIES \"core::core;-lpthread\")\n"
            "endif()\n"
            "\nunset(_hull_prefix)\n");
}

InstalledLibrary with_host_libraries() {
  InstalledLibrary library = archive();
  library.defines.clear();
  library.links.clear();
  library.modules = {{"zlib >= 1.2", true}, {"libuv", false}};
  library.includes = {"/usr/lib/llvm-19/include"};
  library.compile_flags = {"-pthread"};
  return library;
}

/// The lines of `text` that begin with `key`.
std::string lines_of(const std::string& text, std::string_view key) {
  std::string found;
  for (std::string_view line : split(text, '\n')) {
    if (line.starts_with(key)) found += std::string(line) + "\n";
  }
  return found;
}

TEST(PkgConfigFile, ModulesOfTheHostAreRequired) {
  InstalledLibrary library = with_host_libraries();
  const std::string text = pkg_config_file(library, "lib");
  EXPECT_EQ(lines_of(text, "Requires"), "Requires: zlib >= 1.2, libuv\n");
  EXPECT_EQ(lines_of(text, "Cflags"), "Cflags: -I${includedir} -I/usr/lib/llvm-19/include -pthread\n");
  EXPECT_EQ(lines_of(text, "Libs"), "Libs: -L${libdir} -lnet -lpthread\n");
  library.form = InstalledLibrary::Form::Shared;
  EXPECT_EQ(lines_of(pkg_config_file(library, "lib"), "Requires"),
            "Requires: zlib >= 1.2\nRequires.private: libuv\n");
}

TEST(CMakeConfig, ModulesOfTheHostAreAskedFor) {
  InstalledLibrary library = with_host_libraries();
  const std::string text = cmake_config({library}, "lib");
  EXPECT_TRUE(text.starts_with(
      "# CMake package of net 1.4.2, written by hull install.\n"
      "include(CMakeFindDependencyMacro)\n"
      "find_dependency(PkgConfig)\n"
      "pkg_check_modules(hull_net_zlib_1_2 QUIET IMPORTED_TARGET \"zlib>=1.2\")\n"
      "if(NOT hull_net_zlib_1_2_FOUND)\n"
      "  set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)\n"
      "  set(${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE \"net needs the pkg-config module zlib >= 1.2\")\n"
      "  return()\n"
      "endif()\n"
      "pkg_check_modules(hull_net_libuv QUIET IMPORTED_TARGET \"libuv\")\n"))
      << text;
  EXPECT_EQ(lines_of(text, "    INTERFACE_"),
            "    INTERFACE_INCLUDE_DIRECTORIES \"${_hull_prefix}/include;/usr/lib/llvm-19/include\"\n"
            "    INTERFACE_COMPILE_FEATURES \"cxx_std_20\"\n"
            "    INTERFACE_COMPILE_OPTIONS \"-pthread\"\n"
            "    INTERFACE_LINK_LIBRARIES "
            "\"PkgConfig::hull_net_zlib_1_2;$<LINK_ONLY:PkgConfig::hull_net_libuv>;-lpthread\")\n");
  library.form = InstalledLibrary::Form::Shared;
  EXPECT_EQ(cmake_config({library}, "lib").find("libuv"), std::string::npos);
}

TEST(CMakeConfig, OfHeadersAloneHasNoLocation) {
  InstalledLibrary library = archive();
  library.form = InstalledLibrary::Form::HeaderOnly;
  library.file = "";
  library.links.clear();
  library.defines.clear();
  library.link_arguments.clear();
  const std::string text = cmake_config({library}, "lib");
  EXPECT_NE(text.find("add_library(net::net INTERFACE IMPORTED)"), std::string::npos);
  EXPECT_EQ(text.find("IMPORTED_LOCATION"), std::string::npos);
  EXPECT_EQ(text.find("find_dependency"), std::string::npos);
}

}  // namespace
}  // namespace hull::tool
