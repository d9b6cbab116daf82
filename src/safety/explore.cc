#include "safety/explore.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace hull::safety {

namespace {

constexpr int kWidenedRound = Interpreter::kWidenedRound;
// Of a block's states that differ in who refers to what.
constexpr std::size_t kMostGeneral = 1000;
// What a fact costs grows with what the state knows: most facts look at all of it.
constexpr std::size_t kEntriesPerWork = 16;

// Reverse post-order numbers of blocks.
std::vector<std::uint32_t> order_of(const Facts& facts) {
  std::vector<std::uint32_t> order(facts.blocks.size(), 0);
  std::vector<std::uint8_t> seen(facts.blocks.size(), 0);
  std::uint32_t next = static_cast<std::uint32_t>(facts.blocks.size());
  std::vector<std::pair<std::uint32_t, std::size_t>> stack{{facts.entry, 0}};
  seen[facts.entry] = 1;
  while (!stack.empty()) {
    auto& [block, edge] = stack.back();
    if (edge < facts.blocks[block].successors.size()) {
      const std::uint32_t to = facts.blocks[block].successors[edge++];
      if (to != kNoBlock && !seen[to]) {
        seen[to] = 1;
        stack.emplace_back(to, 0);
      }
      continue;
    }
    order[block] = --next;
    stack.pop_back();
  }
  return order;
}

// Of each block the first that every path from it to the end of the function comes to; kNoBlock where there
// is none. Cooper, Harvey, Kennedy, "A simple, fast dominance algorithm", on the graph turned round.
std::vector<std::uint32_t> joins_of(const Facts& facts, const std::vector<std::uint32_t>& order) {
  const std::size_t count = facts.blocks.size();
  std::vector<std::uint32_t> joins(count, kNoBlock);
  joins[facts.exit] = facts.exit;
  // The end is the last in `order`, so that larger is nearer to it.
  std::vector<std::uint32_t> by_order;
  for (std::uint32_t block = 0; block < count; ++block) by_order.push_back(block);
  std::sort(by_order.begin(), by_order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return order[a] > order[b]; });
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::uint32_t block : by_order) {
      if (block == facts.exit) continue;
      std::uint32_t join = kNoBlock;
      for (const std::uint32_t successor : facts.blocks[block].successors) {
        if (successor == kNoBlock || joins[successor] == kNoBlock) continue;
        std::uint32_t other = successor;
        if (join == kNoBlock) join = other;
        while (join != other && join != kNoBlock && other != kNoBlock) {
          std::uint32_t& earlier = order[join] < order[other] ? join : other;
          earlier = earlier == facts.exit ? kNoBlock : joins[earlier];
        }
        if (join == kNoBlock || other == kNoBlock) join = facts.exit;
      }
      if (joins[block] != join) {
        joins[block] = join;
        changed = true;
      }
    }
  }
  return joins;
}

// A way from a block to a successor, and which loops it leaves.
struct Exit {
  std::vector<std::uint32_t> counters;  ///< Where the rounds of each loop are counted, inner ones first.
  std::uint32_t tested = kNoBlock;      ///< The counter of the loop whose condition does not hold any more.
  bool counted_before = false;          ///< It counts a round before its condition is asked.
};

