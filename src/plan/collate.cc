#include "plan/collate.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/path.h"
#include "base/text.h"

namespace hull::plan {
namespace {

std::unexpected<Error> wrong(std::string message, std::string help = {}) {
  Error error{
      .message = std::move(message), .kind = ErrorKind::Failure, .span = {}, .help = {}, .contexts = {}};
  if (!help.empty()) error.help.push_back(std::move(help));
  return std::unexpected(std::move(error));
}

/// A word of a response file as clang and gcc read it (GNU rules).
std::string response_word(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c == '\\' || c == '"' || c == '\'' || c == ' ' || c == '\t' || c == '\n') result += '\\';
    result += c;
  }
  return result;
}

bool is_std(std::string_view name) { return name == "std" || name == "std.compat"; }

class Collator {
 public:
  Collator(const CollateRequest& request, const std::vector<ScannedUnit>& units,
           const std::vector<std::vector<ProvidedModule>>& libraries)
      : request_(request), units_(units), libraries_(libraries) {}

  Result<Collation> run() {
    HULL_CHECK(add_libraries());
    for (std::size_t u = 0; u < units_.size(); ++u) HULL_CHECK(add_own(u));
    for (std::size_t u = 0; u < units_.size(); ++u) HULL_CHECK(check_forms(u));

    Collation result;
    closures_.resize(units_.size());
    states_.assign(units_.size(), State::New);
    for (std::size_t u = 0; u < units_.size(); ++u) {
      HULL_TRY(const Closure* closure, closure_of(u));
      Collation::Unit& unit = result.units.emplace_back();
      for (const auto& [name, bmi] : *closure) {
        unit.modmap += response_word(fmt::format("-fmodule-file={}={}", name, bmi)) + "\n";
        unit.modinputs += bmi + "\n";
      }
    }
    for (const auto& [name, u] : own_) {
      result.provided.push_back({.name = std::string(name),
                                 .bmi = request_.units[u].bmi,
                                 .source = request_.units[u].source,
                                 .package = request_.package,
                                 .standard = request_.standard,
                                 .closure = {closures_[u].begin(), closures_[u].end()}});
    }
    return result;
  }

 private:
  using Closure = std::map<std::string, std::string>;  ///< Module name -> BMI.

  /// A module of a library below.
  struct Foreign {
    const ProvidedModule* module;
    bool visible;
  };

  Result<void> add_libraries() {
    for (std::size_t l = 0; l < libraries_.size(); ++l) {
      for (const ProvidedModule& module : libraries_[l]) {
        const auto [place, added] =
            foreign_.try_emplace(module.name, Foreign{&module, request_.libraries[l].visible});
        if (!added && place->second.module->bmi != module.bmi) {
          return twice(module.name, *place->second.module, module.source, module.package);
        }
      }
    }
    return {};
  }

  Result<void> add_own(std::size_t u) {
    const CollateRequest::Unit& unit = request_.units[u];
    for (const ScannedUnit::Provided& provided : units_[u].provided) {
      if (unit.bmi.empty()) {
        return wrong(
            fmt::format("{} declares module `{}`, but its name does not say so", printable(unit.source),
                        printable(provided.name)),
            fmt::format("rename it to {}.cppm: hull must know before it compiles which sources make a BMI",
                        printable(path::stem(path::name(unit.source)))));
      }
      if (const auto other = foreign_.find(provided.name); other != foreign_.end()) {
        return twice(provided.name, *other->second.module, unit.source, request_.package);
      }
      const auto [place, added] = own_.try_emplace(provided.name, u);
      if (!added) {
        return wrong(
            fmt::format("{} and {} both declare module `{}`", printable(request_.units[place->second].source),
                        printable(unit.source), printable(provided.name)),
            "rename one of the modules");
      }
    }
    return {};
  }

  std::unexpected<Error> twice(std::string_view name, const ProvidedModule& first, std::string_view source,
                               std::string_view package) const {
    return wrong(
        fmt::format("{} (package `{}`) and {} (package `{}`) both declare module `{}`",
                    printable(first.source), first.package, printable(source), package, printable(name)),
        "a program has one module of a name; rename one of them");
  }

  Result<void> check_forms(std::size_t u) const {
    const CollateRequest::Unit& unit = request_.units[u];
    const ScannedUnit& scan = units_[u];
    for (const ScannedUnit::Required& required : scan.required) {
      if (required.is_header_unit) {
        return wrong(fmt::format("{} imports the header unit {}; header units are not supported",
                                 printable(unit.source), printable(required.name)),
                     "write #include");
      }
    }
    if (!unit.bmi.empty() && scan.provided.empty()) {
      return wrong(fmt::format("{} declares no module", printable(unit.source)),
                   "begin it with `export module NAME;`, or rename it to .cc: an implementation unit "
                   "(`module NAME;`) is an ordinary source");
    }
    return {};
  }

