// Calls: an outcome of a function is done again in the state of its caller.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

// The same for the caller: which element it is of the container at `container`.
TermId Interpreter::told_element(State& state, const CallSite& call, std::int64_t number,
                                 const SummaryPath& which, PlaceId container) {
  switch (number) {
    case SummaryEffect::kFirst:
    case SummaryEffect::kLast:
      return element_at(state, {{container}}, static_cast<std::uint64_t>(number), {});
    case SummaryEffect::kAtPosition:
      return resolve(state, call, which, true).term;
    case SummaryEffect::kAtKey: {
      // A key that is an object is known by where it is.
      Cell key = resolve(state, call, which, true);
      return element_at(state, {{container}}, 0, key);
    }
    default:
      return kNoTerm;
  }
}

// The places that `path` names for the caller, or with `as_value` the value that is there.
// `unsure` is set when they are among others.
Cell Interpreter::resolve(State& state, const CallSite& call, const SummaryPath& path, bool as_value,
                          bool* unsure, Trail* trail) {
  Cell at;
  const auto value_at = [&](const Cell& where, Shape shape) {
    const Cell loaded = load(state, where, shape, false);
    if (unsure) *unsure |= one_of_many_.contains(loaded.term);
    return loaded;
  };
  std::size_t next = 0;
  const auto& steps = path.steps;
  if (path.parameter == SummaryPath::kStatic) {
    at = {sets_.one({places_.base(Base::Static, path.base)}), kNoTerm};
  } else if (path.parameter == SummaryPath::kResult) {
    if (call.result == kNoPlace) return {};
    at = {sets_.one({call.result}), kNoTerm};
  } else if (path.parameter == SummaryPath::kMade) {
    if (path.made >= made_.size()) return {};
    at = {sets_.one({made_[path.made]}), kNoTerm};
  } else {
    if (path.parameter >= call.arguments.size()) return {};
    const Cell argument = get(state, call.arguments[path.parameter]);
    const bool object = path.parameter < call.summary->object.size() && call.summary->object[path.parameter];
    if (object) {
      at = argument;
    } else {
      if (unsure) *unsure |= one_of_many_.contains(argument.term);
      // The register holds what the parameter holds.
      if (steps.empty()) return argument;
      if (steps.front().first == Step::Extent) return {0, extent(state, argument)};
      if (steps.front().first == Step::Text) return {0, text_size(state, argument)};
      if (steps.front().first != Step::Pointee) return {};
      at = argument;
      next = 1;
    }
  }
  if (trail) {
    const std::size_t first = next;
    if (trail->path && trail->path->parameter == path.parameter && trail->path->base == path.base &&
        trail->path->made == path.made) {
      const auto& last = trail->path->steps;
      while (next < steps.size() && next < last.size() && first + trail->cells.size() > next + 1 &&
             steps[next] == last[next])
        ++next;
      if (next > first) at = trail->cells[next - first];
    }
    trail->path = &path;
    trail->cells.resize(next - first + 1);
    trail->cells.back() = at;
  }
  for (; next < steps.size(); ++next) {
    const auto& [step, what] = steps[next];
    if (as_value && step == Step::Cursor) {
      const std::vector<Held>& containers = sets_[at.refers];
      return containers.size() == 1 && containers.front().ended == 0
                 ? size_of(state, containers.front().place)
                 : Cell{};
    }
    if (step == Step::Extent || step == Step::Text) {
      const Cell value = value_at(at, Shape::Pointer);
      return {0, step == Step::Extent ? extent(state, value) : text_size(state, value)};
    }
    if (step == Step::Pointee) {
      at = value_at(at, Shape::Pointer);
    } else {
      const auto part = [&, step = step, what = what](const Held& held) {
        const Place& known = places_[held.place];
        // A part of what is at a position is a part of the element.
        const PlaceId whole = known.step == Step::Cursor ? known.parent : held.place;
        // An element of an array lies beside the others.
        const bool among = places_.is_beside_mark(what) && known.step == Step::Content;
        return Held{among ? held.place : places_.step(whole, step, what), held.ended};
      };
      const std::vector<Held>& wholes = sets_[at.refers];
      at.term = kNoTerm;
      if (wholes.size() == 1) {
        const Held one = part(wholes.front());
        if (step == Step::Field && one.ended == 0 && !places_[one.place].many)
          at.term = address_term(one.place);
        at.refers = sets_.one(one);
      } else {
        std::vector<Held> parts;
        for (const Held& held : wholes) parts.push_back(part(held));
        at.refers = sets_.intern(std::move(parts));
      }
    }
    if (trail) trail->cells.push_back(at);
  }
  if (as_value) return value_at(at, Shape::None);
  return at;
}

