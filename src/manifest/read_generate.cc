// [[generate]] and [[configure]].
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"

namespace hull::manifest {
namespace {

struct ProbeKey {
  std::string_view key;
  Probe::Kind kind;
};
constexpr ProbeKey kProbeKeys[] = {{"header", Probe::Kind::Header},     {"symbol", Probe::Kind::Symbol},
                                   {"type", Probe::Kind::Type},         {"sizeof", Probe::Kind::Sizeof},
                                   {"compiles", Probe::Kind::Compiles}, {"links", Probe::Kind::Links},
                                   {"flag", Probe::Kind::Flag},         {"library", Probe::Kind::Library}};

Generate read_generate(const Value& value, Problems& problems) {
  TableReader table(value, value.place, schema::kGenerate, problems);
  Generate generate;
  generate.span = problems.span(value.place);
  generate.command = table.texts("command");
  generate.inputs = table.texts("inputs");
  generate.extra_inputs = table.texts("extra-inputs");
  generate.outputs = table.texts("outputs");
  generate.stdout_to = table.optional_string("stdout-to");
  generate.depfile = table.optional_string("depfile");
  generate.description = table.optional_string("description");
  generate.env = table.string_map("env");
  if (!table.has("command"))
    table.missing("command", {"write the program and its arguments: command = [\"protoc\", \"{in}\"]"});
  else if (generate.command.empty() && table.at("command").value.kind == Value::Kind::Array) {
    problems.add(table.at("command").value.place, "`command` names no program");
  }
  if (!table.has("outputs") && !generate.stdout_to) {
    table.missing("outputs", {"list what the command writes: outputs = [\"{stem}.pb.cc\"]"});
  }
  for (const Text& output : generate.outputs) {
    if (output.value.contains("{stem}") && generate.inputs.empty()) {
      problems.add({output.span.begin, output.span.end},
                   "{stem} is the name of an input, but there are no `inputs`");
    }
  }
  return generate;
}

/// A value of `[[configure]] values`: booleans as "1" and "", the rest as written.
std::string read_value(const Member& member, Problems& problems) {
  const Value& value = member.value;
  switch (value.kind) {
    case Value::Kind::String: return value.text;
    case Value::Kind::Integer: return fmt::format("{}", value.integer);
    case Value::Kind::Float: return fmt::format("{}", value.number);
    case Value::Kind::Boolean: return value.boolean ? "1" : "";
    default: wrong_type(problems, member.key, "a string, number or boolean", value);
  }
  return {};
}

Probe read_probe(const Member& member, Problems& problems) {
  static constexpr Choice<bool> kLanguages[] = {{"c", false}, {"c++", true}};
  TableReader table(member, schema::kProbe, problems);
  Probe probe;
  probe.name = member.key;
  probe.span = problems.span(member.key_place);
  if (!is_macro_name(probe.name)) {
    problems.add(member.key_place, fmt::format("`{}` is not the name of a macro", printable(probe.name)),
                 {"the answer of a probe becomes a macro of its name"});
  }
  std::string_view chosen;
  for (const ProbeKey& one : kProbeKeys) {
    const Member* question = table.find(one.key);
    if (!question) continue;
    if (!chosen.empty()) {
      problems.add(
          question->key_place,
          fmt::format("probe `{}` asks two questions: `{}` and `{}`", printable(probe.name), chosen, one.key),
          {"write a probe for each"});
      continue;
    }
    chosen = one.key;
    probe.kind = one.kind;
    probe.subject = table.string(one.key);
    if (probe.subject.empty() && question->value.kind == Value::Kind::String) {
      problems.add(question->value.place, fmt::format("`{}` is empty", one.key));
    }
  }
  if (chosen.empty() && !table.has_unknown() && member.value.kind == Value::Kind::Table) {
    problems.add(
        member.key_place, fmt::format("probe `{}` asks nothing", printable(probe.name)),
        {"write one of `header`, `symbol`, `type`, `sizeof`, `compiles`, `links`, `flag` or `library`"});
  }
  probe.headers = table.strings("headers");
  probe.links = table.strings("libraries");
  probe.flags = table.strings("flags");
  probe.cxx = table.choice<bool>("language", kLanguages, false);
  probe.language_written = table.has("language");
  return probe;
}

Configure read_configure(const Value& value, Problems& problems) {
  TableReader table(value, value.place, schema::kConfigure, problems);
  Configure configure;
  configure.span = problems.span(value.place);
  configure.template_file = table.text("template");
  if (auto output = table.text("output")) {
    configure.output = *output;
    std::string_view name = output->value;
    if (name.empty() || name.starts_with('/') || name == ".." || name.starts_with("../") ||
        name.contains("/../")) {
      problems.add(table.at("output").value.place,
                   "`output` must be a path below the directory of generated headers",
                   {"write the name by which sources include it: output = \"config.h\""});
    }
  } else if (!table.has("output")) {
    table.missing("output", {"write the name by which sources include it: output = \"config.h\""});
  }
  for (const Member& member : table.members("values"))
    configure.values[member.key] = read_value(member, problems);
  for (const Member& member : table.members("probes")) {
    configure.probes.push_back(read_probe(member, problems));
    if (configure.values.contains(member.key)) {
      problems.add(member.key_place, fmt::format("`{}` is both a value and a probe", printable(member.key)),
                   {"keep one of them"});
    }
  }
  return configure;
}

}  // namespace

std::vector<Generate> read_generates(TableReader& manifest) {
  std::vector<Generate> generates;
  for (const Value* value : manifest.tables("generate"))
    generates.push_back(read_generate(*value, manifest.problems()));
  return generates;
}

std::vector<Configure> read_configures(TableReader& manifest) {
  std::vector<Configure> configures;
  for (const Value* value : manifest.tables("configure")) {
    configures.push_back(read_configure(*value, manifest.problems()));
  }
  return configures;
}

}  // namespace hull::manifest
