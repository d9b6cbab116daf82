// Facts: what a function does with memory, one step each, in the order of its control flow graph.
//
// A function is lowered once; the interpreter reads facts and never the syntax tree. A register holds what
// one expression evaluated to. For a pointer, reference, view, iterator or owner: the places it may refer to,
// and its identity. For an lvalue or an object of class type: the places it may name. For a number: a term.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "safety/doubt.h"
#include "safety/place.h"
#include "safety/term.h"

namespace hull::safety {

using Register = std::uint32_t;
inline constexpr Register kNoRegister = ~Register{0};

/// A point of the program, for messages. Only the reporter knows what the number means.
using Where = std::uintptr_t;

enum class Op : std::uint8_t {
  // Values
  Address,    ///< to := the address of place, never null
  Constant,   ///< to := number
  Unknown,    ///< to := some value of `shape`; when `deep`, what a search gave; with `number` 1 what somebody
              ///< unknown says, with 2 the largest or smallest of its type
  Both,       ///< to := a and b, of which it refers to all
  Either,     ///< to := a where this path evaluated it, else b; flag: as a truth value
  Load,       ///< to := what the places in a hold, of `shape`; when `deep` their parts too
  Store,      ///< the places in a hold b from now on
  Put,        ///< the places in a hold b too
  Part,       ///< to := the places in a, each with `step` and `what`, a number if it has a `shape`
  Element,    ///< to := the elements at the positions in a; what is no position stays
  Add,        ///< to := a + number
  Less,       ///< to := a < b
  Equal,      ///< to := a == b
  Not,        ///< to := !a
  Compute,    ///< to := a and b by the Arithmetic `number`
  MaybeNull,  ///< to := a, or null: nobody has asked yet; it is a where b is true, if there is a b; when
              ///< `deep`, there only, and perhaps not even there
  // Objects
  Begin,       ///< place begins to exist; without a value when `flag`
  Expire,      ///< place ends: end of scope or of a full expression
  Free,        ///< the objects that a refers to are destroyed; `number` says how they must have been made
  Invalidate,  ///< what refers to the places in a must not be used any more; they keep what they hold if
               ///< `flag`; with `number` only if the container that they are reached through has elements.
               ///< With the step to the content what these elements contain stays where it is, with the step
               ///< to a field they see to what they have of themselves. The same for Grow
  EraseAt,     ///< who has the position or element b of the containers in a must not use it any more; with
               ///< the step to a cursor only who has the position: the element lives on elsewhere
  Move,        ///< the places in a are moved from, unless they are those in b or parts of them
  Scan,        ///< the places in a have a fresh value, if `number` is less than b
  Renew,       ///< the places in a have a fresh value; or, with `deep`, none: only their memory is there
  Transfer,    ///< what is within the places in a lies within the places in b now
  CopyObject,  ///< what the places in a hold, parts included, is held by the places in b; when `deep`, a is
               ///< in truth the object at b, which has parts that nobody here knows of when `flag`
  Escape,  ///< somebody unknown may keep what a refers to, and write to it unless `flag`; with `number` in
           ///< any case to what lies behind the pointers in it
  Unseen,  ///< Somebody unknown is called: he may write to what he keeps, and to what is static, unless
           ///< `flag`
  // Ownership
  Allocate,    ///< place begins to exist and somebody must free it the way `number` says
  Own,         ///< the same for a place that has begun already
  Reallocate,  ///< to := place, allocated in the stead of a; or null, and a is as it was
  Freeing,     ///< what a refers to is about to be destroyed: that must not have happened before
  Adopt,       ///< a smart pointer or container owns what a refers to; has done so before when `deep`, alone
               ///< when `flag`, as the object b
  Disown,      ///< ... and does not any more
  Share,       ///< one shared owner more of what a refers to
  Lock,        ///< to := what the weak pointer a refers to, if it is there
  Hold,        ///< to := something that is not null and refers to what a refers to
  Unshare,     ///< one less; the last destroys it
  // Containers
  Size,      ///< to := the number of elements of a
  TextSize,  ///< to := how long the text is that a points to
  SetText,   ///< the array that a points into holds a text of length b, if a points to its beginning
  Recast,    ///< to := a, taken for a pointer to something of another size: of `number` bytes
  ViewOf,    ///< to := a view of what a refers to, of b elements
  ViewSize,  ///< to := the number of elements of the view whose value is a
  Past,      ///< to := the position after the last element of the array that a points into
  Vacate,    ///< the elements of a hold nothing, or its element b does if it is new; with `deep` somebody may
             ///< have filled those around a
  SetSize,   ///< a has b elements; or `number`, which its type says when `deep`
  Grow,      ///< a gets `number` elements at its end: moves the others unless there is room
  Resize,    ///< a has `number` elements more (or fewer) than before
  Reserve,   ///< a has room for b
  Position,  ///< to := a position in a: the first (number 0), the end (1), any (2), one found by key b (3),
             ///< the
             ///< one after the position b (4)
  FindIn,    ///< to := a position from a on, or the end b
  Counted,   ///< to := how many there are of some kind in the container a, or that the position a is in
  At,        ///< to := the element of a at key b (number 0), its first (1), its last (2)
  Has,       ///< to := whether a has an element with key b; says that it does from now on when `flag`
  // Checks
  Use,           ///< memory that a refers to is read or written, or handed to someone who will
  Read,          ///< the value at the places in a is read
  NonEmpty,      ///< a has elements
  Index,         ///< b is an index of a, or its size when `flag`
  IndexPointer,  ///< the same for the array that a points into
  Limit,         ///< b is at most the size of a
  Apart,         ///< what a and b refer to does not overlap: one of them is written through
  // Control
  Assume,  ///< a is true (when `flag`), or this path does not exist; when `deep`, is doubted
  Call,    ///< a function with a summary is called
  Throw,   ///< an exception is thrown
  Catch,   ///< a handler begins: what was on its way to an owner is not followed
  Stop,    ///< nothing comes after this
  Forget,  ///< no register is needed any more
};

/// What kind of value an expression has.
enum class Shape : std::uint8_t { None, Signed, Unsigned, Bool, Pointer, Real };

/// How an object was made, hence how it must be freed. What is given back goes the way that a deleter of the
/// author's own knows; a file is opened and closed. What was destroyed by hand goes back to a pool.
enum Allocation : std::int64_t {
  kAnyAllocation,
  kNew,
  kNewArray,
  kMalloc,
  kOwner,
  kGivenBack,
  kFile,
  kPooled
};

/// What is dereferenced, for the code of a finding.
enum class Handle : std::uint8_t { Raw, Smart, Optional, Iterator, Function, Reference, View, Loop };

/// Why something ended, for the code and the words of a finding.
enum class Cause : std::uint8_t {
  None,
  Scope,
  Temporary,
  Delete,
  Owner,
  Move,
  Elements,
  Call,
  Declared,
  Null
};

struct Summary;

/// A call with a summary. Registers of objects of class type name the object, others hold the value.
///
/// Where the callee is defined elsewhere, its summary may come later: until then the `otherwise` facts behind
/// the call say what an unknown function does, and with it they are passed over.
struct CallSite {
  /// Of the objects that one call makes no more are told apart.
  static constexpr std::size_t kMostMade = 8;
  const Summary* summary = nullptr;
  std::shared_ptr<const Summary> own;  ///< Of a callee that is no function: `summary` then.
  const char* callee = nullptr;        ///< Its key for other units (unit.h); null when nobody joins units.
  std::uint64_t otherwise = 0;
  std::vector<Register> arguments;        ///< `this` first, when there is one.
  PlaceId result = kNoPlace;              ///< Where an object of class type goes.
  std::array<char, kMostMade> made = {};  ///< Their addresses name the objects that the call makes.
  bool destroys = false;                  ///< A destructor, of what may be nothing.
  /// Where strict code makes the call, which is told unless its callee turns out to be checked; 0 for others.
  Where strict = 0;
};

struct Fact {
  Op op;
  Register to = kNoRegister;
  Register a = kNoRegister;
  Register b = kNoRegister;
  PlaceId place = kNoPlace;
  Step step = Step::None;
  Cause cause = Cause::None;
  Shape shape = Shape::None;
  Handle handle = Handle::Raw;
  bool flag = false;
  bool deep = false;
  std::int64_t number = 0;
  const void* what = nullptr;  ///< Of Part: the field.
  Where where = 0;
  const char* word =
      nullptr;  ///< "push_back", "reset": what a person would call it. Lives as long as the program.
  const CallSite* call = nullptr;
};

inline constexpr std::uint32_t kNoBlock = ~std::uint32_t{0};

/// Whether a condition decides if a loop goes on, asked before each of its rounds or after.
enum class LoopTest : std::uint8_t { None, Before, After };

struct FactBlock {
  std::vector<Fact> facts;
  /// Two successors and a condition: the first is taken when it is true. A switch has a value for each but
  /// the last, which is the default.
  std::vector<std::uint32_t> successors;  ///< kNoBlock is no edge.
  Register condition = kNoRegister;
  std::vector<std::pair<std::int64_t, std::int64_t>> cases;
  bool loop = false;               ///< The head of a loop.
  LoopTest test = LoopTest::None;  ///< Whether its condition is that of a loop.
  Doubt doubt = Doubt::None;       ///< Of whoever comes here: where an assertion tells of its failure.
};

/// One function.
struct Facts {
  PlaceTable places;
  std::vector<FactBlock> blocks;
  std::vector<std::unique_ptr<CallSite>> calls;
  std::uint32_t entry = 0, exit = 0;
  std::uint32_t registers = 0;
  PlaceId result = kNoPlace;
  std::vector<PlaceId> parameters;  ///< `this` first, when there is one.
  Where end = 0;
  bool program = false;                   ///< Is `main`: what statics hold when it ends nobody reads.
  bool strict = false;                    ///< What is not known is told, too.
  std::unordered_set<const void*> texts;  ///< Bases that are string literals.
  /// Fields that refer to what they do not own. In strict code only.
  std::unordered_set<const void*> borrowers;
  /// Of bases and fields: what a person calls them.
  std::unordered_map<const void*, const char*> names;
  /// Bases and fields, also of other functions, that hold what can be called: closures, function objects,
  /// rows of them.
  std::shared_ptr<std::unordered_set<const void*>> callables =
      std::make_shared<std::unordered_set<const void*>>();
};

}  // namespace hull::safety
