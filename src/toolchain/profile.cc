// What a profile means besides flags: whether the tools can build it, and the facts for `cfg(...)`.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

using manifest::Profile;

constexpr std::array<std::string_view, 5> kSanitizers = {"address", "undefined", "thread", "memory", "leak"};

/// Each takes over all of a program's memory in a way of its own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kExclusive = {{{"address", "thread"},
                                                                                      {"address", "memory"},
                                                                                      {"thread", "memory"},
                                                                                      {"thread", "leak"},
                                                                                      {"memory", "leak"}}};

bool contains(const std::vector<std::string>& list, std::string_view item) {
  return std::ranges::find(list, item) != list.end();
}

Error usage(std::string message, std::string help) {
  return fail(std::move(message), ErrorKind::Usage).error().with_help(std::move(help));
}

}  // namespace

Result<void> check_profile(const Toolchain& toolchain, const Profile& profile) {
  for (const std::string& name : profile.sanitize) {
    if (std::ranges::find(kSanitizers, name) == kSanitizers.end()) {
      return fail(
          usage("unknown sanitizer `" + printable(name) + "`", "there are " + quoted_list(kSanitizers)));
    }
  }
  for (const auto& [one, other] : kExclusive) {
    if (contains(profile.sanitize, one) && contains(profile.sanitize, other)) {
      return fail(usage("the sanitizers `" + std::string(one) + "` and `" + std::string(other) +
                            "` cannot be in one program",
                        "run them one after the other; each has a target directory of its own"));
    }
  }
  if (contains(profile.sanitize, "memory") && toolchain.cxx.kind == CompilerKind::Gcc) {
    return fail(usage("GCC has no memory sanitizer", "set HULL_CXX=clang++-19, or use `--sanitize address`"));
  }
  if (profile.lto != Profile::Lto::Off) {
    if (toolchain.cxx.kind == CompilerKind::Clang && toolchain.linker != "lld") {
      return fail(usage("link-time optimization with Clang needs lld, but the linker is " + toolchain.linker,
                        "`apt install lld-19`, or set `lto = false` in [profile." + profile.name + "]"));
    }
    if (toolchain.cxx.kind == CompilerKind::Gcc && toolchain.linker == "lld") {
      return fail(usage("lld cannot link GCC's link-time optimization",
                        "remove `linker = \"lld\"`, or set `lto = false` in [profile." + profile.name + "]"));
    }
    if (toolchain.cc.kind != toolchain.cxx.kind) {
      return fail(
          usage("link-time optimization needs C and C++ compilers of one suite",
                "set HULL_CC and HULL_CXX to such, or `lto = false` in [profile." + profile.name + "]"));
    }
  }
  return {};
}

manifest::CfgContext cfg_context(const Toolchain& toolchain, const Profile& profile) {
  manifest::CfgContext context;
  const std::vector<std::string_view> triple = split(toolchain.target, '-');
  const std::string environment(triple.size() >= 3 ? triple.back() : "");
  context.values["target_os"] = {"linux"};
  context.values["target_arch"] = {std::string(triple.front())};
  context.values["target_env"] = {environment.starts_with("musl") ? "musl" : "gnu"};
  context.values["target_pointer_width"] = {"64"};
  context.values["target_endian"] = {"little"};
  context.values["compiler"] = {toolchain.cxx.kind == CompilerKind::Clang ? "clang" : "gcc"};
  context.values["stdlib"] = {toolchain.stdlib};
  context.values["sanitize"] = {profile.sanitize.begin(), profile.sanitize.end()};
  context.values["profile"] = {profile.name};
  context.words.insert("unix");
  if (profile.assertions) context.words.insert("debug_assertions");
  return context;
}

}  // namespace hull::toolchain
