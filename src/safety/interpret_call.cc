// Calls: an outcome of a function is done again in the state of its caller.
#include <algorithm>
#include <set>

#include "safety/interpret.h"

namespace hull::safety {

// Uses of what has ended, or was never written, inside the call.
void Interpreter::check_uses(const Fact& fact, State& state) {
  const CallSite& call = *fact.call;
  Trail trail;
  for (const SummaryUse& use : call.summary->uses) {
    using Kind = SummaryUse::Kind;
    // What was moved from may be destroyed.
    if (call.destroys && use.kind == Kind::Unmoved) continue;
    const Cell used_there = resolve(state, call, use.path, false, nullptr, &trail);
    const std::vector<Held>& targets = sets_[used_there.refers];
    if (use.kind != Kind::Unmoved) consumed(state, call, use.path, used_there.refers);
    for (const Held& held : targets) {
      const bool alive = held.ended == 0;
      const Cell* unwritten =
          use.kind == Kind::Written && alive ? state.find(slot(SlotKind::Unwritten, held.place)) : nullptr;
      const bool ended = !alive && use.kind == Kind::There;
      const bool moved = use.kind == Kind::Unmoved && alive && targets.size() == 1 &&
                         moved_from(state, held.place, used_there.term, true) != 0;
      if (!ended && !unwritten && !moved) {
        const bool written =
            use.kind == Kind::Written && state.find(slot(SlotKind::Contents, held.place)) != nullptr;
        if (alive && !written && places_.outside(held.place)) used(state, use.kind, held.place, fact.where);
        continue;
      }
      State asked = state;
      bool feasible = true;
      for (const auto& [path, low, high, not_zero] : use.when) {
        const Cell value = resolve(asked, call, path, true);
        if (value.term != kNoTerm)
          feasible &= asked.narrow(terms_, value.term, {.low = low, .high = high, .not_zero = not_zero});
      }
      if (!feasible) continue;
      trail = {};
      if (ended) {
        report({.wrong = Wrong::UseOfEnded,
                .where = fact.where,
                .place = held.place,
                .event = events_[held.ended],
                .word = fact.word,
                .inside = use.where});
        heal(state, held.ended);
        break;
      }
      if (moved) {
        report_moved(
            state, held.place, used_there.term, true,
            {.wrong = Wrong::UseOfMoved, .where = fact.where, .word = fact.word, .inside = use.where});
        break;
      }
      report({.wrong = Wrong::UseOfUnwritten,
              .where = use.where,
              .place = held.place,
              .event = events_[sets_[unwritten->refers].front().ended],
              .word = fact.word,
              .inside = fact.where});
      state.drop(slot(SlotKind::Unwritten, held.place));
    }
  }
}

// A callee writes to a link of the caller's; other paths may lead to the same link, so that what is linked
// there is taken to be unlinked.
void Interpreter::may_unlink(const State& state, PlaceId place) {
  if (places_[place].step != Step::Field || !places_.outside(place)) return;
  for (const auto& [where, cell] : state.entries()) {
    const PlaceId other = index_of(where);
    if (kind_of(where) != SlotKind::Contents || cell.refers == 0 || other == place) continue;
    if (places_[other].step != Step::Field || places_[other].what != places_[place].what) continue;
    if (places_.root(other) != places_.root(place) || !places_.outside(other)) continue;
    for (const Held& held : sets_[cell.refers]) {
      if (held.ended == 0 && !places_.outside(held.place)) consume(held.place);
    }
  }
}

// A callee that does so much that not all is told is taken to use what its object refers to.
void Interpreter::consumed_all(State& state, const CallSite& call) {
  for (const SummaryPath& path : call.summary->consumed) {
    for (const Held& held : sets_[resolve(state, call, path, false).refers]) {
      if (held.ended == 0) consume(held.place);
    }
  }
  if (call.summary->uses.size() < Summary::kMostUses) return;
  for (const Register argument : call.arguments) {
    for (const Held& held : this->held(state, argument)) {
      if (held.ended != 0 || !places_.outside(held.place)) continue;
      for (const auto& [where, cell] : state.entries()) {
        if (kind_of(where) != SlotKind::Contents || !places_.within(index_of(where), held.place)) continue;
        for (const Held& referred : sets_[cell.refers]) {
          if (referred.ended == 0) consume(referred.place);
        }
      }
    }
  }
}

void Interpreter::check_late_uses(const Fact& fact, State& state) {
  const CallSite& call = *fact.call;
  for (const SummaryLateUse& use : call.summary->late_uses) {
    const std::vector<Held>& targets = sets_[resolve(state, call, use.path, false).refers];
    if (targets.size() != 1 || targets.front().ended != 0) continue;
    for (const SummaryEffect& effect : use.after) {
      const std::vector<Held>& ended = sets_[resolve(state, call, effect.path, false).refers];
      if (ended.size() != 1 || ended.front().ended != 0) continue;
      const PlaceId place = targets.front().place;
      // Two of many elements need not be the same one.
      const auto given = [&](const SummaryPath& path) {
        return path.parameter < call.arguments.size() ? get(state, call.arguments[path.parameter]).term
                                                      : kNoTerm;
      };
      const Place& gone = places_[ended.front().place];
      if (gone.many && (gone.step != Step::Content || places_[gone.parent].many) &&
          state.truth(terms_, terms_.equal(given(use.path), given(effect.path))) != true)
        continue;
      if (!places_.within(place, ended.front().place) ||
          (effect.number == kShallow && behind_content(place, ended.front().place)))
        continue;
      const EventId event = event_of(fact, ended.front().place, effect.cause, effect.word);
      report({.wrong = Wrong::UseOfEnded,
              .where = fact.where,
              .place = place,
              .event = events_[event],
              .word = fact.word,
              .inside = use.where});
      return;
    }
  }
}

// A callee that changes the object through which it uses a local takes what it was given: a parser that reads
// its input, a queue that is flushed. What is left in the object then is nothing that anybody will read.
void Interpreter::consumed(State& state, const CallSite& call, const SummaryPath& path, SetId targets) {
  if (path.parameter >= call.arguments.size()) return;
  const std::vector<std::uint32_t>& changed = different(*call.summary).changed;
  if (std::find(changed.begin(), changed.end(), path.parameter) == changed.end()) return;
  SummaryPath holder = path;
  while (!holder.steps.empty() && holder.steps.back().first != Step::Pointee) holder.steps.pop_back();
  if (holder.steps.size() < 2) return;
  holder.steps.pop_back();
  for (const Held& held : sets_[resolve(state, call, holder, false).refers]) {
    if (held.ended != 0 || !places_.outside(held.place)) return;
  }
  for (const Held& held : sets_[targets]) {
    if (held.ended == 0) consume(held.place);
  }
}

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

// The objects that a call makes begin to exist here.
void Interpreter::make_objects(const Fact& fact, State& state, const Outcome& outcome) {
  made_.clear();
  for (std::size_t i = 0; i < outcome.made.size(); ++i) {
    const SummaryObject& object = outcome.made[i];
    const PlaceId place = places_.base(Base::Heap, &fact.call->made[i], object.many ? 1 : 0);
    made_.push_back(place);
    begin(state, place);
    const EventId event =
        event_at(fact, place, Cause::Declared, object.word, object.where != 0 ? object.where : fact.where);
    const Cell made{sets_.one({place, event}), terms_.constant(object.allocation)};
    if (object.allocation != kAnyAllocation) state.put(slot(SlotKind::Made, place), made);
    if (object.owed) state.put(slot(SlotKind::Allocated, place), made);
    if (object.owned)
      state.put(slot(SlotKind::Owned, place),
                {made.refers, object.own_deleter ? terms_.constant(kOwnDeleter) : kNoTerm});
    if (object.shares > 0) state.put(slot(SlotKind::Shares, place), {0, terms_.constant(object.shares)});
  }
}

// Whether the arguments can be what the outcome asks of them; they are from then on.
bool Interpreter::possible(const Fact& fact, State& state, const Outcome& outcome, bool* told) {
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
    // Whether a pointer is still the one to an object's own room is asked again, by who moves or frees it.
    const bool own_room = relation.op == TermOp::Equal && relation.a.address != relation.b.address;
    if (!known && own_room && !state.assume(terms_, related, relation.truth, true)) return false;
  }
  return true;
}

