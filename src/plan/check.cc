#include "plan/check.h"

#include <fmt/format.h>

#include <set>

#include "base/file_system.h"
#include "base/text.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::Safety;
using toolchain::Language;

bool is_assembly(Language language) { return language == Language::Asm || language == Language::AsmCpp; }

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// "target/debug/obj/core/libcore/a.cc.o" -> "target/debug/check/core/libcore/a.cc.findings".
std::string findings_path(const Layout& layout, std::string_view object) {
  const std::string objects = below(layout.target(), "obj/");
  object.remove_prefix(objects.size());
  object.remove_suffix(std::string_view(".o").size());
  return fmt::format("{}/{}.findings", below(layout.target(), "check"), object);
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

/// That of `package`, and those of packages whose headers it sees where they are others.
std::vector<std::string> levels(const Draft& draft, const PackageNode& package) {
  const Safety::Level own = package.package.safety.memory;
  std::set<std::string> others;
  for (const auto* list : {&package.dependencies, &package.dev_dependencies}) {
    for (const ResolvedDependency& dependency : *list) {
      if (dependency.package == kNone) continue;
      for (const std::size_t reached : draft.packages[dependency.package].reach) {
        const PackageNode& other = draft.packages[reached];
        // What others' headers do is not told, also where they are found among our own.
        const Safety::Level level = other.package.member ? other.package.safety.memory : Safety::Level::Allow;
        if (level != own) others.insert(fmt::format("{}:{}", name(level), other.root));
      }
    }
  }
  std::vector<std::string> rules = {std::string(name(own))};
  // A package below another one's directory, too.
  if (!others.empty()) rules.push_back(fmt::format("{}:{}", name(own), package.root));
  rules.insert(rules.end(), others.begin(), others.end());
  return rules;
}

}  // namespace

Result<Checks> Checks::of(Draft& draft, const PackageNode& package) {
  Checks checks(draft, package);
  const Safety& safety = package.package.safety;
  checks.wanted_ = package.package.member && safety.memory != Safety::Level::Allow;
  if (!checks.wanted_) return checks;
  const Checker& checker = draft.request.checker;
  checks.plugin_words_ = {"-fplugin=" + draft.layout.spelled(checker.plugin)};
  checks.program_words_ = {draft.layout.spelled(checker.program)};
  for (const std::string& rule : levels(draft, package)) {
    checks.plugin_words_.push_back("-fplugin-arg-hull-safety-memory=" + rule);
    checks.program_words_.push_back("--memory=" + rule);
  }
  for (const manifest::Text& models : safety.models) {
    if (!fs::is_file(models.value)) {
      return usage_error(fmt::format("there is no file {}", printable(models.value)), models.span,
                         "`models` names tables of models, relative to this manifest");
    }
    const std::string path = draft.layout.spelled(models.value);
    checks.plugin_words_.push_back("-fplugin-arg-hull-safety-models=" + path);
    checks.program_words_.push_back("--models=" + path);
    checks.models_.push_back(draft.graph.file(path));
  }
  return checks;
}

void Checks::add_to(const Unit& unit, engine::Action& compile) const {
  if (!wanted_ || is_assembly(unit.language)) return;
  const std::string& plugin = draft_->request.checker.plugin;
  if (plugin.empty()) {
    ++draft_->plan.unchecked;
    // Who turns checking off somewhere is not told that the compiler does not know how to.
    const toolchain::Compiler& compiler =
        unit.language == Language::C ? draft_->toolchain.cc : draft_->toolchain.cxx;
    compile.words.insert(compile.words.begin(), toolchain::unknown_attribute_flag(compiler, "hull"));
    return;
  }
  compile.words.insert(compile.words.begin(), plugin_words_.begin(), plugin_words_.end());
  compile.inputs.push_back(draft_->graph.file(draft_->layout.spelled(plugin)));
  compile.inputs.insert(compile.inputs.end(), models_.begin(), models_.end());
}

Result<void> Checks::add_action(const TargetNode& node, const Unit& unit, const engine::Action& compile,
                                const CompileSettings& settings) const {
  const Checker& checker = draft_->request.checker;
  if (!wanted_ || checker.program.empty() || !node.wanted || is_assembly(unit.language)) return {};
  const std::string findings = findings_path(draft_->layout, unit.object);
  engine::Action action;
  action.description = fmt::format("Checking {} {}", package_->package.name, printable(unit.shown));
  action.words = program_words_;
  action.depfile = findings + ".d";
  append(action.words, {"--record=" + findings, "--depfile=" + action.depfile, operand(unit.source), "--"});
  append(action.words, {settings.common->words.begin() + 1, settings.common->words.end()});
  for (const std::string& word : compile.words) {
    // Where modules are, and that this is one.
    if (word.starts_with('@')) action.words.push_back(word);
  }
  if (unit.language == Language::CxxModule) append(action.words, {"-x", "c++-module"});
  action.environment = compile.environment;
  action.salt = Hasher().field("check 1").digest(checker.identity).finish();
  action.inputs = compile.inputs;
  action.inputs.push_back(draft_->graph.file(draft_->layout.spelled(checker.program)));
  action.inputs.insert(action.inputs.end(), models_.begin(), models_.end());
  action.late_inputs = compile.late_inputs;
  action.order_only = compile.order_only;
  action.sought = compile.sought;
  action.search = compile.search;
  action.tokens = true;  // Comments do not count, and where things stand does.
  action.outputs = {draft_->graph.file(findings)};
  draft_->plan.checked.push_back({package_->index, unit.source, findings, action.outputs.front()});
  HULL_CHECK(draft_->graph.add(std::move(action)));
  return {};
}

}  // namespace hull::plan
