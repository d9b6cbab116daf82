#include "tool/metadata.h"

#include <nlohmann/json.hpp>

#include "base/path.h"
#include "manifest/features.h"

namespace hull::tool {
namespace {

using Json = nlohmann::ordered_json;
using manifest::LibKind;
using manifest::TargetKind;

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

Json texts(const std::vector<manifest::Text>& list) {
  Json array = Json::array();
  for (const manifest::Text& text : list) array.push_back(text.value);
  return array;
}

Json source_json(const manifest::DependencySource& source) {
  return std::visit(
      Overloaded{
          [](const manifest::PathSource& s) { return Json({{"kind", "path"}, {"path", s.path.value}}); },
          [](const manifest::SystemSource& s) {
            return Json({{"kind", "system"}, {"modules", texts(s.modules)}, {"hermetic", false}});
          },
          [](const manifest::RegistrySource& s) {
            return Json({{"kind", "registry"}, {"requirement", s.requirement.value}});
          },
          [](const manifest::GitSource& s) { return Json({{"kind", "git"}, {"url", s.url.value}}); },
          [](const manifest::ArchiveSource& s) { return Json({{"kind", "archive"}, {"url", s.url.value}}); },
          [](const manifest::DebianSource& s) {
            return Json({{"kind", "debian"}, {"package", s.package.value}});
          },
      },
      source);
}

Json dependencies_json(const std::vector<manifest::Dependency>& dependencies, std::string_view kind) {
  Json array = Json::array();
  for (const manifest::Dependency& dependency : dependencies) {
    array.push_back({{"name", dependency.name},
                     {"package", dependency.package.value_or(dependency.name)},
                     {"for", kind},
                     {"source", source_json(dependency.source)},
                     {"features", texts(dependency.features)},
                     {"default_features", dependency.default_features},
                     {"optional", dependency.optional},
                     {"public", dependency.exported}});
  }
  return array;
}

Json package_json(const manifest::Package& package) {
  Json dependencies = dependencies_json(package.dependencies, "build");
  for (Json& dependency : dependencies_json(package.dev_dependencies, "dev"))
    dependencies.push_back(dependency);
  Json features = Json::object(), macros = Json::object();
  for (const manifest::Feature& feature : package.features) {
    features[feature.name] = texts(feature.enables);
    if (auto macro = manifest::feature_macro(package, feature.name)) macros[feature.name] = *macro;
  }
  return {{"name", package.name},
          {"version", package.version},
          {"manifest_path", package.manifest_path},
          {"root", package.root},
          {"member", package.member},
          {"standard", package.standard},
          {"c_standard", package.c_standard},
          {"license", package.license},
          {"description", package.description},
          {"homepage", package.homepage},
          {"repository", package.repository},
          {"dependencies", dependencies},
          {"features", features},
          {"feature_macros", macros}};
}

Json unit_json(const plan::CompileCommand& command, const engine::ActionGraph& graph) {
  const engine::Action& action = graph[command.action];
  Json arguments = Json::array();
  if (action.common) {
    for (const std::string& word : action.common->words) arguments.push_back(word);
  }
  for (const std::string& word : action.words) arguments.push_back(word);
  return {{"file", command.file}, {"output", command.output}, {"arguments", std::move(arguments)}};
}

Json target_json(const plan::PlannedTarget& target, const MetadataFacts& facts) {
  Json links = Json::array();
  for (const std::size_t index : target.links) {
    const plan::PlannedTarget& library = facts.plan.targets[index];
    links.push_back(
        {{"package", facts.workspace.packages[library.package].name}, {"name", library.target.name}});
  }
  return {{"package", facts.workspace.packages[target.package].name},
          {"name", target.target.name},
          {"kind", kind_name(target.target)},
          {"output",
           target.output.empty() ? Json(nullptr) : Json(path::join(facts.workspace.root, target.output))},
          {"wanted", target.wanted},
          {"tests_only", target.target.tests_only},
          {"program", target.target.program ? Json(target.target.program->value) : Json(nullptr)},
          {"parallel", target.target.parallel},
          {"sources", target.sources},
          {"links", std::move(links)}};
}

}  // namespace

std::string_view kind_name(const manifest::Target& target) {
  switch (target.kind) {
    case TargetKind::Bin:
      return "bin";
    case TargetKind::Test:
      return "test";
    case TargetKind::Bench:
      return "bench";
    case TargetKind::Example:
      return "example";
    case TargetKind::Lib:
      break;
  }
  switch (target.lib_kind) {
    case LibKind::Static:
      break;
    case LibKind::Shared:
      return "shared";
    case LibKind::Object:
      return "object";
    case LibKind::HeaderOnly:
      return "header-only";
    case LibKind::Plugin:
      return "plugin";
  }
  return "lib";
}

std::string metadata_json(const MetadataFacts& facts) {
  Json packages = Json::array();
  for (const manifest::Package& package : facts.workspace.packages) packages.push_back(package_json(package));
  Json targets = Json::array();
  for (const plan::PlannedTarget& target : facts.plan.targets) targets.push_back(target_json(target, facts));
  Json units = Json::array();
  for (const plan::CompileCommand& command : facts.plan.commands)
    units.push_back(unit_json(command, facts.graph));
  const toolchain::Toolchain& toolchain = facts.toolchain;
  const Json document = {
      {"version", 1},
      {"workspace_root", facts.workspace.root},
      {"target_directory", facts.target_directory},
      {"profile", facts.profile.name},
      {"toolchain",
       {{"cxx", toolchain.cxx.path},
        {"cc", toolchain.cc.path},
        {"version", toolchain.cxx.version},
        {"target", toolchain.target},
        {"stdlib", toolchain.stdlib},
        {"linker", toolchain.linker},
        {"identity", toolchain.identity.hex()}}},
      {"packages", std::move(packages)},
      {"targets", std::move(targets)},
      {"units", std::move(units)},
  };
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hull::tool
