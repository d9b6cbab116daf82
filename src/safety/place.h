// Places: the memory that a function can name, as a base and projections.
//
//   x            a local                      x.f        a field
//   x.*          what `x` contains            x.*.it     a position in it, as iterators hold
//   p->          what the pointer at `p`, or the view at `p`, referred to when the function starts
//
// Two places conflict when one lies within the other: who destroys `x` destroys `x.f` and `x.*`. Places are
// interned, so that equal places are equal numbers. All paths from a place at kMaxDepth lead to one that is
// beyond: it stands for many objects, of which it is not known that any of them ends.
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace hull::safety {

using PlaceId = std::uint32_t;
inline constexpr PlaceId kNoPlace = ~PlaceId{0};

/// Where a place begins.
enum class Base : std::uint8_t {
  Local,      ///< A variable with automatic storage.
  Parameter,  ///< The same, given by the caller: what its parts hold at the start is the caller's.
  Temporary,  ///< An object without a name.
  Heap,       ///< What one `new` expression, or call that allocates, makes.
  Static,     ///< Lives as long as the program: globals, string literals, functions.
  Result,     ///< What the function returns.
};

/// A step from a place to a part of it.
enum class Step : std::uint8_t {
  None,     ///< The place is a base.
  Field,    ///< A member; `what` is its declaration.
  Content,  ///< The elements of an array or container.
  Cursor,   ///< A position in a container: dies with the content, or alone (a rehash).
  Pointee,  ///< What the pointer, view or owner at the parent refers to: known of it only that it is there.
  // In the paths of a summary only:
  Extent,  ///< How many elements there are from where the pointer at the parent points, or in the view.
  Text,    ///< How long the text is that the pointer at the parent points to.
};

struct Place {
  Base base;
  Step step = Step::None;
  PlaceId parent = kNoPlace;
  const void* what = nullptr;  ///< Declaration or expression of a base, declaration of a field.
  std::uint32_t depth = 0;
  std::uint32_t generation =
      0;              ///< Of a Heap base: 0 for the newest object of an allocation, 1 for all older.
  bool many = false;  ///< Stands for several objects: a write to it keeps what was there.
  bool lent = false;  ///< Begins at a parameter or a static: its parts hold what others left there.
};

class PlaceTable {
 public:
  static constexpr std::uint32_t kMaxDepth = 7;

  PlaceId base(Base base, const void* what, std::uint32_t generation = 0);
  PlaceId field(PlaceId of, const void* declaration) { return step(of, Step::Field, declaration); }
  PlaceId content(PlaceId of) { return step(of, Step::Content, nullptr); }
  PlaceId cursor(PlaceId content) { return step(content, Step::Cursor, nullptr); }
  PlaceId pointee(PlaceId of) { return step(of, Step::Pointee, nullptr); }
  /// What lies beside `of` when that turns out to be an element of an array.
  PlaceId beside(PlaceId of) { return step(of, Step::Content, &kBeside); }
  bool is_beside(PlaceId id) const { return is_beside_mark(places_[id].what); }
  static const void* beside_mark() { return &kBeside; }
  static bool is_beside_mark(const void* what) { return what == &kBeside; }
  PlaceId step(PlaceId of, Step step, const void* what);

  const Place& operator[](PlaceId id) const { return places_[id]; }
  std::size_t size() const { return places_.size(); }
  /// The base that `id` begins at.
  PlaceId root(PlaceId id) const;
  /// Whether `inner` is `outer` or a part of it that dies with it: pointees live on.
  bool within(PlaceId inner, PlaceId outer) const;
  /// Whether `id` stands for whatever is too deep to be named.
  bool beyond(PlaceId id) const { return places_[id].depth > kMaxDepth; }
  /// Whether `inner` is reached from `outer`, also through pointers that were there when the function began.
  bool behind(PlaceId inner, PlaceId outer) const;
  /// Whether `id` is reached through a pointer of somebody outside the function.
  bool outside(PlaceId id) const;
  /// `id` with its beginning `from` replaced by `to`; nullopt when it does not begin there.
  std::optional<PlaceId> rebased(PlaceId id, PlaceId from, PlaceId to);
  /// The direct parts of `id` that were named so far.
  const std::vector<PlaceId>& parts(PlaceId id) const { return parts_[id]; }

 private:
  static constexpr char kBeside = 0;
  using Key = std::tuple<PlaceId, Step, Base, const void*, std::uint32_t>;
  PlaceId intern(const Key& key, const Place& place);

  std::vector<Place> places_;
  std::vector<std::vector<PlaceId>> parts_;
  struct Hash {
    std::size_t operator()(const Key& key) const {
      const auto& [parent, step, base, what, generation] = key;
      std::size_t hash = (std::uint64_t{parent} << 32) | (std::uint64_t{generation} << 16) |
                         (std::uint64_t{static_cast<std::uint8_t>(base)} << 8) |
                         static_cast<std::uint8_t>(step);
      hash = (hash ^ reinterpret_cast<std::uintptr_t>(what)) * 0x9E3779B97F4A7C15u;
      return hash ^ (hash >> 29);
    }
  };
  std::unordered_map<Key, PlaceId, Hash> known_;
};

}  // namespace hull::safety