// What the caller has is freed by the callee.
void Interpreter::free_by_call(const Fact& fact, State& state, const SummaryEffect& effect,
                               const std::vector<Held>& targets, TermId pointer, bool one, bool always) {
  const Finding finding{.wrong = Wrong::FreedTwice,
                        .where = effect.where != 0 ? effect.where : fact.where,
                        .word = effect.word,
                        .number = effect.number,
                        .inside = effect.where != 0 ? fact.where : 0};
  for (const Held& target : targets) {
    const bool sure = one && targets.size() == 1 && !places_[allocation_of(target.place)].many;
    const auto place = freeable(state, target, pointer, sure, sure && always, finding);
    if (!place) continue;
    const EventId event = event_at(fact, *place, effect.cause, effect.word, finding.where);
    if (sure) {
      // Of what goes back to a pool only he is told who gave it: the nodes of a structure are followed no
      // further.
      if (places_.outside(*place) && effect.number != kPooled)
        this->effect(state, Op::Free, *place, event, effect.number, effect.counted);
      end(state, *place, event, false, true);
      forget_within(state, *place);
    } else {
      freed_among(state, *place);
      settle(state, *place, fact);
    }
  }
}

// What every way through the callee frees, but where it is given null, is an object, whatever it is.
void Interpreter::make_freed_known(const Fact& fact, State& state, const Outcome& outcome,
                                   const std::vector<const Outcome*>& others) {
  const std::vector<Register>& arguments = fact.call->arguments;
  for (const SummaryEffect& effect : outcome.effects) {
    const SummaryPath& path = effect.path;
    if (effect.op != Op::Free || effect.counted || path.parameter >= arguments.size() ||
        path.steps.size() != 1 || path.steps.front().first != Step::Pointee)
      continue;
    SummaryPath pointer = path;
    pointer.steps.clear();
    const bool always = std::all_of(others.begin(), others.end(), [&](const Outcome* other) {
      const auto frees = [&](const SummaryEffect& one) { return one.op == Op::Free && one.path == path; };
      const auto null = [&](const SummaryCondition& one) {
        return std::get<0>(one) == pointer && std::get<1>(one) == 0 && std::get<2>(one) == 0;
      };
      return std::any_of(other->effects.begin(), other->effects.end(), frees) ||
             std::any_of(other->when.begin(), other->when.end(), null);
    });
    // No two arguments of one call are the same byte of the fact.
    const char* what = reinterpret_cast<const char*>(&fact) + 1 + path.parameter % (sizeof fact - 1);
    if (always) make_known(state, get(state, arguments[path.parameter]), what);
  }
}

