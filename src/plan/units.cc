#include "plan/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "plan/check.h"
#include "plan/modules.h"
#include "plan/policy.h"
#include "plan/settings.h"

namespace hull::plan {
namespace {

using toolchain::CompilerKind;
using toolchain::Language;

class Units {
 public:
  explicit Units(Draft& draft)
      : draft_(draft),
        settings_(draft),
        owners_(std::make_shared<const PackageOwners>(draft)),
        modules_(draft),
        checks_(draft) {}

  Result<void> run() {
    std::size_t units = 0;
    for (const TargetNode& node : draft_.targets) units += node.units.size();
    draft_.plan.commands.reserve(units);
    for (std::size_t t = 0; t < draft_.targets.size(); ++t) HULL_CHECK(plan(t));
    return {};
  }

 private:
  /// What all units of one target share.
  struct Shared {
    explicit Shared(TargetChecks c) : checks(std::move(c)) {}
    std::vector<engine::FileId> order_only;
    LayeringPolicy policy;
    Digest salt;
    std::map<Language, CompileSettings> settings;
    std::optional<ModuleTarget> modules;
    TargetChecks checks;
  };

  Result<void> plan(std::size_t t) {
    TargetNode& node = draft_.targets[t];
    if (node.units.empty() && !node.modules) return {};
    HULL_TRY(TargetChecks checks, checks_.of(node));
    Shared shared(std::move(checks));
    shared.order_only = generated_headers(node);
    shared.policy = policy(node.package, node.is_dev());
    shared.salt = draft_.toolchain.identity;
    if (shared.policy.policy) {
      shared.salt = Hasher().digest(draft_.toolchain.identity).digest(shared.policy.digest).finish();
    }
    for (const Unit& unit : node.units) {
      if (shared.settings.contains(unit.language)) continue;
      HULL_TRY(shared.settings[unit.language], settings_.of(node, unit.language));
    }
    if (node.modules) {
      HULL_TRY(shared.modules, modules_.plan(node, shared.settings, shared.order_only, shared.salt));
    }
    for (const Unit& unit : node.units) HULL_CHECK(compile(node, unit, shared));
    return checks_.join(t, shared.checks);
  }

  Result<void> compile(const TargetNode& node, const Unit& unit, Shared& shared) {
    const PackageNode& package = draft_.package_of_target(node);
    const CompileSettings& settings = shared.settings.at(unit.language);
    const toolchain::Compiler& compiler = compiler_of(unit.language);
    engine::Action action;
    action.description = fmt::format("Compiling {} {}", package.package.name, printable(unit.shown));
    action.common = settings.common;
    action.environment = draft_.environment;
    action.salt = shared.salt;
    action.search = settings.search;
    action.keeps_output = package.package.member;
    action.policy = shared.policy.policy;
    action.inputs = {unit.source_file};
    action.sought = settings.sought;
    if (compiler.kind == CompilerKind::Gcc && unit.language != Language::Asm) action.companion = ".gch";
    action.order_only = shared.order_only;
    action.outputs = {unit.object_file};
    // GCC reads comments (-Wimplicit-fallthrough looks for "fall through"), and a module's BMI keeps them.
    action.tokens = compiler.kind == CompilerKind::Clang && !settings.reads_comments &&
                    (unit.language == Language::C || unit.language == Language::Cxx);

    action.words.reserve(10);
    for (std::string& word :
         toolchain::source_flags(draft_.toolchain, draft_.request.profile, unit.language, unit.source)) {
      action.words.push_back(std::move(word));
    }
    if (draft_.request.time_trace && compiler.kind == CompilerKind::Clang && unit.language != Language::Asm) {
      action.trace_path = unit.object + ".trace.json";
      action.words.push_back("-ftime-trace=" + action.trace_path);
    }
    if (unit.language != Language::Asm) {
      action.depfile = unit.object + ".d";
      action.words.push_back("-MD");
      action.words.push_back("-MF");
      action.words.push_back(action.depfile);
    }
    if (shared.modules) shared.modules->add_to(unit, action, draft_.graph);
    HULL_CHECK(shared.checks.add_action(unit, action, settings));
    shared.checks.add_to(unit, action);
    action.words.push_back("-c");
    action.words.push_back(operand(unit.source));
    action.words.push_back("-o");
    action.words.push_back(unit.object);
    HULL_TRY(const engine::ActionId id, draft_.graph.add(std::move(action)));
    draft_.plan.commands.push_back({unit.source, unit.object, id});
    return {};
  }

  const toolchain::Compiler& compiler_of(Language language) const {
    return language == Language::Cxx || language == Language::CxxModule ? draft_.toolchain.cxx
                                                                        : draft_.toolchain.cc;
  }

  /// What generators make for `node` to include: of its package, and of packages whose headers it sees.
  std::vector<engine::FileId> generated_headers(const TargetNode& node) const {
    const PackageNode& package = draft_.package_of_target(node);
    std::vector<bool> seen(draft_.packages.size(), false);
    std::vector<engine::FileId> headers;
    const auto add = [&](std::size_t p) {
      if (seen[p]) return;
      seen[p] = true;
      for (const GeneratedFile& file : draft_.packages[p].files) {
        if (!file.compiled && !(p == node.package && node.before_generated && file.by_program)) {
          headers.push_back(file.file);
        }
      }
    };
    add(node.package);
    for (const auto* list : {&package.dependencies, &package.dev_dependencies}) {
      if (list == &package.dev_dependencies && !node.is_dev()) continue;
      for (const ResolvedDependency& dependency : *list) {
        if (dependency.package == kNone) continue;
        for (const std::size_t reached : draft_.packages[dependency.package].reach) add(reached);
      }
    }
    return headers;
  }

  LayeringPolicy policy(std::size_t package, bool dev) {
    const auto [place, added] = policies_.try_emplace({package, dev});
    if (added) place->second = layering_policy(draft_, owners_, package, dev);
    return place->second;
  }

  Draft& draft_;
  Settings settings_;
  std::shared_ptr<const PackageOwners> owners_;
  ModulePlanner modules_;
  Checks checks_;
  std::map<std::pair<std::size_t, bool>, LayeringPolicy> policies_;
};

}  // namespace

Result<void> plan_units(Draft& draft) { return Units(draft).run(); }

}  // namespace hull::plan
