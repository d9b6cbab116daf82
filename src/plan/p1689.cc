#include "plan/p1689.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace hull::plan {
namespace {

using Json = nlohmann::json;

/// The member of an object, or nullptr.
const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

/// The name of a module as it will stand in a command line and in a file with one path per line.
Result<std::string> logical_name(const Json& entry) {
  const Json* name = member(entry, "logical-name");
  if (name == nullptr || !name->is_string()) return fail("an entry has no logical-name");
  const auto& text = name->get_ref<const std::string&>();
  if (text.empty()) return fail("an entry has an empty logical-name");
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) return fail("a logical-name has control characters");
  }
  return text;
}

Result<void> read_rule(const Json& rule, ScannedUnit& unit) {
  if (!rule.is_object()) return fail("a rule is no object");
  if (const Json* provides = member(rule, "provides")) {
    if (!provides->is_array()) return fail("`provides` is no array");
    for (const Json& entry : *provides) {
      HULL_TRY(auto name, logical_name(entry));
      const Json* is_interface = member(entry, "is-interface");
      if (is_interface != nullptr && !is_interface->is_boolean()) return fail("`is-interface` is no boolean");
      unit.provided.push_back({std::move(name), is_interface == nullptr || is_interface->get<bool>()});
    }
  }
  if (const Json* requires_ = member(rule, "requires")) {
    if (!requires_->is_array()) return fail("`requires` is no array");
    for (const Json& entry : *requires_) {
      HULL_TRY(auto name, logical_name(entry));
      const Json* lookup = member(entry, "lookup-method");
      if (lookup != nullptr && !lookup->is_string()) return fail("`lookup-method` is no string");
      const bool header = lookup != nullptr && lookup->get_ref<const std::string&>() != "by-name";
      unit.required.push_back({std::move(name), header});
    }
  }
  return {};
}

}  // namespace

Result<ScannedUnit> parse_p1689(std::string_view text) {
  const Json document = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded()) return fail("it is not JSON");
  const Json* version = member(document, "version");
  if (version == nullptr || !version->is_number_integer()) return fail("it has no version");
  if (const auto number = version->get<std::int64_t>(); number < 0 || number > 1) {
    return fail(fmt::format("it has version {}, but this hull reads 0 and 1", number));
  }
  const Json* rules = member(document, "rules");
  if (rules == nullptr || !rules->is_array()) return fail("it has no rules");
  ScannedUnit unit;
  for (const Json& rule : *rules) HULL_CHECK(read_rule(rule, unit));
  return unit;
}

}  // namespace hull::plan
