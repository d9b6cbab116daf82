#include "resolve/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace hull::resolve {
namespace {

using Kind = Subject::Kind;

/// One incompatibility and the words for its terms.
class Speaker {
 public:
  Speaker(const Incompatibility& incompatibility [[clang::lifetimebound]],
          const Catalog& catalog [[clang::lifetimebound]])
      : incompatibility_(incompatibility), catalog_(catalog) {}

  std::string fact(const Fact& fact) const {
    switch (fact.kind) {
      case Fact::Kind::Given:
        return fmt::format("{} is needed", name(fact.subject));
      case Fact::Kind::Demand:
        return demand(fact);
      case Fact::Kind::Missing: {
        const Subject& missing = catalog_[fact.via].subject;
        return fmt::format("{} has no {} `{}`", versions_of(fact.subject),
                           missing.kind == Kind::Feature ? "feature" : "optional dependency", missing.name);
      }
      case Fact::Kind::Yanked:
        return fmt::format("{} is yanked", versions_of(fact.subject));
      case Fact::Kind::TooYoung:
        return fmt::format("{} was published later than is allowed", versions_of(fact.subject));
      case Fact::Kind::Unavailable:
        return fmt::format("{} cannot be used ({})", versions_of(fact.subject), fact.detail);
      case Fact::Kind::Links:
        return fmt::format("{} and {} both embody the native library `{}`", versions_of(fact.subject),
                           versions_of(fact.target), fact.detail);
      case Fact::Kind::Standard:
        return fmt::format("{} is compiled as {}, which is too old for the interface of {}", who(fact),
                           fact.detail, versions_of(fact.target));
    }
    std::unreachable();
  }

  std::string derived() const {
    std::vector<std::string> holding, missing;
    for (const Term& term : incompatibility_.terms) {
      if (is_member(term.package) || is_told_with_owner(term)) continue;
      if (term.choices.allow_absence()) {
        missing.push_back(some_of(term.package, ~term.choices));
      } else {
        holding.push_back(all_of(term.package, term.choices) + features_of(term.package));
      }
    }
    if (holding.empty() && missing.empty()) return "version solving failed";
    if (holding.empty()) {
      return fmt::format("{} is required", list(missing, "or"));
    }
    if (!missing.empty()) {
      return fmt::format("{} {} {}", list(holding, "and"), holding.size() == 1 ? "needs" : "together need",
                         list(missing, "or"));
    }
    if (holding.size() == 1) return fmt::format("{} cannot be used", holding[0]);
    if (holding.size() == 2) return fmt::format("{} cannot be used with {}", holding[0], holding[1]);
    return fmt::format("{} cannot be used together", list(holding, "and"));
  }

 private:
  bool is_member(PackageId package) const {
    return catalog_[package].subject.kind == Kind::Package && catalog_[package].member;
  }

  /// A feature that is on is told with the versions of its package, if those are named.
  bool is_told_with_owner(const Term& term) const {
    const Catalog::Entry& entry = catalog_[term.package];
    if (entry.owner == term.package || term.choices.allow_absence()) return false;
    const Term* owner = incompatibility_.find(entry.owner);
    return owner && !owner->choices.allow_absence() && !is_member(entry.owner);
  }

  std::string demand(const Fact& fact) const {
    const Subject& target = catalog_[fact.target].subject;
    const bool own = catalog_[fact.target].owner == fact.subject;
    switch (target.kind) {
      case Kind::Feature:
        return own ? fmt::format("{} switches on its feature `{}`", who(fact), target.name)
                   : fmt::format("{} needs feature `{}` of {}", who(fact), target.name, target.package);
      case Kind::Use:
        return fmt::format("{} uses its optional dependency `{}`", who(fact), target.name);
      case Kind::Package:
        break;
    }
    std::string text = fmt::format("{} depends on {}", who(fact), target.package);
    const std::vector<Version>& all = catalog_[fact.target].versions;
    if (all.empty()) return text + ", which does not exist";
    if (const std::string versions = wanted_versions(fact); !versions.empty()) (text += ' ') += versions;
    if (!incompatibility_.find(fact.target)) {
      text += fmt::format(", of which there is none (the newest is {})", all.back().text());
    }
    return text;
  }