bool Interpreter::apply_outcome(const Fact& fact, State& state, const Outcome& outcome,
                                const std::vector<const Outcome*>& others) {
  const CallSite& call = *fact.call;
  bool told = true;
  if (!possible(fact, state, outcome, &told)) return false;
  if (call.summary->partial) suppose(state);
  const std::vector<PlaceId> unsettled = left_different(state, call, outcome, others);
  const bool guessed =
      outcome.chosen && others.size() > 1 && (!told || (outcome.when.empty() && outcome.relations.empty()));
  if (guessed) state.chosen = true;
  make_objects(fact, state, outcome);
  make_freed_known(fact, state, outcome, others);
  // Everything is evaluated before anything is changed.
  struct Change {
    Cell target;
    Cell value;
    bool size;
    bool unknown;
  };
  std::vector<Change> changes;
  struct Target {
    Cell objects;
    TermId pointer = kNoTerm;
    bool unsure = false;
  };
  std::vector<Target> effect_targets;
  for (const SummaryEffect& effect : outcome.effects) {
    Target target;
    if (effect.op == Op::Free && effect.path.steps.size() > 0) {
      SummaryPath to = effect.path;
      to.steps.pop_back();
      target.pointer = resolve(state, call, to, true).term;
    }
    target.objects = resolve(state, call, effect.path, false, &target.unsure);
    effect_targets.push_back(target);
  }
  Cell result;
  bool result_set = false;
  for (const auto& [path, value] : outcome.stores) {
    Cell cell;
    for (const SummaryPath& target : value.refers) {
      const Cell resolved = resolve(state, call, target, false);
      cell.refers = sets_.join(cell.refers, resolved.refers);
      if (value.refers.size() == 1) cell.term = resolved.term;
    }
    switch (value.term) {
      case SummaryValue::Term::Constant:
        // That nothing is there because of what was passed, or was found: whoever uses it unasked knows
        // better.
        cell.term = path.parameter == SummaryPath::kResult && call.result == kNoPlace &&
                            ((value.constant < 0 && others.size() > 1) || (guessed && value.constant == 0))
                        ? terms_.symbol({.low = value.constant, .high = value.constant, .guess = true})
                        : terms_.constant(value.constant);
        if (value.asked) {
          // What the callee asked proves nothing of what it was given.
          const TermId initial = resolve(state, call, value.initial, true).term;
          if (const Range range = state.range(terms_, initial); range.guess && range.constant())
            cell.term = terms_.sum(initial, value.offset);
        }
        break;
      case SummaryValue::Term::End: {
        const std::vector<Held> held = sets_[resolve(state, call, value.initial, false).refers];
        if (held.size() == 1) cell.term = end_term(held.front().place);
        break;
      }
      case SummaryValue::Term::Guess:
        cell.term = terms_.symbol({.low = value.constant, .high = value.constant, .guess = true});
        break;
      case SummaryValue::Term::NotNull:
        if (cell.term == kNoTerm || value.offset != 0 || state.truth(terms_, cell.term) != true)
          cell.term = terms_.symbol({.low = 1});
        break;
      case SummaryValue::Term::Initial: {
        const Cell initial = resolve(state, call, value.initial, true);
        cell.term = terms_.sum(initial.term, value.offset);
        if (value.refers.empty()) cell.refers = initial.refers;
        break;
      }
      case SummaryValue::Term::Computed:
        cell.term = number_at(state, call, {std::nullopt, value.offset, value.how});
        break;
      case SummaryValue::Term::Address: {
        const std::vector<Held>& held = sets_[cell.refers];
        const bool one = held.size() == 1 && one_address(held.front().place);
        cell.term =
            one ? terms_.sum(address_term(held.front().place), value.offset) : terms_.symbol({.low = 1});
        break;
      }
      case SummaryValue::Term::Element: {
        const std::vector<Held>& held = sets_[cell.refers];
        const PlaceId container = held.size() == 1 ? container_of(held.front().place) : kNoPlace;
        cell.term = container == kNoPlace
                        ? kNoTerm
                        : told_element(state, call, value.constant, value.initial, container);
        break;
      }
      case SummaryValue::Term::Found: {
        const std::vector<Held> held = sets_[cell.refers];
        const PlaceId container = held.size() == 1 ? container_of_position(held.front().place) : kNoPlace;
        cell.term = terms_.symbol();
        if (container != kNoPlace) found_.emplace(cell.term, end_term(container));
        break;
      }
      case SummaryValue::Term::Unknown:
        cell.term = terms_.symbol();
        break;
    }
    if (cell.term == kNoTerm) cell.term = terms_.symbol();
    if (path.parameter == SummaryPath::kResult && path.steps.empty() && call.result == kNoPlace) {
      result = cell;
      result_set = true;
      // What the answer to a question comes from is what was asked.
      if (value.term == SummaryValue::Term::Unknown && cell.refers == 0 &&
          different(*call.summary).only_asks && !call.arguments.empty()) {
        const TermId asked = get(state, call.arguments.front()).term;
        if (asked != kNoTerm && asked != cell.term) derived_.emplace(cell.term, asked);
      }
      const auto answer = terms_.value(cell.term);
      const bool truth = answer && (*answer == 0 || *answer == 1) && cell.refers == 0 && others.size() > 1;
      if (truth && !told && different(*call.summary).only_asks) {
        // As if it had been asked here.
        state.chosen |= std::ranges::any_of(outcome.relations, [&](const SummaryRelation& relation) {
          const TermId asked = related(state, call, relation);
          return asked != kNoTerm && chooses(asked, relation.truth);
        });
      }
      if (truth && undetermined(state, call, outcome)) {
        // The answer stands for what no caller can know.
        result.term = terms_.symbol({.low = *answer, .high = *answer});
        undetermined_.insert(result.term);
        if (different(*call.summary).only_asks) state.chosen = true;
      }
      continue;
    }
    SummaryPath target = path;
    const bool size = !target.steps.empty() && target.steps.back().first == Step::Cursor;
    if (size) target.steps.pop_back();
    const Cell where = resolve(state, call, target, false);
    // So is it in a member that had no value before.
    if (guessed && terms_.value(cell.term) == 0 && !size &&
        (path.parameter != SummaryPath::kResult || !path.steps.empty())) {
      const std::vector<Held>& held = sets_[where.refers];
      if (held.size() == 1 && !places_[held.front().place].lent &&
          (!state.find(slot(SlotKind::Contents, held.front().place)) ||
           state.find(slot(SlotKind::Unwritten, held.front().place))))
        cell.term = terms_.symbol({.low = 0, .high = 0, .guess = true});
    }
    changes.push_back({where, cell, size,
                       value.term == SummaryValue::Term::Unknown && cell.refers == 0 &&
                           path.parameter != SummaryPath::kResult});
  }
  std::vector<std::pair<PlaceId, PlaceId>> moves;
  for (std::size_t i = 0; i < outcome.effects.size(); ++i) {
    const SummaryEffect& effect = outcome.effects[i];
    if (effect.op != Op::Transfer) continue;
    const std::vector<Held>& from = sets_[effect_targets[i].objects.refers];
    const std::vector<Held>& to = sets_[resolve(state, call, effect.which, false).refers];
    if (from.size() == 1 && to.size() == 1 && from[0].ended == 0 && to[0].ended == 0)
      moves.emplace_back(from[0].place, to[0].place);
  }
  for (std::size_t i = 0; i < outcome.effects.size(); ++i) {
    const SummaryEffect& effect = outcome.effects[i];
    const std::vector<Held>& targets = sets_[effect_targets[i].objects.refers];
    if (effect.op == Op::Free) {
      const Target& target = effect_targets[i];
      if (effect.counted && !told) {
        for (const Held& one : targets) settle(state, one.place, fact);
        continue;
      }
      const bool always = std::all_of(others.begin(), others.end(), [&](const Outcome* other) {
        return std::any_of(other->effects.begin(), other->effects.end(), [&](const SummaryEffect& one) {
          return one.op == Op::Free && one.path == effect.path && one.number == effect.number;
        });
      });
      free_by_call(fact, state, effect, targets, target.pointer, !target.unsure, always);
      continue;
    }
    for (const Held& target : targets) {
      const EventId event = event_of(fact, target.place, effect.cause, effect.word);
      switch (effect.op) {
        case Op::Invalidate:
          if (target.ended != 0) break;
          if (places_.outside(target.place))
            this->effect(state, Op::Invalidate, target.place, event, effect.number, effect.flag);
          end(state, target.place, event, false, true, static_cast<Depth>(effect.number));
          if (!effect.flag) forget_within(state, target.place);
          break;
        case Op::Move:
          if (target.ended != 0 || targets.size() != 1 || places_[target.place].many) break;
          {
            const EventId move =
                event_of(fact, moved_whole(target.place, effect.number), effect.cause, effect.word);
            if (places_.outside(target.place))
              this->effect(state, Op::Move, target.place, move, effect.number);
            state.put(slot(SlotKind::Moved, target.place), {sets_.one({target.place, move}), kNoTerm});
          }
          break;
        case Op::Renew:
          if (target.ended != 0) break;
          if (places_.outside(target.place)) this->effect(state, Op::Renew, target.place, event);
          renew(state, target.place);
          break;
        case Op::Adopt:
          if (target.ended != 0) break;
          if (places_.outside(target.place))
            this->effect(state, Op::Adopt, target.place, event, effect.number);
          if (const Cell* owned = state.find(slot(SlotKind::Owned, target.place));
              owned && effect.number != 0) {
            break;
          } else if (owned && targets.size() == 1 &&
                     (!places_[target.place].many || terms_.value(owned->term) == kLeftOwned)) {
            report({.wrong = Wrong::OwnedTwice,
                    .where = fact.where,
                    .place = target.place,
                    .event = events_[sets_[owned->refers].front().ended],
                    .word = effect.word});
            break;
          }
          state.put(slot(SlotKind::Owned, target.place),
                    {sets_.one({target.place, event}),
                     effect.number != 0 ? terms_.constant(kOwnDeleter) : kNoTerm});
          state.drop(slot(SlotKind::Allocated, target.place));
          break;
        case Op::Begin:
          if (target.ended != 0 || places_[target.place].many) break;
          {
            const bool always = std::ranges::all_of(call.summary->outcomes, [&](const Outcome& other) {
              return std::ranges::find(other.effects, effect) != other.effects.end();
            });
            state.put(slot(SlotKind::Unwritten, target.place),
                      {sets_.one({target.place, event}), always ? kNoTerm : terms_.constant(1)});
          }
          break;
        case Op::EraseAt:
          if (target.ended != 0) break;
          {
            const TermId which =
                told_element(state, call, effect.number, effect.which, places_[target.place].parent);
            if (places_.outside(target.place))
              this->effect(state, Op::EraseAt, target.place, event, 0, effect.flag, which);
            if (targets.size() == 1 && !effect.flag) end_owned(state, target.place, which, event);
            forget_elements(state, target.place);
            if (targets.size() == 1) end_element(state, target.place, which, event, false, effect.flag);
            break;
          }
        case Op::Share:
          // How many owners more, the summary does not say.
          if (target.ended != 0) break;
          if (places_.outside(target.place)) this->effect(state, Op::Share, target.place, event);
          state.drop(slot(SlotKind::Shares, target.place));
          break;
        case Op::Disown:
          if (target.ended == 0) disown(state, target.place, event, effect.number);
          break;
        case Op::Escape:
          if (target.ended == 0) {
            if (places_.outside(target.place))
              this->effect(state, Op::Escape, target.place, event, effect.number, effect.flag);
            if (facts_.strict && effect.cause == Cause::Call) may_end(state, sets_.one(target), event);
            escape(state, sets_.one(target), !effect.flag, effect.number != 0);
          }
          break;
        default:
          break;
      }
    }
  }
  transfer_told(state, moves, fact);
  const bool erases = std::any_of(outcome.effects.begin(), outcome.effects.end(),
                                  [](const SummaryEffect& effect) { return effect.op == Op::EraseAt; });
  for (const Change& change : changes) {
    const std::vector<Held>& targets = sets_[change.target.refers];
    if (!change.size && out_of_sight(targets)) lose_sight(fact, state, targets, change.value.refers);
    for (const Held& target : targets) {
      if (target.ended != 0) continue;
      if (change.size) {
        set_size(state, target.place, change.value.term);
        for (const SlotKind end : {SlotKind::First, SlotKind::Last}) {
          // What was erased in the call is told apart above.
          if (!erases) renew_end(state, end, target.place);
        }
        continue;
      }
      // An effect of the call may have ended what the value refers to: that stays as it was.
      if (change.value.refers != 0 && visible(target.place)) {
        state.put(slot(SlotKind::Written, target.place),
                  {sets_.one({target.place, event_of(fact, target.place, Cause::None, nullptr)}), kNoTerm});
      }
      may_unlink(state, target.place);
      const bool many = places_[target.place].many;
      const bool sure = targets.size() == 1 && !many;
      // Who may write to an object may write to parts of it that the callee does not know.
      if (change.unknown) {
        SetId lost = 0;
        std::erase_if(state.entries(), [&](const auto& entry) {
          const SlotKind kind = kind_of(entry.first);
          const PlaceId part = index_of(entry.first);
          if ((kind != SlotKind::Contents && kind != SlotKind::Size && kind != SlotKind::Unwritten) ||
              part == target.place || !places_.within(part, target.place))
            return false;
          if (kind == SlotKind::Contents) lost = sets_.join(lost, entry.second.refers);
          return true;
        });
        left_by_others(state, target.place);
        escape(state, lost, true);
      }
      if (targets.size() > 1 && !many) {
        put_one_of(state, target.place, change.value);
      } else {
        put_contents(state, target.place, change.value, sure);
      }
      if (sure) {
        state.drop(slot(SlotKind::Moved, target.place));
        state.drop(slot(SlotKind::Unwritten, target.place));
      }
    }
  }
  for (const PlaceId place : unsettled) state.put(slot(SlotKind::Supposed, place), {0, kNoTerm});
  if (fact.to != kNoRegister) {
    if (call.result != kNoPlace) {
      set(state, fact.to, {sets_.one({call.result}), kNoTerm});
    } else {
      if (!result_set) result.term = terms_.symbol();
      set(state, fact.to, result);
    }
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

// A callee that did not write all of an object on some way leaves it to its caller to find out: who has asked
// the object something since then knows what it has.
void Interpreter::asked_object(State& state, PlaceId object) {
  std::erase_if(state.entries(), [&](const auto& entry) {
    return kind_of(entry.first) == SlotKind::Unwritten && entry.second.term != kNoTerm &&
           places_.root(index_of(entry.first)) == places_.root(object);
  });
}

void Interpreter::asked_arguments(State& state, const CallSite& call) {
  if (!state.knows_any(slot(SlotKind::Unwritten, 0), slot(SlotKind::Size, 0)) ||
      !different(*call.summary).only_asks)
    return;
  for (const Register argument : call.arguments) {
    for (const Held& held : this->held(state, argument)) {
      if (held.ended == 0) asked_object(state, held.place);
    }
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
    if (possible(fact, asked, outcome, nullptr)) ways.push_back(&outcome);
  }
  if (ways.size() > 1) asked_arguments(state, *fact.call);
  check_handed_on(fact, state, ways);
  // One of them is taken.
  auto least = Doubt::Way;
  for (const Outcome* outcome : ways) least = std::min(least, outcome->doubt);
  std::vector<State> after;
  for (const Outcome* outcome : ways) {
    State next = state;
    if (outcome->doubt > least) next.doubt = std::max(next.doubt, outcome->doubt);
    doubt_ = next.doubt;
    if (!apply_outcome(fact, next, *outcome, ways)) continue;
    if (question != kNoTerm) answered(next, question, fact, ways.size() > 1);
    const auto same = std::find(after.begin(), after.end(), next);
    if (same == after.end()) {
      after.push_back(std::move(next));
    } else {
      same->trust(next);
    }
  }
  if (after.empty()) return false;
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
