#include "plan/sources.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::LibKind;
using manifest::Target;
using manifest::TargetKind;

constexpr std::string_view kGenerated = "{out}/";

bool claims(const Target& target, std::string_view below) {
  return std::ranges::any_of(target.sources, [&](const manifest::Text& pattern) {
    return pattern.value.starts_with(kGenerated) &&
           glob_match(std::string_view(pattern.value).substr(kGenerated.size()), below);
  });
}

/// The target that compiles generated sources which none names: the library called like the package,
/// else the only library, else the only program. kNone when there is no such target.
std::size_t default_target(const manifest::Package& package) {
  std::size_t lib = kNone, bin = kNone;
  std::size_t libs = 0, bins = 0;
  for (std::size_t t = 0; t < package.targets.size(); ++t) {
    const Target& target = package.targets[t];
    if (target.kind == TargetKind::Lib) {
      if (target.tests_only) continue;
      if (target.name == package.name) return t;
      lib = t;
      ++libs;
    } else if (target.kind == TargetKind::Bin) {
      bin = t;
      ++bins;
    }
  }
  if (libs > 0) return libs == 1 ? lib : kNone;
  return bins == 1 ? bin : kNone;
}

/// Gives every generated source to a target: by index into files, the target's index or kNone.
Result<std::vector<std::size_t>> assign_generated(PackageNode& node) {
  const manifest::Package& package = node.package;
  std::vector<std::size_t> defaults(node.files.size(), kNone);
  for (std::size_t i = 0; i < node.files.size(); ++i) {
    GeneratedFile& file = node.files[i];
    if (!toolchain::language_of(file.below)) continue;
    const bool claimed = std::ranges::any_of(
        package.targets, [&](const Target& target) { return claims(target, file.below); });
    // What another command reads is material for that one, unless a target asks for it.
    if (!claimed && file.read_by_command) continue;
    file.compiled = true;
    if (claimed) continue;
    defaults[i] = default_target(package);
    if (defaults[i] == kNone) {
      return usage_error(fmt::format("no target of package `{}` compiles the generated `{}`", package.name,
                                     printable(file.below)),
                         file.span,
                         fmt::format("name it in a target: sources = [\"{{out}}/{}\"]", file.below));
    }
  }
  return defaults;
}

void find_generated_includes(PackageNode& node) {
  const auto add = [&](std::string directory) {
    if (std::ranges::find(node.generated_includes, directory) == node.generated_includes.end()) {
      node.generated_includes.push_back(std::move(directory));
    }
  };
  for (const GeneratedFile& file : node.files) {
    if (file.compiled) continue;
    add(node.generated);
    add(std::string(path::directory(file.path)));
  }
}

void add_unit(Draft& draft, const PackageNode& package, TargetNode& node, const std::string& objects,
              const FoundFile& found) {
  Unit unit;
  unit.generated = found.generated != kNone;
  unit.shown = found.path;
  if (unit.generated) {
    unit.source = package.files[found.generated].path;
    unit.object = fmt::format("{}/__gen/{}.o", objects, found.path);
  } else {
    unit.source = below(package.root, found.path);
    if (unit.source.contains("..")) unit.source = path::normal(unit.source);
    // Names without ".." are the rule, and the two forms agree for them.
    unit.object =
        fmt::format("{}/{}.o", objects, found.path.contains("..") ? contained(found.path) : found.path);
  }
  unit.language = *toolchain::language_of(found.path);
  unit.source_file = draft.graph.file(unit.source);
  unit.object_file = draft.graph.file(unit.object);
  node.units.push_back(std::move(unit));
}

}  // namespace

Result<void> find_sources(Draft& draft, FileFinder& finder) {
  for (PackageNode& package : draft.packages) {
    HULL_TRY(const auto defaults, assign_generated(package));
    find_generated_includes(package);
    for (const std::size_t t : package.targets) {
      TargetNode& node = draft.targets[t];
      if (node.runs != kNone) continue;
      const Search search{.noun = "source", .sources_only = true, .trusted = node.target.by_convention};
      HULL_TRY(auto found, finder.find(package, node.target.sources, node.target.exclude, search));
      for (std::size_t i = 0; i < defaults.size(); ++i) {
        if (defaults[i] == kNone) continue;
        const Target& chosen = package.package.targets[defaults[i]];
        if (chosen.kind == node.target.kind && chosen.name == node.target.name)
          found.push_back({package.files[i].below, i});
      }
      if (found.empty() && !(node.is_lib() && node.target.lib_kind == LibKind::HeaderOnly)) {
        return usage_error(
            fmt::format("`{}` of package `{}` has no sources", node.target.name, package.package.name),
            node.target.span,
            node.is_lib() ? "add `sources`, or make it kind = \"header-only\"" : "add `sources`");
      }
      if (!found.empty() && node.is_lib() && node.target.lib_kind == LibKind::HeaderOnly) {
        return usage_error(fmt::format("header-only library `{}` of package `{}` has sources",
                                       node.target.name, package.package.name),
                           node.target.span, "make it kind = \"static\"");
      }
      const std::string objects = draft.layout.object_directory(package.package.name, node.target);
      node.units.reserve(found.size());
      for (const FoundFile& file : found) add_unit(draft, package, node, objects, file);
    }
  }
  return {};
}

}  // namespace hull::plan
