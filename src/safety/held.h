// What a pointer, reference or view may refer to: places, each with how it ended if it did.
//
// That a place ended is kept with everyone who refers to it, not with the place: after `if (c) {
// v.push_back(1); p = &x; }` `p` refers to `x` or to a living element, and never to a dead one. Sets are
// interned: equal sets are equal numbers, joins are remembered, and a state is a few numbers per variable.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "safety/place.h"

namespace hull::safety {

/// An index into the events of a function; 0 is none.
using EventId = std::uint32_t;

struct Held {
  PlaceId place;
  EventId ended = 0;  ///< 0: alive.
  auto operator<=>(const Held&) const = default;
};

using SetId = std::uint32_t;  ///< 0 is the empty set.

class HeldSets {
 public:
  /// More in one set than this says nothing any more: the set becomes the empty one, which refers to nothing
  /// known.
  static constexpr std::size_t kMost = 64;

  HeldSets() { intern({}); }
  /// `members` need not be sorted.
  SetId intern(std::vector<Held> members);
  SetId one(Held held);
  SetId join(SetId a, SetId b);
  /// Stays where it is when other sets come.
  const std::vector<Held>& operator[](SetId id) const { return *sets_[id]; }

 private:
  struct Hash {
    std::size_t operator()(const std::vector<Held>& members) const {
      std::size_t hash = members.size();
      for (const Held& member : members)
        hash = (hash ^ ((std::uint64_t{member.ended} << 32) | member.place)) * 0x9E3779B97F4A7C15u;
      return hash ^ (hash >> 32);
    }
  };
  std::unordered_map<std::vector<Held>, SetId, Hash> known_;
  std::vector<const std::vector<Held>*> sets_;
  std::vector<SetId> alive_;  ///< By place: the set of it alone, alive; 0 when nobody asked.
  std::unordered_map<std::uint64_t, SetId> joins_;
};

}  // namespace hull::safety
