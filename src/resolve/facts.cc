#include "resolve/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hull::resolve {
namespace {

constexpr std::size_t kOn = 0;  ///< The one version that a feature or use has.

}  // namespace

Result<void> Facts::start() {
  // By name, so that the order in which members are given does not matter.
  std::vector<const Member*> sorted;
  for (const Member& member : members_) sorted.push_back(&member);
  std::ranges::sort(sorted, {}, &Member::name);
  for (const Member* member : sorted) {
    const Subject name{Subject::Kind::Package, member->name, ""};
    if (ids_.contains(name)) {
      return fail(fmt::format("two packages of the workspace are called `{}`", member->name),
                  ErrorKind::Usage);
    }
    const PackageId id =
        add_entry({.subject = name, .versions = {member->version}, .member = true},
                  {.member = member, .locked = {}, .told = Choices(1), .releases = {&member->release}});
    known_.add_fact({{id, Choices::absent(1)}}, FactId(catalog_.facts.size()));
    catalog_.facts.push_back(Fact::about(Fact::Kind::Given, id));
  }
  for (const Member* member : sorted) {
    std::set<std::string> features(member->features.begin(), member->features.end());
    if (member->default_features) features.insert("default");
    for (const std::string& feature : features) {
      HULL_TRY(const PackageId id, subject({Subject::Kind::Feature, member->name, feature}));
      add({{id, Choices::absent(1)}}, Fact::about(Fact::Kind::Given, id));
    }
  }
  return {};
}

int Facts::rank(PackageId package) const {
  // What is locked goes first, so that newer versions of what is not must fit it.
  return states_[index(package)].locked ? 0 : 1;
}

std::size_t Facts::choose(PackageId package, const Choices& choices) const {
  const State& state = states_[index(package)];
  if (state.locked && choices.contains(*state.locked)) return *state.locked;
  return options_.strategy == Options::Strategy::Lowest ? choices.lowest() : choices.highest();
}

Result<void> Facts::add_facts(PackageId package, std::size_t version) {
  const PackageId owner = catalog_[package].owner;
  if (states_[index(package)].told.contains(version)) return {};
  states_[index(package)].told.insert(version);
  HULL_TRY(const Release* found, release(owner, version));
  const Choices one = Choices::only(known_.versions(owner), version);
  if (owner == package) {
    if (!found->unavailable.empty()) {
      add({{package, one}}, Fact::about(Fact::Kind::Unavailable, package, found->unavailable));
      return {};
    }
    if (!found->links.empty()) HULL_CHECK(add_links(package, found->links));
    if (found->interface_standard) HULL_CHECK(meet_interface(package, *found->interface_standard));
  }
  const auto demanded = demands(*found, catalog_[package].subject);
  if (!demanded) {
    Fact missing = Fact::about(Fact::Kind::Missing, owner);
    missing.via = package;
    add({{owner, one}, on(package)}, std::move(missing));
    return {};
  }
  for (const Demand& demand : *demanded) HULL_CHECK(add_demand(owner, version, package, demand));
  return {};
}

Result<PackageId> Facts::subject(const Subject& subject) {
  if (const auto known = ids_.find(subject); known != ids_.end()) return known->second;
  if (subject.kind == Subject::Kind::Package) return add_package(subject);
  HULL_TRY(const PackageId owner, this->subject({Subject::Kind::Package, subject.package, ""}));
  return add_entry(
      {.subject = subject, .owner = owner},
      {.member = nullptr, .locked = {}, .told = Choices(known_.versions(owner)), .releases = {}});
}

Result<PackageId> Facts::add_package(const Subject& subject) {
  HULL_TRY(std::vector<Listed> listed, provider_.versions(subject.package));
  if (!std::ranges::is_sorted(listed, {}, &Listed::version)) std::ranges::sort(listed, {}, &Listed::version);
  State state{.member = nullptr, .locked = {}, .told = Choices(listed.size()), .releases = {}};
  state.releases.resize(listed.size());
  Catalog::Entry entry{.subject = subject};
  entry.versions.reserve(listed.size());
  const auto locked = options_.locked.find(subject.package);
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (locked != options_.locked.end() && listed[i].version == locked->second) state.locked = i;
    if (i > 0 && listed[i - 1].version == listed[i].version) {
      return fail(fmt::format("package `{}` has two versions that differ in build metadata alone: {} and {}",
                              subject.package, listed[i - 1].version.text(), listed[i].version.text()));
    }
  }
  for (Listed& one : listed) entry.versions.push_back(std::move(one.version));
  const PackageId id = add_entry(std::move(entry), std::move(state));
  exclude(id, listed);
  return id;
}

PackageId Facts::add_entry(Catalog::Entry entry, State state) {
  const bool package = entry.subject.kind == Subject::Kind::Package;
  const PackageId id =
      package ? known_.add_package(entry.versions.size()) : known_.add_package(1, entry.owner);
  if (package) entry.owner = id;
  ids_.emplace(entry.subject, id);
  catalog_.entries.push_back(std::move(entry));
  states_.push_back(std::move(state));
  return id;
}

