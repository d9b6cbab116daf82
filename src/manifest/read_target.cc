// [lib], [[bin]], [[test]], [[bench]] and [[example]], and their conditional forms.
#include <fmt/format.h>

#include <algorithm>

#include "base/glob.h"
#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"

namespace hull::manifest {
namespace {

constexpr Choice<LibKind> kLibKinds[] = {{"static", LibKind::Static},
                                         {"shared", LibKind::Shared},
                                         {"object", LibKind::Object},
                                         {"header-only", LibKind::HeaderOnly},
                                         {"plugin", LibKind::Plugin}};

const TableSchema& target_schema(TargetKind kind) {
  switch (kind) {
    case TargetKind::Lib: return schema::kLib;
    case TargetKind::Bin: return schema::kBin;
    case TargetKind::Test: return schema::kTest;
    case TargetKind::Bench: return schema::kBench;
    case TargetKind::Example: break;
  }
  return schema::kExample;
}

/// `each`: no name, and `sources` of which no pattern stands for files that are not there yet.
void check_each(TableReader& table, const Target& target) {
  Problems& problems = table.problems();
  if (const Member* name = table.find("name")) {
    problems.add(name->key_place, "programs of a table with `each` are called like their sources",
                 {"leave out `name`, or `each`"});
  }
  if (!table.has("sources")) {
    problems.add(table.at("each").key_place,
                 "`each` makes a program of every source, but there are no `sources`",
                 {"write sources = [\"tests/*.cc\"], or leave out `each`"});
  }
  for (const Text& source : target.sources) {
    if (!source.value.starts_with("{out}/") || !is_glob(source.value.substr(5))) continue;
    problems.add(
        {source.span.begin, source.span.end},
        fmt::format("`{}` cannot name programs: what is generated is not known yet", printable(source.value)),
        {"name every source: \"{out}/x.cc\""});
  }
}

void read_name(TableReader& table, TargetKind kind, std::string_view package, Target& target) {
  auto name = table.text("name");
  if (name) {
    target.name = name->value;
    if (!is_target_name(name->value)) {
      table.problems().add(
          table.at("name").value.place,
          fmt::format("`{}` cannot be the name of a target", printable(name->value)),
          {"a name has letters, digits, `_`, `-`, `.` and `+`, and starts with a letter or digit"});
    }
  } else if (target.tests_only) {
    table.missing("name",
                  {"add name = \"...\": without one it would be the library called like the package"});
  } else if (kind == TargetKind::Lib || kind == TargetKind::Bin) {
    target.name = package;
  } else if (!table.has("name")) {
    table.missing("name", {fmt::format("add name = \"...\": the {} program is called so", target_key(kind))});
  }
}

/// `program`: nothing is compiled, so nothing may say how.
void check_program(TableReader& table) {
  for (const std::string_view key : {"each", "sources", "exclude", "includes", "defines", "flags", "c-flags",
                                     "cxx-flags", "link-flags", "links", "uses", "standard", "c-standard"}) {
    const Member* member = table.find(key);
    if (!member) continue;
    table.problems().add(member->key_place, fmt::format("`{}` has no meaning beside `program`", key),
                         {"the test runs a program that another table describes: leave out one of the two"});
  }
}

void read_test(TableReader& table, Target& target) {
  target.args = table.strings("args");
  target.env = table.string_map("env");
  target.working_directory = table.optional_string("working-directory");
  target.timeout = table.number("timeout");
  target.harness = table.boolean("harness", true);
  target.parallel = table.boolean("parallel", true);
  target.program = table.text("program");
  if (target.program) check_program(table);
  if (target.timeout && !(*target.timeout >= 0)) {
    table.problems().add(table.at("timeout").value.place, "`timeout` cannot be negative; 0 means none");
  }
}

void read_soversion(TableReader& table, Target& target) {
  target.soversion = table.optional_string("soversion");
  if (!target.soversion) return;
  Problems& problems = table.problems();
  if (target.lib_kind != LibKind::Shared) {
    problems.add(table.at("soversion").key_place, "only a library of kind \"shared\" has a `soversion`",
                 {"choose kind = \"shared\", or leave it out"});
  }
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+~-";
  if (target.soversion->find_first_not_of(kAllowed) != std::string::npos) {
    problems.add(
        table.at("soversion").value.place,
        fmt::format("`{}` cannot stand in a soname", printable(*target.soversion)),
        {"write a number, such as \"2\": it goes up when programs linked before would not work any more"});
  }
}

WrittenTarget read_target(const Value& value, TargetKind kind, std::string_view package, Problems& problems) {
  TableReader table(value, value.place, target_schema(kind), problems);
  WrittenTarget written;
  Target& target = written.target;
  target.kind = kind;
  target.span = problems.span(table.place());
  if (kind == TargetKind::Lib) target.tests_only = table.boolean("test", false);
  if (table.schema().knows("each")) written.each = table.boolean("each", false);
  if (!written.each) read_name(table, kind, package, target);
  target.sources = table.texts("sources");
  if (written.each) check_each(table, target);
  target.exclude = table.texts("exclude");
  target.own = read_settings(table);
  target.standard = read_standard(table, "standard");
  target.c_standard = read_standard(table, "c-standard");
  target.required_features = table.texts("required-features");
  if (table.has("uses")) target.uses = table.texts("uses");
  written.has_sources = table.has("sources");
  written.has_includes = table.has("includes");
  if (kind == TargetKind::Lib) {
    target.lib_kind = table.choice<LibKind>("kind", kLibKinds, LibKind::Static);
    read_soversion(table, target);
    target.headers = table.texts("headers");
    target.exported = read_public(table);
    written.has_kind = table.has("kind");
    written.has_headers = table.has("headers");
    const Member* exported = table.find("public");
    written.has_public_includes = exported && exported->value.find("includes");
    if (written.has_kind && target.lib_kind == LibKind::HeaderOnly && !target.sources.empty()) {
      problems.add(table.at("sources").value.place, "a library of kind \"header-only\" has no sources",
                   {"leave out `sources`, or choose kind = \"static\""});
    }
    if (target.tests_only && target.lib_kind == LibKind::Plugin) {
      problems.add(table.at("test").key_place,
                   "a plugin cannot be for tests only: no test links it, so none would build it",
                   {"leave out `test`, or choose kind = \"shared\""});
    }
  }
  if (kind == TargetKind::Test) read_test(table, target);
  return written;
}

}  // namespace

std::string_view target_key(TargetKind kind) {
  switch (kind) {
    case TargetKind::Lib: return "lib";
    case TargetKind::Bin: return "bin";
    case TargetKind::Test: return "test";
    case TargetKind::Bench: return "bench";
    case TargetKind::Example: break;
  }
  return "example";
}

std::span<const TargetKind> target_kinds() {
  static constexpr TargetKind kKinds[] = {TargetKind::Lib, TargetKind::Bin, TargetKind::Test,
                                          TargetKind::Bench, TargetKind::Example};
  return kKinds;
}

std::vector<WrittenTarget> read_targets(TableReader& manifest, TargetKind kind, std::string_view package) {
  std::vector<WrittenTarget> targets;
  Problems& problems = manifest.problems();
  for (const Value* value : manifest.tables(target_key(kind))) {
    WrittenTarget written = read_target(*value, kind, package, problems);
    const Target& target = written.target;
    auto same =
        std::ranges::find(targets, target.name, [](const WrittenTarget& other) { return other.target.name; });
    if (same != targets.end() && !target.name.empty()) {
      const Member* name = value->find("name");
      problems.add(name ? name->value.place : value->place,
                   fmt::format("two {} targets are called `{}`", target_key(kind), printable(target.name)),
                   {fmt::format("the other one is at line {}", same->target.span.begin.line),
                    "give each a `name` of its own"});
      continue;
    }
    targets.push_back(std::move(written));
  }
  return targets;
}

std::vector<Conditional::Overlay> read_overlays(TableReader& conditional, TargetKind kind) {
  std::vector<Conditional::Overlay> overlays;
  for (const Value* value : conditional.tables(target_key(kind))) {
    TableReader table(*value, value->place, schema::kOverlay, conditional.problems());
    Conditional::Overlay overlay;
    overlay.kind = kind;
    overlay.span =
        conditional.problems().span(table.has("name") ? table.at("name").value.place : value->place);
    overlay.target = table.string("name");
    overlay.sources = table.texts("sources");
    overlay.exclude = table.texts("exclude");
    overlay.own = read_settings(table);
    overlay.exported = read_public(table);
    if (kind != TargetKind::Lib && table.has("public")) {
      conditional.problems().add(
          table.at("public").key_place,
          fmt::format("`public` has no meaning for a {}: nothing depends on it", target_key(kind)));
    }
    overlays.push_back(std::move(overlay));
  }
  return overlays;
}

}  // namespace hull::manifest
