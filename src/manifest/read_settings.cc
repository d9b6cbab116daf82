// Settings: what a compile or link of a target gets.
#include <fmt/format.h>

#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"

namespace hull::manifest {
namespace {

/// Notes a macro name that the preprocessor would not take. "F(x)" is one: a macro with parameters.
void check_macro(std::string_view name, const Place& place, Problems& problems) {
  if (is_macro_name(name.substr(0, name.find('(')))) return;
  problems.add(place, fmt::format("`{}` is not the name of a macro", printable(name)),
               {"a name has letters, digits and `_`, and does not start with a digit"});
}

void read_define(const Value& value, const Place& key_place, const std::string& name, Defines& defines,
                 Problems& problems) {
  check_macro(name, key_place, problems);
  switch (value.kind) {
    case Value::Kind::String: defines[name] = value.text; break;
    case Value::Kind::Integer: defines[name] = fmt::format("{}", value.integer); break;
    case Value::Kind::Float: defines[name] = fmt::format("{}", value.number); break;
    case Value::Kind::Boolean:
      if (value.boolean) defines[name] = "1";
      break;
    default: wrong_type(problems, name, "a string, number or boolean", value);
  }
}

}  // namespace

Defines read_defines(TableReader& table) {
  Defines defines;
  const Member* member = table.find("defines");
  if (!member) return defines;
  Problems& problems = table.problems();
  if (member->value.kind == Value::Kind::Table) {
    for (const Member& define : member->value.members) {
      read_define(define.value, define.key_place, define.key, defines, problems);
    }
    return defines;
  }
  if (member->value.kind != Value::Kind::Array) {
    wrong_type(problems, "defines", "a table or an array of strings", member->value);
    return defines;
  }
  for (const Value& element : member->value.elements) {
    if (element.kind != Value::Kind::String) {
      wrong_type(problems, "defines", "\"NAME\" or \"NAME=VALUE\"", element);
      continue;
    }
    std::string_view text = element.text;
    std::size_t equals = text.find('=');
    std::string name(text.substr(0, equals));
    if (name.starts_with("-D")) {
      problems.add(element.place, "`defines` takes names, not flags",
                   {fmt::format("write \"{}\"", printable(text.substr(2)))});
      continue;
    }
    check_macro(name, element.place, problems);
    if (equals == std::string_view::npos) defines[name] = "";
    // An empty value in Defines means none at all (-DX, which is 1); a blank keeps -DX= apart from it.
    else defines[name] = equals + 1 == text.size() ? " " : std::string(text.substr(equals + 1));
  }
  return defines;
}

Settings read_settings(TableReader& table) {
  Settings settings;
  settings.includes = table.texts("includes");
  settings.defines = read_defines(table);
  settings.flags = table.strings("flags");
  settings.c_flags = table.strings("c-flags");
  settings.cxx_flags = table.strings("cxx-flags");
  settings.link_flags = table.strings("link-flags");
  settings.links = table.texts("links");
  for (const Text& link : settings.links) {
    Place place{link.span.begin, link.span.end};
    if (link.value.starts_with("-l")) {
      table.problems().add(place, "`links` takes names of libraries, not flags",
                           {fmt::format("write \"{}\"", printable(link.value.substr(2)))});
    } else if (link.value.empty() || link.value.starts_with('-') || link.value.contains('/')) {
      table.problems().add(
          place, fmt::format("`{}` is not the name of a library", printable(link.value)),
          {"write the bare name, \"m\" for -lm; other arguments of the linker go into `link-flags`"});
    }
  }
  return settings;
}

Settings read_public(TableReader& table) {
  const Member* member = table.find("public");
  if (!member) return {};
  TableReader reader(*member, schema::kPublic, table.problems());
  return read_settings(reader);
}

}  // namespace hull::manifest
