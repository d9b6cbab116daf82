// What each fact does to a state, and what is wrong with it.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "safety/fact.h"
#include "safety/held.h"
#include "safety/state.h"
#include "safety/summary.h"

namespace hull::safety {

/// How something ended, or came to be, and where.
struct Event {
  Cause cause = Cause::None;
  Where where = 0;
  PlaceId place = kNoPlace;    ///< What it happened to.
  const char* word = nullptr;  ///< "push_back"; null where the cause says all.
  bool stored = false;         ///< Of a scope: a part of another object referred to it then.
};

/// What a fact did that it should not.
enum class Wrong : std::uint8_t {
  UseOfEnded,      ///< Memory that has ended is used.
  UseOfMoved,      ///< A value that was moved from is read.
  UseOfUnwritten,  ///< A value that was never written is read.
  UseOfNull,       ///< What a null pointer, empty optional ... refers to is used.
  UseOfEnd,        ///< The element at an end position is used.
  FreedTwice,      ///< Freed a second time.
  FreeOfOther,     ///< Freed, but nothing that was allocated.
  FreeOfOwned,     ///< Freed, but a smart pointer will.
  FreeMismatch,    ///< Freed in another way than it was allocated.
  OwnedTwice,      ///< Two owners made from one pointer.
  Leak,            ///< Nobody refers to it any more, or the function ends.
  EscapeOfEnded,   ///< The caller is left with something that has ended.
  OutOfBounds,     ///< An index is too large.
  TooLarge,        ///< More bytes than there is room.
  Empty,           ///< The first or last element of what has none.
  // In the strict profile
  Aliased,     ///< A call may change what it was also given otherwise.
  Lost,        ///< Memory is used of which it is not known whose it is.
  KeptSelf,    ///< An object is left referring to a part of itself, or to what it owns.
  KeptStatic,  ///< What is static is left referring to the caller's memory.
};

struct Finding {
  Wrong wrong;
  Where where = 0;
  PlaceId place = kNoPlace;  ///< What was used, or where the caller finds it.
  Event event = {};          ///< Why it is wrong; Cause::None when there is no earlier event.
  Handle handle = Handle::Raw;
  const char* word = nullptr;
  std::int64_t number = 0;      ///< The index or size.
  std::int64_t limit = 0;       ///< What it should stay below.
  Where inside = 0;             ///< The other end of a call: where it happens in the callee, or who called.
  bool counted = false;         ///< The index is what a loop counts with.
  Register used = kNoRegister;  ///< What refers to it, for its name.
  auto key() const { return std::tuple(wrong, where, place, event.where); }
};

/// What a value of `shape` can be by its type.
Range range_of(Shape shape);

/// Executes the facts of one function.
class Interpreter {
 public:
  using Report = std::function<void(const Finding&)>;

  Interpreter(Facts& facts, Report report);

  /// The state at the entry.
  State start() const { return {}; }
  /// Executes `fact`. False when the path ends there. A call with several outcomes puts all states but the
  /// one it goes on with into `forks`.
  bool apply(const Fact& fact, State& state, std::vector<State>& forks);
  /// The path goes on only if `condition` is true (or false), in `doubt` unless that was known. It is `plain`
  /// if it is not that of a loop, and `stays` if the other way leaves one.
  bool branch(State& state, Register condition, bool truth, Doubt doubt = Doubt::None, bool plain = false,
              bool stays = false);
  bool branch_case(State& state, Register condition, std::int64_t low, std::int64_t high, bool equal);
  /// The round of a loop in which it is widened; those before are walked as they are.
  static constexpr int kWidenedRound = 3;
  /// Whether nobody says which way the path goes from here: it is not known, or a call gave one of several
  /// answers.
  bool guessed(const State& state, Register condition) const {
    return state.answered || !state.truth(terms_, get(state, condition).term);
  }
  /// The path goes into a round of the loop of which nobody says that there is one, or has left the loop.
  static void guess_round(State& state, std::uint32_t loop);
  static void left_loop(State& state, std::uint32_t loop);
  /// The path reaches the head of a loop again: what changed since `before` can be anything that later
  /// iterations make of it.
  void widen(State& state, const State& before, std::uint32_t loop);
  /// The function ends in `state`: what is left to the caller, and what it will know of the call.
  void leave(State& state);
  Outcome outcome(const State& state);
  /// All paths were walked: says what could not be said before.
  void finish();

