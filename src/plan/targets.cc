#include "plan/targets.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/glob.h"
#include "base/text.h"
#include "plan/package_graph.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::LibKind;
using manifest::Package;
using manifest::Target;
using manifest::TargetKind;
using manifest::Text;

/// A library that others link: those of other packages too, unless it is for tests.
bool linkable(const Target& target) {
  return target.kind == TargetKind::Lib && target.lib_kind != LibKind::Plugin;
}
bool is_exported(const Target& target) { return linkable(target) && !target.tests_only; }

/// True when some [[generate]] writes sources: a library that has headers only by convention compiles them.
bool generates_sources(const Package& package) {
  return std::ranges::any_of(package.generates, [](const manifest::Generate& generate) {
    return std::ranges::any_of(generate.outputs, [](const Text& output) {
      return toolchain::language_of(output.value).has_value();
    });
  });
}

class Choice {
 public:
  explicit Choice(Draft& draft) : draft_(draft) {
    for (const PackageNode& node : draft.packages) known_.emplace_back(node.package.targets.size(), kNone);
  }

  Result<void> run() {
    const TargetFilter& filter = draft_.request.filter;
    const bool named = !filter.bin_names.empty() || !filter.test_names.empty() ||
                       !filter.bench_names.empty() || !filter.example_names.empty();
    if (named) {
      HULL_CHECK(want_named(TargetKind::Bin, "bin", filter.bin_names));
      HULL_CHECK(want_named(TargetKind::Test, "test", filter.test_names));
      HULL_CHECK(want_named(TargetKind::Bench, "bench", filter.bench_names));
      HULL_CHECK(want_named(TargetKind::Example, "example", filter.example_names));
    } else {
      HULL_CHECK(want_by_kind(filter));
    }
    return add_generators();
  }

 private:
  Result<void> want_by_kind(const TargetFilter& filter) {
    for (const std::size_t index : draft_.request.packages) {
      const std::size_t p = draft_.package_of[index];
      const std::vector<Target>& targets = draft_.packages[p].package.targets;
      for (std::size_t t = 0; t < targets.size(); ++t) {
        bool wanted = false;
        switch (targets[t].kind) {
          case TargetKind::Lib:
            // Libraries of tests are built for the tests that link them.
            wanted = (filter.libs || filter.lib_only) && !targets[t].tests_only;
            break;
          case TargetKind::Bin: wanted = filter.bins && !filter.lib_only; break;
          case TargetKind::Test: wanted = filter.tests && !filter.lib_only; break;
          case TargetKind::Bench: wanted = filter.benches && !filter.lib_only; break;
          case TargetKind::Example: wanted = filter.examples && !filter.lib_only; break;
        }
        if (wanted) HULL_CHECK(want(p, t));
      }
    }
    return {};
  }

