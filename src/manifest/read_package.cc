// [package], [workspace.package], and the small tables [safety], [image], [toolchain], [features].
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"

namespace hull::manifest {
namespace {

constexpr Choice<Warnings> kWarnings[] = {
    {"none", Warnings::None}, {"default", Warnings::Default}, {"error", Warnings::Error}};

/// The keys that [package] and [workspace.package] share.
void read_common(TableReader& table, Package& package) {
  Problems& problems = table.problems();
  if (auto version = table.text("version")) {
    package.version = version->value;
    if (!is_version(version->value)) {
      problems.add(table.at("version").value.place,
                   fmt::format("`{}` is not a version", printable(version->value)),
                   {"write three numbers: \"1.2.3\", with \"-beta.1\" after them for a pre-release"});
    }
  }
  package.standard = read_standard(table, "standard").value_or(package.standard);
  package.c_standard = read_standard(table, "c-standard").value_or(package.c_standard);
  package.license = table.string("license");
  package.description = table.string("description");
  package.homepage = table.string("homepage");
  package.repository = table.string("repository");
  package.readme = table.string("readme");
  package.authors = table.strings("authors");
  package.keywords = table.strings("keywords");
  package.warnings = table.choice<Warnings>("warnings", kWarnings, Warnings::Default);
}

/// What `key = { workspace = true }` stands for, or the value itself. A value that cannot be
/// inherited is noted and left out.
std::optional<Value> resolved(const Member& member, const std::optional<Inherited>& inherited,
                              Problems& problems) {
  const Member* workspace =
      member.value.kind == Value::Kind::Table ? member.value.find("workspace") : nullptr;
  if (!workspace) return member.value;
  if (workspace->value.kind != Value::Kind::Boolean || !workspace->value.boolean ||
      member.value.members.size() > 1) {
    problems.add(
        workspace->key_place,
        fmt::format("`{0}` is inherited by {0}.workspace = true and nothing more", printable(member.key)));
    return {};
  }
  if (!schema::kWorkspacePackage.knows(member.key)) {
    problems.add(member.key_place,
                 fmt::format("`{}` cannot be inherited from a workspace", printable(member.key)),
                 {fmt::format("write its value here: {} = ...", printable(member.key))});
    return {};
  }
  if (!inherited) {
    problems.add(
        member.key_place,
        fmt::format("`{}` asks for a workspace's value, but this package is in no workspace", member.key),
        {"add the package to `members` of a [workspace], or write the value here"});
    return {};
  }
  const Member* value = inherited->workspace->package.find(member.key);
  if (!value) {
    problems.add(member.key_place, fmt::format("the workspace has no `{}` to inherit", member.key),
                 {fmt::format("add it to [workspace.package] in {}", printable(inherited->manifest_path))});
    return {};
  }
  Value result = value->value;
  result.place = member.value.place;
  return result;
}

/// [package] with inherited values in place of `workspace = true`.
Value resolved_table(const Value& table, const std::optional<Inherited>& inherited, Problems& problems) {
  if (table.kind != Value::Kind::Table) return table;
  Value result;
  result.place = table.place;
  for (const Member& member : table.members) {
    if (!schema::kPackage.knows(member.key)) {
      result.members.push_back(member);
    } else if (auto value = resolved(member, inherited, problems)) {
      result.members.push_back({member.key, member.key_place, *std::move(value)});
    }
  }
  return result;
}

}  // namespace

void read_package(const Member& member, const std::optional<Inherited>& inherited, Problems& problems,
                  Manifest& manifest) {
  Value resolved = resolved_table(member.value, inherited, problems);
  TableReader table(resolved, member.value.place, schema::kPackage, problems);
  Package& package = manifest.package;
  package.span = problems.span(member.value.place);
  if (auto name = table.text("name")) {
    package.name = name->value;
    package.span = name->span;
    if (!is_package_name(name->value)) {
      problems.add(table.at("name").value.place,
                   fmt::format("`{}` is not the name of a package", printable(name->value)),
                   {"a name has lower-case letters, digits, `_` and `-`, and starts with a letter"});
    }
  } else if (!table.has("name") && member.value.kind == Value::Kind::Table && !member.value.find("name")) {
    table.missing("name", {"add name = \"...\""});
  }
  read_common(table, package);
  package.default_run = table.optional_string("default-run");
  manifest.root = table.text("root");
  manifest.automatic = {.lib = table.boolean("autolib", true),
                        .bins = table.boolean("autobins", true),
                        .tests = table.boolean("autotests", true),
                        .benches = table.boolean("autobenches", true),
                        .examples = table.boolean("autoexamples", true)};
}

void check_workspace_package(const Member& member, Problems& problems) {
  TableReader table(member, schema::kWorkspacePackage, problems);
  Package unused;
  read_common(table, unused);
}

std::optional<Safety> read_safety(TableReader& manifest) {
  static constexpr Choice<Safety::Level> kLevels[] = {
      {"deny", Safety::Level::Deny}, {"warn", Safety::Level::Warn}, {"allow", Safety::Level::Allow}};
  static constexpr Choice<bool> kProfiles[] = {{"default", false}, {"strict", true}};
  const Member* member = manifest.find("safety");
  if (!member) return {};
  TableReader table(*member, schema::kSafety, manifest.problems());
  Safety safety;
  safety.memory = table.choice<Safety::Level>("memory", kLevels, safety.memory);
  safety.threads = table.choice<Safety::Level>("threads", kLevels, safety.threads);
  safety.strict = table.choice<bool>("profile", kProfiles, false);
  safety.models = table.texts("models");
  return safety;
}

Image read_image(TableReader& manifest) {
  Image image;
  const Member* member = manifest.find("image");
  if (!member) return image;
  TableReader table(*member, schema::kImage, manifest.problems());
  const Member* size = table.find("max-size");
  if (!size) return image;
  if (size->value.kind == Value::Kind::Integer) {
    if (size->value.integer <= 0)
      table.problems().add(size->value.place, "`max-size` must be more than 0 bytes");
    else image.max_size = static_cast<std::uint64_t>(size->value.integer);
  } else if (auto text = table.text("max-size")) {
    image.max_size = parse_size(text->value);
    if (!image.max_size) {
      table.problems().add(size->value.place, fmt::format("`{}` is not a size", printable(text->value)),
                           {"write a number and a unit: \"10MB\", \"512KiB\""});
    }
  }
  return image;
}

ToolchainRequest read_toolchain(TableReader& manifest) {
  static constexpr std::string_view kStdlibs[] = {"libstdc++", "libc++"};
  static constexpr std::string_view kLinkers[] = {"lld", "bfd", "gold", "mold"};
  ToolchainRequest toolchain;
  const Member* member = manifest.find("toolchain");
  if (!member) return toolchain;
  TableReader table(*member, schema::kToolchain, manifest.problems());
  auto one_of = [&](std::string_view key, std::span<const std::string_view> known) {
    auto word = table.text(key);
    if (!word) return std::string();
    if (std::ranges::find(known, std::string_view(word->value)) == known.end()) {
      unknown_word(table.problems(), table.at(key).value.place, fmt::format("value of `{}`:", key),
                   word->value, known);
    }
    return word->value;
  };
  toolchain.span = manifest.problems().span(member->value.place);
  toolchain.cxx = table.string("cxx");
  toolchain.cc = table.string("cc");
  toolchain.stdlib = one_of("stdlib", kStdlibs);
  toolchain.linker = one_of("linker", kLinkers);
  return toolchain;
}

std::vector<Feature> read_features(TableReader& manifest) {
  std::vector<Feature> features;
  for (const Member& member : manifest.members("features")) {
    if (!is_feature_name(member.key)) {
      manifest.problems().add(
          member.key_place, fmt::format("`{}` cannot be the name of a feature", printable(member.key)),
          {"a name has letters, digits, `_`, `-`, `.` and `+`, and starts with a letter or digit"});
      continue;
    }
    Feature feature;
    feature.name = member.key;
    if (member.value.kind == Value::Kind::Table) {
      TableReader table(member, schema::kFeature, manifest.problems());
      feature.enables = table.texts("enables");
      feature.define = table.boolean("define", true);
    } else {
      feature.enables = read_texts(member.value, member.key, manifest.problems());
    }
    features.push_back(std::move(feature));
  }
  return features;
}

}  // namespace hull::manifest