  /// Whether the path ends in an exception, so that the caller does not go on.
  bool thrown(const State& state) const { return state.find(slot(SlotKind::Loop, kThrown)) != nullptr; }
  /// Whether the path depends on `condition`, and a caller could not say if it is true.
  bool beyond_caller(const State& state, Register condition) const;
  /// The path depends on what a caller cannot know, until it comes to the block `until`.
  void set_unsure(State& state, std::uint32_t until);
  void arrives(State& state, std::uint32_t block);
  void suppose(State& state);
  /// Where the function returns whether something is so that its caller knows of: `state` is where it is, and
  /// `otherwise` where it is not.
  bool tell_apart(State& state, State& otherwise);
  const std::vector<SummaryUse>& uses() const { return uses_; }
  const std::vector<SummaryAsk>& asks() const { return asks_; }
  const std::vector<SummaryLateUse>& late_uses() const { return late_uses_; }
  std::vector<SummaryPath> consumed_paths() const;
  /// What the caller's memory is left referring to when the function is done with it: wrong only if somebody
  /// looks there again.
  const std::vector<std::pair<SummaryPath, Finding>>& left_behind() const { return left_behind_; }
  /// Whether somebody unknown was called, here or in a callee.
  bool calls_unseen() const { return calls_unseen_; }
  bool calls_opaque() const { return calls_opaque_; }
  /// What comes next runs in every round of so many of the loops around it, from the innermost on.
  void set_every_round(unsigned loops) { every_round_ = loops; }
  /// What `state` says of who refers to what, of what has happened to it, and of what refers to nothing.
  std::uint64_t references(const State& state) const;
  /// `state` with nothing known but that: every way that it could go on is one that this can.
  State generalized(const State& state);
  TermTable& terms() { return terms_; }
  const HeldSets& sets() const { return sets_; }