// For each block and each of its successors; nothing for a block that leaves no loop.
std::vector<std::vector<Exit>> exits_of(const Facts& facts, const std::vector<std::uint32_t>& order) {
  const auto count = static_cast<std::uint32_t>(facts.blocks.size());
  std::vector<std::vector<std::uint32_t>> before(count);
  for (std::uint32_t id = 0; id < count; ++id) {
    for (const std::uint32_t to : facts.blocks[id].successors) {
      if (to != kNoBlock) before[to].push_back(id);
    }
  }
  struct Loop {
    std::uint32_t head = kNoBlock, counter = kNoBlock;
    std::vector<bool> body;
    std::size_t size = 0;
  };
  std::vector<Loop> loops;
  for (std::uint32_t head = 0; head < count; ++head) {
    std::vector<std::uint32_t> work;
    for (const std::uint32_t from : before[head]) {
      if (order[from] >= order[head]) work.push_back(from);
    }
    if (work.empty()) continue;
    // What reaches the head again without passing it.
    Loop loop{.head = head, .body = std::vector<bool>(count), .size = 1};
    loop.body[head] = true;
    while (!work.empty()) {
      const std::uint32_t id = work.back();
      work.pop_back();
      if (loop.body[id]) continue;
      loop.body[id] = true;
      ++loop.size;
      work.insert(work.end(), before[id].begin(), before[id].end());
    }
    // The condition of a range-for comes before the block that counts.
    loop.counter = facts.blocks[head].loop ? head : kNoBlock;
    for (const std::uint32_t to : facts.blocks[head].successors) {
      if (loop.counter == kNoBlock && to != kNoBlock && loop.body[to] && facts.blocks[to].loop)
        loop.counter = to;
    }
    if (loop.counter != kNoBlock) loops.push_back(std::move(loop));
  }
  std::sort(loops.begin(), loops.end(), [](const Loop& a, const Loop& b) {
    return std::pair(a.size, a.head) < std::pair(b.size, b.head);
  });
  std::vector<std::vector<Exit>> exits(count);
  for (std::uint32_t id = 0; id < count; ++id) {
    const FactBlock& block = facts.blocks[id];
    bool innermost = true;
    for (const Loop& loop : loops) {
      if (!loop.body[id]) continue;
      for (std::size_t i = 0; i < block.successors.size(); ++i) {
        const std::uint32_t to = block.successors[i];
        if (to == kNoBlock || loop.body[to]) continue;
        exits[id].resize(block.successors.size());
        Exit& exit = exits[id][i];
        exit.counters.push_back(loop.counter);
        if (!innermost || block.test == LoopTest::None) continue;
        exit.tested = loop.counter;
        exit.counted_before = loop.counter == loop.head && block.test == LoopTest::Before;
      }
      innermost = false;
    }
  }
  return exits;
}

// Of each block in how many loops, from the innermost on, no way through a round leads past it.
std::vector<unsigned> every_round_of(const Facts& facts, const std::vector<std::uint32_t>& joins) {
  constexpr unsigned kDeepest = 4;
  std::vector<unsigned> every(facts.blocks.size(), 0);
  for (unsigned depth = 0; depth < kDeepest; ++depth) {
    for (std::uint32_t head = 0; head < facts.blocks.size(); ++head) {
      const FactBlock& block = facts.blocks[head];
      if (!block.loop || block.successors.size() != 2) continue;
      for (std::uint32_t at = block.successors[0]; at != kNoBlock && at != head && at != facts.exit;
           at = joins[at])
        every[at] = std::max(every[at], std::min(every[head], depth) + 1);
    }
  }
  return every;
}

class Walk {
 public:
  Walk(Facts& facts, const ExploreLimits& limits, const Interpreter::Report& report)
      : facts_(facts),
        limits_(limits),
        interpreter_(facts, report),
        order_(order_of(facts)),
        joins_(joins_of(facts, order_)),
        exits_(exits_of(facts, order_)),
        every_round_(every_round_of(facts, joins_)),
        taken_(facts.blocks.size()) {
    for (const std::vector<Exit>& exits : exits_) {
      for (const Exit& exit : exits) tested_.insert(exit.tested);
    }
  }