// Whether the arguments can be what the outcome asks of them; they are from then on.
bool Interpreter::possible(const Fact& fact, State& state, const Outcome& outcome, bool* told,
                           Learned* learned) {
  if (told) *told = true;
  for (const auto& [path, low, high, not_zero] : outcome.when) {
    const Cell value = resolve(state, *fact.call, path, true);
    if (value.term == kNoTerm) {
      if (told) *told = false;
      continue;
    }
    // What a callee asks about its arguments says nothing of what they are.
    const Range range = state.range(terms_, value.term);
    const bool known = range.constant() && !range.guess;
    if (told) *told &= known;
    const Range now = state.range(terms_, value.term);
    if (now.low >= low && now.high <= high && (!not_zero || state.truth(terms_, value.term) == true))
      continue;
    if (!state.narrow(terms_, value.term, {.low = low, .high = high, .not_zero = not_zero, .guess = !known}))
      return false;
  }
  for (const SummaryRelation& relation : outcome.relations) {
    const TermId related = this->related(state, *fact.call, relation);
    if (related == kNoTerm) {
      if (told) *told = false;
      continue;
    }
    auto known = state.truth(terms_, related);
    if (!known && relation.op == TermOp::Equal && different_objects(terms_[related].a, terms_[related].b))
      known = false;
    if (known && *known != relation.truth) return false;
    if (told) *told &= known.has_value();
    if (const auto before = known ? std::nullopt : state.learned(related);
        before && *before != relation.truth)
      return false;
    if (learned && !known) learned->emplace_back(related, relation.truth);
    // Whether a pointer is still the one to an object's own room is asked again, by who moves or frees it.
    const bool own_room = relation.op == TermOp::Equal && relation.a.address != relation.b.address;
    if (!known && own_room && !state.assume(terms_, related, relation.truth, true)) return false;
  }
  return true;
}

// The callee takes an object on some ways and on others not, and does not say on which: then nobody can say
// who frees it.
void Interpreter::settle_allocations(const Fact& fact, const State& before, std::vector<State>& states) {
  const auto told_apart = [&](const State& a, const State& b) {
    if (fact.to == kNoRegister) return false;
    const auto x = a.truth(terms_, get(a, fact.to).term), y = b.truth(terms_, get(b, fact.to).term);
    return x && y && *x != *y;
  };
  const std::vector<State> after = states;
  for (std::size_t i = 0; i < states.size(); ++i) {
    std::erase_if(states[i].entries(), [&](const auto& entry) {
      if (kind_of(entry.first) != SlotKind::Allocated) return false;
      // What this very call makes is another matter, but not what it made in an earlier round of a loop.
      if (!before.find(entry.first) && places_[index_of(entry.first)].generation == 0) return false;
      return std::any_of(after.begin(), after.end(), [&](const State& other) {
        return !other.find(entry.first) && !told_apart(other, after[i]);
      });
    });
  }
}

// A destructor that writes to links of others, or changes their lists, takes its object out of what it is
// linked into, also where too little is known of that for the writes to say so.
void Interpreter::unlink_destroyed(const Fact& fact, State& state) {
  std::set<const void*> links;
  const auto writes = [&](const SummaryPath& path) {
    auto steps = path.steps;
    const auto through = std::count_if(steps.begin(), steps.end(),
                                       [](const auto& step) { return step.first == Step::Pointee; });
    if (through > 1 && steps.back().first == Step::Content) steps.pop_back();
    if (through > 1 && steps.back().first == Step::Field) links.insert(steps.back().second);
  };
  for (const Outcome& outcome : fact.call->summary->outcomes) {
    for (const auto& [path, value] : outcome.stores) writes(path);
    for (const SummaryEffect& effect : outcome.effects) {
      if (effect.op == Op::EraseAt || effect.op == Op::Invalidate) writes(effect.path);
    }
  }
  if (links.empty()) return;
  const std::vector<Held> objects = held(state, fact.call->arguments.back());
  for (auto& [where, cell] : state.entries()) {
    if (kind_of(where) != SlotKind::Contents || cell.refers == 0) continue;
    const Place& place = places_[index_of(where)];
    const Place& link = place.step == Step::Content ? places_[place.parent] : place;
    if (link.step != Step::Field || !links.contains(link.what)) continue;
    std::vector<Held> members = sets_[cell.refers];
    const auto destroyed = [&](const Held& member) {
      return std::any_of(objects.begin(), objects.end(), [&](const Held& object) {
        return places_.within(member.place, object.place) && !places_.within(index_of(where), object.place);
      });
    };
    if (std::erase_if(members, destroyed) > 0) cell = {sets_.intern(std::move(members)), terms_.symbol({})};
  }
}

// How many were read is passed to a callee of whose answer nothing is known: it says whether they are enough.
void Interpreter::count_passed(State& state, const CallSite& call) {
  if (!state.knows_any(slot(SlotKind::Unwritten, 0), slot(SlotKind::Size, 0)) || call.result == kNoPlace)
    return;
  const bool told = std::ranges::any_of(call.summary->outcomes, [](const Outcome& outcome) {
    return std::ranges::any_of(outcome.stores, [](const auto& store) {
      return store.first.parameter == SummaryPath::kResult &&
             store.second.term != SummaryValue::Term::Unknown;
    });
  });
  if (told) return;
  for (const Register argument : call.arguments) {
    const Cell given = get(state, argument);
    const Cell behind = load(state, given, Shape::None, false);
    std::erase_if(state.entries(), [&](const auto& entry) {
      const TermId count = entry.second.term;
      return kind_of(entry.first) == SlotKind::Unwritten && count != kNoTerm && !terms_.value(count) &&
             (count == given.term || count == behind.term);
    });
  }
}

