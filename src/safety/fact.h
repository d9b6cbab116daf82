// Facts: what a function does with memory, one step each, in the order of its control flow graph.
//
// A function is lowered once; analyses read facts and never the syntax tree. A register holds what one
// expression evaluated to: the places that a pointer, reference or view may refer to, or the places that an
// lvalue may name. So `*p` is the register of `p` read as an lvalue, and no fact is needed for it but a Use.
#pragma once

#include <cstdint>
#include <vector>

#include "safety/place.h"

namespace hull::safety {

using Register = std::uint32_t;
inline constexpr Register kNoRegister = ~Register{0};

/// A point of the program, for messages: the address of the expression or declaration. Only the reporter
/// looks inside.
using Where = const void*;

enum class Op : std::uint8_t {
  Address,      ///< to := { place }
  Copy,         ///< to := a and b
  Load,         ///< to := what the places in a hold; when `deep`, their parts too
  Store,        ///< the places in a hold b from now on
  Merge,        ///< the places in a hold b too
  Project,      ///< to := the places in a, each with `step`
  Dereference,  ///< to := the elements at the positions in a; what is no position stays
  Use,          ///< memory that a refers to is read or written, or handed to someone who will
  Read,         ///< the value at the places in a is read
  Expire,       ///< place ends: end of scope or of a full expression
  Free,         ///< the objects that a refers to are destroyed
  Invalidate,   ///< what refers to the places in a must not be used any more
  Move,         ///< the places in a are moved from
  Renew,        ///< the places in a have a fresh value
  Transfer,     ///< what is within the places in a lies within the places in b now
  CopyObject,   ///< what the places in a hold, parts included, is held by the places in b
  Begin,        ///< place begins to exist, holding nothing
  Forget,       ///< register a is not needed any more
};

/// Why something ended, for the code and the words of a finding.
enum class Cause : std::uint8_t { None, Scope, Temporary, Delete, Reset, Move, Container, Call };

struct Fact {
  Op op;
  Register to = kNoRegister;
  Register a = kNoRegister;
  Register b = kNoRegister;
  PlaceId place = kNoPlace;
  Step step = Step::None;
  Cause cause = Cause::None;
  const void* what = nullptr;  ///< Of Project: the field.
  Where where = nullptr;
  const char* word =
      nullptr;        ///< "push_back", "reset": what a person would call it. Lives as long as the program.
  bool deep = false;  ///< Of Load.
};

struct FactBlock {
  std::vector<Fact> facts;
  std::vector<std::uint32_t> successors;  ///< kNoBlock is no edge.
};

inline constexpr std::uint32_t kNoBlock = ~std::uint32_t{0};

/// One function.
struct Facts {
  PlaceTable places;
  std::vector<FactBlock> blocks;
  std::uint32_t entry = 0, exit = 0;
  std::uint32_t registers = 0;
  PlaceId result = kNoPlace;
};

}  // namespace hull::safety
