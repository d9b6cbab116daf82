// Turns what packages say of themselves into incompatibilities.
//
//   what                                  incompatibility (choices that cannot go together)
//   a 1.0 depends on b ^2                 a 1.0, b absent or not ^2
//   ... if its feature f is on            a 1.0, a/f on, b absent or not ^2
//   a 1.0 has no feature f                a 1.0, a/f on
//   b 2.1 is yanked, or too young         b 2.1
//   a and b both embody library z         a (versions that do), b (versions that do)
//   a 1.0 is C++17 and uses b,
//     whose interface needs C++20 from 3  a 1.0, b >= 3
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "resolve/catalog.h"
#include "resolve/resolve.h"
#include "resolve/solver.h"

namespace hull::resolve {

/// The facts of one resolution. Asks the provider for a package when something depends on it, and for a
/// version when it is tried or widened.
class Facts final : public FactSource {
 public:
  Facts(std::span<const Member> members [[clang::lifetimebound]],
        PackageProvider& provider [[clang::lifetimebound]], const Options& options [[clang::lifetimebound]],
        Incompatibilities& known [[clang::lifetimebound]])
      : members_(members), provider_(provider), options_(options), known_(known) {}

  /// Adds the members and what is asked of them. Errors: two members of one name.
  Result<void> start();

  const Catalog& catalog() const [[clang::lifetimebound]] { return catalog_; }

  int rank(PackageId package) const override;
  std::size_t choose(PackageId package, const Choices& choices) const override;
  Result<void> add_facts(PackageId package, std::size_t version) override;
  Result<IncompatibilityId> widen(IncompatibilityId fact, PackageId pivot, const Choices& allowed) override;
  bool is_given(FactId fact) const override { return catalog_[fact].kind == Fact::Kind::Given; }

 private:
  /// What is known of a subject beside its entry in the catalog.
  struct State {
    const Member* member = nullptr;
    std::optional<std::size_t> locked;     ///< The version to keep.
    Choices told;                          ///< Versions (of the owner) whose facts were added.
    std::vector<const Release*> releases;  ///< By version, as far as they were asked for.
  };
  /// That some version of `owner`, compiled as `standard`, uses a package.
  struct Consumer {
    PackageId owner{}, via{};
    Standard standard;
    friend auto operator<=>(const Consumer&, const Consumer&) = default;
  };

  Result<PackageId> subject(const Subject& subject);
  Result<PackageId> add_package(const Subject& subject);
  PackageId add_entry(Catalog::Entry entry, State state);
  void exclude(PackageId package, std::span<const Listed> listed);
  Result<const Release*> release(PackageId package, std::size_t version);

  /// Drops terms about one package into one; adds nothing when a term never holds.
  void add(std::vector<Term> terms, Fact fact);
  Term on(PackageId feature) const;
  Choices matching(PackageId package, const VersionSet& versions) const;
  /// The choices of the demand's target that satisfy it.
  Choices satisfying(const Demand& demand, PackageId target) const;

  Result<void> add_demand(PackageId owner, std::size_t version, PackageId via, const Demand& demand);
  Result<void> add_links(PackageId package, const std::string& library);
  Result<void> meet_consumer(PackageId package, const Consumer& consumer);
  Result<void> meet_interface(PackageId package, Standard standard);
  Result<void> add_clash(PackageId package, const Consumer& consumer);

  Result<IncompatibilityId> widen_demand(IncompatibilityId id, PackageId pivot, const Choices& allowed);
  Result<IncompatibilityId> widen_missing(IncompatibilityId id);
  /// `terms` as a fact; the one that has the same terms and reason if there is one.
  IncompatibilityId add_once(IncompatibilityId narrow, std::vector<Term> terms, Fact fact);

  std::span<const Member> members_;
  PackageProvider& provider_;
  const Options& options_;
  Incompatibilities& known_;
  Catalog catalog_;
  std::vector<State> states_;  ///< By PackageId.
  std::unordered_map<Subject, PackageId, SubjectHash> ids_;
  std::map<std::string, std::vector<PackageId>> embodied_;  ///< Packages by the library they embody.
  std::map<PackageId, std::set<Consumer>> consumers_;       ///< By what they use.
  std::map<PackageId, Standard> interfaces_;          ///< The newest that a version asks for that was met.
  std::set<std::pair<PackageId, Consumer>> clashes_;  ///< That were added.
  std::map<std::pair<PackageId, PackageId>, std::vector<IncompatibilityId>>
      widened_;  ///< By subject and target.
};

}  // namespace hull::resolve
