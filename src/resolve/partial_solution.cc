#include "resolve/partial_solution.h"

#include <algorithm>
#include <utility>

namespace hull::resolve {

void PartialSolution::grow() {
  while (states_.size() < known_->packages()) {
    states_.push_back({.choices = Choices::all(known_->versions(PackageId(states_.size())))});
  }
}

std::optional<std::size_t> PartialSolution::decision(PackageId package) const {
  const State& state = states_[index(package)];
  if (!state.decided) return {};
  return state.choices.lowest();
}

Relation PartialSolution::relation(const Incompatibility& incompatibility) const {
  const Term* open = nullptr;
  for (const Term& term : incompatibility.terms) {
    const Choices& known = choices(term.package);
    if (known.subset_of(term.choices)) continue;
    if (open || known.disjoint(term.choices)) return {};
    open = &term;
  }
  return {open ? Relation::Kind::OneLeft : Relation::Kind::Satisfied, open};
}

void PartialSolution::decide(PackageId package, std::size_t version) {
  ++level_;
  assign(package, Choices::only(known_->versions(package), version), {});
  states_[index(package)].decided = true;
}

void PartialSolution::settle(PackageId package) {
  states_[index(package)].decided = true;
  settled_.push_back({package, level_});
}

void PartialSolution::derive(const Term& term, IncompatibilityId cause) {
  assign(term.package, choices(term.package) & ~term.choices, cause);
}

void PartialSolution::assign(PackageId package, Choices choices, std::optional<IncompatibilityId> cause) {
  State& state = states_[index(package)];
  state.choices = choices;
  trail_.push_back({package, cause, level_, state.last, std::move(choices)});
  state.last = static_cast<std::uint32_t>(trail_.size() - 1);
}

std::uint32_t PartialSolution::first_within(std::uint32_t last, const Choices& choices,
                                            const Choices* given) const {
  const auto within = [&](std::uint32_t at) {
    return given ? (trail_[at].choices & *given).subset_of(choices) : trail_[at].choices.subset_of(choices);
  };
  if (given && given->subset_of(choices)) return kNone;
  while (trail_[last].previous != kNone && within(trail_[last].previous)) last = trail_[last].previous;
  return last;
}

PartialSolution::Satisfier PartialSolution::satisfier(const Incompatibility& satisfied) const {
  std::uint32_t latest = 0;
  std::uint32_t before = 0;  // The latest level of all terms but that of the satisfier.
  const Term* latest_term = nullptr;
  for (const Term& term : satisfied.terms) {
    std::uint32_t at = first_within(states_[index(term.package)].last, term.choices, nullptr);
    if (!latest_term || at > latest) {
      if (latest_term) before = std::max(before, trail_[latest].level);
      latest = at;
      latest_term = &term;
    } else {
      before = std::max(before, trail_[at].level);
    }
  }
  const Assignment& assignment = trail_[latest];
  Satisfier result{assignment.package, assignment.level, assignment.cause, before};
  if (!assignment.cause || assignment.previous == kNone) return result;
  // The satisfier may need help from what was known of its own package.
  const Choices alone = ~(*known_)[*assignment.cause].choices(assignment.package);
  const std::uint32_t helper = first_within(assignment.previous, latest_term->choices, &alone);
  if (helper != kNone) result.previous_level = std::max(before, trail_[helper].level);
  return result;
}

std::vector<PackageId> PartialSolution::backtrack(std::uint32_t level) {
  std::vector<PackageId> forgotten;
  while (!trail_.empty() && trail_.back().level > level) {
    const Assignment& last = trail_.back();
    State& state = states_[index(last.package)];
    state.last = last.previous;
    state.decided =
        false;  // Nothing is assigned after a decision, so either it is undone here or there was none.
    state.choices =
        last.previous == kNone ? Choices::all(state.choices.versions()) : trail_[last.previous].choices;
    forgotten.push_back(last.package);
    trail_.pop_back();
  }
  for (; !settled_.empty() && settled_.back().level > level; settled_.pop_back()) {
    states_[index(settled_.back().package)].decided = false;
    forgotten.push_back(settled_.back().package);
  }
  level_ = level;
  return forgotten;
}

}  // namespace hull::resolve
