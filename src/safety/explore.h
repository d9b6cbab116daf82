// Walks the ways through a function.
//
// Blocks are visited in the order in which they follow each other, each with all states that reach it, so
// that equal states meet and are one again. A loop is gone through until its head was reached
// ExploreLimits::rounds times; from the second time on what it counts can be anything. What is dropped when
// there are too many states is not reported: it costs findings, never false ones.
#pragma once

#include "safety/interpret.h"

namespace hull::safety {

struct ExploreLimits {
  std::size_t states_per_block = 24;
  std::size_t doubted_per_block = 6;
  int rounds = Interpreter::kWidenedRound + 1;  ///< Of a loop.
  std::size_t facts = 200'000;
  /// A fact costs one, and more the more is known where it is executed: no clock, so that two runs say the
  /// same.
  std::size_t work = 4'000'000;

  /// The strict profile follows more, and says where it stopped.
  void be_strict() {
    states_per_block *= 2;
    doubted_per_block = states_per_block;
  }
};

struct Exploration {
  std::vector<Outcome> outcomes;
  std::vector<SummaryLateUse> late_uses;
  std::vector<SummaryPath> consumed;
  std::vector<std::pair<SummaryPath, Finding>> left_behind;
  std::vector<SummaryUse> uses;
  std::vector<SummaryAsk> asks;
  bool unseen = false;   ///< See Summary.
  bool opaque = false;   ///< See Summary.
  bool complete = true;  ///< Nothing was dropped.
  bool gave_up = false;  ///< A limit of facts or work was met: paths were left.
  std::size_t work = 0;
};

/// Executes all of `facts`. Findings go to `report`.
Exploration explore(Facts& facts, const ExploreLimits& limits, const Interpreter::Report& report);

/// Outcomes that a caller cannot tell apart become one, and there are at most Summary::kMostOutcomes.
std::vector<Outcome> reduced(std::vector<Outcome> outcomes);

}  // namespace hull::safety