  Exploration run() {
    arrive(facts_.entry, interpreter_.start());
    while (!work_.empty()) {
      const auto first = work_.begin();
      const std::uint32_t block = first->second.block;
      std::vector<State> states = std::move(first->second.states);
      work_.erase(first);
      execute(block, std::move(states));
    }
    result_.outcomes = reduced(std::move(result_.outcomes));
    interpreter_.finish();
    result_.uses = interpreter_.uses();
    result_.asks = interpreter_.asks();
    result_.late_uses = interpreter_.late_uses();
    result_.consumed = interpreter_.consumed_paths();
    result_.left_behind = interpreter_.left_behind();
    result_.unseen = interpreter_.calls_unseen();
    result_.opaque = interpreter_.calls_opaque();
    return std::move(result_);
  }

 private:
  struct Taken {
    std::unordered_map<std::uint64_t, Doubt> states;  ///< Their hashes, and how much each is doubted.
    std::size_t doubted = 0;                          ///< Of these, ways that nobody says are taken.
    std::optional<State> first;
    std::unordered_set<std::uint64_t> general;  ///< What states referred to that went on with nothing else.
  };
  struct Waiting {
    std::uint32_t block;
    std::vector<State> states;
  };

  void arrive(std::uint32_t block, State state, std::uint32_t origin = kNoBlock) {
    if (block == kNoBlock) return;
    Taken& taken = taken_[block];
    interpreter_.arrives(state, block);
    state.doubt = std::max(state.doubt, facts_.blocks[block].doubt);
    state.answered = false;
    if (facts_.blocks[block].loop) {
      // What comes after a loop was looked for.
      state.chosen = false;
      const Slot loop = slot(SlotKind::Loop, block);
      const Cell* before = state.find(loop);
      // From before the loop it begins anew; blocks in it have smaller numbers.
      const bool again = before && origin != kNoBlock && origin <= block;
      const auto rounds = again ? interpreter_.terms().value(before->term).value_or(0) + 1 : 1;
      if (rounds > limits_.rounds) {
        // In the strict profile until who refers to what has come round.
        if (facts_.strict) arrive_general(block, std::move(state));
        return;
      }
      if (rounds == 1) {
        if (!taken.first) taken.first = state;
      } else if (rounds == kWidenedRound && taken.first) {
        interpreter_.widen(state, *taken.first, block);
      }
      state.put(loop, {0, interpreter_.terms().constant(rounds)});
    }
    state.forget_unused(interpreter_.terms(), marks_);
    const std::uint64_t hash = state.hash();
    Waiting& waiting = work_[order_[block]];
    waiting.block = block;
    if (const auto known = taken.states.find(hash); known != taken.states.end()) {
      if (known->second <= state.doubt) return;
      // What was doubted is sure now.
      known->second = state.doubt;
      for (State& other : waiting.states) {
        if (other.hash() != hash) continue;
        other.trust(state);
        return;
      }
    } else {
      const bool doubted = state.doubt >= Doubt::Rounds;
      if (taken.states.size() >= limits_.states_per_block ||
          (doubted && taken.doubted >= limits_.doubted_per_block)) {
        if (facts_.strict) return arrive_general(block, std::move(state));
        result_.complete = false;
        return;
      }
      taken.doubted += doubted;
      taken.states.emplace(hash, state.doubt);
    }
    waiting.states.push_back(std::move(state));
  }

  // What is one too many goes on with what it knows of references alone, once for each different one.
  void arrive_general(std::uint32_t block, State state) {
    Taken& taken = taken_[block];
    if (!taken.general.insert(interpreter_.references(state)).second) return;
    if (taken.general.size() > kMostGeneral) {
      result_.complete = false;
      return;
    }
    Waiting& waiting = work_[order_[block]];
    waiting.block = block;
    waiting.states.push_back(interpreter_.generalized(state));
  }

