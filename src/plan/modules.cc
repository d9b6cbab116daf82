#include "plan/modules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "plan/collate.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using toolchain::CompilerKind;
using toolchain::Language;

bool is_cxx(Language language) { return language == Language::Cxx || language == Language::CxxModule; }

/// Changes when collations write something else for the same request.
constexpr std::string_view kCollateVersion = "collate 2";

std::string scan_path(const Unit& unit) { return unit.object + ".ddi"; }
std::string modmap_path(const Unit& unit) { return unit.object + ".modmap"; }
std::string modinputs_path(const Unit& unit) { return unit.object + ".modinputs"; }

bool may_import_std(const Draft& draft, const TargetNode& node) {
  const std::string& standard = Settings::standard(draft, node);
  return draft.toolchain.cxx.kind == CompilerKind::Clang && !draft.toolchain.std_module_directory.empty() &&
         !draft.toolchain.scan_deps.empty() &&
         (standard.ends_with("23") || standard.ends_with("2b") || standard.ends_with("26") ||
          standard.ends_with("2c"));
}

/// Every library below `node`, public or not: clang needs the BMIs of the whole closure.
std::vector<std::size_t> libraries_below(const Draft& draft, const TargetNode& node) {
  std::vector<bool> seen(draft.targets.size(), false);
  std::vector<std::size_t> found;
  std::vector<std::size_t> waiting(node.direct.rbegin(), node.direct.rend());
  while (!waiting.empty()) {
    const std::size_t lib = waiting.back();
    waiting.pop_back();
    if (seen[lib]) continue;
    seen[lib] = true;
    found.push_back(lib);
    const std::vector<std::size_t>& further = draft.targets[lib].direct;
    waiting.insert(waiting.end(), further.rbegin(), further.rend());
  }
  return found;
}

/// `scan_deps -format=p1689 --`, then the compile's shared words.
Words scan_words(const std::string& scan_deps, const Words& compile) {
  std::vector<std::string> words = {scan_deps, "-format=p1689", "--"};
  words.insert(words.end(), compile->words.begin(), compile->words.end());
  return std::make_shared<const engine::SharedWords>(std::move(words));
}

}  // namespace

Result<void> find_modules(Draft& draft) {
  // Targets stand after the libraries they link.
  for (TargetNode& node : draft.targets) {
    const auto interface = std::ranges::find(node.units, Language::CxxModule, &Unit::language);
    const bool has_interfaces = interface != node.units.end();
    node.has_interfaces = has_interfaces;
    if (!std::ranges::any_of(node.units, is_cxx, &Unit::language)) continue;
    const bool sees_modules =
        std::ranges::any_of(node.visible, [&](std::size_t lib) { return draft.targets[lib].has_interfaces; });
    if (!has_interfaces && !sees_modules && !may_import_std(draft, node)) continue;
    if (draft.toolchain.cxx.kind != CompilerKind::Clang) {
      if (!has_interfaces) continue;
      return usage_error(
          fmt::format("{} is a module interface, and hull builds modules with Clang only; the compiler is "
                      "GCC {}",
                      printable(interface->source), draft.toolchain.cxx.version),
          node.target.span, "set `cxx = \"clang++-19\"` in [toolchain]");
    }
    if (draft.toolchain.scan_deps.empty()) {
      return usage_error(
          fmt::format("{} needs clang-scan-deps to find what modules import, and it is not installed",
                      has_interfaces ? printable(interface->source) : node.target.name),
          node.target.span, "`apt-get install clang-tools-19`");
    }
    node.modules = true;
    node.modules_file =
        draft.layout.object_directory(draft.package_of_target(node).package.name, node.target) +
        "/modules.json";
  }
  return {};
}

std::string ModuleTarget::bmi(const Unit& unit) const {
  // Named after the source: which module it declares is known only after the scan.
  return fmt::format("{}/{}.pcm", bmi_directory, contained(unit.shown));
}

void ModuleTarget::add_to(const Unit& unit, engine::Action& action, engine::ActionGraph& graph) const {
  if (!is_cxx(unit.language)) return;
  const std::string modmap = modmap_path(unit);
  action.inputs.push_back(graph.file(modmap));
  action.late_inputs = graph.file(modinputs_path(unit));
  action.inputs.push_back(action.late_inputs);
  action.words.push_back("@" + modmap);
  if (unit.language != Language::CxxModule) return;
  const std::string path = bmi(unit);
  action.outputs.push_back(graph.file(path));
  action.words.push_back("-fmodule-output=" + path);
  action.words.push_back("-x");
  action.words.push_back("c++-module");
}

