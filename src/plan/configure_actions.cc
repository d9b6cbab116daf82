#include "plan/configure_actions.h"

#include <fmt/format.h>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "plan/configure.h"
#include "plan/generate.h"
#include "plan/probe.h"
#include "plan/usage_error.h"

namespace hull::plan {
namespace {

using manifest::Configure;
using manifest::Probe;
using toolchain::Language;

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

class Configuration {
 public:
  explicit Configuration(Draft& draft) : draft_(draft) {}

  Result<void> run() {
    for (PackageNode& package : draft_.packages) {
      for (const Configure& configure : package.package.configures) HULL_CHECK(plan(package, configure));
    }
    return {};
  }

 private:
  Result<void> plan(PackageNode& package, const Configure& configure) {
    HULL_TRY(const engine::FileId header,
             declare_generated(draft_, package, configure.output.value, configure.output.span,
                               /*by_program=*/false));
    const std::string probes = fmt::format("{}/obj/{}/configure/{}", draft_.layout.target(),
                                           package.package.name, contained(configure.output.value));
    engine::Action action;
    ConfigureStep step;
    step.out = draft_.graph.files().path(header);
    step.values = configure.values;
    if (configure.template_file) {
      HULL_TRY(step.template_file, template_path(package, *configure.template_file));
      action.inputs.push_back(draft_.graph.file(*step.template_file));
    }
    for (const Probe& probe : configure.probes) {
      HULL_TRY(const engine::FileId answer, ask(package, probe, probes));
      action.inputs.push_back(answer);
      step.answers.emplace_back(probe.name, draft_.graph.files().path(answer));
    }
    action.description =
        fmt::format("Configuring {} {}", package.package.name, printable(configure.output.value));
    action.self = true;
    action.words = {"hull", "internal"};
    append(action.words, step.words());
    action.environment = draft_.environment;
    action.salt = Hasher().field("configure 2").finish();
    action.outputs = {header};
    if (auto added = draft_.graph.add(std::move(action)); !added) {
      return std::unexpected(std::move(added).error().at(configure.output.span));
    }
    return {};
  }

  /// The template as in argv: a file of the package's tree, or one that stands beside a manifest outside of
  /// it.
  Result<std::string> template_path(const PackageNode& package, const manifest::Text& written) {
    for (const std::string* directory : {&package.package.root, &package.package.directory}) {
      const std::string absolute = path::normal(path::join(*directory, written.value));
      draft_.plan.looked_at.push_back(std::string(path::directory(absolute)));
      if (fs::is_file(absolute)) return draft_.layout.spelled(absolute);
    }
    return usage_error(fmt::format("template `{}` does not exist", printable(written.value)), written.span,
                       fmt::format("paths are relative to {}", printable(package.package.root)));
  }

  /// Adds the action that answers `probe`; gives the file with the answer.
  Result<engine::FileId> ask(const PackageNode& package, const Probe& probe, const std::string& directory) {
    const ProbeCommand command = probe_command(probe);
    const toolchain::Toolchain& tools = draft_.toolchain;
    const manifest::Profile& profile = draft_.request.profile;
    const std::string base = fmt::format("{}/{}", directory, probe.name);

    ProbeStep step;
    step.out = base + ".answer";
    step.source = base + (probe.cxx ? ".cc" : ".c");
    step.kind = probe_kind_name(probe.kind);
    step.object = base + (command.link ? ".out" : ".o");
    step.depfile = base + ".d";

    toolchain::UnitOptions options;
    options.language = probe.cxx ? Language::Cxx : Language::C;
    options.standard = probe.cxx ? package.package.standard : package.package.c_standard;
    // A question about a flag is answered by a warning about it.
    options.warnings = probe.kind == Probe::Kind::Flag ? manifest::Warnings::Default : manifest::Warnings::None;
    step.compiler = {probe.cxx ? tools.cxx.path : tools.cc.path};
    append(step.compiler, toolchain::compile_flags(tools, profile, options));
    auto search = std::make_shared<engine::SearchPath>();
    for (const ResolvedDependency& dependency : package.dependencies) {
      if (dependency.system == nullptr) continue;
      append(step.compiler, dependency.system->compile_flags);
      for (const std::string& include : dependency.system->includes) {
        append(step.compiler, {"-isystem", include});
        search->directories.push_back(include);
      }
    }
    append(search->directories, probe.cxx ? tools.cxx.system_includes : tools.cc.system_includes);
    append(step.compiler, probe.cxx ? tools.user_cxx_flags : tools.user_c_flags);
    append(step.compiler, command.flags);
    append(step.compiler, {"-MD", "-MF", step.depfile});
    if (!command.link) step.compiler.push_back("-c");
    append(step.compiler, {step.source, "-o", step.object});
    if (command.link) {
      append(step.compiler, toolchain::link_flags(tools, profile, toolchain::LinkKind::Executable));
      append(step.compiler, command.links);
      append(step.compiler, tools.user_link_flags);
    }

    engine::Action action;
    action.description = fmt::format("Probing {} {}", package.package.name, probe.name);
    action.self = true;
    action.words = {"hull", "internal"};
    append(action.words, step.words());
    action.environment = draft_.environment;
    action.salt = Hasher().field("probe 1").digest(tools.identity).finish();
    action.response_path = step.source;
    action.response = command.source;
    action.search = std::move(search);
    action.depfile = step.depfile;
    const engine::FileId answer = draft_.graph.file(step.out);
    action.outputs = {answer};
    if (auto added = draft_.graph.add(std::move(action)); !added) {
      return std::unexpected(std::move(added).error().at(probe.span));
    }
    return answer;
  }

  Draft& draft_;
};

}  // namespace

Result<void> plan_configures(Draft& draft) { return Configuration(draft).run(); }

}  // namespace hull::plan