  // All states go through the block side by side: where they are equal again they are one, and there are
  // never too many. One after the other, each with all that its calls make of it, they would be as many as
  // there are combinations of the calls' outcomes.
  void execute(std::uint32_t id, std::vector<State> states) {
    const FactBlock& block = facts_.blocks[id];
    interpreter_.set_every_round(every_round_[id]);
    std::vector<State> forks;
    for (std::size_t next = 0; next < block.facts.size() && !states.empty();) {
      const Fact& fact = block.facts[next];
      const bool told = fact.call && fact.call->summary;
      const std::size_t ways = told ? fact.call->summary->outcomes.size() + 1 : 1;
      std::size_t kept = 0;
      for (std::size_t i = 0; i < states.size(); ++i) {
        result_.work += ways * (1 + states[i].entries().size() / kEntriesPerWork);
        if (spent_++ > limits_.facts || result_.work > limits_.work) {
          result_.complete = false;
          result_.gave_up = true;
          work_.clear();
          return;
        }
        if (!interpreter_.apply(fact, states[i], forks)) continue;
        if (kept != i) states[kept] = std::move(states[i]);
        ++kept;
      }
      states.resize(kept);
      const bool forked = !forks.empty();
      for (State& fork : forks) states.push_back(std::move(fork));
      forks.clear();
      if (states.size() > 1 && (forked || fact.op == Op::Forget)) meet(states);
      next += 1 + (fact.op == Op::Call && told ? fact.call->otherwise : 0);
    }
    for (State& state : states) {
      if (id != facts_.exit) {
        leave_block(id, std::move(state));
        continue;
      }
      // A truth value that the caller can ask about is returned as two ways.
      if (State otherwise; interpreter_.tell_apart(state, otherwise)) end(std::move(otherwise));
      end(std::move(state));
    }
  }

  void end(State state) {
    interpreter_.leave(state);
    if (!interpreter_.thrown(state)) result_.outcomes.push_back(interpreter_.outcome(state));
  }

  // Equal states become one; of too many the first stay.
  void meet(std::vector<State>& states) {
    std::unordered_map<std::uint64_t, std::size_t> seen;
    std::vector<State> different;
    for (State& state : states) {
      state.forget_unused(interpreter_.terms(), marks_);
      const auto [known, fresh] = seen.try_emplace(state.hash(), different.size());
      if (fresh) {
        different.push_back(std::move(state));
      } else {
        different[known->second].trust(state);
      }
    }
    states = std::move(different);
    const std::size_t most = limits_.states_per_block;
    if (states.size() <= most) return;
    if (facts_.strict) {
      std::unordered_set<std::uint64_t> seen_general;
      std::vector<State> general;
      for (std::size_t i = most; i < states.size(); ++i) {
        if (seen_general.insert(interpreter_.references(states[i])).second)
          general.push_back(interpreter_.generalized(states[i]));
      }
      states.resize(most);
      for (State& state : general) states.push_back(std::move(state));
      if (states.size() <= most + kMostGeneral) return;
      states.resize(most + kMostGeneral);
    } else {
      states.resize(most);
    }
    result_.complete = false;
  }

  // What it means for `state` when the condition of the block has to be guessed for the way to its successor.
  Doubt doubt(std::uint32_t id, std::size_t successor, const State& state) {
    if (exits_[id].empty() || exits_[id][successor].tested == kNoBlock) return Doubt::None;
    const Exit& exit = exits_[id][successor];
    const Cell* rounds = state.find(slot(SlotKind::Loop, exit.tested));
    const auto count = rounds ? interpreter_.terms().value(rounds->term).value_or(0) : 0;
    if (count >= kWidenedRound) return Doubt::None;
    return count == (exit.counted_before ? 1 : 0) ? Doubt::Rounds : Doubt::Counts;
  }

  // Nobody says that the way to the successor is taken: if it stays in a loop that the other leaves, nor that
  // there is another round. Who leaves in the middle of a round has said by the loop's own condition how many
  // there are, if it has one.
  void stay(std::uint32_t id, std::size_t successor, State& state) const {
    if (exits_[id].empty() || !exits_[id][successor].counters.empty()) return;
    const Exit& exit = exits_[id][1 - successor];
    if (exit.tested != kNoBlock) Interpreter::guess_round(state, exit.tested);
    for (const std::uint32_t counter : exit.counters) {
      if (!tested_.contains(counter)) Interpreter::guess_round(state, counter);
    }
  }