  Result<const Closure*> closure_of(std::size_t u) {
    if (states_[u] == State::Done) return &closures_[u];
    if (states_[u] == State::Open) return circle(u);
    states_[u] = State::Open;
    open_.push_back(u);
    Closure closure;
    std::vector<const std::string*> standard_modules;
    for (const ScannedUnit::Required& required : units_[u].required) {
      if (const auto own = own_.find(required.name); own != own_.end()) {
        HULL_TRY(const Closure* further, closure_of(own->second));
        closure.insert(further->begin(), further->end());
        closure.emplace(required.name, request_.units[own->second].bmi);
        continue;
      }
      if (is_std(required.name)) {
        standard_modules.push_back(&required.name);
        continue;
      }
      HULL_TRY(const ProvidedModule* module, foreign(u, required.name));
      closure.insert(module->closure.begin(), module->closure.end());
      closure.emplace(module->name, module->bmi);
    }
    // Last, so that the build of `std` that an imported module was compiled with is the one that is used.
    for (const std::string* name : standard_modules) HULL_CHECK(add_std(u, *name, closure));
    open_.pop_back();
    states_[u] = State::Done;
    closures_[u] = std::move(closure);
    return &closures_[u];
  }

  Result<const ProvidedModule*> foreign(std::size_t u, const std::string& name) const {
    const std::string source = printable(request_.units[u].source);
    const auto found = foreign_.find(name);
    if (found == foreign_.end()) {
      std::vector<std::string_view> names;
      for (const auto& [known, module] : foreign_) names.push_back(known);
      for (const auto& [known, unit] : own_) names.push_back(known);
      const auto meant = did_you_mean(name, names);
      return wrong(
          fmt::format("{} imports module `{}`, which neither its target nor a library it uses provides",
                      source, printable(name)),
          meant ? fmt::format("did you mean `{}`?", *meant)
                : std::string("module interfaces are .cppm and .ixx sources; add the package that has it to "
                              "[dependencies]"));
    }
    const ProvidedModule& module = *found->second.module;
    if (!found->second.visible) {
      return wrong(
          fmt::format("{} imports module `{}` of package `{}`, but package `{}` does not list `{}` in "
                      "[dependencies]",
                      source, name, module.package, request_.package, module.package));
    }
    if (module.standard != request_.standard) {
      return wrong(fmt::format("{} imports module `{}` as {}, but package `{}` compiles it as {}", source,
                               name, request_.standard, module.package, module.standard),
                   "a module and those who import it need one `standard`");
    }
    return &module;
  }

  Result<void> add_std(std::size_t u, const std::string& name, Closure& closure) const {
    if (request_.std_bmi.empty() || (name == "std.compat" && request_.std_compat_bmi.empty())) {
      return wrong(
          fmt::format("{} imports module `{}`, which only libc++ provides",
                      printable(request_.units[u].source), name),
          "set `stdlib = \"libc++\"` in [toolchain] and standard = \"c++23\", and install libc++-19-dev");
    }
    closure.emplace("std", request_.std_bmi);
    if (name == "std.compat") closure.emplace(name, request_.std_compat_bmi);
    return {};
  }

  std::unexpected<Error> circle(std::size_t u) const {
    const auto shown = [&](std::size_t unit) {
      return fmt::format("`{}` ({})", printable(units_[unit].provided.front().name),
                         printable(request_.units[unit].source));
    };
    std::string chain;
    for (auto at = std::ranges::find(open_, u); at != open_.end(); ++at) chain += shown(*at) + " -> ";
    return wrong(fmt::format("modules import each other in a circle: {}{}", chain, shown(u)),
                 "move what they share into a module of its own");
  }

  enum class State : std::uint8_t { New, Open, Done };

  const CollateRequest& request_;
  const std::vector<ScannedUnit>& units_;
  const std::vector<std::vector<ProvidedModule>>& libraries_;
  std::map<std::string, Foreign, std::less<>> foreign_;
  std::map<std::string, std::size_t, std::less<>> own_;  ///< Module name -> unit.
  std::vector<Closure> closures_;
  std::vector<State> states_;
  std::vector<std::size_t> open_;
};

}  // namespace

Result<Collation> collate(const CollateRequest& request, const std::vector<ScannedUnit>& units,
                          const std::vector<std::vector<ProvidedModule>>& libraries) {
  return Collator(request, units, libraries).run();
}

}  // namespace hull::plan
