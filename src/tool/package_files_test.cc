#include "tool/package_files.h"

#include <gtest/gtest.h>

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
