// Answers: a callee that changes nothing says the same again when it is asked the same, as long as nothing is
// written that it may have read. So `if (node->is_leaf()) ...` and `!node->is_leaf()` after it are never both
// true, also where nobody can tell what the answer comes from: bits of a number, a walk through a list.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

// Stands for the callee and what it is asked of; kNoTerm when that is not known, or it does more than answer.
TermId Interpreter::question(const State& state, const CallSite& call) {
  if (call.result != kNoPlace || !different(*call.summary).only_asks) return kNoTerm;
  TermId question = terms_.named(kNameQuestion, reinterpret_cast<std::uintptr_t>(call.summary));
  for (const Register argument : call.arguments) {
    const TermId given = get(state, argument).term;
    if (given == kNoTerm) return kNoTerm;
    question = terms_.named(kNameAskedOf, question, given);
  }
  return question;
}

void Interpreter::answered(State& state, TermId question, const Fact& fact, bool one_of_several) {
  // What has a name, and is all that can be said, will be said again.
  const TermId said = get(state, fact.to).term;
  if (!one_of_several && (terms_[said].op != TermOp::Symbol || terms_.lasting(said))) return;
  const auto& entries = state.entries();
  const auto known = std::count_if(entries.begin(), entries.end(), [](const auto& entry) {
    return kind_of(entry.first) == SlotKind::Answer;
  });
  if (static_cast<std::size_t>(known) >= kMostAnswers) return;
  SetId asked = 0;
  for (const Register argument : fact.call->arguments) asked = sets_.join(asked, get(state, argument).refers);
  state.put(slot(SlotKind::Answer, question), get(state, fact.to));
  state.put(slot(SlotKind::Asked, question), {asked, kNoTerm});
}

// Drops the answers if the fact writes to what callees may have read: to anything but a variable that nobody
// refers to.
void Interpreter::forget_answers(const Fact& fact, State& state) {
  const auto referred_to = [&](PlaceId root) {
    return std::any_of(state.entries().begin(), state.entries().end(), [&](const auto& entry) {
      const SlotKind kind = kind_of(entry.first);
      if (kind != SlotKind::Contents && kind != SlotKind::Asked) return false;
      const std::vector<Held>& members = sets_[entry.second.refers];
      return std::any_of(members.begin(), members.end(), [&](const Held& member) {
        return member.ended == 0 && places_.root(member.place) == root;
      });
    });
  };
  const auto alone = [&](PlaceId place) {
    const Base base = places_[place].base;
    return base != Base::Heap && base != Base::Static && !places_.outside(place) &&
           !referred_to(places_.root(place));
  };
  const auto all_alone = [&](Register where) {
    const std::vector<Held>& targets = held(state, where);
    return !targets.empty() && std::all_of(targets.begin(), targets.end(), [&](const Held& target) {
      return target.ended == 0 && alone(target.place);
    });
  };
  bool harmless = true;
  switch (fact.op) {
    case Op::Store:
    case Op::Put:
    case Op::Invalidate:
    case Op::EraseAt:
    case Op::Move:
    case Op::Scan:
    case Op::Renew:
    case Op::Vacate:
    case Op::SetSize:
    case Op::Grow:
    case Op::Resize:
    case Op::Free:
      harmless = all_alone(fact.a);
      break;
    case Op::CopyObject:
      harmless = all_alone(fact.b);
      break;
    case Op::Transfer:
      harmless = all_alone(fact.a) && all_alone(fact.b);
      break;
    case Op::Begin:
    case Op::Expire:
      harmless = alone(fact.place);
      break;
    case Op::Escape:
      harmless = (fact.flag && fact.number == 0) || all_alone(fact.a);
      break;
    case Op::Has:
      harmless = !fact.flag;
      break;
    case Op::Call:
      harmless = fact.call->summary != nullptr && different(*fact.call->summary).only_asks;
      break;
    case Op::Unseen:
      harmless = fact.flag;
      break;
    case Op::Reallocate:
    case Op::Unshare:
      harmless = false;
      break;
    default:
      break;
  }
  if (!harmless) state.drop_range(slot(SlotKind::Answer, 0), slot(SlotKind::Supposed, 0));
}

}  // namespace hull::safety