 private:
  /// Kinds of named symbols. Elements by key, the first and the last have one each.
  enum Name : std::uint64_t {
    kNameAddress,
    kNameInitial,
    kNameInitialSize,
    kNameEnd,
    kNameHas,
    kNameViewSize,
    kNameText,
    kNameVacant,
    kNameMovedElement,
    kNameElement,
    kNameKey = kNameElement + 3,
    kNameQuestion,
    kNameAskedOf,
    kNameSought,
  };
  /// More of an object that is owned: the caller left it in an owner; its owner's deleter is the author's
  /// own.
  enum OwnedHow : std::int64_t { kLeftOwned = 1, kOwnDeleter = 2 };
  /// Comparisons that decide which way a callee takes, and whether they are true.
  using Learned = std::vector<std::pair<TermId, bool>>;
  /// Where the last path led, step by step: paths of one summary begin alike.
  struct Trail {
    const SummaryPath* path = nullptr;
    std::vector<Cell> cells;
  };
  class CalledOutcome;
  /// What the outcomes of a summary do differently: the objects, each with a number for every outcome.
  /// Outcomes with equal numbers do the same to it.
  struct Different {
    std::vector<std::pair<SummaryPath, std::vector<std::uint32_t>>> objects;
    std::vector<std::uint32_t> changed;  ///< Parameters through which something is changed.
    bool only_asks = false;              ///< Nothing is changed.
  };
  /// An unsigned number that is the largest or so was below zero.
  static constexpr std::int64_t kMostBelowZero = 1024;
  /// More answers of callees are not remembered.
  static constexpr std::size_t kMostAnswers = 8;
  static constexpr std::uint32_t kThrown = ~std::uint32_t{0};
  static constexpr std::uint32_t kUnsure = ~std::uint32_t{0} - 1;
  static constexpr std::uint32_t kSupposed = ~std::uint32_t{0} - 2;
  /// Added to the head of a loop: nobody says that it goes round as often as it has.
  static constexpr std::uint32_t kGuessedRounds = std::uint32_t{1} << 31;
  EventId event_of(const Fact& fact, PlaceId place);
  EventId event_of(const Fact& fact, PlaceId place, Cause cause, const char* word);
  EventId event_at(const Fact& fact, PlaceId place, Cause cause, const char* word, Where where);
  Cell get(const State& state, Register id) const;
  void set(State& state, Register id, Cell cell) const { state.put(slot(SlotKind::Register, id), cell); }
  const std::vector<Held>& held(const State& state, Register id) const {
    return sets_[get(state, id).refers];
  }
  Cell contents(State& state, PlaceId place, Shape shape);
  SetId deep_contents(State& state, PlaceId place, unsigned depth);
  Cell load(State& state, const Cell& from, Shape shape, bool deep);
  void forget_links(State& state, PlaceId place);
  void put_contents(State& state, PlaceId place, Cell cell, bool strong);
  void put_one_of(State& state, PlaceId place, Cell cell);
  void store(const Fact& fact, State& state, bool replace);
  std::optional<Range> listed(const State& state, PlaceId place, const Cell& value) const;
  TermId moved_element(PlaceId place, TermId identity);
  void forget_moved_elements(State& state, PlaceId place);
  void renew(State& state, PlaceId place);
  bool renewed(const State& state, PlaceId place) const;
  EventId moved_from(const State& state, PlaceId place, TermId identity, bool whole);
  bool report_moved(State& state, PlaceId place, TermId identity, bool whole, Finding finding);
  PlaceId moved_whole(PlaceId place, std::int64_t levels) const;
  void begin(State& state, PlaceId place);
  void forget_within(State& state, PlaceId place);
  /// How much ends with the elements of a container: all that lies in them, what they contain lives on, or
  /// they are moved by what their author wrote and see to what they have of themselves.
  enum Depth : std::int64_t { kAll, kShallow, kMoved };
  void end(State& state, PlaceId place, EventId event, bool possibly, bool itself, Depth depth = kAll);
  bool behind_content(PlaceId inner, PlaceId outer) const;
  void hand_over(State& state, SetId objects);
  void lose_sight(const Fact& fact, State& state, const std::vector<Held>& targets, SetId objects);
  bool visible(PlaceId place) const;
  TermId address_term(PlaceId place);
  bool one_address(PlaceId place) const;
  TermId end_term(PlaceId container);
  bool different_objects(TermId a, TermId b) const;
  bool out_of_sight(const std::vector<Held>& targets) const;
  void allocated(const Fact& fact, State& state, std::int64_t number);
  void end_alike(State& state, PlaceId place, EventId event, TermId identity);
  void free(const Fact& fact, State& state, const std::vector<Held>& objects);
  std::vector<std::pair<Slot, Cell>> lend(State& state, SetId objects);
  bool lacks(State& state, PlaceId element);
  void unify(State& state, TermId a, TermId b);
  void separate(State& state, TermId pointer, TermId one);
  bool cut_too_late(const State& state, TermId index, std::int64_t limit) const;
  void got_from(State& state, const Cell& element, TermId pointer);
  void end_owned(State& state, PlaceId content, TermId identity, EventId event);
  EventId owner_event(EventId event, PlaceId object);
  void make_freed_known(const Fact& fact, State& state, const Outcome& outcome,
                        const std::vector<const Outcome*>& others);
  void make_known(State& state, const Cell& pointer, const void* what);
  void give_back(const Fact& fact, State& state, const std::vector<Held>& objects);
  std::optional<PlaceId> freeable(State& state, const Held& object, TermId pointer, bool sure, bool always,
                                  Finding finding);
  void adopt(const Fact& fact, State& state);
  void owned_by(const Fact& fact, State& state, const std::vector<Held>& objects);
  void unshare(const Fact& fact, State& state);
  Cell lock(State& state, const Cell& from);
  PlaceId allocation_of(PlaceId place) const;
  void settle(State& state, PlaceId object, const Fact& fact);
  void disown(State& state, PlaceId object, EventId event, std::int64_t allocation);
  void invalidate(const Fact& fact, State& state, PlaceId content);
  TermId element_at(const State& state, const std::vector<Held>& containers, std::uint64_t number, Cell key);
  void end_element(State& state, PlaceId content, TermId identity, EventId event, bool after,
                   bool positions = false);
  void forget_elements(State& state, PlaceId content);
  void erase_at(const Fact& fact, State& state);
  void rename(State& state, PlaceId from, PlaceId to, bool sure);
  void stored(const State& state, PlaceId place, EventId event);
  void leave_home(State& state, PlaceId content);
  void homeless(State& state, PlaceId place, EventId event);
  void transfer_told(State& state, const std::vector<std::pair<PlaceId, PlaceId>>& moves, const Fact& fact);
  void transfer(State& state, const std::vector<Held>& from, const std::vector<Held>& to);
  void copy_object(State& state, PlaceId from, PlaceId to, bool strong, unsigned depth);
  void identify(State& state, PlaceId from, PlaceId to);
  void escape(State& state, SetId roots, bool write, bool write_behind = false, bool told = true);
  void left_by_others(State& state, PlaceId place);
  bool counts_up_to(State& state, TermId met);
  void asked_of(State& state, TermId asked);
  bool below_zero(TermId equation) const;
  bool extreme(TermId term) const;
  bool in_steps(State& state, TermId counter);
  void unseen(State& state);
  void grow(const Fact& fact, State& state);
  Cell size_of(State& state, PlaceId container);
  TermId size_of_element(const State& state, const Cell& element, TermId otherwise);
  bool before_beginning(const State& state, TermId index) const;
  std::pair<bool, bool> walked_to(const State& state, TermId symbol) const;
  std::int64_t said_low(const State& state, TermId term) const;
  std::int64_t said_high(const State& state, TermId term) const;
  bool said_beyond(const State& state, TermId index, TermId bound) const;
  bool made_by_rounds(const State& state, Register index) const;
  void renew_end(State& state, SlotKind end, PlaceId container);
  void fill(State& state, PlaceId container);
  void set_size(State& state, PlaceId container, TermId size);
  void set_extent(State& state, PlaceId array, std::int64_t extent);
  void vacate(const Fact& fact, State& state);
  TermId vacant(const State& state, PlaceId place, TermId identity, TermId otherwise);
  void index(const Fact& fact, State& state);
  void within(const Fact& fact, State& state, PlaceId container, TermId index, TermId size);
  TermId extent_of(TermId pointer);
  std::pair<TermId, TermId> pointer_parts(const Cell& pointer);
  PlaceId array_at(const Cell& pointer);
  void set_text(const Fact& fact, State& state);
  bool mentioned(const State& state, TermId symbol) const;
  std::optional<std::int64_t> room_asked(const State& state, TermId index, TermId bound) const;
  TermId view_size(TermId view);
  TermId extent(State& state, const Cell& value);
  TermId text_size(State& state, const Cell& value, bool unchanging = true);
  bool use(const Fact& fact, State& state);
  void lost(const Fact& fact, const State& state);
  void apart(const Fact& fact, const State& state);
  void may_end(State& state, SetId roots, EventId event);
  Range known_of_pointer(const State& state, const Cell& cell) const;
  bool not_at_end(const State& state, const Cell& cell) const;
  bool refers_to_nothing(const Cell& cell) const;
  bool is_answer(Slot where, const Cell& cell) const;
  bool apart_for_sure(const State& state, TermId a, TermId b) const;
  void keeps(const State& state, PlaceId place, const Cell& cell);
  bool borrower(PlaceId place) const;
  bool lent_elsewhere(PlaceId place) const;
  void read(const Fact& fact, State& state);
  void position(const Fact& fact, State& state);
  bool sought_before(const State& state, TermId element, TermId end) const;
  void has(const Fact& fact, State& state);
  TermId compute(const Fact& fact, State& state);
  TermId calculate(const State& state, Arithmetic op, TermId a, TermId b, Range range);
  TermId has_slot(State& state, PlaceId container, TermId key);
  std::vector<TermId> sought_in(const State& state, const CallSite& call);
  void sought(State& state, const Fact& fact);
  void put_what_was_sought(const State& state, PlaceId container);
  void null_used(const State& state, const Finding& finding);
  void heal(State& state, EventId event);
  void leaks(State& state, Where where);
  static std::set<std::uint32_t> loops_of(const State& state);
  void freed_among(const State& state, PlaceId object);
  void report_leaks();
  std::uint32_t conditions_id(const State& state);
  const std::vector<SummaryCondition>& conditions(const State& state) { return *ways_[conditions_id(state)]; }
  std::vector<SummaryRelation> relations(const State& state, bool learned) const;
  std::optional<SummaryNumber> number_of(TermId term) const;
  bool tell_computed(TermId symbol, std::vector<SummaryOperation>& how) const;
  bool has_number(TermId term) const;
  TermId last_round(const State& state, TermId counter);
  TermId in_last_rounds(const State& state, TermId number, std::set<TermId>& counters);
  bool expressible(TermId term) const;
  void ask(const State& state, SummaryAsk asked);
  void ask_not_null(const State& state, TermId value, Handle handle, const char* word, Where where);
  void ask_size(const State& state, SummaryAsk::Kind kind, PlaceId container, TermId index, TermId size,
                const char* word, Where where);
  TermId number_at(State& state, const CallSite& call, const SummaryNumber& number);
  TermId related(State& state, const CallSite& call, const SummaryRelation& relation);
  bool may_come(State& state, const CallSite& call, const SummaryAsk& ask);
  bool comes(State& state, const CallSite& call, const std::vector<SummaryCondition>& when,
             const std::vector<SummaryRelation>& relations);
  std::vector<PlaceId> left_different(State& state, const CallSite& call, const Outcome& outcome,
                                      const std::vector<const Outcome*>& others);
  bool supposed(const State& state, PlaceId place) const;
  bool unsure(const State& state) const;
  bool supposed(State& state, const CallSite& call, const std::optional<SummaryPath>& path);
  bool rests_on_supposed(State& state, const CallSite& call, const Outcome& outcome);
  static bool offset_below_zero(const SummaryNumber& index, std::int64_t value);
  bool short_of(const State& state, const CallSite& call, const SummaryAsk& ask, TermId index,
                TermId bound) const;
  void check_asks(const Fact& fact, State& state);
  void check_stored(const Fact& fact, State& state, const std::vector<Held>& targets, SetId value,
                    Register used);
  void check_handed_on(const Fact& fact, State& state, const std::vector<const Outcome*>& ways);
  bool undetermined(State& state, const CallSite& call, const Outcome& outcome);
  bool stands_on(TermId term, const std::unordered_set<TermId>& symbols) const;
  bool lacks_elements(const State& state, TermId size) const;
  bool chooses(TermId asked, bool holds) const;
  bool is_address(TermId term) const;
  void used(const State& state, SummaryUse::Kind kind, PlaceId place, Where where);
  const Different& different(const Summary& summary);
  TermId question(const State& state, const CallSite& call);
  void answered(State& state, TermId question, const Fact& fact, bool one_of_several);
  void forget_answers(const Fact& fact, State& state);
  std::pair<std::int64_t, SummaryPath> tell_element(TermId identity, PlaceId container);
  TermId told_element(State& state, const CallSite& call, std::int64_t number, const SummaryPath& which,
                      PlaceId container);
  PlaceId container_of(PlaceId place) const;
  PlaceId container_of_position(PlaceId place) const;
  void may_unlink(const State& state, PlaceId place);
  void check_uses(const Fact& fact, State& state);
  void consume(PlaceId place);
  void consumed_all(State& state, const CallSite& call);
  void used_late(State& state, PlaceId place, Where where);
  void check_late_uses(const Fact& fact, State& state);
  void consumed(State& state, const CallSite& call, const SummaryPath& path, SetId targets);
  bool left_dangling(const State& state, PlaceId place, const Cell& cell, PlaceId holder);
  void effect(State& state, Op op, PlaceId place, const Fact& fact, std::int64_t number = 0,
              bool flag = false);
  void effect(State& state, Op op, PlaceId place, EventId event, std::int64_t number = 0, bool flag = false,
              TermId identity = kNoTerm);
  void report(Finding finding);
  bool doubted(Wrong wrong) const;
  bool can_be_told(PlaceId place) const;
  std::optional<SummaryPath> path_of(PlaceId place) const { return path_of(place, {}); }
  SummaryValue value_of(const State& state, const Cell& cell, const std::vector<PlaceId>& made);
  std::optional<SummaryPath> path_of(PlaceId place, const std::vector<PlaceId>& made) const;
  void find_made(const State& state, std::vector<PlaceId>& made) const;
  SummaryObject object_of(const State& state, PlaceId object) const;
  void make_objects(const Fact& fact, State& state, const Outcome& outcome);
  Cell resolve(State& state, const CallSite& call, const SummaryPath& path, bool as_value,
               bool* unsure = nullptr, Trail* trail = nullptr);
  bool possible(const Fact& fact, State& state, const Outcome& outcome, bool* told, Learned* learned);
  void free_by_call(const Fact& fact, State& state, const SummaryEffect& effect,
                    const std::vector<Held>& targets, TermId pointer, bool one, bool always);
  bool apply_outcome(const Fact& fact, State& state, const Outcome& outcome,
                     const std::vector<const Outcome*>& others, Learned& learned);
  Cell part(const Fact& fact, State& state);
  Cell sum(const Fact& fact, State& state);
  Cell maybe_null(const Fact& fact, State& state);
  Cell recast(const Fact& fact, State& state);
  Cell past(const Fact& fact, State& state);
  void moved(const Fact& fact, State& state);
  void scan(const Fact& fact, State& state, std::vector<State>& forks);
  void renewed_by(const Fact& fact, State& state);
  void copied(const Fact& fact, State& state);
  void escapes(const Fact& fact, State& state);
  void settle_allocations(const Fact& fact, const State& before, std::vector<State>& states);
  void unlink_destroyed(const Fact& fact, State& state);
  void asked_object(State& state, PlaceId object);
  void asked_arguments(State& state, const CallSite& call);
  void count_passed(State& state, const CallSite& call);
  bool call(const Fact& fact, State& state, std::vector<State>& forks);

