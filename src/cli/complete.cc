#include "cli/complete.h"

#include <array>
#include <set>
#include <string>
#include <utility>

#include "base/file_system.h"
#include "cli/console.h"
#include "manifest/workspace.h"

namespace hull::cli {
namespace {

using manifest::TargetKind;

constexpr std::array<std::pair<Completes, std::string_view>, 7> kKinds = {{
    {Completes::Package, "package"},
    {Completes::Bin, "bin"},
    {Completes::Test, "test"},
    {Completes::Example, "example"},
    {Completes::Bench, "bench"},
    {Completes::Profile, "profile"},
    {Completes::Feature, "feature"},
}};

TargetKind target_kind(Completes completes) {
  switch (completes) {
    case Completes::Bin: return TargetKind::Bin;
    case Completes::Test: return TargetKind::Test;
    case Completes::Example: return TargetKind::Example;
    default: return TargetKind::Bench;
  }
}

/// Names of `wanted`: of members only, except for packages, any of which may be selected.
std::set<std::string> names_of(const manifest::Workspace& workspace, Completes wanted) {
  std::set<std::string> names;
  if (wanted == Completes::Profile) {
    for (const auto& [name, profile] : workspace.profiles) names.insert(name);
    return names;
  }
  for (const manifest::Package& package : workspace.packages) {
    if (wanted == Completes::Package) {
      names.insert(package.name);
    } else if (wanted == Completes::Feature) {
      if (!package.member) continue;
      for (const manifest::Feature& feature : package.features) names.insert(feature.name);
    } else if (package.member) {
      for (const manifest::Target& target : package.targets) {
        if (target.kind == target_kind(wanted)) names.insert(target.name);
      }
    }
  }
  return names;
}

}  // namespace

std::string_view kind_of_names(Completes completes) {
  for (const auto& [known, name] : kKinds) {
    if (known == completes) return name;
  }
  return {};
}

int print_names(std::string_view kind) {
  for (const auto& [completes, name] : kKinds) {
    if (name != kind) continue;
    const auto workspace = manifest::load_workspace(fs::current_directory());
    if (!workspace) return 1;
    std::string text;
    for (const std::string& one : names_of(*workspace, completes)) text += one + "\n";
    return write_all(1, text) == 0 ? 0 : 1;
  }
  return 1;
}

}  // namespace hull::cli
