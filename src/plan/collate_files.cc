// The files of a collation: the request, modules.json, and reading and writing them all.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/file_system.h"
#include "base/text.h"
#include "plan/collate.h"

namespace hull::plan {
namespace {

using Json = nlohmann::json;

/// The fields of a request, each ended by a NUL: file names may hold anything else.
class Fields {
 public:
  explicit Fields(std::string_view text) : rest_(text) {}

  Result<std::string> next() {
    const std::size_t end = rest_.find('\0');
    if (end == std::string_view::npos)
      return fail("the request of a module collation is cut off", ErrorKind::Bug);
    std::string field(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return field;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

void put(std::string& text, std::initializer_list<std::string_view> fields) {
  for (const std::string_view field : fields) {
    text += field;
    text += '\0';
  }
}

Result<std::string> text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return fail(fmt::format("a module has no `{}`", key));
  return found->get<std::string>();
}

}  // namespace

std::string CollateRequest::encode() const {
  std::string text;
  put(text, {package, standard, modules_file, std_bmi, std_compat_bmi});
  for (const Unit& unit : units)
    put(text, {"unit", unit.source, unit.scan, unit.modmap, unit.modinputs, unit.bmi});
  for (const Library& library : libraries)
    put(text, {library.visible ? "visible" : "hidden", library.modules_file});
  return text;
}

Result<CollateRequest> CollateRequest::decode(std::string_view text) {
  CollateRequest request;
  Fields fields(text);
  HULL_TRY(request.package, fields.next());
  HULL_TRY(request.standard, fields.next());
  HULL_TRY(request.modules_file, fields.next());
  HULL_TRY(request.std_bmi, fields.next());
  HULL_TRY(request.std_compat_bmi, fields.next());
  while (!fields.at_end()) {
    HULL_TRY(const std::string kind, fields.next());
    if (kind == "unit") {
      Unit& unit = request.units.emplace_back();
      HULL_TRY(unit.source, fields.next());
      HULL_TRY(unit.scan, fields.next());
      HULL_TRY(unit.modmap, fields.next());
      HULL_TRY(unit.modinputs, fields.next());
      HULL_TRY(unit.bmi, fields.next());
    } else if (kind == "visible" || kind == "hidden") {
      Library& library = request.libraries.emplace_back();
      library.visible = kind == "visible";
      HULL_TRY(library.modules_file, fields.next());
    } else {
      return fail(fmt::format("the request of a module collation has an unknown field `{}`", printable(kind)),
                  ErrorKind::Bug);
    }
  }
  return request;
}

std::string modules_json(const std::vector<ProvidedModule>& modules) {
  Json list = Json::array();
  for (const ProvidedModule& module : modules) {
    Json closure = Json::array();
    for (const auto& [name, bmi] : module.closure) closure.push_back({name, bmi});
    list.push_back({{"name", module.name},
                    {"bmi", module.bmi},
                    {"source", module.source},
                    {"package", module.package},
                    {"standard", module.standard},
                    {"closure", std::move(closure)}});
  }
  // A file name need not be UTF-8; one that is not comes back with replacement characters, and its BMI is
  // then reported missing by the engine.
  return Json{{"version", 1}, {"modules", std::move(list)}}.dump(1, ' ', false,
                                                                 Json::error_handler_t::replace) +
         "\n";
}

Result<std::vector<ProvidedModule>> parse_modules_json(std::string_view text) {
  const Json document = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded() || !document.is_object() || !document.contains("modules") ||
      !document["modules"].is_array()) {
    return fail("it does not list modules");
  }
  std::vector<ProvidedModule> modules;
  for (const Json& entry : document["modules"]) {
    if (!entry.is_object()) return fail("a module is no object");
    ProvidedModule& module = modules.emplace_back();
    HULL_TRY(module.name, text_of(entry, "name"));
    HULL_TRY(module.bmi, text_of(entry, "bmi"));
    HULL_TRY(module.source, text_of(entry, "source"));
    HULL_TRY(module.package, text_of(entry, "package"));
    HULL_TRY(module.standard, text_of(entry, "standard"));
    const auto closure = entry.find("closure");
    if (closure == entry.end() || !closure->is_array()) return fail("a module has no `closure`");
    for (const Json& pair : *closure) {
      if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
        return fail("an entry of `closure` is no pair");
      }
      module.closure.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
    }
  }
  return modules;
}

Result<void> run_collate(const std::string& path) {
  HULL_TRY(const std::string text, fs::read(path));
  HULL_TRY(const CollateRequest request, CollateRequest::decode(text));
  std::vector<ScannedUnit> units;
  for (const CollateRequest::Unit& unit : request.units) {
    HULL_TRY(const std::string scan, fs::read(unit.scan));
    auto parsed = parse_p1689(scan);
    if (!parsed)
      return std::unexpected(std::move(parsed).error().during(fmt::format("while reading {}", unit.scan)));
    units.push_back(std::move(*parsed));
  }
  std::vector<std::vector<ProvidedModule>> libraries;
  for (const CollateRequest::Library& library : request.libraries) {
    HULL_TRY(const std::string json, fs::read(library.modules_file));
    auto parsed = parse_modules_json(json);
    if (!parsed) {
      return std::unexpected(
          std::move(parsed).error().during(fmt::format("while reading {}", library.modules_file)));
    }
    libraries.push_back(std::move(*parsed));
  }
  HULL_TRY(const Collation collation, collate(request, units, libraries));
  for (std::size_t u = 0; u < request.units.size(); ++u) {
    HULL_CHECK(fs::write(request.units[u].modmap, collation.units[u].modmap));
    HULL_CHECK(fs::write(request.units[u].modinputs, collation.units[u].modinputs));
  }
  return fs::write(request.modules_file, modules_json(collation.provided));
}

}  // namespace hull::plan
