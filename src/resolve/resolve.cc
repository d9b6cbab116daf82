#include "resolve/resolve.h"

#include <algorithm>

#include "resolve/explain.h"
#include "resolve/facts.h"
#include "resolve/solver.h"

namespace hull::resolve {
namespace {

Resolution read_solution(const Catalog& catalog, const Solution& solution) {
  std::map<std::string_view, Selected> packages;
  for (std::size_t i = 0; i < solution.size(); ++i) {
    if (!solution[i]) continue;
    const Catalog::Entry& entry = catalog[PackageId(i)];
    Selected& selected = packages[entry.subject.package];
    switch (entry.subject.kind) {
      case Subject::Kind::Package:
        selected.name = entry.subject.package;
        selected.version = entry.versions[*solution[i]];
        break;
      case Subject::Kind::Feature:
        selected.features.push_back(entry.subject.name);
        break;
      case Subject::Kind::Use:
        selected.uses.push_back(entry.subject.name);
        break;
    }
  }
  Resolution resolution;
  for (auto& [name, selected] : packages) {
    std::ranges::sort(selected.features);
    std::ranges::sort(selected.uses);
    resolution.packages.push_back(std::move(selected));
  }
  return resolution;
}

}  // namespace

Result<std::variant<Resolution, Unsolvable>> resolve(std::span<const Member> members,
                                                     PackageProvider& provider, const Options& options) {
  Incompatibilities known;
  Facts facts(members, provider, options, known);
  HULL_CHECK(facts.start());
  HULL_TRY(const auto outcome, solve(known, facts));
  if (const Conflict* conflict = std::get_if<Conflict>(&outcome)) {
    return Unsolvable{explain(known, facts.catalog(), *conflict)};
  }
  return read_solution(facts.catalog(), std::get<Solution>(outcome));
}

}  // namespace hull::resolve
