// What is true at one point of one path: who refers to what, what has ended, which values are known.
//
// A state belongs to a path, not to a point of the program: where two branches meet, both states go on, until
// they are equal or there are too many. So `if (done) delete p; ... if (!done) use(p)` needs no special case.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "safety/doubt.h"
#include "safety/held.h"
#include "safety/term.h"

namespace hull::safety {

/// What a state knows something of. Registers and places are numbers of the function's.
enum class SlotKind : std::uint8_t {
  Register,      ///< The value of an expression.
  Contents,      ///< What a place holds.
  Moved,         ///< The place was moved from: the event is in `refers`.
  MovedElement,  ///< One of many was: the index is that of the term that says which, the place is in
                 ///< `refers`.
  Unwritten,     ///< The place has no value yet: the event is in `refers`. Nobody wrote it, or the term says
                 ///< more: a callee did not on this way (1), or it depends on how many were read.
  Size,          ///< The number of elements of the container at the place.
  Origin,        ///< Where the elements that are here were when the function began: places of the caller's.
  First,         ///< Which element is its first: a term.
  Last,          ///< Which element is its last.
  Capacity,      ///< For how many elements it has room.
  Allocated,     ///< An object that somebody must free: the event is in `refers`.
  Made,          ///< How the object was made, hence must be freed: the event is in `refers`.
  Owned,         ///< A smart pointer or a container owns the object: the event is in `refers`.
  Shares,        ///< How many shared owners it has.
  Loop,          ///< How often the head of a loop was reached.
  Key,           ///< Whether a container has an element; the index is that of the term that asks.
  Vacant,        ///< The elements at the place, or the one whose identity it has, were made without a value.
  Answer,        ///< What a callee that only asks said: the index is that of the term for what it was asked.
  Asked,         ///< What it was asked of, in `refers`.
  Supposed,      ///< What a call left at the place depends on what is not known here.
  Kept,          ///< Somebody unknown may keep a pointer to the place, and write to it when called again.
  Text,          ///< How long the text is that the array at the place holds.
  Written,       ///< Where something was stored that the caller sees: the event is in `refers`.
  Lent,          ///< As Allocated, but somebody unknown was given it: the event is in `refers`.
  Destroyed,     ///< The object's destructor was called by hand: the event is in `refers`.
  OfElement,     ///< Where a pointer was got from: an element that is its only owner, whose identity is the
                 ///< term, with the place in `refers`; the index is that of the pointer's own term.
};
using Slot = std::uint64_t;
constexpr Slot slot(SlotKind kind, std::uint32_t index) {
  return (std::uint64_t{static_cast<std::uint8_t>(kind)} << 32) | index;
}
constexpr SlotKind kind_of(Slot slot) { return static_cast<SlotKind>(slot >> 32); }
constexpr std::uint32_t index_of(Slot slot) { return static_cast<std::uint32_t>(slot); }
/// Whether the slot holds a value; others hold an event in `refers`, or a term alone.
constexpr bool holds_value(Slot slot) {
  const SlotKind kind = kind_of(slot);
  return kind == SlotKind::Register || kind == SlotKind::Contents || kind == SlotKind::Answer;
}

/// A value: what it refers to, and what is known of it as a number or an identity.
struct Cell {
  SetId refers = 0;
  TermId term = kNoTerm;
  bool operator==(const Cell&) const = default;
};

/// A set of terms that is emptied and filled again and again.
class TermMarks {
 public:
  /// Nothing is in it; `terms` is how many terms there are.
  void clear(std::size_t terms) {
    ++round_;
    if (rounds_.size() < terms) rounds_.resize(terms, 0);
  }
  void add(TermId term) { rounds_[term] = round_; }
  bool contains(TermId term) const { return rounds_[term] == round_; }

 private:
  std::vector<std::uint64_t> rounds_;
  std::uint64_t round_ = 0;
};

class State {
 public:
  const Cell* find(Slot slot) const;
  void put(Slot slot, Cell cell);
  void drop(Slot slot);
  /// Drops everything in [first, last).
  void drop_range(Slot first, Slot last);
  bool knows_any(Slot first, Slot last) const;
  /// Whether the same is known, with more or less doubt.
  bool operator==(const State& other) const {
    return entries_ == other.entries_ && ranges_ == other.ranges_ && relations_ == other.relations_ &&
           learned_ == other.learned_ && effects == other.effects;
  }
  /// Of all that the state knows: states with equal hashes are taken to be equal.
  std::uint64_t hash() const;
  /// An equal state is doubted less.
  void trust(const State& equal) {
    doubt = std::min(doubt, equal.doubt);
    chosen = chosen && equal.chosen;
    answered = answered && equal.answered;
  }
  /// Of who refers to what, and what has ended: not of what is known of values.
  std::uint64_t entries_hash() const;
  /// Of what it knows of symbols alone.
  std::uint64_t ranges_hash() const;

  std::vector<std::pair<Slot, Cell>>& entries() { return entries_; }
  const std::vector<std::pair<Slot, Cell>>& entries() const { return entries_; }

  // Values: what was learned of symbols, and which comparisons of symbols are true.
  Range range(const TermTable& terms, TermId term) const;
  /// What a sum of symbols can be.
  Range range(const TermTable& terms, const Linear& sum, std::int64_t constant) const;
  /// Adds that `term` is not 0 (or is 0). False when that cannot be.
  bool assume(TermTable& terms, TermId term, bool truth, bool guess = false);
  /// Whether `term` is known to be true or false.
  std::optional<bool> truth(const TermTable& terms, TermId term) const;
  /// What the comparisons that are known say of `a - b`, for symbols.
  Range difference(const TermTable& terms, TermId a, TermId b) const;
  /// What was learned of a comparison by asking it; nothing when it follows from elsewhere.
  std::optional<bool> asked(TermId comparison) const;
  bool narrow(const TermTable& terms, TermId symbol, Range to);
  /// A callee took its way because the comparison is true (or not): proves nothing bad, but that another way
  /// on which it is not is not taken after it.
  void learn(TermTable& terms, TermId comparison, bool truth);
  std::optional<bool> learned(TermId comparison) const;
  /// Somebody asks `term`: what was guessed of its parts is a case of the program now.
  void confirm(const TermTable& terms, TermId term);
  /// Forgets what is known of symbols that nothing holds any more. `held` is room to work in.
  void forget_unused(const TermTable& terms, TermMarks& held);
  const std::vector<std::pair<TermId, Range>>& ranges() const { return ranges_; }
  const std::vector<std::pair<TermId, bool>>& relations() const { return relations_; }
  const std::vector<std::pair<TermId, bool>>& learned() const { return learned_; }

  /// Effects on memory of the caller so far: an index into the interpreter's log.
  std::uint32_t effects = 0;
  Doubt doubt = Doubt::None;
  bool chosen = false;    ///< A callee took its way because of what it was passed, of which nothing is known.
  bool answered = false;  ///< A call in this block has several ways, and nobody knows which of them it took.

 private:
  /// What is learned of more comparisons is not kept.
  static constexpr std::size_t kMostLearned = 8;
  Range computed_range(const TermTable& terms, const Computed& computed) const;

  std::vector<std::pair<Slot, Cell>> entries_;      // sorted
  std::vector<std::pair<TermId, Range>> ranges_;    // sorted
  std::vector<std::pair<TermId, bool>> relations_;  // sorted
  std::vector<std::pair<TermId, bool>> learned_;    // sorted
};

}  // namespace hull::safety
