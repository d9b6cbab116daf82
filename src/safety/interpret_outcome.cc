// An outcome of a function, done again in the state of its caller.
#include <algorithm>

#include "safety/interpret.h"

namespace hull::safety {

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
    const Register& argument = arguments[path.parameter];
    if (always) make_known(state, get(state, argument), &argument);
  }
}

namespace {

/// What is done again of an outcome, in three steps: everything is evaluated before anything is changed.
struct Target {
  Cell objects;
  TermId pointer = kNoTerm;  ///< Of what is freed: by what it was reached.
  bool unsure = false;
};
struct Change {
  Cell target;
  Cell value;
  bool size;     ///< It is the size of a container.
  bool unknown;  ///< Anything may have been written.
};

}  // namespace

/// One way through a callee, done again at a call.
class Interpreter::CalledOutcome {
 public:
  CalledOutcome(Interpreter& in, const Fact& fact, State& state, const Outcome& outcome,
                const std::vector<const Outcome*>& others)
      : in_(in), fact_(fact), call_(*fact.call), state_(state), outcome_(outcome), others_(others) {}

  bool apply();
  /// What decides that it is this way, and the caller does not know.
  Learned& learned() { return learned_; }

 private:
  void find_targets();
  void evaluate_stores();
  Range counted(const SummaryPath& path, const SummaryValue& value) const;
  Cell told(const SummaryPath& path, const SummaryValue& value);
  void set_result(const SummaryValue& value, Cell cell);
  void evaluate_store(const SummaryPath& path, const SummaryValue& value, Cell cell);
  std::vector<std::pair<PlaceId, PlaceId>> transfers();
  void apply_effects();
  void free(const SummaryEffect& effect, const Target& target);
  void apply_effect(const SummaryEffect& effect, const std::vector<Held>& targets, const Held& target);
  void unshare(const SummaryEffect& effect, const std::vector<Held>& targets, const Held& target);
  void apply_changes();
  void write(const Change& change, const std::vector<Held>& targets, const Held& target);

  Interpreter& in_;
  const Fact& fact_;
  const CallSite& call_;
  State& state_;
  const Outcome& outcome_;
  const std::vector<const Outcome*>& others_;
  bool told_ = true;  ///< The caller knows that it is this way.
  Learned learned_;
  bool guessed_ = false;         ///< The way was chosen by what nobody tells.
  std::vector<Target> targets_;  ///< Of each effect.
  std::vector<Change> changes_;
  Cell result_;
  bool result_set_ = false;
};

bool Interpreter::apply_outcome(const Fact& fact, State& state, const Outcome& outcome,
                                const std::vector<const Outcome*>& others, Learned& learned) {
  CalledOutcome called(*this, fact, state, outcome, others);
  const bool possible = called.apply();
  learned = std::move(called.learned());
  return possible;
}

bool Interpreter::CalledOutcome::apply() {
  if (!in_.possible(fact_, state_, outcome_, &told_, &learned_)) return false;
  if (call_.summary->partial) in_.suppose(state_);
  const std::vector<PlaceId> unsettled = in_.left_different(state_, call_, outcome_, others_);
  guessed_ = outcome_.chosen && others_.size() > 1 &&
             (!told_ || (outcome_.when.empty() && outcome_.relations.empty()));
  if (guessed_) state_.chosen = true;
  in_.make_objects(fact_, state_, outcome_);
  in_.make_freed_known(fact_, state_, outcome_, others_);
  find_targets();
  evaluate_stores();
  const std::vector<std::pair<PlaceId, PlaceId>> moves = transfers();
  apply_effects();
  in_.transfer_told(state_, moves, fact_);
  apply_changes();
  for (const PlaceId place : unsettled) state_.put(slot(SlotKind::Supposed, place), {0, kNoTerm});
  if (fact_.to == kNoRegister) return true;
  if (call_.result != kNoPlace) {
    in_.set(state_, fact_.to, {in_.sets_.one({call_.result}), kNoTerm});
  } else {
    if (!result_set_) result_.term = in_.terms_.symbol();
    in_.set(state_, fact_.to, result_);
  }
  return true;
}

void Interpreter::CalledOutcome::find_targets() {
  for (const SummaryEffect& effect : outcome_.effects) {
    Target target;
    if (effect.op == Op::Free && effect.path.steps.size() > 0) {
      SummaryPath to = effect.path;
      to.steps.pop_back();
      target.pointer = in_.resolve(state_, call_, to, true).term;
    }
    target.objects = in_.resolve(state_, call_, effect.path, false, &target.unsure);
    targets_.push_back(target);
  }
}

