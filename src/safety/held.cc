#include "safety/held.h"

#include <algorithm>

namespace hull::safety {

SetId HeldSets::intern(std::vector<Held> members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  if (members.size() > kMost) return 0;
  const auto [entry, fresh] = known_.try_emplace(std::move(members), static_cast<SetId>(sets_.size()));
  if (fresh) sets_.push_back(&entry->first);
  return entry->second;
}

SetId HeldSets::one(Held held) {
  if (held.ended != 0) return intern({held});
  if (held.place >= alive_.size()) alive_.resize(held.place + 1, 0);
  SetId& known = alive_[held.place];
  if (known == 0) known = intern({held});
  return known;
}

SetId HeldSets::join(SetId a, SetId b) {
  if (a == b || b == 0) return a;
  if (a == 0) return b;
  if (a > b) std::swap(a, b);
  const auto [entry, fresh] = joins_.try_emplace((std::uint64_t{a} << 32) | b, 0);
  if (!fresh) return entry->second;
  std::vector<Held> members = *sets_[a];
  members.insert(members.end(), sets_[b]->begin(), sets_[b]->end());
  return joins_[(std::uint64_t{a} << 32) | b] = intern(std::move(members));
}

}  // namespace hull::safety