  // Goes on with a successor. How often a loop was gone through does not matter when it has been left.
  void follow(std::uint32_t id, std::size_t successor, State state) {
    if (!exits_[id].empty()) {
      for (const std::uint32_t counter : exits_[id][successor].counters)
        Interpreter::left_loop(state, counter);
    }
    arrive(facts_.blocks[id].successors[successor], std::move(state), id);
  }

  void leave_block(std::uint32_t id, State state) {
    const FactBlock& block = facts_.blocks[id];
    const auto& successors = block.successors;
    if (successors.size() > 1 && interpreter_.beyond_caller(state, block.condition))
      interpreter_.set_unsure(state, joins_[id]);
    if (!block.cases.empty()) {
      for (std::size_t i = 0; i < block.cases.size() && i < successors.size(); ++i) {
        State taken = state;
        const auto [low, high] = block.cases[i];
        if (interpreter_.branch_case(taken, block.condition, low, high, true))
          follow(id, i, std::move(taken));
      }
      for (std::size_t i = block.cases.size(); i < successors.size(); ++i) {
        bool possible = true;
        for (const auto& [low, high] : block.cases)
          possible &= interpreter_.branch_case(state, block.condition, low, high, false);
        if (possible) follow(id, i, state);
      }
      return;
    }
    if (successors.size() == 2 && block.condition != kNoRegister) {
      const bool plain = block.test == LoopTest::None;
      const bool guessed = interpreter_.guessed(state, block.condition);
      State yes = state;
      if (guessed) stay(id, 0, yes);
      if (guessed) stay(id, 1, state);
      // Who leaves a loop when a count is met leaves it there, wherever in its body that is asked.
      const auto leaves = [&](std::size_t successor) {
        return !exits_[id].empty() && !exits_[id][successor].counters.empty();
      };
      if (interpreter_.branch(yes, block.condition, true, doubt(id, 0, yes), plain, leaves(1)))
        follow(id, 0, std::move(yes));
      if (interpreter_.branch(state, block.condition, false, doubt(id, 1, state), plain, leaves(0)))
        follow(id, 1, std::move(state));
      return;
    }
    for (std::size_t i = 0; i < successors.size(); ++i) follow(id, i, state);
  }

  Facts& facts_;
  const ExploreLimits& limits_;
  Interpreter interpreter_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> joins_;
  std::vector<std::vector<Exit>> exits_;
  std::unordered_set<std::uint32_t> tested_;  ///< The counters of loops that have a condition.
  std::vector<unsigned> every_round_;  // Of blocks of loops' bodies: no way round so many leads past them.
  std::vector<Taken> taken_;
  std::map<std::uint32_t, Waiting> work_;  ///< By the order of blocks.
  TermMarks marks_;
  std::size_t spent_ = 0;
  Exploration result_;
};

}  // namespace

Exploration explore(Facts& facts, const ExploreLimits& limits, const Interpreter::Report& report) {
  return Walk(facts, limits, report).run();
}