void Interpreter::CalledOutcome::evaluate_stores() {
  for (const auto& [path, value] : outcome_.stores) {
    Cell cell = told(path, value);
    if (cell.term == kNoTerm) cell.term = in_.terms_.symbol();
    if (path.parameter == SummaryPath::kResult && path.steps.empty() && call_.result == kNoPlace)
      set_result(value, cell);
    else
      evaluate_store(path, value, cell);
  }
}

// What the ways through the callee that add something to what was there add: which of them is taken nobody
// says, and so nobody says how much it is.
Range Interpreter::CalledOutcome::counted(const SummaryPath& path, const SummaryValue& value) const {
  Range added{.low = value.offset, .high = value.offset};
  for (const Outcome* other : others_) {
    for (const auto& [where, stored] : other->stores) {
      if (where != path || stored.term != SummaryValue::Term::Initial || stored.initial != value.initial)
        continue;
      added.low = std::min(added.low, stored.offset);
      added.high = std::max(added.high, stored.offset);
    }
  }
  return added;
}

// What the callee says of a value, in the caller's terms.
Cell Interpreter::CalledOutcome::told(const SummaryPath& path, const SummaryValue& value) {
  Cell cell;
  for (const SummaryPath& target : value.refers) {
    const Cell resolved = in_.resolve(state_, call_, target, false);
    cell.refers = in_.sets_.join(cell.refers, resolved.refers);
    if (value.refers.size() == 1) cell.term = resolved.term;
  }
  switch (value.term) {
    case SummaryValue::Term::Constant:
      // That nothing is there because of what was passed, or was found: whoever uses it unasked knows
      // better.
      cell.term = path.parameter == SummaryPath::kResult && call_.result == kNoPlace &&
                          ((value.constant < 0 && others_.size() > 1) || (guessed_ && value.constant == 0))
                      ? in_.terms_.symbol({.low = value.constant, .high = value.constant, .guess = true})
                      : in_.terms_.constant(value.constant);
      if (value.asked) {
        // What the callee asked proves nothing of what it was given.
        const TermId initial = in_.resolve(state_, call_, value.initial, true).term;
        if (const Range range = state_.range(in_.terms_, initial); range.guess && range.constant())
          cell.term = in_.terms_.sum(initial, value.offset);
      }
      break;
    case SummaryValue::Term::End: {
      const std::vector<Held> held = in_.sets_[in_.resolve(state_, call_, value.initial, false).refers];
      if (held.size() == 1) cell.term = in_.end_term(held.front().place);
      break;
    }
    case SummaryValue::Term::Guess:
      cell.term = in_.terms_.symbol({.low = value.constant, .high = value.constant, .guess = true});
      break;
    case SummaryValue::Term::NotNull:
      if (cell.term == kNoTerm || value.offset != 0 || state_.truth(in_.terms_, cell.term) != true)
        cell.term = in_.terms_.symbol({.low = 1});
      break;
    case SummaryValue::Term::Initial: {
      const Cell initial = in_.resolve(state_, call_, value.initial, true);
      cell.term = in_.terms_.sum(initial.term, value.offset);
      if (value.refers.empty()) cell.refers = initial.refers;
      if (const Range count = state_.range(in_.terms_, initial.term); count.constant() && value.offset != 0) {
        if (const auto counts = counted(path, value); counts.low < counts.high)
          cell.term = in_.terms_.symbol({.low = saturated_sum(count.low, counts.low),
                                         .high = saturated_sum(count.low, counts.high),
                                         .guess = count.guess});
      }
      break;
    }
    case SummaryValue::Term::Computed:
      cell.term = in_.number_at(state_, call_, {std::nullopt, value.offset, value.how});
      break;
    case SummaryValue::Term::Address: {
      const std::vector<Held>& held = in_.sets_[cell.refers];
      const bool one = held.size() == 1 && in_.one_address(held.front().place);
      cell.term = one ? in_.terms_.sum(in_.address_term(held.front().place), value.offset)
                      : in_.terms_.symbol({.low = 1});
      break;
    }
    case SummaryValue::Term::Element: {
      const std::vector<Held>& held = in_.sets_[cell.refers];
      const PlaceId container = held.size() == 1 ? in_.container_of(held.front().place) : kNoPlace;
      cell.term = container == kNoPlace
                      ? kNoTerm
                      : in_.told_element(state_, call_, value.constant, value.initial, container);
      break;
    }
    case SummaryValue::Term::Found: {
      const std::vector<Held> held = in_.sets_[cell.refers];
      const PlaceId container = held.size() == 1 ? in_.container_of_position(held.front().place) : kNoPlace;
      cell.term = in_.terms_.symbol();
      if (container != kNoPlace) in_.found_.emplace(cell.term, in_.end_term(container));
      break;
    }
    case SummaryValue::Term::Unknown:
      cell.term = in_.terms_.symbol();
      break;
  }
  return cell;
}

