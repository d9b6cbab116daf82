#include "resolve/incompatibility.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace hull::resolve {

const Term* Incompatibility::find(PackageId package) const {
  for (const Term& term : terms) {
    if (term.package == package) return &term;
  }
  return nullptr;
}

const Choices& Incompatibility::choices(PackageId package) const {
  const Term* term = find(package);
  assert(term);
  return term->choices;
}

PackageId Incompatibilities::add_package(std::size_t versions) {
  return add_package(versions, PackageId(packages_.size()));
}

PackageId Incompatibilities::add_package(std::size_t versions, PackageId after) {
  const auto id = PackageId(packages_.size());
  packages_.push_back({.versions = versions, .after = after});
  if (after != id) packages_[index(after)].followers.push_back(id);
  return id;
}

IncompatibilityId Incompatibilities::add_fact(std::vector<Term> terms, FactId fact) {
  std::erase_if(terms, [](const Term& term) { return term.choices.is_all(); });
  std::ranges::sort(terms, {}, &Term::package);
  all_.push_back({.terms = std::move(terms), .fact = fact});
  return IncompatibilityId(all_.size() - 1);
}

IncompatibilityId Incompatibilities::derive(IncompatibilityId left, IncompatibilityId right,
                                            PackageId pivot) {
  const std::vector<Term>& a = (*this)[left].terms;
  const std::vector<Term>& b = (*this)[right].terms;
  Incompatibility derived{.terms = {}, .left = left, .right = right, .derived = true};
  derived.terms.reserve(a.size() + b.size() - 1);
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (j == b.size() || (i < a.size() && a[i].package < b[j].package)) {
      derived.terms.push_back(a[i++]);
    } else if (i == a.size() || b[j].package < a[i].package) {
      derived.terms.push_back(b[j++]);
    } else {
      const PackageId package = a[i].package;
      Choices choices = package == pivot ? a[i].choices | b[j].choices : a[i].choices & b[j].choices;
      if (!choices.is_all()) derived.terms.push_back({package, std::move(choices)});
      ++i, ++j;
    }
  }
  all_.push_back(std::move(derived));
  return IncompatibilityId(all_.size() - 1);
}

}  // namespace hull::resolve
