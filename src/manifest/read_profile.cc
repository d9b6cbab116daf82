// [profile.NAME]: hull's own defaults, then inheritance, then what the manifest says.
//
// `dev` and `release` start from defaults; `test` inherits dev and `bench` inherits release; any other
// profile names its parent. Lists of flags and defines add to the parent's; every other key replaces.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "manifest/sections.h"
#include "manifest/syntax.h"

namespace hull::manifest {
namespace {

constexpr std::string_view kBuiltIn[] = {"dev", "release", "test", "bench"};
constexpr std::string_view kSanitizers[] = {"address", "undefined", "thread", "memory", "leak"};

/// Longer chains are nobody's intention, and resolving them is recursive.
constexpr std::size_t kMaxInheritance = 32;

Profile dev_defaults() { return Profile{}; }

Profile release_defaults() {
  Profile profile;
  profile.name = "release";
  profile.opt_level = "2";
  profile.debug = Profile::Debug::LineTables;
  profile.assertions = false;
  profile.hardening = true;
  return profile;
}

void append(std::vector<std::string>& list, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(list));
}

void read_opt_level(TableReader& table, Profile& profile) {
  const Member* member = table.find("opt-level");
  if (!member) return;
  const Value& value = member->value;
  std::string level = value.kind == Value::Kind::Integer ? fmt::format("{}", value.integer) : value.text;
  static constexpr std::string_view kLevels[] = {"0", "1", "2", "3", "s", "z"};
  bool known = std::ranges::find(kLevels, std::string_view(level)) != std::end(kLevels);
  if ((value.kind != Value::Kind::Integer && value.kind != Value::Kind::String) || !known) {
    table.problems().add(value.place, "`opt-level`: expected 0, 1, 2, 3, \"s\" or \"z\"");
    return;
  }
  profile.opt_level = level;
}

/// A key that is a boolean or one of a few words.
template <class T>
void read_switch(TableReader& table, std::string_view key, T off, T on, std::span<const Choice<T>> words,
                 T& target) {
  const Member* member = table.find(key);
  if (!member) return;
  if (member->value.kind == Value::Kind::Boolean) target = member->value.boolean ? on : off;
  else if (member->value.kind == Value::Kind::String) target = table.choice<T>(key, words, target);
  else wrong_type(table.problems(), key, "a boolean or a string", member->value);
}

void read_sanitizers(TableReader& table, Profile& profile) {
  if (!table.has("sanitize")) return;
  profile.sanitize.clear();
  std::vector<Text> names = table.texts("sanitize");
  auto on = [&](std::string_view name) {
    return std::ranges::find(names, name, &Text::value) != names.end();
  };
  for (const Text& name : names) {
    Place place{name.span.begin, name.span.end};
    if (std::ranges::find(kSanitizers, std::string_view(name.value)) == std::end(kSanitizers)) {
      unknown_word(table.problems(), place, "sanitizer", name.value, kSanitizers);
    }
    bool alone = name.value == "thread" || name.value == "memory";
    for (std::string_view other : {"address", "leak", "thread", "memory"}) {
      if (alone && other != name.value && on(other)) {
        table.problems().add(place,
                             fmt::format("sanitizers `{}` and `{}` exclude each other", name.value, other),
                             {"make a profile for each"});
        break;
      }
    }
    profile.sanitize.push_back(name.value);
  }
}

void read_profile(TableReader& table, Profile& profile) {
  using Debug = Profile::Debug;
  using Lto = Profile::Lto;
  static constexpr Choice<Debug> kDebug[] = {
      {"none", Debug::None}, {"line-tables", Debug::LineTables}, {"full", Debug::Full}};
  static constexpr Choice<Lto> kLto[] = {{"off", Lto::Off}, {"thin", Lto::Thin}, {"fat", Lto::Fat}};
  read_opt_level(table, profile);
  read_switch<Debug>(table, "debug", Debug::None, Debug::Full, kDebug, profile.debug);
  read_switch<Lto>(table, "lto", Lto::Off, Lto::Fat, kLto, profile.lto);
  profile.assertions = table.boolean("assertions", profile.assertions);
  profile.hardening = table.boolean("hardening", profile.hardening);
  profile.strip = table.boolean("strip", profile.strip);
  read_sanitizers(table, profile);
  append(profile.flags, table.strings("flags"));
  append(profile.c_flags, table.strings("c-flags"));
  append(profile.cxx_flags, table.strings("cxx-flags"));
  append(profile.link_flags, table.strings("link-flags"));
  for (auto& [name, value] : read_defines(table)) profile.defines[name] = value;
}

/// Resolves the profiles of one manifest, each once, parents before children.
class Profiles {
 public:
  Profiles(std::span<const Member> written, Problems& problems) : written_(written), problems_(problems) {}

