// What is true before and after each fact of a function: who refers to what, and what has ended.
//
// A forward analysis over the facts' graph. A state maps slots (what a register or a place holds, whether a
// place was moved from) to sets of held places; joins are unions, so a set says what some path may have made
// of it. What looks wrong on a joined state is a candidate: whether one path does it is another question.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "safety/fact.h"
#include "safety/held.h"

namespace hull::safety {

/// How something ended, and where.
struct Event {
  Cause cause;
  Where where;
  PlaceId place;     ///< What ended.
  const char* word;  ///< "push_back"; null where the cause says all.
};

/// What a state knows something of.
enum class SlotKind : std::uint8_t { Register, Contents, Moved };
using Slot = std::uint64_t;
constexpr Slot slot(SlotKind kind, std::uint32_t index) {
  return (std::uint64_t{index} << 2) | static_cast<std::uint64_t>(kind);
}
constexpr SlotKind kind_of(Slot slot) { return static_cast<SlotKind>(slot & 3); }
constexpr std::uint32_t index_of(Slot slot) { return static_cast<std::uint32_t>(slot >> 2); }

/// Sets by slot, sorted. A slot that is not there has its set from the start: for contents of outside places
/// what the caller left there, else nothing.
class State {
 public:
  /// The set, or nullptr.
  const SetId* find(Slot slot) const;
  void put(Slot slot, SetId set);
  void drop(Slot slot);
  bool operator==(const State&) const = default;

  std::vector<std::pair<Slot, SetId>>& entries() { return entries_; }
  const std::vector<std::pair<Slot, SetId>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<Slot, SetId>> entries_;
};

/// What a fact did that it should not.
enum class Wrong : std::uint8_t {
  UseOfEnded,     ///< Memory that has ended is used.
  UseOfMoved,     ///< A value that was moved from is read.
  EndedTwice,     ///< Freed a second time.
  FreeOfOther,    ///< Freed, but nothing that `new` gave.
  EscapeOfEnded,  ///< The caller is left with something that has ended.
};

struct Candidate {
  Wrong wrong;
  const Fact* fact;  ///< Null: at the end of the function.
  PlaceId place;     ///< What was used, or where the caller finds it.
  EventId event;
  auto key() const { return std::tuple(wrong, fact, place, event); }
};

/// Runs facts over states. One per function.
class Flow {
 public:
  explicit Flow(Facts& facts);

  using Report = std::function<void(const Candidate&)>;
  /// Applies one fact. `report` (may be empty) is told what is wrong with it.
  void apply(const Fact& fact, State& state, const Report& report);
  /// What is wrong when the function ends in `state`.
  void leave(const State& state, const Report& report);

  State join(const State& a, const State& b);
  /// The state before each block, at the fixed point; false when the budget of `steps` facts ran out.
  bool solve(std::size_t steps);
  const std::vector<State>& before() const { return before_; }
  const std::vector<bool>& reached() const { return reached_; }

  const Event& event(EventId id) const { return events_[id]; }
  const HeldSets& sets() const { return sets_; }
  /// What the places of `set` hold, all parts included when `deep`.
  SetId load(const State& state, SetId set, bool deep);
  SetId contents(const State& state, PlaceId place);
  SetId deep_contents(const State& state, PlaceId place);

 private:
  EventId event_of(const Fact& fact, PlaceId place);
  SetId get(const State& state, Register id) const;
  SetId moved(const State& state, PlaceId place) const;
  void put_contents(State& state, PlaceId place, SetId set, bool strong);
  void end(State& state, PlaceId place, EventId event, bool possibly);
  void invalidate(const Fact& fact, State& state);
  void store(const Fact& fact, State& state, bool replace);
  void transfer(const Fact& fact, State& state);
  void copy_object(State& state, PlaceId from, PlaceId to, bool strong, unsigned depth);
  void begin(State& state, PlaceId place);
  void check_use(const Fact& fact, const State& state, const Report& report);
  void check_read(const Fact& fact, const State& state, const Report& report);

  Facts& facts_;
  PlaceTable& places_;
  HeldSets sets_;
  std::vector<Event> events_{{}};
  std::map<std::pair<const Fact*, PlaceId>, EventId> event_ids_;
  std::vector<State> before_;
  std::vector<bool> reached_;
};

}  // namespace hull::safety