Result<ModuleTarget> ModulePlanner::plan(const TargetNode& node,
                                         const std::map<Language, CompileSettings>& settings,
                                         const std::vector<engine::FileId>& order_only, const Digest& salt) {
  const PackageNode& package = draft_.package_of_target(node);
  const std::string objects = draft_.layout.object_directory(package.package.name, node.target);
  ModuleTarget target;
  target.bmi_directory = fmt::format("{}/{}", draft_.layout.bmis(package.package.name), path::name(objects));

  CollateRequest request;
  request.package = package.package.name;
  request.standard = Settings::standard(draft_, node);
  request.modules_file = node.modules_file;
  if (may_import_std(draft_, node)) {
    HULL_TRY(const StandardModules standard, standard_modules(node));
    request.std_bmi = standard.std_bmi;
    request.std_compat_bmi = standard.std_compat_bmi;
  }

  engine::Action collate;
  // First, because it names the action in the state log: units come and go.
  collate.outputs.push_back(draft_.graph.file(node.modules_file));
  std::map<Language, Words> words;
  for (const Unit& unit : node.units) {
    if (!is_cxx(unit.language)) continue;
    const CompileSettings& compile = settings.at(unit.language);
    Words& common = words[unit.language];
    if (!common) common = scan_words(draft_.toolchain.scan_deps, compile.common);

    engine::Action scan;
    scan.description = fmt::format("Scanning {} {}", package.package.name, printable(unit.shown));
    scan.common = common;
    scan.environment = draft_.environment;
    scan.salt = salt;
    scan.search = compile.search;
    scan.sought = compile.sought;
    scan.inputs = {unit.source_file};
    scan.order_only = order_only;
    scan.stdout_path = scan_path(unit);
    const engine::FileId result = draft_.graph.file(scan.stdout_path);
    scan.outputs = {result};
    scan.depfile = scan.stdout_path + ".d";
    scan.tokens = true;
    scan.words = {"-MD", "-MF", scan.depfile, "-MT", scan.stdout_path};
    if (unit.language == Language::CxxModule) scan.words.insert(scan.words.end(), {"-x", "c++-module"});
    scan.words.insert(scan.words.end(), {"-c", operand(unit.source), "-o", unit.object});
    HULL_CHECK(draft_.graph.add(std::move(scan)));

    collate.inputs.push_back(result);
    collate.outputs.push_back(draft_.graph.file(modmap_path(unit)));
    collate.outputs.push_back(draft_.graph.file(modinputs_path(unit)));
    request.units.push_back({.source = unit.source,
                             .scan = scan_path(unit),
                             .modmap = modmap_path(unit),
                             .modinputs = modinputs_path(unit),
                             .bmi = unit.language == Language::CxxModule ? target.bmi(unit) : std::string()});
  }
  for (const std::size_t lib : libraries_below(draft_, node)) {
    const TargetNode& library = draft_.targets[lib];
    if (!library.has_interfaces) continue;
    const bool visible = std::ranges::find(node.visible, lib) != node.visible.end();
    request.libraries.push_back({.modules_file = library.modules_file, .visible = visible});
    collate.inputs.push_back(draft_.graph.file(library.modules_file));
  }

  collate.description = "Collating modules of " + draft_.shown(node, node.target.name);
  collate.response_path = objects + "/collate.request";
  collate.response = request.encode();
  collate.self = true;
  collate.words = {"hull", "internal", "collate", collate.response_path};
  collate.environment = draft_.environment;
  collate.salt = Hasher().field(kCollateVersion).finish();
  collate.cacheable = false;  // As quick as a cache.
  HULL_CHECK(draft_.graph.add(std::move(collate)));
  return target;
}

Result<ModulePlanner::StandardModules> ModulePlanner::standard_modules(const TargetNode& node) {
  toolchain::UnitOptions options;
  options.language = Language::CxxModule;
  options.standard = Settings::standard(draft_, node);
  options.warnings = manifest::Warnings::None;
  std::vector<std::string> words = {draft_.toolchain.cxx.path};
  const auto add = [&](const std::vector<std::string>& more, std::string_view only) {
    for (const std::string& word : more) {
      if (word.starts_with(only)) words.push_back(word);
    }
  };
  add(toolchain::compile_flags(draft_.toolchain, draft_.request.profile, options), "");
  // Flags such as -fno-exceptions change the language, and Clang refuses a BMI of another one.
  for (const std::size_t lib : node.visible) {
    add(draft_.targets[lib].target.exported.flags, "-f");
    add(draft_.targets[lib].target.exported.cxx_flags, "-f");
  }
  for (const manifest::Settings* own : {&node.target.exported, &node.target.own}) {
    add(own->flags, "-f");
    add(own->cxx_flags, "-f");
  }
  add(draft_.toolchain.user_cxx_flags, "-f");
  words.push_back("-Wno-reserved-module-identifier");
  words.push_back("--precompile");
  const auto common = std::make_shared<const engine::SharedWords>(std::move(words));
  const std::string directory = draft_.layout.bmis(fmt::format("std-{}", common->digest.hex().substr(0, 12)));
  const auto [place, added] = standard_.try_emplace(directory);
  StandardModules& modules = place->second;
  if (!added) return modules;

  modules = {directory + "/std.pcm", directory + "/std.compat.pcm"};
  const auto precompile = [&](std::string_view name, const std::string& output) -> Result<void> {
    engine::Action action;
    action.description = fmt::format("Precompiling module {}", name);
    action.common = common;
    action.environment = draft_.environment;
    action.salt = draft_.toolchain.identity;
    const std::string source = fmt::format("{}/{}.cppm", draft_.toolchain.std_module_directory, name);
    action.inputs = {draft_.graph.file(source)};
    action.depfile = output + ".d";
    if (name != "std") {
      action.inputs.push_back(draft_.graph.file(modules.std_bmi));
      action.words.push_back("-fmodule-file=std=" + modules.std_bmi);
    }
    action.words.insert(action.words.end(), {"-MD", "-MF", action.depfile, source, "-o", output});
    action.outputs = {draft_.graph.file(output)};
    HULL_CHECK(draft_.graph.add(std::move(action)));
    return {};
  };
  HULL_CHECK(precompile("std", modules.std_bmi));
  HULL_CHECK(precompile("std.compat", modules.std_compat_bmi));
  return modules;
}

}  // namespace hull::plan