  Facts& facts_;
  PlaceTable& places_;
  Report report_;
  TermTable terms_;
  HeldSets sets_;
  std::vector<Event> events_{{}};
  std::map<std::tuple<const Fact*, PlaceId, Cause>, EventId> event_ids_;
  struct Effect {
    std::uint32_t before;
    Op op;
    PlaceId place;
    EventId event;
    std::int64_t number;
    bool flag;
    TermId identity = kNoTerm;  ///< Of EraseAt: which element.
    auto operator<=>(const Effect&) const = default;
  };
  std::vector<Effect> effects_{{}};
  std::map<Effect, std::uint32_t> effect_ids_;
  Doubt doubt_ = Doubt::None;  ///< Of the path that is walked.
  std::vector<PlaceId> made_;  ///< By the outcome of a call that is being applied.
  std::vector<SummaryUse> uses_;
  std::vector<SummaryAsk> asks_;
  std::map<SummaryAsk, std::size_t> asks_of_;  ///< How often the same was asked: without place and ways.
  std::vector<SummaryLateUse> late_uses_;
  std::set<PlaceId> consumed_;                     ///< Locals that a callee used through the caller's memory.
  std::vector<std::pair<PlaceId, Finding>> left_;  ///< Locals that the caller's memory is left referring to.
  std::vector<std::pair<SummaryPath, Finding>> left_behind_;
  /// Leaks, with the loops that their paths have reached.
  std::vector<std::pair<std::set<std::uint32_t>, Finding>> leaks_;
  /// The same of arrays that somebody unknown was given, and where those were made that were freed after
  /// that.
  std::vector<std::pair<std::set<std::uint32_t>, Finding>> lent_leaks_;
  std::map<Where, std::set<Where>> freed_when_lent_;
  /// Null from callees that may have looked for something, with what it was looked for in.
  std::vector<std::pair<std::vector<TermId>, Finding>> nulls_used_;
  bool puts_ = false;                                      ///< Something is put into a container at a key.
  std::unordered_map<Register, const CallSite*> call_of_;  ///< Of what calls gave, if something is put.
  std::unordered_map<TermId, PlaceId> sought_;  ///< Callees that look into a container, and which it is.
  std::unordered_set<TermId> put_;              ///< Of these, where what is not found is put there.
  std::map<std::pair<EventId, PlaceId>, EventId> owner_events_;
  std::set<EventId> shared_ends_;  ///< Of objects that were counted as having had one shared owner left.
  /// Allocations whose objects are freed among others, with the loops that were reached then.
  std::set<std::pair<Where, std::set<std::uint32_t>>> freed_among_;
  std::set<std::pair<PlaceId, std::uint32_t>> late_;  ///< Places and effects that are in `late_uses_`.
  /// By place and kind of use: the conditions under which it was used, and whether there were relations too.
  std::map<std::pair<PlaceId, SummaryUse::Kind>, std::vector<std::pair<std::uint32_t, bool>>> uses_of_;
  std::map<std::vector<SummaryCondition>, std::uint32_t> way_ids_;
  std::vector<const std::vector<SummaryCondition>*> ways_;
  std::unordered_map<std::uint64_t, std::uint32_t> ways_by_ranges_;  ///< By the hash of what is known.
  std::unordered_map<const Summary*, Different> different_;
  std::unordered_map<TermId, TermId>
      found_element_;  ///< Of positions that were looked up: the elements at their keys.
  std::unordered_map<TermId, TermId> key_of_;      ///< Of elements that were looked up: their keys.
  std::unordered_map<TermId, TermId> element_of_;  ///< Of keys that were read: the elements that they are of.
  std::unordered_map<TermId, TermId> found_;       ///< Results of searches, and the end of what was searched.
  std::unordered_set<TermId> one_of_many_;         ///< Values that were found among others.
  std::unordered_set<TermId> counted_;             ///< What loops count with.
  std::unordered_set<TermId> walked_;          ///< Of these, where nobody says how often the loop goes round.
  std::unordered_set<TermId> tested_in_vain_;  ///< Unsigned numbers that were asked whether they are below 0.
  std::unordered_set<TermId> searched_;        ///< What a search gave: an index, or npos.
  /// Of these, what they were in the first round and what is added each time.
  std::unordered_map<TermId, std::pair<TermId, std::int64_t>> strides_;
  std::unordered_set<TermId> maybe_null_;        ///< Pointers that may be null until someone asks.
  std::unordered_map<TermId, TermId> only_if_;   ///< What must be true where such a truth value is.
  std::unordered_map<TermId, TermId> there_if_;  ///< When such a value is not null, as far as that is told.
  std::unordered_map<TermId, PlaceId> end_of_;   ///< Of symbols for the ends of containers.
  std::unordered_map<TermId, PlaceId> address_of_;       ///< Of symbols for addresses.
  std::unordered_map<TermId, PlaceId> initial_of_;       ///< Of symbols for what a place held at the start,
  std::unordered_map<TermId, PlaceId> initial_size_of_;  ///< and for how many elements were there.
  std::unordered_map<TermId, TermId> extent_of_;   ///< Of symbols for how much there is: the pointer or view.
  std::unordered_map<TermId, TermId> text_of_;     ///< Of symbols for how long a text is: the pointer to it.
  std::unordered_map<TermId, TermId> view_sizes_;  ///< Of values of views: how many elements they have.
  std::unordered_map<TermId, TermId> recast_;      ///< Of pointers to something else: the pointer as it was.
  std::unordered_map<TermId, TermId> derived_;     ///< Of answers to questions: what was asked.
  std::unordered_set<TermId> told_of_null_;        ///< Said of a null pointer by somebody unknown.
  std::unordered_set<TermId> null_besides_;        ///< Pointers from a callee that also says null by itself.
  std::unordered_set<TermId> lost_;                ///< Read where it is too deep to tell objects apart.
  std::unordered_set<TermId> said_by_unknown_;     ///< Results of calls of which nothing is known.
  std::unordered_set<TermId> extremes_;            ///< Values that are the largest or smallest of their type.
  std::unordered_set<TermId> undetermined_;        ///< What calls gave for reasons that nobody can tell.
  std::unordered_set<TermId> given_positions_;     ///< Where containers begin, and what algorithms give.
  std::unordered_set<TermId> nothing_;             ///< Of what refers to nothing on this path: it is null.
  std::unordered_set<TermId> not_end_;             ///< Of positions that are known not to be the end.
  std::unordered_set<Register> constants_;         ///< Those that are numbers which the author wrote.
  bool calls_unseen_ = false;
  bool calls_opaque_ = false;
  unsigned every_round_ = 0;  ///< What comes next runs in every round of so many loops around it.
};

}  // namespace hull::safety
