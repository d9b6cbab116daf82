#include "plan/layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"

namespace hull::plan {

using manifest::LibKind;
using manifest::Target;
using manifest::TargetKind;

Layout::Layout(std::string root, std::string target_directory)
    : root_(std::move(root)),
      absolute_target_(std::move(target_directory)),
      target_(spelled(absolute_target_)) {}

std::string Layout::spelled(std::string_view absolute) const {
  if (absolute == root_) return {};
  return path::inside_or_same(absolute, root_);
}

std::string Layout::output(std::string_view package, const Target& target) const {
  switch (target.kind) {
    case TargetKind::Bin: return below(target_, target.name);
    case TargetKind::Test: return fmt::format("{}/tests/{}/{}", target_, package, target.name);
    case TargetKind::Bench: return fmt::format("{}/benches/{}/{}", target_, package, target.name);
    case TargetKind::Example: return fmt::format("{}/examples/{}", target_, target.name);
    case TargetKind::Lib: break;
  }
  // Any package may call what its tests share "testing".
  const std::string directory = target.tests_only ? fmt::format("{}/tests/{}", target_, package) : target_;
  switch (target.lib_kind) {
    case LibKind::Static: return fmt::format("{}/lib{}.a", directory, target.name);
    case LibKind::Shared: {
      const std::string version = target.soversion.value_or("");
      return fmt::format("{}/lib{}.so{}{}", directory, target.name, version.empty() ? "" : ".", version);
    }
    case LibKind::Plugin: return fmt::format("{}/{}.so", target_, target.name);
    case LibKind::Object:
    case LibKind::HeaderOnly: break;
  }
  return {};
}

std::string Layout::object_directory(std::string_view package, const Target& target) const {
  // A package's library and program may share a name, and a test may be called like either.
  switch (target.kind) {
    case TargetKind::Lib: return fmt::format("{}/obj/{}/lib{}", target_, package, target.name);
    case TargetKind::Bin: return fmt::format("{}/obj/{}/{}", target_, package, target.name);
    case TargetKind::Test: return fmt::format("{}/obj/{}/{}.test", target_, package, target.name);
    case TargetKind::Bench: return fmt::format("{}/obj/{}/{}.bench", target_, package, target.name);
    case TargetKind::Example: return fmt::format("{}/obj/{}/{}.example", target_, package, target.name);
  }
  return {};
}

std::string Layout::generated(std::string_view package) const {
  return fmt::format("{}/gen/{}", target_, package);
}

std::string Layout::bmis(std::string_view package) const {
  return fmt::format("{}/bmi/{}", target_, package);
}

std::string Layout::link_line(std::string_view name) const {
  return fmt::format("{}/obj/.link/{}.line", target_, name);
}

std::string Layout::state(std::string_view name) const {
  return fmt::format("{}/.hull/{}", absolute_target_, name);
}

std::string soversion(std::string_view version) {
  const std::string_view major = version.substr(0, version.find('.'));
  const std::string_view rest = version.substr(std::min(major.size() + 1, version.size()));
  const std::string_view minor = rest.substr(0, rest.find('.'));
  if (major != "0") return std::string(major);
  return version == "0.0.0" ? std::string() : fmt::format("{}.{}", major, minor);
}

std::string contained(std::string_view relative) {
  std::string result;
  result.reserve(relative.size());
  if (relative.starts_with('/')) {
    result = "__root";
  }
  while (!relative.empty()) {
    const std::size_t slash = relative.find('/');
    const std::string_view part = relative.substr(0, slash);
    if (!part.empty() && part != ".") {
      if (!result.empty()) result += '/';
      if (part == "..") {
        result += "__up";
      } else {
        result += part;
      }
    }
    if (slash == std::string_view::npos) break;
    relative.remove_prefix(slash + 1);
  }
  return result;
}

std::string operand(std::string path) {
  if (path.starts_with('-') || path.starts_with('@')) path.insert(0, "./");
  return path;
}

std::string below(std::string_view a, std::string_view b) {
  if (a.empty() || a == ".") return std::string(b);
  if (b.empty() || b == ".") return std::string(a);
  std::string result;
  result.reserve(a.size() + 1 + b.size());
  result += a;
  if (!result.ends_with('/')) result += '/';
  result += b;
  return result;
}

}  // namespace hull::plan