/// Excludes yanked versions and those published too late, but for the locked one.
void Facts::exclude(PackageId package, std::span<const Listed> listed) {
  Choices yanked(listed.size()), young(listed.size());
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (states_[index(package)].locked == i) continue;
    if (listed[i].yanked) yanked.insert(i);
    if (options_.published_before && listed[i].published &&
        *listed[i].published >= *options_.published_before) {
      young.insert(i);
    }
  }
  add({{package, yanked}}, Fact::about(Fact::Kind::Yanked, package));
  add({{package, young}}, Fact::about(Fact::Kind::TooYoung, package));
}

Result<const Release*> Facts::release(PackageId package, std::size_t version) {
  if (const Release* known = states_[index(package)].releases[version]) return known;
  const Catalog::Entry& entry = catalog_[package];
  HULL_TRY(const Release* found, provider_.release(entry.subject.package, entry.versions[version]));
  states_[index(package)].releases[version] = found;
  return found;
}

void Facts::add(std::vector<Term> terms, Fact fact) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (std::size_t j = i + 1; j < terms.size();) {
      if (terms[j].package != terms[i].package) {
        ++j;
        continue;
      }
      terms[i].choices &= terms[j].choices;
      terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(j));
    }
    if (terms[i].choices.empty()) return;
  }
  known_.add_fact(std::move(terms), FactId(catalog_.facts.size()));
  catalog_.facts.push_back(std::move(fact));
}

Term Facts::on(PackageId feature) const { return {feature, Choices::only(1, kOn)}; }

Choices Facts::matching(PackageId package, const VersionSet& versions) const {
  const std::vector<Version>& all = catalog_[package].versions;
  Choices choices(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (versions.contains(all[i])) choices.insert(i);
  }
  return choices;
}

Choices Facts::satisfying(const Demand& demand, PackageId target) const {
  if (!demand.requirement) return Choices::present(known_.versions(target));
  return matching(target, demand.requirement->versions());
}

Result<void> Facts::add_demand(PackageId owner, std::size_t version, PackageId via, const Demand& demand) {
  HULL_TRY(const PackageId target, subject(demand.wanted));
  std::vector<Term> terms;
  terms.reserve(4);
  terms.push_back({owner, Choices::only(known_.versions(owner), version)});
  if (via != owner) terms.push_back(on(via));
  PackageId given = owner;
  if (demand.given) {
    HULL_TRY(given, subject(*demand.given));
    terms.push_back(on(given));
  }
  terms.push_back({target, ~satisfying(demand, target)});
  Fact fact = Fact::about(Fact::Kind::Demand, owner);
  fact.via = via;
  fact.given = given;
  fact.target = target;
  fact.wanted = {demand.requirement};
  add(std::move(terms), std::move(fact));
  if (demand.wanted.kind != Subject::Kind::Package) return {};
  HULL_TRY(const Release* found, release(owner, version));
  if (!found->standard) return {};
  return meet_consumer(target, {owner, via, *found->standard});
}

/// Every pair of packages that embody one library, each with all its versions that do.
Result<void> Facts::add_links(PackageId package, const std::string& library) {
  std::vector<PackageId>& packages = embodied_[library];
  if (std::ranges::find(packages, package) != packages.end()) return {};
  const auto embodying = [&](PackageId one) -> Result<Choices> {
    Choices choices(known_.versions(one));
    for (std::size_t i = 0; i < choices.versions(); ++i) {
      HULL_TRY(const Release* found, release(one, i));
      if (found->links == library) choices.insert(i);
    }
    return choices;
  };
  for (const PackageId other : packages) {
    HULL_TRY(Choices ours, embodying(package));
    HULL_TRY(Choices theirs, embodying(other));
    Fact fact = Fact::about(Fact::Kind::Links, other, library);
    fact.target = package;
    add({{other, std::move(theirs)}, {package, std::move(ours)}}, std::move(fact));
  }
  packages.push_back(package);
  return {};
}

// Which versions of a package have an interface that is too new for a consumer is asked only when one of them
// was met: mostly none is, and the metadata of all versions may be far away.

Result<void> Facts::meet_consumer(PackageId package, const Consumer& consumer) {
  consumers_[package].insert(consumer);
  const auto interface = interfaces_.find(package);
  if (interface == interfaces_.end() || interface->second <= consumer.standard) return {};
  return add_clash(package, consumer);
}

Result<void> Facts::meet_interface(PackageId package, Standard standard) {
  const auto [newest, first] = interfaces_.emplace(package, standard);
  if (!first && standard <= newest->second) return {};
  newest->second = standard;
  const auto consumers = consumers_.find(package);
  if (consumers == consumers_.end()) return {};
  for (const Consumer& consumer : consumers->second) {
    if (consumer.standard < standard) HULL_CHECK(add_clash(package, consumer));
  }
  return {};
}