void Interpreter::CalledOutcome::set_result(const SummaryValue& value, Cell cell) {
  result_ = cell;
  result_set_ = true;
  // Who asks whether it is null asks whether the callee has said so.
  const bool says_null = std::ranges::any_of(others_, [](const Outcome* other) {
    return std::ranges::any_of(other->stores, [](const auto& store) {
      return store.first.parameter == SummaryPath::kResult && store.first.steps.empty() &&
             store.second.term == SummaryValue::Term::Constant && store.second.constant == 0 &&
             store.second.refers.empty();
    });
  });
  if (value.term == SummaryValue::Term::Initial && cell.refers != 0 && says_null)
    in_.null_besides_.insert(cell.term);
  // What the answer to a question comes from is what was asked.
  if (value.term == SummaryValue::Term::Unknown && cell.refers == 0 &&
      in_.different(*call_.summary).only_asks && !call_.arguments.empty()) {
    const TermId asked = in_.get(state_, call_.arguments.front()).term;
    if (asked != kNoTerm && asked != cell.term) in_.derived_.emplace(cell.term, asked);
  }
  const auto answer = in_.terms_.value(cell.term);
  const bool truth = answer && (*answer == 0 || *answer == 1) && cell.refers == 0 && others_.size() > 1;
  if (truth && !told_ && in_.different(*call_.summary).only_asks) {
    // As if it had been asked here.
    state_.chosen |= std::ranges::any_of(outcome_.relations, [&](const SummaryRelation& relation) {
      const TermId asked = in_.related(state_, call_, relation);
      return asked != kNoTerm && in_.chooses(asked, relation.truth);
    });
  }
  if (truth && in_.undetermined(state_, call_, outcome_)) {
    // The answer stands for what no caller can know.
    result_.term = in_.terms_.symbol({.low = *answer, .high = *answer});
    in_.undetermined_.insert(result_.term);
    if (in_.different(*call_.summary).only_asks) state_.chosen = true;
  }
}

void Interpreter::CalledOutcome::evaluate_store(const SummaryPath& path, const SummaryValue& value,
                                                Cell cell) {
  SummaryPath target = path;
  const bool size = !target.steps.empty() && target.steps.back().first == Step::Cursor;
  if (size) target.steps.pop_back();
  const Cell where = in_.resolve(state_, call_, target, false);
  const bool result = path.parameter == SummaryPath::kResult;
  // What had no value before, or was null, is null as a result of the call is: that no other way is possible
  // may be a guess too.
  const bool only_guess = outcome_.chosen && !told_ && call_.summary->outcomes.size() > 1;
  if ((guessed_ || only_guess) && in_.terms_.value(cell.term) == 0 && !size &&
      (!result || !path.steps.empty())) {
    const std::vector<Held>& held = in_.sets_[where.refers];
    const PlaceId place = held.size() == 1 ? held.front().place : kNoPlace;
    const Cell* before = place == kNoPlace ? nullptr : state_.find(slot(SlotKind::Contents, place));
    if (place != kNoPlace && !in_.places_[place].lent &&
        (!before || state_.truth(in_.terms_, before->term) == false ||
         state_.find(slot(SlotKind::Unwritten, place))))
      cell.term = in_.terms_.symbol({.low = 0, .high = 0, .guess = true});
  }
  changes_.push_back(
      {where, cell, size, value.term == SummaryValue::Term::Unknown && cell.refers == 0 && !result});
}

// What goes from one container to another, by where it was before the call.
std::vector<std::pair<PlaceId, PlaceId>> Interpreter::CalledOutcome::transfers() {
  std::vector<std::pair<PlaceId, PlaceId>> moves;
  for (std::size_t i = 0; i < outcome_.effects.size(); ++i) {
    const SummaryEffect& effect = outcome_.effects[i];
    if (effect.op != Op::Transfer) continue;
    const std::vector<Held>& from = in_.sets_[targets_[i].objects.refers];
    const std::vector<Held>& to = in_.sets_[in_.resolve(state_, call_, effect.which, false).refers];
    if (from.size() == 1 && to.size() == 1 && from[0].ended == 0 && to[0].ended == 0)
      moves.emplace_back(from[0].place, to[0].place);
  }
  return moves;
}