  std::map<std::string, Profile> resolve() {
    for (std::string_view name : kBuiltIn) resolve(std::string(name));
    for (const Member& member : written_) {
      if (valid_name(member)) resolve(member.key);
    }
    return std::move(done_);
  }

 private:
  const Member* find(std::string_view name) const {
    auto member = std::ranges::find(written_, name, &Member::key);
    return member == written_.end() ? nullptr : &*member;
  }

  bool valid_name(const Member& member) {
    if (member.key == "debug") {
      problems_.add(member.key_place,
                    "`debug` cannot be the name of a profile: target/debug holds the output of `dev`",
                    {"the profile of plain builds is called [profile.dev]"});
      return false;
    }
    if (is_package_name(member.key)) return true;
    problems_.add(member.key_place,
                  fmt::format("`{}` cannot be the name of a profile", printable(member.key)),
                  {"a name has lower-case letters, digits, `_` and `-`, and starts with a letter"});
    return false;
  }

  Profile resolve(const std::string& name) {
    if (auto known = done_.find(name); known != done_.end()) return known->second;
    active_.push_back(name);
    const Member* member = find(name);
    Profile profile = name == "dev" ? dev_defaults() : release_defaults();
    std::optional<TableReader> table;
    if (member) table.emplace(*member, schema::kProfile, problems_);
    if (name == "dev" || name == "release") {
      if (table && table->has("inherits")) {
        problems_.add(table->at("inherits").key_place,
                      fmt::format("profile `{}` has hull's defaults and inherits from no other", name),
                      {"make a profile of another name that inherits from it"});
      }
    } else {
      profile = parent(name, table);
    }
    if (table) read_profile(*table, profile);
    profile.name = name;
    active_.pop_back();
    done_[name] = profile;
    return profile;
  }

  /// The profile that `name` inherits from; dev when that cannot be told.
  Profile parent(const std::string& name, std::optional<TableReader>& table) {
    std::optional<Text> inherits = table ? table->text("inherits") : std::nullopt;
    if (!inherits) {
      if (name == "bench") return resolve("release");
      if (name != "test" && table && !table->has("inherits")) {
        table->problems().add(table->place(),
                              fmt::format("profile `{}` does not say what it inherits from", name),
                              {"add inherits = \"release\" or inherits = \"dev\""});
      }
      return resolve("dev");
    }
    const Place& place = table->at("inherits").value.place;
    if (std::ranges::find(active_, inherits->value) != active_.end()) {
      auto from = std::ranges::find(active_, inherits->value);
      std::vector<std::string> cycle(from, active_.end());
      cycle.push_back(inherits->value);
      problems_.add(place,
                    fmt::format("profiles inherit from each other in a circle: {}", join(cycle, " -> ")));
      return dev_defaults();
    }
    if (active_.size() >= kMaxInheritance) {
      problems_.add(place,
                    fmt::format("profiles inherit from each other more than {} deep", kMaxInheritance));
      return dev_defaults();
    }
    bool built_in = std::ranges::find(kBuiltIn, std::string_view(inherits->value)) != std::end(kBuiltIn);
    if (!built_in && !find(inherits->value)) {
      std::vector<std::string_view> known(std::begin(kBuiltIn), std::end(kBuiltIn));
      for (const Member& member : written_) {
        if (member.key != name && std::ranges::find(known, std::string_view(member.key)) == known.end()) {
          known.push_back(member.key);
        }
      }
      unknown_word(problems_, place, "profile", inherits->value, known);
      return dev_defaults();
    }
    return resolve(inherits->value);
  }

  std::span<const Member> written_;
  Problems& problems_;
  std::vector<std::string> active_;
  std::map<std::string, Profile> done_;
};

}  // namespace

std::map<std::string, Profile> read_profiles(TableReader& manifest) {
  return Profiles(manifest.members("profile"), manifest.problems()).resolve();
}

}  // namespace hull::manifest