/// All versions of the consumer that are compiled as its standard or an older one, against all of `package`
/// that need a newer one.
Result<void> Facts::add_clash(PackageId package, const Consumer& consumer) {
  if (!clashes_.emplace(package, consumer).second) return {};
  bool older = false;
  Choices consumers(known_.versions(consumer.owner)), too_new(known_.versions(package));
  for (std::size_t i = 0; i < consumers.versions(); ++i) {
    HULL_TRY(const Release* found, release(consumer.owner, i));
    if (!found->standard || *found->standard > consumer.standard) continue;
    const auto demanded = demands(*found, catalog_[consumer.via].subject);
    if (!demanded) continue;
    if (std::ranges::find(*demanded, catalog_[package].subject, &Demand::wanted) == demanded->end()) continue;
    consumers.insert(i);
    older |= *found->standard < consumer.standard;
  }
  for (std::size_t i = 0; i < too_new.versions(); ++i) {
    HULL_TRY(const Release* found, release(package, i));
    if (found->interface_standard && *found->interface_standard > consumer.standard) too_new.insert(i);
  }
  std::vector<Term> terms = {{consumer.owner, consumers}, {package, too_new}};
  if (consumer.via != consumer.owner) terms.push_back(on(consumer.via));
  Fact fact = Fact::about(Fact::Kind::Standard, consumer.owner,
                          consumer.standard.text() + (older ? " or older" : ""));
  fact.via = consumer.via;
  fact.target = package;
  add(std::move(terms), std::move(fact));
  return {};
}

Result<IncompatibilityId> Facts::widen(IncompatibilityId id, PackageId pivot, const Choices& allowed) {
  const Fact& fact = catalog_[known_[id].fact];
  if (known_.versions(fact.subject) <= 1) return id;
  if (fact.kind == Fact::Kind::Demand) return widen_demand(id, pivot, allowed);
  if (fact.kind == Fact::Kind::Missing) return widen_missing(id);
  return id;
}

Result<IncompatibilityId> Facts::widen_demand(IncompatibilityId id, PackageId pivot, const Choices& allowed) {
  Fact fact = catalog_[known_[id].fact];
  if (fact.subject == fact.target) return id;
  // A demand that no version satisfies has no term about its target; others that none satisfies go with it.
  const Term* about = known_[id].find(fact.target);
  Choices satisfied = about ? ~about->choices : Choices(known_.versions(fact.target));
  const Choices within = about && pivot == fact.target ? allowed : satisfied;
  const Subject& target = catalog_[fact.target].subject;
  const Subject* given = fact.given == fact.subject ? nullptr : &catalog_[fact.given].subject;
  Choices versions = known_[id].choices(fact.subject);
  for (std::size_t i = 0; i < versions.versions(); ++i) {
    if (versions.contains(i)) continue;
    HULL_TRY(const Release* found, release(fact.subject, i));
    const auto demanded = demands(*found, catalog_[fact.via].subject);
    if (!demanded) continue;
    for (const Demand& demand : *demanded) {
      if (demand.wanted != target || demand.given.has_value() != (given != nullptr)) continue;
      if (given && *demand.given != *given) continue;
      const Choices satisfying = this->satisfying(demand, fact.target);
      if (!satisfying.subset_of(within)) continue;
      versions.insert(i);
      satisfied |= satisfying;
      fact.wanted.push_back(demand.requirement);
    }
  }
  std::vector<Term> terms = known_[id].terms;
  for (Term& term : terms) {
    if (term.package == fact.subject) term.choices = versions;
    if (term.package == fact.target) term.choices = ~satisfied;
  }
  return add_once(id, std::move(terms), std::move(fact));
}

Result<IncompatibilityId> Facts::widen_missing(IncompatibilityId id) {
  Fact fact = catalog_[known_[id].fact];
  Choices versions = known_[id].choices(fact.subject);
  for (std::size_t i = 0; i < versions.versions(); ++i) {
    HULL_TRY(const Release* found, release(fact.subject, i));
    if (!demands(*found, catalog_[fact.via].subject)) versions.insert(i);
  }
  std::vector<Term> terms = known_[id].terms;
  for (Term& term : terms) {
    if (term.package == fact.subject) term.choices = versions;
  }
  return add_once(id, std::move(terms), std::move(fact));
}

IncompatibilityId Facts::add_once(IncompatibilityId narrow, std::vector<Term> terms, Fact fact) {
  const auto same = [&](IncompatibilityId other) {
    const Fact& reason = catalog_[known_[other].fact];
    return reason.kind == fact.kind && reason.via == fact.via && reason.given == fact.given &&
           std::ranges::equal(known_[other].terms, terms, [](const Term& a, const Term& b) {
             return a.package == b.package && a.choices == b.choices;
           });
  };
  if (same(narrow)) return narrow;
  std::vector<IncompatibilityId>& before = widened_[{fact.subject, fact.target}];
  const auto found = std::ranges::find_if(before, same);
  if (found != before.end()) return *found;
  const IncompatibilityId id = known_.add_fact(std::move(terms), FactId(catalog_.facts.size()));
  catalog_.facts.push_back(std::move(fact));
  before.push_back(id);
  return id;
}

}  // namespace hull::resolve