void Interpreter::CalledOutcome::apply_effects() {
  for (std::size_t i = 0; i < outcome_.effects.size(); ++i) {
    const SummaryEffect& effect = outcome_.effects[i];
    if (effect.op == Op::Free) {
      free(effect, targets_[i]);
      continue;
    }
    const std::vector<Held>& targets = in_.sets_[targets_[i].objects.refers];
    for (const Held& target : targets) apply_effect(effect, targets, target);
  }
}

void Interpreter::CalledOutcome::free(const SummaryEffect& effect, const Target& target) {
  const std::vector<Held>& objects = in_.sets_[target.objects.refers];
  if (effect.counted && !told_) {
    for (const Held& one : objects) in_.settle(state_, one.place, fact_);
    return;
  }
  const bool always = std::ranges::all_of(others_, [&](const Outcome* other) {
    return std::ranges::any_of(other->effects, [&](const SummaryEffect& one) {
      return one.op == Op::Free && one.path == effect.path && one.number == effect.number;
    });
  });
  in_.free_by_call(fact_, state_, effect, objects, target.pointer, !target.unsure, always);
}

void Interpreter::CalledOutcome::apply_effect(const SummaryEffect& effect, const std::vector<Held>& targets,
                                              const Held& target) {
  if (target.ended != 0) return;
  const EventId event = in_.event_of(fact_, target.place, effect.cause, effect.word);
  switch (effect.op) {
    case Op::Invalidate:
      if (in_.places_.outside(target.place))
        in_.effect(state_, Op::Invalidate, target.place, event, effect.number, effect.flag);
      in_.end(state_, target.place, event, false, true, static_cast<Depth>(effect.number));
      if (!effect.flag) in_.forget_within(state_, target.place);
      break;
    case Op::Move:
      if (targets.size() != 1 || in_.places_[target.place].many) break;
      {
        const EventId move =
            in_.event_of(fact_, in_.moved_whole(target.place, effect.number), effect.cause, effect.word);
        if (in_.places_.outside(target.place))
          in_.effect(state_, Op::Move, target.place, move, effect.number);
        state_.put(slot(SlotKind::Moved, target.place), {in_.sets_.one({target.place, move}), kNoTerm});
      }
      break;
    case Op::Renew:
      if (in_.places_.outside(target.place)) in_.effect(state_, Op::Renew, target.place, event);
      in_.renew(state_, target.place);
      break;
    case Op::Adopt:
      if (in_.places_.outside(target.place))
        in_.effect(state_, Op::Adopt, target.place, event, effect.number);
      if (const Cell* owned = state_.find(slot(SlotKind::Owned, target.place)); owned && effect.number != 0) {
        break;
      } else if (owned && targets.size() == 1 &&
                 (!in_.places_[target.place].many || in_.terms_.value(owned->term) == kLeftOwned)) {
        in_.report({.wrong = Wrong::OwnedTwice,
                    .where = fact_.where,
                    .place = target.place,
                    .event = in_.events_[in_.sets_[owned->refers].front().ended],
                    .word = effect.word});
        break;
      }
      state_.put(slot(SlotKind::Owned, target.place),
                 {in_.sets_.one({target.place, event}),
                  effect.number != 0 ? in_.terms_.constant(kOwnDeleter) : kNoTerm});
      state_.drop(slot(SlotKind::Allocated, target.place));
      break;
    case Op::Begin:
      if (in_.places_[target.place].many) break;
      {
        const bool always = std::ranges::all_of(call_.summary->outcomes, [&](const Outcome& other) {
          return std::ranges::find(other.effects, effect) != other.effects.end();
        });
        state_.put(slot(SlotKind::Unwritten, target.place),
                   {in_.sets_.one({target.place, event}), always ? kNoTerm : in_.terms_.constant(1)});
      }
      break;
    case Op::EraseAt: {
      const TermId which =
          in_.told_element(state_, call_, effect.number, effect.which, in_.places_[target.place].parent);
      if (in_.places_.outside(target.place))
        in_.effect(state_, Op::EraseAt, target.place, event, 0, effect.flag, which);
      if (targets.size() == 1 && !effect.flag) in_.end_owned(state_, target.place, which, event);
      in_.forget_elements(state_, target.place);
      if (targets.size() == 1) in_.end_element(state_, target.place, which, event, false, effect.flag);
      break;
    }
    case Op::Share:
      // How many owners more, the summary does not say.
      if (in_.places_.outside(target.place)) in_.effect(state_, Op::Share, target.place, event);
      state_.drop(slot(SlotKind::Shares, target.place));
      break;
    case Op::Unshare:
      unshare(effect, targets, target);
      break;
    case Op::Disown:
      in_.disown(state_, target.place, event, effect.number);
      break;
    case Op::Escape:
      if (in_.places_.outside(target.place))
        in_.effect(state_, Op::Escape, target.place, event, effect.number, effect.flag);
      if (in_.facts_.strict && effect.cause == Cause::Call) in_.may_end(state_, in_.sets_.one(target), event);
      in_.escape(state_, in_.sets_.one(target), !effect.flag, effect.number != 0);
      break;
    default:
      break;
  }
}

