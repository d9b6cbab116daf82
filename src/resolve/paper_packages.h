// Packages on paper, for tests.
//
//   member app 0.1.0 | b ^2 | on tls
//   b 2.1.0 | c >=1, <3 | d ^1 optional | feature tls = dep:d, c/fast | links z
//
// A line is a version of a package, a part is one thing about it: a dependency (a name, or `name=package`, a
// requirement or none, then `optional`, `no-default`, `with x,y`), `feature NAME = ENTRIES`, `links`,
// `standard`, `interface`, `yanked`, `published`, `unavailable`; of a member also `on FEATURES` and
// `no-default`.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "resolve/package_provider.h"
#include "resolve/resolve.h"

namespace hull::resolve {

class PaperPackages final : public PackageProvider {
 public:
  PaperPackages() = default;
  explicit PaperPackages(std::string_view text) {
    for (const std::string_view line : split(text, '\n')) {
      if (!trim(line).empty()) add(trim(line));
    }
  }

  void add(std::string_view line) {
    const bool member = line.starts_with("member ");
    if (member) line.remove_prefix(7);
    const auto parts = split(line, '|');
    const auto head = words(parts[0]);
    ASSERT_EQ(head.size(), 2U) << line;
    Listed listed{.version = read<Version>(parse_version(head[1]))};
    Member entry{.name = std::string(head[0]), .version = listed.version, .release = {}};
    for (std::size_t i = 1; i < parts.size(); ++i) part(trim(parts[i]), listed, entry);
    if (member) {
      members.push_back(std::move(entry));
    } else {
      packages[entry.name].push_back({std::move(listed), std::move(entry.release)});
    }
  }

  Result<std::vector<Listed>> versions(const std::string& package) override {
    std::vector<Listed> all;
    if (const auto found = packages.find(package); found != packages.end()) {
      for (const auto& [listed, release] : found->second) all.push_back(listed);
    }
    return all;
  }

  Result<const Release*> release(const std::string& package, const Version& version) override {
    ++asked;
    for (const auto& [listed, release] : packages[package]) {
      if (listed.version == version) return &release;
    }
    return fail("there is no " + package + " " + version.text());
  }

  std::vector<Member> members;
  std::map<std::string, std::vector<std::pair<Listed, Release>>> packages;
  std::size_t asked = 0;  ///< For releases.

 private:
  template <class T>
  static T read(Result<T> parsed) {
    EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message);
    return parsed ? *std::move(parsed) : T();
  }

  static std::vector<std::string_view> words(std::string_view text) {
    auto all = split(text, ' ');
    std::erase(all, "");
    return all;
  }

  static std::vector<std::string> names(std::string_view text) {
    std::vector<std::string> all;
    for (const std::string_view name : split(text, ',')) all.emplace_back(trim(name));
    return all;
  }

  static void part(std::string_view text, Listed& listed, Member& entry) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view key = text.substr(0, space), value = trim(text.substr(space));
    Release& release = entry.release;
    if (key == "feature") {
      const std::size_t sign = std::min(value.find('='), value.size() - 1);
      const std::string_view entries = trim(value.substr(sign + 1));
      release.features.push_back({std::string(trim(value.substr(0, sign))),
                                  entries.empty() ? std::vector<std::string>() : names(entries)});
    } else if (key == "links") {
      release.links = value;
    } else if (key == "standard") {
      release.standard = read<Standard>(parse_standard(value));
    } else if (key == "interface") {
      release.interface_standard = read<Standard>(parse_standard(value));
    } else if (key == "yanked") {
      listed.yanked = true;
    } else if (key == "published") {
      listed.published = std::stoll(std::string(value));
    } else if (key == "unavailable") {
      release.unavailable = value;
    } else if (key == "on") {
      entry.features = names(value);
    } else if (text == "no-default") {
      entry.default_features = false;
    } else {
      release.dependencies.push_back(dependency(key, value));
    }
  }

  static Dependency dependency(std::string_view key, std::string_view value) {
    const std::size_t sign = key.find('=');
    Dependency made;
    made.name = key.substr(0, sign);
    made.package = sign == std::string_view::npos ? key : key.substr(sign + 1);
    std::string requirement;
    const auto all = words(value);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == "optional") {
        made.optional = true;
      } else if (all[i] == "no-default") {
        made.default_features = false;
      } else if (all[i] == "with") {
        made.features = names(all[++i]);
      } else {
        (requirement += ' ') += all[i];
      }
    }
    if (!requirement.empty()) made.requirement = read<Requirement>(parse_requirement(requirement));
    return made;
  }
};

/// The solution in one line, "a 1.0.0, b 2.1.0 [tls] {openssl}" with features that are on but `default` and
/// uses, or the explanation.
inline std::string text_of(const Result<std::variant<Resolution, Unsolvable>>& outcome) {
  if (!outcome) return "error: " + outcome.error().message;
  if (const auto* unsolvable = std::get_if<Unsolvable>(&*outcome)) return unsolvable->explanation;
  std::string text;
  for (const Selected& selected : std::get<Resolution>(*outcome).packages) {
    if (!text.empty()) text += ", ";
    text += selected.name + " " + selected.version.text();
    std::vector<std::string> features = selected.features;
    std::erase(features, "default");
    if (!features.empty()) text += " [" + join(features, " ") + "]";
    if (!selected.uses.empty()) text += " {" + join(selected.uses, " ") + "}";
  }
  return text;
}
inline std::string outcome(PaperPackages& packages, const Options& options = {}) {
  return text_of(resolve(packages.members, packages, options));
}
inline std::string outcome(std::string_view text, const Options& options = {}) {
  PaperPackages packages(text);
  return outcome(packages, options);
}

}  // namespace hull::resolve