  Result<void> want_named(TargetKind kind, std::string_view word, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      bool found = false;
      std::vector<std::string_view> others;
      for (const std::size_t index : draft_.request.packages) {
        const std::size_t p = draft_.package_of[index];
        const std::vector<Target>& targets = draft_.packages[p].package.targets;
        for (std::size_t t = 0; t < targets.size(); ++t) {
          if (targets[t].kind != kind) continue;
          others.push_back(targets[t].name);
          if (!glob_match(name, targets[t].name)) continue;
          found = true;
          HULL_CHECK(want(p, t));
        }
      }
      if (!found) return unknown_name(kind, word, name, others);
    }
    return {};
  }

  std::unexpected<Error> unknown_name(TargetKind kind, std::string_view word, const std::string& name,
                                      const std::vector<std::string_view>& others) const {
    for (const std::size_t index : draft_.request.packages) {
      for (const Target& target : draft_.workspace.packages[index].targets) {
        if (target.kind != kind || target.name != name || target.required_features.empty()) continue;
        std::vector<std::string_view> features;
        for (const Text& feature : target.required_features) features.push_back(feature.value);
        return usage_error(
            fmt::format("{} target `{}` is built only with {} on", word, name, quoted_list(features)),
            target.span, fmt::format("add `--features {}`", fmt::join(features, ",")));
      }
    }
    std::string help;
    if (const auto meant = did_you_mean(name, others)) {
      help = fmt::format("did you mean `{}`?", *meant);
    } else if (!others.empty() && others.size() <= 12) {
      help = fmt::format("there are {}", quoted_list(others));
    }
    return usage_error(
        fmt::format("no {} target is called `{}` in the selected packages", word, printable(name)), {}, help);
  }

  Result<void> want(std::size_t p, std::size_t t) {
    HULL_TRY(const std::size_t target, need(p, t));
    draft_.targets[target].wanted = true;
    return {};
  }

  /// The node of target `t` of package `p`, made with all it links when it is new.
  Result<std::size_t> need(std::size_t p, std::size_t t) {
    if (known_[p][t] == kOpen) return cycle(p, t);
    if (known_[p][t] != kNone) return known_[p][t];
    known_[p][t] = kOpen;
    open_.emplace_back(p, t);
    PackageNode& package = draft_.packages[p];

    TargetNode node;
    node.package = p;
    node.target = package.package.targets[t];
    if (node.target.by_convention && node.target.lib_kind == LibKind::HeaderOnly &&
        generates_sources(package.package)) {
      node.target.lib_kind = LibKind::Static;
    }
    if (node.target.program) {
      HULL_CHECK(take_program(package, node));
    } else {
      HULL_CHECK(add_uses(package, node));
      node.direct = node.uses;
      HULL_CHECK(add_dependencies(package.dependencies, node));
      if (node.is_dev()) HULL_CHECK(add_dependencies(package.dev_dependencies, node));
      HULL_CHECK(borrow(p, node));
      if (node.is_shared() && !node.target.tests_only && !node.target.soversion)
        node.target.soversion = soversion(package.package.version);
      node.output = draft_.layout.output(package.package.name, node.target);
      if (!node.output.empty()) node.file = draft_.graph.file(node.output);
    }

    open_.pop_back();
    const std::size_t index = draft_.targets.size();
    known_[p][t] = index;
    package.targets.push_back(index);
    draft_.targets.push_back(std::move(node));
    return index;
  }

  /// A test that runs what another target is.
  Result<void> take_program(const PackageNode& package, TargetNode& node) {
    const std::vector<Target>& targets = package.package.targets;
    // It is there: the manifest was checked, and the test requires the features that the program does.
    const auto program = std::ranges::find_if(targets, [&](const Target& target) {
      return target.kind == node.target.program_kind && target.name == node.target.program->value;
    });
    HULL_TRY(node.runs, need(node.package, static_cast<std::size_t>(program - targets.begin())));
    node.output = draft_.targets[node.runs].output;
    node.file = draft_.targets[node.runs].file;
    return {};
  }

  Result<void> add_uses(const PackageNode& package, TargetNode& node) {
    const std::vector<Target>& targets = package.package.targets;
    if (!node.target.uses) {
      if (node.is_lib() && !node.target.tests_only) return {};
      const bool tests_too = node.is_dev() && !node.is_lib();
      for (std::size_t t = 0; t < targets.size(); ++t) {
        if (!(tests_too ? linkable(targets[t]) : is_exported(targets[t]))) continue;
        HULL_TRY(const std::size_t lib, need(node.package, t));
        node.uses.push_back(lib);
      }
      return {};
    }
    for (const Text& name : *node.target.uses) {
      HULL_TRY(const std::size_t t, library_called(package.package, name, "uses"));
      HULL_TRY(const std::size_t lib, need(node.package, t));
      node.uses.push_back(lib);
    }
    return {};
  }

  Result<void> add_dependencies(const std::vector<ResolvedDependency>& dependencies, TargetNode& node) {
    for (const ResolvedDependency& dependency : dependencies) {
      if (dependency.system != nullptr) {
        if (std::ranges::find(node.systems, dependency.system) == node.systems.end()) {
          node.systems.push_back(dependency.system);
        }
        continue;
      }
      HULL_TRY(const auto libs, libraries_of(dependency));
      for (const std::size_t lib : libs) {
        if (std::ranges::find(node.direct, lib) == node.direct.end()) node.direct.push_back(lib);
      }
    }
    return {};
  }

  Result<std::vector<std::size_t>> libraries_of(const ResolvedDependency& dependency) {
    std::vector<std::size_t> libs;
    const Package& package = draft_.packages[dependency.package].package;
    if (!dependency.written->libs) {
      for (std::size_t t = 0; t < package.targets.size(); ++t) {
        if (!is_exported(package.targets[t])) continue;
        HULL_TRY(const std::size_t lib, need(dependency.package, t));
        libs.push_back(lib);
      }
      return libs;
    }
    for (const Text& name : *dependency.written->libs) {
      HULL_TRY(const std::size_t t, library_called(package, name, "libs"));
      HULL_TRY(const std::size_t lib, need(dependency.package, t));
      libs.push_back(lib);
    }
    return libs;
  }

  Result<std::size_t> library_called(const Package& package, const Text& name, std::string_view key) const {
    std::vector<std::string_view> names;
    for (std::size_t t = 0; t < package.targets.size(); ++t) {
      const Target& target = package.targets[t];
      if (target.kind != TargetKind::Lib) continue;
      if (target.name == name.value) {
        if (target.lib_kind != LibKind::Plugin) return t;
        return usage_error(
            fmt::format("`{}` is a plugin: programs load it when they run and cannot link it", name.value),
            name.span, fmt::format("take it out of `{}`, or make it kind = \"shared\"", key));
      }
      if (target.lib_kind != LibKind::Plugin) names.push_back(target.name);
    }
    const auto meant = did_you_mean(name.value, names);
    return usage_error(
        fmt::format("package `{}` has no library called `{}`", package.name, printable(name.value)),
        name.span,
        meant           ? fmt::format("did you mean `{}`?", *meant)
        : names.empty() ? std::string("it has no library at all")
                        : fmt::format("it has {}", quoted_list(names)));
  }

  /// The unit test of a package without a library tests the code of its program.
  Result<void> borrow(std::size_t p, TargetNode& node) {
    if (node.target.kind != TargetKind::Test || node.target.name != "unit" || node.target.uses) return {};
    const auto is_tested = [&](std::size_t lib) { return !draft_.targets[lib].target.tests_only; };
    if (std::ranges::any_of(node.uses, is_tested)) return {};
    const Package& package = draft_.packages[p].package;
    std::size_t chosen = kNone;
    std::size_t bins = 0;
    for (std::size_t t = 0; t < package.targets.size(); ++t) {
      if (package.targets[t].kind != TargetKind::Bin) continue;
      ++bins;
      if (chosen == kNone || package.targets[t].name == package.name) chosen = t;
    }
    if (chosen == kNone || (bins > 1 && package.targets[chosen].name != package.name)) return {};
    HULL_TRY(node.borrowed, need(p, chosen));
    for (const std::size_t lib : draft_.targets[node.borrowed].direct) {
      if (std::ranges::find(node.direct, lib) == node.direct.end()) node.direct.push_back(lib);
    }
    return {};
  }

  Result<void> add_generators() {
    // By index: a generator's package may itself generate, but it is in `packages` already.
    for (std::size_t p = 0; p < draft_.packages.size(); ++p) {
      const Package& package = draft_.packages[p].package;
      for (const manifest::Generate& generate : package.generates) {
        for (const Text& word : generate.command) {
          for (const std::string_view name : programs_named(word.value))
            HULL_CHECK(add_generator(p, name, word.span));
        }
      }
    }
    return {};
  }

  Result<void> add_generator(std::size_t p, std::string_view name, const Span& where) {
    const Package& written = draft_.workspace.packages[draft_.packages[p].index];
    HULL_TRY(const auto found, program_of_workspace(draft_.workspace, written, name, where));
    const std::size_t owner = draft_.package_of[found.first];
    const std::string& bin = draft_.workspace.packages[found.first].targets[found.second].name;
    const std::vector<Target>& targets = draft_.packages[owner].package.targets;
    const auto t = std::ranges::find_if(
        targets, [&](const Target& target) { return target.kind == TargetKind::Bin && target.name == bin; });
    if (t == targets.end()) {
      return usage_error(
          fmt::format("program `{}` is needed to generate code, but its features are off", name), where,
          "switch on the features named in its `required-features`");
    }
    HULL_TRY(const std::size_t target, need(owner, static_cast<std::size_t>(t - targets.begin())));
    if (std::ranges::find(draft_.generators, target) == draft_.generators.end())
      draft_.generators.push_back(target);
    if (owner == p) mark_before_generated(target);
    return {};
  }

  void mark_before_generated(std::size_t index) {
    TargetNode& node = draft_.targets[index];
    if (node.before_generated) return;
    node.before_generated = true;
    for (const std::size_t lib : node.uses) mark_before_generated(lib);
  }

  std::unexpected<Error> cycle(std::size_t p, std::size_t t) const {
    const auto name = [&](std::pair<std::size_t, std::size_t> at) -> const std::string& {
      return draft_.packages[at.first].package.targets[at.second].name;
    };
    std::string names;
    for (auto at = std::ranges::find(open_, std::pair(p, t)); at != open_.end(); ++at) {
      names += fmt::format("`{}` -> ", name(*at));
    }
    const Target& target = draft_.packages[p].package.targets[t];
    return usage_error(fmt::format("libraries use each other in a circle: {}`{}`", names, target.name),
                       target.span, "move what they share into a third library, or make them one");
  }

  static constexpr std::size_t kOpen = kNone - 1;

  Draft& draft_;
  std::vector<std::vector<std::size_t>> known_;  ///< [package][target of the configured package].
  std::vector<std::pair<std::size_t, std::size_t>> open_;
};

}  // namespace

Result<void> choose_targets(Draft& draft) { return Choice(draft).run(); }

}  // namespace hull::plan