// The callee lets go of what it shared: the last owner frees it.
void Interpreter::CalledOutcome::unshare(const SummaryEffect& effect, const std::vector<Held>& targets,
                                         const Held& target) {
  const Slot shares = slot(SlotKind::Shares, target.place);
  if (targets.size() > 1 || in_.places_[target.place].many) return state_.drop(shares);
  if (in_.places_.outside(target.place))
    in_.effect(state_, Op::Unshare, target.place,
               in_.event_of(fact_, target.place, effect.cause, effect.word), effect.number);
  const Cell* count = state_.find(shares);
  if (!count) return;
  const TermId left = in_.terms_.sum(count->term, -1);
  if (in_.terms_.value(left) != 0) return state_.put(shares, {0, left});
  in_.shared_ends_.insert(in_.event_of(fact_, target.place, effect.cause, effect.word));
  in_.free_by_call(fact_, state_, effect, targets, kNoTerm, true, false);
}

void Interpreter::CalledOutcome::apply_changes() {
  const bool erases = std::ranges::any_of(
      outcome_.effects, [](const SummaryEffect& effect) { return effect.op == Op::EraseAt; });
  for (const Change& change : changes_) {
    const std::vector<Held>& targets = in_.sets_[change.target.refers];
    if (!change.size && in_.out_of_sight(targets))
      in_.lose_sight(fact_, state_, targets, change.value.refers);
    for (const Held& target : targets) {
      if (target.ended != 0) continue;
      if (!change.size) {
        write(change, targets, target);
        continue;
      }
      in_.set_size(state_, target.place, change.value.term);
      // What was erased in the call is told apart by its effects.
      if (erases) continue;
      for (const SlotKind end : {SlotKind::First, SlotKind::Last}) in_.renew_end(state_, end, target.place);
    }
  }
}

void Interpreter::CalledOutcome::write(const Change& change, const std::vector<Held>& targets,
                                       const Held& target) {
  // An effect of the call may have ended what the value refers to: that stays as it was.
  if (change.value.refers != 0 && in_.visible(target.place)) {
    state_.put(
        slot(SlotKind::Written, target.place),
        {in_.sets_.one({target.place, in_.event_of(fact_, target.place, Cause::None, nullptr)}), kNoTerm});
  }
  in_.may_unlink(state_, target.place);
  const bool many = in_.places_[target.place].many;
  const bool sure = targets.size() == 1 && !many;
  // Who may write to an object may write to parts of it that the callee does not know.
  if (change.unknown) {
    SetId lost = 0;
    std::erase_if(state_.entries(), [&](const auto& entry) {
      const SlotKind kind = kind_of(entry.first);
      const PlaceId part = index_of(entry.first);
      if ((kind != SlotKind::Contents && kind != SlotKind::Size && kind != SlotKind::Unwritten) ||
          part == target.place || !in_.places_.within(part, target.place))
        return false;
      if (kind == SlotKind::Contents) lost = in_.sets_.join(lost, entry.second.refers);
      return true;
    });
    in_.left_by_others(state_, target.place);
    in_.escape(state_, lost, true);
  }
  if (targets.size() > 1 && !many) {
    in_.put_one_of(state_, target.place, change.value);
  } else {
    in_.put_contents(state_, target.place, change.value, sure);
  }
  if (sure) {
    state_.drop(slot(SlotKind::Moved, target.place));
    state_.drop(slot(SlotKind::Unwritten, target.place));
  }
}

}  // namespace hull::safety
