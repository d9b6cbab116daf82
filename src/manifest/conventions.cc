#include "manifest/conventions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/path.h"
#include "base/text.h"
#include "manifest/claims.h"
#include "manifest/sections.h"
#include "manifest/target_checks.h"
#include "manifest/test_programs.h"
#include "manifest/usage_error.h"

namespace hull::manifest {
namespace {

/// Sorts the unclaimed files of a tree into targets.
class Conventional {
 public:
  Conventional(const Manifest& manifest, const SourceTree& tree)
      : package_(manifest.package), tree_(tree), claims_(manifest) {
    for (const std::string& file : tree.has_src ? tree.src : tree.flat) add_by_name(file);
    for (const std::string& file : tree.tests) add(TargetKind::Test, path::stem(path::name(file)), file);
    for (const std::string& file : tree.benches) add(TargetKind::Bench, path::stem(path::name(file)), file);
    for (const std::string& file : tree.examples)
      add(TargetKind::Example, path::stem(path::name(file)), file);
    bool only_headers = !tree.has_src && tree.flat.empty() && tree.has_flat_headers;
    if (!find(TargetKind::Lib, package_.name) && (tree.has_include || only_headers)) {
      target(TargetKind::Lib, package_.name).lib_kind = LibKind::HeaderOnly;
    }
  }

  const Target* find(TargetKind kind, std::string_view name) const {
    auto found = index_.find({kind, std::string(name)});
    return found == index_.end() ? nullptr : &targets_[found->second];
  }

  const std::vector<Target>& targets() const { return targets_; }

  /// Two files that each ask for a target of their own under one name.
  struct Clash {
    TargetKind kind;
    std::string name, first, second;
  };
  /// The clash about one target, or nullptr.
  const Clash* clash(TargetKind kind, std::string_view name) const {
    auto found = std::ranges::find_if(clashes_,
                                      [&](const Clash& one) { return one.kind == kind && one.name == name; });
    return found == clashes_.end() ? nullptr : &*found;
  }

 private:
  /// A file of src/ or of a flat package: its name says what it is part of.
  void add_by_name(const std::string& file) {
    std::string_view inside = file;
    if (tree_.has_src) inside.remove_prefix(std::string_view("src/").size());
    std::string_view stem = path::stem(path::name(inside));
    if (stem.ends_with("_fuzz")) return;
    if (stem.ends_with("_test")) return join(TargetKind::Test, "unit", file);
    if (stem.ends_with("_bench")) return add(TargetKind::Bench, stem, file);
    if (stem == "main" && !inside.contains('/')) return add(TargetKind::Bin, package_.name, file);
    if (tree_.has_src && inside.starts_with("bin/")) {
      inside.remove_prefix(std::string_view("bin/").size());
      std::size_t slash = inside.find('/');
      if (slash == std::string_view::npos) return add(TargetKind::Bin, stem, file);
      return join(TargetKind::Bin, inside.substr(0, slash), file);
    }
    join(TargetKind::Lib, package_.name, file);
  }

  /// `file` is a target of its own.
  void add(TargetKind kind, std::string_view name, const std::string& file) {
    if (claims_.has(file)) return;
    if (const Target* other = find(kind, name)) {
      clashes_.push_back({kind, std::string(name), other->sources.front().value, file});
    }
    join(kind, name, file);
  }

  /// `file` is one of the sources of a target.
  void join(TargetKind kind, std::string_view name, const std::string& file) {
    if (claims_.has(file)) return;
    target(kind, name).sources.push_back({literal_pattern(file), package_.span});
  }

  Target& target(TargetKind kind, std::string_view name) {
    auto [known, inserted] = index_.try_emplace({kind, std::string(name)}, targets_.size());
    if (!inserted) return targets_[known->second];
    Target target;
    target.kind = kind;
    target.name = name;
    target.span = package_.span;
    target.by_convention = true;
    return targets_.emplace_back(std::move(target));
  }