std::vector<Outcome> reduced(std::vector<Outcome> outcomes) {
  // How many elements a container has on one way only is not worth telling, but for how many were added or
  // taken.
  const auto is_size = [](const auto& store) {
    return !store.first.steps.empty() && store.first.steps.back().first == Step::Cursor;
  };
  for (Outcome& outcome : outcomes) {
    for (auto& store : outcome.stores) {
      const bool always = std::all_of(outcomes.begin(), outcomes.end(), [&](const Outcome& other) {
        return &other == &outcome ||
               std::find(other.stores.begin(), other.stores.end(), store) != other.stores.end();
      });
      const bool relative = store.second.term == SummaryValue::Term::Initial;
      if (is_size(store) && !always && !relative) store.second = {};
    }
  }
  // What is given away when there are elements in a container is the caller's on no way: it may be empty.
  std::vector<SummaryEffect> settled;
  for (const Outcome& outcome : outcomes) {
    for (const SummaryEffect& effect : outcome.effects) {
      const bool element = std::any_of(effect.path.steps.begin(), effect.path.steps.end(),
                                       [](const auto& step) { return step.first == Step::Content; });
      if (effect.op == Op::Escape && effect.flag && element &&
          std::find(settled.begin(), settled.end(), effect) == settled.end()) {
        settled.push_back(effect);
      }
    }
  }
  for (Outcome& outcome : outcomes) {
    std::erase_if(outcome.effects, [&](const SummaryEffect& effect) {
      return std::find(settled.begin(), settled.end(), effect) != settled.end();
    });
    outcome.effects.insert(outcome.effects.begin(), settled.begin(), settled.end());
  }
  // The same effects on every way: what was asked on the way does not matter.
  struct Ways {
    Outcome outcome;
    std::vector<std::vector<SummaryCondition>> whens;
    std::vector<std::vector<SummaryRelation>> relations;
    bool chosen = true;
  };
  std::vector<Outcome> ordered;  // What nobody says that it happens comes last.
  for (const Doubt doubt : {Doubt::None, Doubt::Counts, Doubt::Rounds, Doubt::Way}) {
    for (Outcome& outcome : outcomes) {
      if (outcome.doubt == doubt) ordered.push_back(std::move(outcome));
    }
  }
  std::vector<Ways> by_effect;  // In the order in which they were found, which is the same in every run.
  for (Outcome& outcome : ordered) {
    auto same = std::find_if(by_effect.begin(), by_effect.end(), [&](const Ways& ways) {
      return ways.outcome.made == outcome.made && ways.outcome.effects == outcome.effects &&
             ways.outcome.stores == outcome.stores;
    });
    const bool chosen = outcome.chosen;
    std::vector<SummaryRelation> relations = std::move(outcome.relations);
    std::vector<SummaryCondition> when = std::move(outcome.when);
    if (same == by_effect.end()) {
      by_effect.push_back({std::move(outcome), {}, {}});
      same = std::prev(by_effect.end());
    }
    same->chosen &= chosen;
    same->whens.push_back(std::move(when));
    same->relations.push_back(std::move(relations));
  }
  std::vector<Outcome> kept;
  for (Ways& ways : by_effect) {
    const auto& whens = ways.whens;
    // What holds on all of these ways.
    auto common = whens.front();
    for (const auto& when : whens) {
      std::erase_if(common, [&](auto& one) {
        auto& [path, low, high, not_zero] = one;
        const auto other = std::find_if(when.begin(), when.end(),
                                        [&](const auto& asked) { return std::get<0>(asked) == path; });
        if (other == when.end()) return true;
        low = std::min(low, std::get<1>(*other));
        high = std::max(high, std::get<2>(*other));
        not_zero &= std::get<3>(*other);
        constexpr Range kAll;
        return low == kAll.low && high == kAll.high && !not_zero;
      });
    }
    auto related = ways.relations.front();
    for (const auto& asked : ways.relations) {
      std::erase_if(related, [&](const SummaryRelation& one) {
        return std::find(asked.begin(), asked.end(), one) == asked.end();
      });
    }
    kept.push_back({ways.outcome.doubt, ways.chosen, std::move(common), std::move(related),
                    std::move(ways.outcome.made), std::move(ways.outcome.effects),
                    std::move(ways.outcome.stores)});
    // `delete this` on one way only counts references.
    for (SummaryEffect& one : kept.back().effects) {
      one.counted = one.op == Op::Free && one.flag && by_effect.size() > 1;
    }
    if (kept.size() == Summary::kMostOutcomes) break;
  }
  return kept;
}

}  // namespace hull::safety
