#include "safety/place.h"

namespace hull::safety {

PlaceId PlaceTable::intern(const Key& key, const Place& place) {
  const auto [entry, fresh] = known_.try_emplace(key, static_cast<PlaceId>(places_.size()));
  if (fresh) {
    places_.push_back(place);
    parts_.emplace_back();
    if (place.parent != kNoPlace) parts_[place.parent].push_back(entry->second);
  }
  return entry->second;
}

PlaceId PlaceTable::base(Base base, const void* what, std::uint32_t generation) {
  return intern({kNoPlace, Step::None, base, what, generation},
                {.base = base,
                 .what = what,
                 .generation = generation,
                 .many = generation > 0,
                 .lent = base == Base::Parameter || base == Base::Static});
}

PlaceId PlaceTable::step(PlaceId of, Step step, const void* what) {
  const Place parent = places_[of];
  // A position of a position folds.
  if (parent.step == Step::Cursor && step != Step::Pointee) return of;
  if (beyond(of)) return of;
  const bool deepest = parent.depth == kMaxDepth;
  if (deepest) {
    step = Step::Pointee;
    what = nullptr;
  }
  // Most places have few parts: these are compared faster than hashed.
  constexpr std::size_t kFew = 8;
  const std::vector<PlaceId>& parts = parts_[of];
  if (parts.size() <= kFew) {
    for (const PlaceId part : parts) {
      if (places_[part].step == step && places_[part].what == what) return part;
    }
  }
  const bool many = parent.many || deepest || step == Step::Content || step == Step::Cursor;
  return intern({of, step, parent.base, what, 0}, {.base = parent.base,
                                                   .step = step,
                                                   .parent = of,
                                                   .what = what,
                                                   .depth = parent.depth + 1,
                                                   .many = many,
                                                   .lent = parent.lent || step == Step::Pointee});
}

PlaceId PlaceTable::root(PlaceId id) const {
  while (places_[id].parent != kNoPlace) id = places_[id].parent;
  return id;
}

bool PlaceTable::within(PlaceId inner, PlaceId outer) const {
  while (inner != outer) {
    const Place& place = places_[inner];
    if (place.parent == kNoPlace || place.step == Step::Pointee) return false;
    inner = place.parent;
  }
  return true;
}

bool PlaceTable::behind(PlaceId inner, PlaceId outer) const {
  while (inner != outer && inner != kNoPlace) inner = places_[inner].parent;
  return inner == outer;
}

bool PlaceTable::outside(PlaceId id) const {
  for (; id != kNoPlace; id = places_[id].parent) {
    if (places_[id].step == Step::Pointee) return places_[root(id)].lent;
  }
  return false;
}

std::optional<PlaceId> PlaceTable::rebased(PlaceId id, PlaceId from, PlaceId to) {
  if (id == from) return to;
  const Place place = places_[id];
  if (place.parent == kNoPlace) return std::nullopt;
  const auto parent = rebased(place.parent, from, to);
  if (!parent) return std::nullopt;
  return step(*parent, place.step, place.what);
}

}  // namespace hull::safety