  const Package& package_;
  const SourceTree& tree_;
  Claims claims_;
  std::vector<Target> targets_;
  std::map<std::pair<TargetKind, std::string>, std::size_t> index_;  ///< Into targets_.
  std::vector<Clash> clashes_;
};

bool automatic(const Automatic& automatic, TargetKind kind) {
  switch (kind) {
    case TargetKind::Lib: return automatic.lib;
    case TargetKind::Bin: return automatic.bins;
    case TargetKind::Test: return automatic.tests;
    case TargetKind::Bench: return automatic.benches;
    case TargetKind::Example: break;
  }
  return automatic.examples;
}

/// Where people would put the sources of a target, for the message that there are none.
std::string expected_place(const Package& package, const SourceTree& tree, const Target& target) {
  std::string_view src = tree.has_src ? "src/" : "";
  switch (target.kind) {
    case TargetKind::Lib: return tree.has_src ? "src/" : "the package's directory";
    case TargetKind::Bin:
      if (target.name == package.name) return fmt::format("{}main.cc", src);
      return fmt::format("src/bin/{}.cc", target.name);
    case TargetKind::Test:
      if (target.name == "unit") return fmt::format("{}*_test.cc", src);
      return fmt::format("tests/{}.cc", target.name);
    case TargetKind::Bench: return fmt::format("benches/{}.cc", target.name);
    case TargetKind::Example: break;
  }
  return fmt::format("examples/{}.cc", target.name);
}

/// True when a [[generate]] makes translation units.
bool generates_sources(const Package& package) {
  return std::ranges::any_of(package.generates, [](const Generate& generate) {
    return (generate.stdout_to && is_source(*generate.stdout_to)) ||
           std::ranges::any_of(generate.outputs, [](const Text& output) { return is_source(output.value); });
  });
}

/// Gives `written`, whose table has no `sources`, those of convention.
Result<void> take_sources(const Manifest& manifest, const SourceTree& tree, const Conventional& conventional,
                          WrittenTarget& written) {
  Target& target = written.target;
  const Target* candidate = conventional.find(target.kind, target.name);
  if (target.program) {
    if (!candidate || !automatic(manifest.automatic, target.kind)) return {};
    return fail(
        usage_error(target.span, fmt::format("test `{0}` has a `program`, but {1} is a test `{0}` as well",
                                             target.name, printable(candidate->sources.front().value)))
            .with_help("give it another `name`"));
  }
  if (target.kind == TargetKind::Lib) {
    if (written.has_kind && target.lib_kind == LibKind::HeaderOnly) return {};
    // The library may have another name than the package, but only one can have the package's sources.
    auto wants_sources = [](const WrittenTarget& one) {
      return one.target.kind == TargetKind::Lib && !one.target.tests_only && !one.has_sources &&
             !(one.has_kind && one.target.lib_kind == LibKind::HeaderOnly);
    };
    // One for tests does not stand for the package.
    bool alone = !target.tests_only && std::ranges::count_if(manifest.targets, wants_sources) == 1;
    if (alone) candidate = conventional.find(TargetKind::Lib, manifest.package.name);
    if (!written.has_kind && (!candidate || candidate->sources.empty()) &&
        !generates_sources(manifest.package) && ((candidate && alone) || written.has_public_includes)) {
      target.lib_kind = LibKind::HeaderOnly;
      return {};
    }
  }
  if (!candidate || candidate->sources.empty()) {
    if (generates_sources(manifest.package)) return {};  // Which it may get is the plan's to say.
    Error error =
        usage_error(target.span, fmt::format("{} `{}` has no sources", target_key(target.kind), target.name));
    if (target.tests_only)
      return fail(std::move(error).with_help("write sources = [\"...\"], or kind = \"header-only\""));
    return fail(std::move(error).with_help(
        fmt::format("write sources = [\"...\"], or put them where convention looks: {}",
                    expected_place(manifest.package, tree, target))));
  }
  for (const Text& source : candidate->sources) {
    if (!Claims::matches(target.exclude, source.value)) target.sources.push_back(source);
  }
  return {};
}

/// Include directories and installed headers, where the table does not say them.
void add_directories(const Manifest& manifest, const SourceTree& tree, WrittenTarget& written) {
  Target& target = written.target;
  if (target.program) return;
  const Span& span = manifest.package.span;
  // A flat package is included by its directory's name. A tree that is described from elsewhere
  // stands next to things that nobody chose, so its own directory is the place.
  std::string_view flat = manifest.root ? "." : "..";
  std::string_view visible = tree.has_include ? "include" : tree.has_src ? "src" : flat;
  if (!written.has_includes) {
    if (tree.has_src) target.own.includes.push_back({"src", span});
    if (target.kind != TargetKind::Lib && visible != "src")
      target.own.includes.push_back({std::string(visible), span});
  }
  if (target.kind != TargetKind::Lib) return;
  if (!written.has_public_includes) target.exported.includes.push_back({std::string(visible), span});
  if (!written.has_headers) {
    constexpr std::string_view kHeaders = "*.{h,hh,hpp,hxx,h++,H,inc,inl,ipp,tpp}";
    std::string pattern =
        tree.has_include ? "include/**" : fmt::format("{}{}", tree.has_src ? "src/**/" : "", kHeaders);
    target.headers.push_back({std::move(pattern), span});
  }
}

/// Probes ask the C compiler in a package of C alone.
void choose_probe_languages(Package& package) {
  auto is_c = [](const Text& source) {
    std::string_view extension = path::extension(source.value);
    return extension == ".c" || extension == ".S" || extension == ".s";
  };
  bool any = false;
  bool cxx = false;
  for (const Target& target : package.targets) {
    any |= !target.sources.empty();
    cxx |= !std::ranges::all_of(target.sources, is_c);
  }
  for (Configure& configure : package.configures) {
    for (Probe& probe : configure.probes) {
      if (!probe.language_written) probe.cxx = cxx || !any;
    }
  }
}

}  // namespace

Result<void> complete_targets(Manifest& manifest, const SourceTree& tree) {
  Package& package = manifest.package;
  Conventional conventional(manifest, tree);
  bool has_lib_table = std::ranges::any_of(manifest.targets, [](const WrittenTarget& written) {
    return written.target.kind == TargetKind::Lib && !written.target.tests_only;
  });

  std::vector<WrittenTarget> all;
  for (WrittenTarget& written : manifest.targets) {
    WrittenTarget complete = written;
    if (!written.has_sources) HULL_CHECK(take_sources(manifest, tree, conventional, complete));
    if (written.has_sources && written.target.sources.empty() && !written.has_kind) {
      complete.target.lib_kind = LibKind::HeaderOnly;
    }
    all.push_back(std::move(complete));
  }
  for (const Target& target : conventional.targets()) {
    if (!automatic(manifest.automatic, target.kind)) continue;
    if (target.kind == TargetKind::Lib && has_lib_table) continue;
    auto same = [&](const WrittenTarget& written) {
      return written.target.kind == target.kind && written.target.name == target.name;
    };
    if (std::ranges::any_of(all, same)) continue;
    if (const Conventional::Clash* clash = conventional.clash(target.kind, target.name)) {
      std::string_view key = target_key(clash->kind);
      return fail(
          usage_error(package.span,
                      fmt::format("{} and {} would both be the {} `{}`", printable(clash->first),
                                  printable(clash->second), key, printable(clash->name)))
              .with_help(fmt::format("rename one of them, or name the sources in a [[{}]] table", key)));
    }
    all.push_back({});
    all.back().target = target;
  }

  package.targets.clear();
  for (TargetKind kind : target_kinds()) {
    for (WrittenTarget& written : all) {
      if (written.target.kind != kind) continue;
      add_directories(manifest, tree, written);
      package.targets.push_back(std::move(written.target));
    }
  }
  package.listed_directories.insert(package.listed_directories.end(), tree.listed.begin(), tree.listed.end());
  choose_probe_languages(package);
  HULL_CHECK(check_targets(package));
  return resolve_programs(package);
}

}  // namespace hull::manifest