// What was freed is given to a callee that hands it to somebody unknown on every way: he uses it.
void Interpreter::check_handed_on(const Fact& fact, State& state, const std::vector<const Outcome*>& ways) {
  if (ways.empty()) return;
  for (std::uint32_t i = 0; i < fact.call->arguments.size(); ++i) {
    const Register given = fact.call->arguments[i];
    const std::vector<Held>& held = sets_[get(state, given).refers];
    if (held.size() != 1 || held.front().ended == 0) continue;
    const Held gone = held.front();
    if (events_[gone.ended].cause != Cause::Delete) continue;
    const SummaryPath object{.parameter = i, .steps = {{Step::Pointee, nullptr}}};
    const bool always = std::ranges::all_of(ways, [&](const Outcome* way) {
      return std::ranges::any_of(way->effects, [&](const SummaryEffect& effect) {
        return effect.op == Op::Escape && effect.path == object;
      });
    });
    if (!always) continue;
    report({.wrong = Wrong::UseOfEnded,
            .where = fact.where,
            .place = gone.place,
            .event = events_[gone.ended],
            .used = given});
    heal(state, gone.ended);
  }
}

// Whether the callee takes this way because of what an earlier call has left, and nobody knows why it did.
bool Interpreter::rests_on_supposed(State& state, const CallSite& call, const Outcome& outcome) {
  if (!state.knows_any(slot(SlotKind::Supposed, 0), slot(SlotKind::Kept, 0))) return false;
  return std::ranges::any_of(
             outcome.when,
             [&](const SummaryCondition& one) { return supposed(state, call, std::get<0>(one)); }) ||
         std::ranges::any_of(outcome.relations, [&](const SummaryRelation& one) {
           return supposed(state, call, one.a.path) || supposed(state, call, one.b.path);
         });
}

bool Interpreter::call(const Fact& fact, State& state, std::vector<State>& forks) {
  if (!fact.call->summary) {
    // Without facts for an unknown callee nothing is known of what it returns.
    if (fact.call->otherwise == 0 && fact.to != kNoRegister) set(state, fact.to, {0, terms_.symbol()});
    return true;
  }
  const Summary& summary = *fact.call->summary;
  if (fact.call->destroys && state.truth(terms_, get(state, fact.call->arguments.back()).term) == false)
    return true;
  check_uses(fact, state);
  check_asks(fact, state);
  check_late_uses(fact, state);
  consumed_all(state, *fact.call);
  if (summary.unseen) unseen(state);
  calls_opaque_ |= summary.opaque;
  const TermId question = fact.to == kNoRegister ? kNoTerm : this->question(state, *fact.call);
  if (const Cell* known = question == kNoTerm ? nullptr : state.find(slot(SlotKind::Answer, question))) {
    set(state, fact.to, *known);
    return true;
  }
  // Who is called may fill what was made without a value.
  state.drop_range(slot(SlotKind::Vacant, 0), slot(SlotKind::Answer, 0));
  std::vector<const Outcome*> ways;
  for (const Outcome& outcome : summary.outcomes) {
    State asked = state;
    if (possible(fact, asked, outcome, nullptr, nullptr)) ways.push_back(&outcome);
  }
  if (ways.size() > 1) asked_arguments(state, *fact.call);
  count_passed(state, *fact.call);
  check_handed_on(fact, state, ways);
  // One of them is taken.
  auto least = Doubt::Way;
  for (const Outcome* outcome : ways) least = std::min(least, outcome->doubt);
  std::vector<State> after;
  std::vector<Learned> learned_after;
  for (const Outcome* outcome : ways) {
    State next = state;
    Learned learned;
    if (outcome->doubt > least) next.doubt = std::max(next.doubt, outcome->doubt);
    doubt_ = next.doubt;
    next.answered |= ways.size() > 1 || rests_on_supposed(next, *fact.call, *outcome);
    if (!apply_outcome(fact, next, *outcome, ways, learned)) continue;
    if (question != kNoTerm) answered(next, question, fact, ways.size() > 1);
    const auto same = std::find(after.begin(), after.end(), next);
    if (same == after.end()) {
      after.push_back(std::move(next));
      learned_after.push_back(std::move(learned));
    } else {
      same->trust(next);
      std::erase_if(learned_after[static_cast<std::size_t>(same - after.begin())],
                    [&](const auto& one) { return std::ranges::find(learned, one) == learned.end(); });
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    for (const auto& [comparison, truth] : learned_after[i]) after[i].learn(terms_, comparison, truth);
  }
  if (after.empty()) return false;
  if (puts_ && fact.to != kNoRegister && ways.size() > 1) {
    for (State& one : after) sought(one, fact);
  }
  settle_allocations(fact, state, after);
  if (fact.call->destroys) {
    for (State& one : after) unlink_destroyed(fact, one);
  }
  state = std::move(after.back());
  after.pop_back();
  for (State& other : after) forks.push_back(std::move(other));
  return true;
}

}  // namespace hull::safety
