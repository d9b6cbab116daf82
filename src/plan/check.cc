#include "plan/check.h"

#include <fmt/format.h>

#include <set>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "plan/response.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::Safety;
using toolchain::Language;

bool is_assembly(Language language) { return language == Language::Asm || language == Language::AsmCpp; }

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// "target/debug/obj/core/libcore/a.cc.o" -> "target/debug/check/core/libcore/a.cc.o".
std::string beside(const Layout& layout, std::string_view object) {
  object.remove_prefix(below(layout.target(), "obj/").size());
  return fmt::format("{}/{}", below(layout.target(), "check"), object);
}

/// "a.cc.o" -> "a.cc.unit".
std::string with_ending(std::string_view object, std::string_view ending) {
  object.remove_suffix(std::string_view(".o").size());
  return fmt::format("{}{}", object, ending);
}

bool asks(const PackageNode& package) {
  return package.package.member && package.package.safety.memory != Safety::Level::Allow;
}

engine::FileId program_file(Draft& draft) {
  return draft.graph.file(draft.layout.spelled(draft.request.checker.program));
}

std::string_view name(Safety::Level level) {
  switch (level) {
    case Safety::Level::Deny:
      return "deny";
    case Safety::Level::Warn:
      return "warn";
    case Safety::Level::Allow:
      break;
  }
  return "allow";
}

/// The packages whose headers `package` sees, by number.
std::set<std::size_t> seen_by(const Draft& draft, const PackageNode& package) {
  std::set<std::size_t> seen;
  for (const auto* list : {&package.dependencies, &package.dev_dependencies}) {
    for (const ResolvedDependency& dependency : *list) {
      if (dependency.package == kNone) continue;
      const auto& reach = draft.packages[dependency.package].reach;
      seen.insert(reach.begin(), reach.end());
    }
  }
  return seen;
}

/// That of `package`, and those of packages whose headers it sees where they are others.
std::vector<std::string> levels(const Draft& draft, const PackageNode& package) {
  const Safety::Level own = asks(package) ? package.package.safety.memory : Safety::Level::Allow;
  std::set<std::string> others;
  for (const std::size_t seen : seen_by(draft, package)) {
    const PackageNode& other = draft.packages[seen];
    // What others' headers do is not told, also where they are found among our own.
    const Safety::Level level = other.package.member ? other.package.safety.memory : Safety::Level::Allow;
    if (level != own) others.insert(fmt::format("{}:{}", name(level), other.root));
  }
  std::vector<std::string> rules = {std::string(name(own))};
  // A package below another one's directory, too.
  if (!others.empty()) rules.push_back(fmt::format("{}:{}", name(own), package.root));
  rules.insert(rules.end(), others.begin(), others.end());
  return rules;
}

/// Where the strict profile holds, and "off:" where it does not though a package around asks for it.
std::vector<std::string> strict_rules(const Draft& draft, const PackageNode& package) {
  // In others' headers, too: instances are made of them.
  std::vector<const PackageNode*> packages = {&package};
  for (const std::size_t seen : seen_by(draft, package)) packages.push_back(&draft.packages[seen]);
  std::vector<std::string> rules;
  bool any = false;
  for (const PackageNode* one : packages) {
    const bool strict = asks(*one) && one->package.safety.strict;
    any |= strict;
    rules.push_back((strict ? "" : "off:") + (one->root.empty() ? std::string(".") : one->root));
  }
  if (!any) rules.clear();
  return rules;
}

}  // namespace

Checks::Checks(Draft& draft)
    : draft_(draft), needed_(draft.packages.size(), false), settled_(draft.targets.size(), engine::kNoFile) {
  // Dependents stand behind what they use.
  for (std::size_t p = draft.packages.size(); p-- > 0;) {
    const PackageNode& package = draft.packages[p];
    if (asks(package)) needed_[p] = true;
    if (!needed_[p]) continue;
    for (const auto* list : {&package.dependencies, &package.dev_dependencies}) {
      for (const ResolvedDependency& dependency : *list) {
        if (dependency.package != kNone) needed_[dependency.package] = true;
      }
    }
  }
}

Result<TargetChecks> Checks::of(const TargetNode& node) const {
  TargetChecks checks(draft_, node);
  const PackageNode& package = draft_.package_of_target(node);
  checks.wanted_ = needed_[node.package];
  if (!checks.wanted_) return checks;
  checks.told_ = asks(package);
  checks.levels_ = levels(draft_, package);
  checks.strict_ = strict_rules(draft_, package);
  for (const manifest::Text& models : package.package.safety.models) {
    if (!fs::is_file(models.value)) {
      return usage_error(fmt::format("there is no file {}", printable(models.value)), models.span,
                         "`models` names tables of models, relative to this manifest");
    }
    checks.model_paths_.push_back(draft_.layout.spelled(models.value));
    checks.models_.push_back(draft_.graph.file(checks.model_paths_.back()));
  }
  return checks;
}

bool TargetChecks::leaves_unit(const Unit& unit) const {
  return !draft_->request.checker.program.empty() && unit.language != Language::CxxModule;
}

