#include "source/debian_hint.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace hull::source {
namespace {

/// Debian 12 (apt-file list, contents of main), for modules that the rule would guess wrong. Sorted.
constexpr std::array kPackages = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Qt5Core", "qtbase5-dev"},
    {"Qt5Gui", "qtbase5-dev"},
    {"Qt5Widgets", "qtbase5-dev"},
    {"Qt6Core", "qt6-base-dev"},
    {"alsa", "libasound2-dev"},
    {"apr-1", "libapr1-dev"},
    {"blas", "libblas-dev"},
    {"bzip2", "libbz2-dev"},
    {"cairo", "libcairo2-dev"},
    {"curl-config", "libcurl4-openssl-dev"},
    {"dbus-1", "libdbus-1-dev"},
    {"egl", "libegl-dev"},
    {"eigen3", "libeigen3-dev"},
    {"expat", "libexpat1-dev"},
    {"fftw3", "libfftw3-dev"},
    {"fontconfig", "libfontconfig-dev"},
    {"freetype2", "libfreetype-dev"},
    {"fuse3", "libfuse3-dev"},
    {"gio-2.0", "libglib2.0-dev"},
    {"gl", "libgl-dev"},
    {"glfw3", "libglfw3-dev"},
    {"glib-2.0", "libglib2.0-dev"},
    {"gmock", "libgmock-dev"},
    {"gmock_main", "libgmock-dev"},
    {"gmp", "libgmp-dev"},
    {"gnutls", "libgnutls28-dev"},
    {"gobject-2.0", "libglib2.0-dev"},
    {"grpc", "libgrpc-dev"},
    {"grpc++", "libgrpc++-dev"},
    {"gtest", "libgtest-dev"},
    {"gtest_main", "libgtest-dev"},
    {"gtk+-3.0", "libgtk-3-dev"},
    {"gtk4", "libgtk-4-dev"},
    {"hdf5", "libhdf5-dev"},
    {"hiredis", "libhiredis-dev"},
    {"icu-i18n", "libicu-dev"},
    {"icu-io", "libicu-dev"},
    {"icu-uc", "libicu-dev"},
    {"jsoncpp", "libjsoncpp-dev"},
    {"krb5", "libkrb5-dev"},
    {"lapack", "liblapack-dev"},
    {"libavcodec", "libavcodec-dev"},
    {"libavformat", "libavformat-dev"},
    {"libcrypto", "libssl-dev"},
    {"libcurl", "libcurl4-openssl-dev"},
    {"libdrm", "libdrm-dev"},
    {"libelf", "libelf-dev"},
    {"libevent", "libevent-dev"},
    {"libffi", "libffi-dev"},
    {"libgit2", "libgit2-dev"},
    {"libjpeg", "libjpeg-dev"},
    {"liblz4", "liblz4-dev"},
    {"liblzma", "liblzma-dev"},
    {"libnghttp2", "libnghttp2-dev"},
    {"libpcre", "libpcre3-dev"},
    {"libpcre2-8", "libpcre2-dev"},
    {"libpq", "libpq-dev"},
    {"libprotobuf-c", "libprotobuf-c-dev"},
    {"libsodium", "libsodium-dev"},
    {"libssl", "libssl-dev"},
    {"libsystemd", "libsystemd-dev"},
    {"libtiff-4", "libtiff-dev"},
    {"libudev", "libudev-dev"},
    {"libunwind", "libunwind-dev"},
    {"liburing", "liburing-dev"},
    {"libusb-1.0", "libusb-1.0-0-dev"},
    {"libuv", "libuv1-dev"},
    {"libwebp", "libwebp-dev"},
    {"libxml-2.0", "libxml2-dev"},
    {"libxslt", "libxslt1-dev"},
    {"libxxhash", "libxxhash-dev"},
    {"libzmq", "libzmq3-dev"},
    {"libzstd", "libzstd-dev"},
    {"lua5.4", "liblua5.4-dev"},
    {"mysqlclient", "default-libmysqlclient-dev"},
    {"ncurses", "libncurses-dev"},
    {"ncursesw", "libncurses-dev"},
    {"nettle", "nettle-dev"},
    {"nlohmann_json", "nlohmann-json3-dev"},
    {"numa", "libnuma-dev"},
    {"openblas", "libopenblas-dev"},
    {"opencv4", "libopencv-dev"},
    {"openssl", "libssl-dev"},
    {"pcre2-config", "libpcre2-dev"},
    {"protobuf", "libprotobuf-dev"},
    {"protobuf-lite", "libprotobuf-dev"},
    {"python3", "python3-dev"},
    {"python3-embed", "python3-dev"},
    {"readline", "libreadline-dev"},
    {"sdl2", "libsdl2-dev"},
    {"snappy", "libsnappy-dev"},
    {"sqlite3", "libsqlite3-dev"},
    {"tbb", "libtbb-dev"},
    {"uuid", "uuid-dev"},
    {"vulkan", "libvulkan-dev"},
    {"wayland-client", "libwayland-dev"},
    {"x11", "libx11-dev"},
    {"xcb", "libxcb1-dev"},
    {"xkbcommon", "libxkbcommon-dev"},
    {"yaml-0.1", "libyaml-dev"},
    {"yaml-cpp", "libyaml-cpp-dev"},
    {"zlib", "zlib1g-dev"},
});
static_assert(std::ranges::is_sorted(kPackages));

}  // namespace

std::string likely_debian_package(std::string_view name) {
  const auto found =
      std::ranges::lower_bound(kPackages, name, {}, &std::pair<std::string_view, std::string_view>::first);
  if (found != kPackages.end() && found->first == name) return std::string(found->second);

  // "llvm-config-19" is in llvm-19-dev.
  constexpr std::string_view kLlvm = "llvm-config-";
  if (name.starts_with(kLlvm)) return "llvm-" + std::string(name.substr(kLlvm.size())) + "-dev";

  std::string base = to_lower(name);
  if (const std::size_t suffix = base.find("-config"); suffix != std::string::npos) base.resize(suffix);
  if (base.starts_with("absl_")) return "libabsl-dev";
  if (base.starts_with("lib")) base.erase(0, 3);
  return "lib" + replace_all(base, "_", "-") + "-dev";
}

}  // namespace hull::source
