#include "resolve/agenda.h"

namespace hull::resolve {
namespace {

/// So many conflicts move a package forward. A few are the rule, and no reason to leave the order that avoids
/// them.
constexpr std::ptrdiff_t kConflictsPerStep = 8;

}  // namespace

void Agenda::consider(PackageId package) {
  if (!is_open(package)) return;
  if (is_forced(package)) {
    forced_.push_back(package);
  } else {
    others_.push({key(package), package});
  }
}

std::optional<PackageId> Agenda::next() {
  for (; !forced_.empty(); forced_.pop_front()) {
    const PackageId package = forced_.front();
    if (is_open(package) && is_forced(package)) return package;
  }
  while (!others_.empty()) {
    const Entry first = others_.top();
    const bool counts = is_open(first.package) && !is_forced(first.package);
    const Key now = key(first.package);
    if (counts && first.key == now) return first.package;
    others_.pop();
    if (counts) others_.push({now, first.package});
  }
  return {};
}

bool Agenda::is_open(PackageId package) const {
  if (!solution_.must_be_present(package) || solution_.decision(package)) return false;
  const PackageId after = known_.after(package);
  return after == package || solution_.decision(after);
}

Agenda::Key Agenda::key(PackageId package) const {
  const Package& state = packages_[index(package)];
  return {state.rank, -(state.conflicts / kConflictsPerStep), state.heard};
}

}  // namespace hull::resolve