void TargetChecks::add_to(const Unit& unit, engine::Action& compile) {
  if (!wanted_ || is_assembly(unit.language)) return;
  const Checker& checker = draft_->request.checker;
  if (checker.plugin.empty()) {
    if (!told_) return;
    ++draft_->plan.unchecked;
    // Who turns checking off somewhere is not told that the compiler does not know how to.
    const toolchain::Compiler& compiler =
        unit.language == Language::C ? draft_->toolchain.cc : draft_->toolchain.cxx;
    compile.words.insert(compile.words.begin(), toolchain::unknown_attribute_flag(compiler, "hull"));
    return;
  }
  const std::string plugin = draft_->layout.spelled(checker.plugin);
  std::vector<std::string> words = {"-fplugin=" + plugin};
  for (const std::string& level : levels_) words.push_back("-fplugin-arg-hull-safety-memory=" + level);
  for (const std::string& path : model_paths_) words.push_back("-fplugin-arg-hull-safety-models=" + path);
  for (const std::string& rule : strict_) words.push_back("-fplugin-arg-hull-safety-strict=" + rule);
  if (!checker.beside && leaves_unit(unit)) {
    const std::string left = with_ending(unit.object, ".unit");
    words.push_back("-fplugin-arg-hull-safety-unit=" + left);
    units_.push_back(compile.outputs.emplace_back(draft_->graph.file(left)));
  }
  compile.words.insert(compile.words.begin(), words.begin(), words.end());
  compile.inputs.push_back(draft_->graph.file(plugin));
  compile.inputs.insert(compile.inputs.end(), models_.begin(), models_.end());
}

Result<void> TargetChecks::add_action(const Unit& unit, const engine::Action& compile,
                                      const CompileSettings& settings) {
  const Checker& checker = draft_->request.checker;
  if (!checker.beside || !wanted_ || is_assembly(unit.language)) return {};
  const PackageNode& package = draft_->package_of_target(*node_);
  const std::string checked = beside(draft_->layout, unit.object);
  const std::string findings = with_ending(checked, ".findings");
  engine::Action action;
  action.description = fmt::format("Checking {} {}", package.package.name, printable(unit.shown));
  action.words = {draft_->layout.spelled(checker.program)};
  for (const std::string& level : levels_) action.words.push_back("--memory=" + level);
  for (const std::string& path : model_paths_) action.words.push_back("--models=" + path);
  for (const std::string& rule : strict_) action.words.push_back("--strict=" + rule);
  action.depfile = findings + ".d";
  append(action.words, {"--record=" + findings, "--depfile=" + action.depfile});
  action.outputs = {draft_->graph.file(findings)};
  if (leaves_unit(unit)) {
    const std::string left = with_ending(checked, ".unit");
    action.words.push_back("--unit=" + left);
    units_.push_back(action.outputs.emplace_back(draft_->graph.file(left)));
  }
  append(action.words, {operand(unit.source), "--"});
  append(action.words, {settings.common->words.begin() + 1, settings.common->words.end()});
  for (const std::string& word : compile.words) {
    // Where modules are, and that this is one.
    if (word.starts_with('@')) action.words.push_back(word);
  }
  if (unit.language == Language::CxxModule) append(action.words, {"-x", "c++-module"});
  action.environment = compile.environment;
  action.salt = Hasher().field("check 1").digest(checker.identity).finish();
  action.inputs = compile.inputs;
  action.inputs.push_back(program_file(*draft_));
  action.inputs.insert(action.inputs.end(), models_.begin(), models_.end());
  action.late_inputs = compile.late_inputs;
  action.order_only = compile.order_only;
  action.sought = compile.sought;
  action.search = compile.search;
  action.tokens = true;  // Comments do not count, and where things stand does.
  if (node_->wanted && told_) draft_->plan.findings.push_back({findings, action.outputs.front()});
  HULL_CHECK(draft_->graph.add(std::move(action)));
  return {};
}

Result<void> Checks::join(std::size_t t, const TargetChecks& checks) {
  const TargetNode& node = draft_.targets[t];
  const Checker& checker = draft_.request.checker;
  std::vector<engine::FileId> below;
  const auto add_below = [&](std::size_t other) {
    if (settled_[other] != engine::kNoFile) below.push_back(settled_[other]);
  };
  for (const std::size_t lib : node.linked) add_below(lib);
  if (node.borrowed != kNone) add_below(node.borrowed);
  // One unit and nothing below: there is nothing to join, and of programs nobody asks. In the strict profile
  // the join also says what nobody has.
  const bool alone = !node.is_lib() && checks.units_.size() == 1 && below.empty() && checks.strict_.empty();
  if (checks.units_.empty() || alone) return {};
  const PackageNode& package = draft_.package_of_target(node);
  const std::string objects = draft_.layout.object_directory(package.package.name, node.target);
  std::string object = objects + "/joined.o";
  if (checker.beside) object = beside(draft_.layout, object);
  const std::string findings = with_ending(object, ".findings");
  const std::string left = with_ending(object, ".unit");
  engine::Action action;
  action.description = fmt::format("Joining {} {}", package.package.name, path::name(objects));
  action.words = {draft_.layout.spelled(checker.program), "--join", "--settled=" + left};
  for (const std::string& level : checks.levels_) action.words.push_back("--memory=" + level);
  action.outputs = {draft_.graph.file(left)};
  if (checker.beside) {
    action.words.push_back("--record=" + findings);
    action.outputs.push_back(draft_.graph.file(findings));
    if (node.wanted && checks.told_) draft_.plan.findings.push_back({findings, action.outputs.back()});
  }
  std::vector<std::string> files;
  const auto add = [&](engine::FileId file, std::string_view option) {
    files.push_back(std::string(option) + std::string(draft_.graph.files().path(file)));
    action.inputs.push_back(file);
  };
  for (const engine::FileId unit : checks.units_) add(unit, "");
  for (const engine::FileId left_below : below) add(left_below, "--below=");
  add_words(action, std::move(files), with_ending(object, ".rsp"));
  action.inputs.push_back(program_file(draft_));
  action.environment = draft_.environment;
  action.salt = Hasher().field("join 1").finish();
  action.keeps_output = package.package.member;
  settled_[t] = action.outputs.front();
  if (node.wanted && !checker.beside) draft_.plan.wanted.push_back(settled_[t]);
  HULL_CHECK(draft_.graph.add(std::move(action)));
  return {};
}

}  // namespace hull::plan
