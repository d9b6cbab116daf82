// [dependencies], [dev-dependencies] and [workspace.dependencies].
//
// The kind of a source is decided by which of a few keys is written; exactly one must be.
#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"

namespace hull::manifest {
namespace {

constexpr std::string_view kSourceKeys[] = {"path", "system", "git", "archive", "debian"};

Place place_of(const Span& span) { return {span.begin, span.end}; }

void check_requirement(const Text& requirement, std::string_view name, Problems& problems) {
  if (is_requirement(requirement.value)) return;
  std::vector<std::string> help = {"write \"1.2\", \">=1.2, <2\", \"=1.2.3\" or \"*\""};
  if (requirement.value.contains('/')) {
    help = {
        fmt::format("a directory is written {} = {{ path = \"{}\" }}", name, printable(requirement.value))};
  }
  problems.add(place_of(requirement.span),
               fmt::format("`{}` is not a version requirement", printable(requirement.value)),
               std::move(help));
}

/// Notes keys that say more about a source of another kind.
void check_belongs(TableReader& table, std::string_view source,
                   std::initializer_list<std::string_view> keys) {
  if (table.has(source)) return;
  for (std::string_view key : keys) {
    if (const Member* member = table.find(key)) {
      table.problems().add(member->key_place,
                           fmt::format("`{}` goes with `{}`, which is missing here", key, source));
    }
  }
}

GitSource read_git(TableReader& table) {
  GitSource git;
  git.url = table.text("git").value_or(Text{});
  git.tag = table.optional_string("tag");
  git.branch = table.optional_string("branch");
  git.rev = table.optional_string("rev");
  std::string_view first;
  for (std::string_view key : {"tag", "branch", "rev"}) {
    if (!table.has(key)) continue;
    if (!first.empty()) {
      table.problems().add(table.at(key).key_place,
                           fmt::format("`{}` and `{}` exclude each other", first, key),
                           {"keep the one that names the commit you want"});
    }
    first = key;
  }
  return git;
}

ArchiveSource read_archive(TableReader& table) {
  static constexpr std::string_view kBuilds[] = {"hull", "cmake", "meson", "autoconf", "make"};
  Problems& problems = table.problems();
  ArchiveSource archive;
  archive.url = table.text("archive").value_or(Text{});
  archive.sha256 = table.string("sha256");
  bool hex = archive.sha256.size() == 64 && std::ranges::all_of(archive.sha256, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
             });
  if (table.has("sha256") && !hex) {
    problems.add(table.at("sha256").value.place, "`sha256` must be 64 hexadecimal digits in lower case",
                 {"sha256sum prints it"});
  }
  archive.build = table.string("build");
  if (!archive.build.empty() &&
      std::ranges::find(kBuilds, std::string_view(archive.build)) == std::end(kBuilds)) {
    unknown_word(problems, table.at("build").value.place, "build system", archive.build, kBuilds);
  }
  for (const Member& option : table.members("options")) {
    switch (option.value.kind) {
      case Value::Kind::Boolean: archive.options[option.key] = option.value.boolean ? "ON" : "OFF"; break;
      case Value::Kind::Integer: archive.options[option.key] = fmt::format("{}", option.value.integer); break;
      default: archive.options[option.key] = read_string(option.value, option.key, problems);
    }
  }
  return archive;
}

SystemSource read_system(TableReader& table) {
  SystemSource system;
  const Value& value = table.at("system").value;
  if (value.kind == Value::Kind::String) {
    system.modules.push_back({value.text, table.problems().span(value.place)});
  } else if (value.kind == Value::Kind::Array) {
    system.modules = table.texts("system");
  } else {
    wrong_type(table.problems(), "system", "a string or an array of strings", value);
  }
  if (system.modules.empty() && value.kind == Value::Kind::Array) {
    table.problems().add(value.place, "`system` names no module",
                         {"write the name of a pkg-config module, or of a tool such as \"llvm-config-19\""});
  }
  return system;
}

/// The source that `table` names. Notes none, and more than one.
DependencySource read_source(TableReader& table, const std::string& name, const DependencyContext& context) {
  Problems& problems = table.problems();
  std::string_view chosen;
  for (std::string_view key : kSourceKeys) {
    if (!table.has(key)) continue;
    if (!chosen.empty()) {
      problems.add(
          table.at(key).key_place,
          fmt::format("dependency `{}` has two sources: `{}` and `{}`", printable(name), chosen, key),
          {"keep one of them"});
    } else {
      chosen = key;
    }
  }
  check_belongs(table, "git", {"tag", "branch", "rev"});
  check_belongs(table, "archive", {"sha256", "build", "options"});
  check_belongs(table, "system", {"static"});
  if (chosen == "system") return read_system(table);
  if (chosen == "git") return read_git(table);
  if (chosen == "archive") return read_archive(table);
  if (chosen == "debian") return DebianSource{table.text("debian").value_or(Text{})};
  if (chosen == "path") {
    PathSource source{table.text("path").value_or(Text{})};
    if (context.absolute_paths)
      source.path.value = path::normal(path::join(context.directory, source.path.value));
    return source;
  }
  if (!table.has("version") && !table.has_unknown()) {
    problems.add(table.place(),
                 fmt::format("dependency `{}` does not say where it comes from", printable(name)),
                 {"write one of `path`, `system`, `git`, `archive`, `debian` or `version`"});
  }
  return RegistrySource{table.text("version").value_or(Text{})};
}

/// The keys that a dependency has besides its source.
void read_use(TableReader& table, Dependency& dependency) {
  for (Text& feature : table.texts("features")) dependency.features.push_back(std::move(feature));
  dependency.default_features = table.boolean("default-features", dependency.default_features);
  dependency.optional = table.boolean("optional", dependency.optional);
  dependency.exported = table.boolean("public", dependency.exported);
  if (table.has("libs")) dependency.libs = table.texts("libs");
  if (table.has("static")) dependency.static_link = table.boolean("static", false);
}

/// `name = { workspace = true, ... }`: the workspace's dependency with what is added here.
std::optional<Dependency> inherited_dependency(const Member& member, const DependencyContext& context,
                                               Problems& problems) {
  TableReader table(member, schema::kInheritedDependency, problems);
  if (!context.inherited) {
    problems.add(member.value.at("workspace").key_place,
                 "[workspace.dependencies] cannot inherit from itself");
    return {};
  }
  if (!table.boolean("workspace", true)) {
    problems.add(member.value.at("workspace").value.place, "`workspace` can only be true",
                 {"leave it out to say here where the dependency comes from"});
    return {};
  }
  if (!*context.inherited) {
    problems.add(
        member.value.at("workspace").key_place,
        fmt::format("`{}` asks for a workspace's dependency, but this package is in no workspace",
                    printable(member.key)),
        {"add the package to `members` of a [workspace], or say here where the dependency comes from"});
    return {};
  }
  const Inherited& inherited = **context.inherited;
  const auto& known = inherited.workspace->dependencies;
  auto found = std::ranges::find(known, member.key, &Dependency::name);
  if (found == known.end()) {
    std::vector<std::string_view> names;
    for (const Dependency& one : known) names.push_back(one.name);
    auto meant = did_you_mean(member.key, names);
    problems.add(member.key_place,
                 fmt::format("the workspace has no dependency `{}` to inherit", printable(member.key)),
                 {meant ? fmt::format("did you mean `{}`?", *meant)
                        : fmt::format("add it to [workspace.dependencies] in {}",
                                      printable(inherited.manifest_path))});
    return {};
  }
  Dependency dependency = *found;
  dependency.span = problems.span(member.key_place);
  read_use(table, dependency);
  return dependency;
}

std::optional<Dependency> read_dependency(const Member& member, const DependencyContext& context,
                                          Problems& problems) {
  if (!is_feature_name(member.key)) {
    problems.add(member.key_place,
                 fmt::format("`{}` cannot be the name of a dependency", printable(member.key)),
                 {"a name has letters, digits, `_`, `-`, `.` and `+`, and starts with a letter or digit"});
    return {};
  }
  if (member.value.kind == Value::Kind::Table && member.value.find("workspace")) {
    return inherited_dependency(member, context, problems);
  }
  Dependency dependency;
  dependency.name = member.key;
  dependency.span = problems.span(member.key_place);
  if (member.value.kind == Value::Kind::String) {
    Text requirement{member.value.text, problems.span(member.value.place)};
    check_requirement(requirement, member.key, problems);
    dependency.source = RegistrySource{std::move(requirement)};
    return dependency;
  }
  if (member.value.kind != Value::Kind::Table) {
    wrong_type(problems, member.key, "a version or a table", member.value);
    return {};
  }
  TableReader table(member, schema::kDependency, problems);
  dependency.source = read_source(table, member.key, context);
  dependency.version = table.text("version");
  if (dependency.version) check_requirement(*dependency.version, member.key, problems);
  dependency.package = table.optional_string("package");
  if (dependency.package && !is_package_name(*dependency.package)) {
    problems.add(table.at("package").value.place,
                 fmt::format("`{}` is not the name of a package", printable(*dependency.package)));
  }
  read_use(table, dependency);
  return dependency;
}

}  // namespace

std::vector<Dependency> read_dependencies(TableReader& table, std::string_view key,
                                          const DependencyContext& context) {
  std::vector<Dependency> dependencies;
  for (const Member& member : table.members(key)) {
    if (auto dependency = read_dependency(member, context, table.problems())) {
      dependencies.push_back(*std::move(dependency));
    }
  }
  return dependencies;
}

}  // namespace hull::manifest