  /// What a demand for a package asks for; empty when any version will do.
  std::string wanted_versions(const Fact& fact) const {
    VersionSet wanted;
    for (const Requirement* one : fact.wanted) wanted = wanted | (one ? one->versions() : VersionSet::all());
    std::string text = wanted.text();
    // Several versions may ask for one each: then the ranges are those of the versions that there are.
    const Term* term = incompatibility_.find(fact.target);
    if (term && fact.wanted.size() > 1 && text.contains(" or ")) {
      return versions_text(catalog_[fact.target].versions, ~term->choices);
    }
    return text == "any" ? "" : text;
  }

  /// The versions that a fact is about, with the features that it depends on.
  std::string who(const Fact& fact) const {
    std::string text = versions_of(fact.subject);
    std::vector<std::string> features;
    for (const PackageId one : {fact.via, fact.given}) {
      if (one != fact.subject) features.push_back(feature_words(one));
    }
    if (!features.empty()) text += fmt::format(" with {}", list(features, "and"));
    return text;
  }

  std::string versions_of(PackageId package) const {
    const Term* term = incompatibility_.find(package);
    // A fact about all of a package's absence, too, cannot be; so its package has a term.
    return term ? all_of(package, term->choices) : name(package);
  }

  /// " with feature `tls`": features of `package` that the incompatibility says are on.
  std::string features_of(PackageId package) const {
    std::vector<std::string> features;
    for (const Term& term : incompatibility_.terms) {
      if (catalog_[term.package].owner != package || term.package == package) continue;
      if (!term.choices.allow_absence()) features.push_back(feature_words(term.package));
    }
    return features.empty() ? "" : fmt::format(" with {}", list(features, "and"));
  }

  std::string feature_words(PackageId feature) const {
    const Subject& subject = catalog_[feature].subject;
    return subject.kind == Kind::Feature ? fmt::format("feature `{}`", subject.name)
                                         : fmt::format("optional `{}`", subject.name);
  }

  std::string name(PackageId package) const {
    const Subject& subject = catalog_[package].subject;
    switch (subject.kind) {
      case Kind::Package:
        return subject.package;
      case Kind::Feature:
        return fmt::format("feature `{}` of {}", subject.name, subject.package);
      case Kind::Use:
        return fmt::format("optional dependency `{}` of {}", subject.name, subject.package);
    }
    std::unreachable();
  }

  /// "every version of a", "a >= 1.2.0".
  std::string all_of(PackageId package, const Choices& choices) const {
    if (catalog_[package].subject.kind != Kind::Package || is_member(package)) return name(package);
    const std::string versions = versions_text(catalog_[package].versions, choices);
    return versions.empty() ? fmt::format("every version of {}", name(package))
                            : fmt::format("{} {}", name(package), versions);
  }

  /// "a", "a >= 1.2.0".
  std::string some_of(PackageId package, const Choices& choices) const {
    if (catalog_[package].subject.kind != Kind::Package) return name(package);
    const std::string versions = versions_text(catalog_[package].versions, choices);
    return versions.empty() ? name(package) : fmt::format("{} {}", name(package), versions);
  }

  static std::string list(const std::vector<std::string>& words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) text += i + 1 < words.size() ? ", " : fmt::format(" {} ", last);
      text += words[i];
    }
    return text;
  }

  const Incompatibility& incompatibility_;
  const Catalog& catalog_;
};

}  // namespace

std::string versions_text(const std::vector<Version>& all, const Choices& versions) {
  if (versions.count() == all.size()) return "";
  std::string text;
  for (std::size_t begin = 0; begin < all.size(); ++begin) {
    if (!versions.contains(begin)) continue;
    std::size_t end = begin;
    while (end < all.size() && versions.contains(end)) ++end;
    if (!text.empty()) text += " or ";
    if (end == begin + 1) {
      text += all[begin].text();
    } else if (end == all.size()) {
      text += fmt::format(">= {}", all[begin].text());
    } else if (begin == 0) {
      text += fmt::format("< {}", all[end].text());
    } else {
      text += fmt::format(">= {}, < {}", all[begin].text(), all[end].text());
    }
    begin = end;
  }
  return text;
}

std::string clause(const Incompatibility& incompatibility, const Catalog& catalog) {
  const Speaker speaker(incompatibility, catalog);
  return incompatibility.derived ? speaker.derived() : speaker.fact(catalog[incompatibility.fact]);
}

}  // namespace hull::resolve
