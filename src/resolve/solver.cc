#include "resolve/solver.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "resolve/agenda.h"

namespace hull::resolve {
namespace {

/// Levels that going back may lose.
constexpr std::uint32_t kFar = 20;

class Search {
 public:
  Search(Incompatibilities& known [[clang::lifetimebound]], FactSource& facts [[clang::lifetimebound]])
      : known_(known), facts_(facts), solution_(known), agenda_(known, solution_) {}

  Result<std::variant<Solution, Conflict>> run() {
    for (;;) {
      HULL_TRY(const std::optional<Conflict> conflict, propagate());
      if (conflict) return *conflict;
      const auto package = agenda_.next();
      if (!package) return found();
      HULL_CHECK(try_version(*package));
    }
  }

 private:
  /// Takes note of packages and facts that were added since. Facts are looked at by the next propagation.
  void attach_new() {
    solution_.grow();
    while (mentions_.size() < known_.packages()) {
      agenda_.add(facts_.rank(PackageId(mentions_.size())));
      mentions_.emplace_back();
    }
    for (; attached_ < known_.size(); ++attached_) {
      const auto id = IncompatibilityId(attached_);
      // A step on the way to a root cause says nothing that the root cause and the facts do not.
      if (known_[id].derived && id != learned_) continue;
      attach(id);
    }
  }

  void attach(IncompatibilityId id) {
    const std::vector<Term>& terms = known_[id].terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      mentions_[index(terms[i].package)].push_back(
          {id, static_cast<std::uint32_t>(i), terms[i].choices.some_excluded()});
      if (!known_[id].derived && terms[i].choices.allow_absence()) agenda_.heard_of(terms[i].package);
    }
    fresh_.push_back(id);
  }

  /// Goes back to `level`. What was concluded above it from something new may hold there, too, and nothing
  /// else would draw that conclusion again before it is too late.
  void backtrack(std::uint32_t level) {
    for (const PackageId package : solution_.backtrack(level)) agenda_.consider(package);
    for (; !concluded_.empty() && concluded_.back().level > level; concluded_.pop_back()) {
      fresh_.push_back(concluded_.back().id);
    }
  }

  /// Draws all conclusions. Returns the conflict that cannot be undone, if one is met.
  Result<std::optional<Conflict>> propagate() {
    attach_new();
    for (;;) {
      std::optional<IncompatibilityId> conflict = look_at_fresh();
      if (!conflict) conflict = look_at_changed();
      if (!conflict) {
        if (fresh_.empty() && changed_.empty()) return std::nullopt;
        continue;
      }
      HULL_TRY(const bool resolved, resolve(*conflict));
      if (!resolved) return learned_;
      changed_.clear();
    }
  }

  std::optional<IncompatibilityId> look_at_fresh() {
    while (!fresh_.empty()) {
      const IncompatibilityId id = fresh_.front();
      fresh_.pop_front();
      const std::uint32_t before = solution_.size();
      if (look_at(id)) return id;
      if (solution_.size() > before) concluded_.push_back({id, solution_.level()});
    }
    return {};
  }

  /// Looks at what mentions the package that changed first. An incompatibility matters only if its own term
  /// about that package holds now.
  std::optional<IncompatibilityId> look_at_changed() {
    if (changed_.empty()) return {};
    const PackageId package = changed_.front();
    changed_.pop_front();
    const std::vector<Mention>& mentions = mentions_[index(package)];
    const Choices& choices = solution_.choices(package);
    // The newest first: root causes say more than the facts they came from.
    for (std::size_t i = mentions.size(); i > 0; --i) {
      const auto [id, term, excluded] = mentions[i - 1];
      if (!choices.may_be_subset(excluded) || !choices.subset_of(known_[id].terms[term].choices)) continue;
      if (look_at(id)) return id;
    }
    return {};
  }

  /// Concludes what follows from one incompatibility. True when it is in conflict.
  bool look_at(IncompatibilityId id) {
    const Relation relation = solution_.relation(known_[id]);
    if (relation.kind != Relation::Kind::OneLeft) return relation.kind == Relation::Kind::Satisfied;
    solution_.derive(*relation.open, id);
    changed_.push_back(relation.open->package);
    agenda_.consider(relation.open->package);
    return false;
  }

  /// Finds the root cause of `conflict` and goes back to where it says something. False when there is no such
  /// place; then `learned_` is the proof.
  Result<bool> resolve(IncompatibilityId conflict) {
    learned_ = conflict;
    if (!known_[conflict].derived && !facts_.is_given(known_[conflict].fact)) {
      HULL_TRY(learned_, widest_against_known(conflict));
    }
    for (;;) {
      if (known_[learned_].terms.empty()) return false;
      const auto satisfier = solution_.satisfier(known_[learned_]);
      if (!satisfier.cause || satisfier.previous_level < satisfier.level) {
        for (const Term& term : known_[learned_].terms) agenda_.blame(term.package);
        // Near the conflict is as good as far back, as long as the root cause says something there, and
        // leaves less to be decided again; far back finds better ground. (Nadel and Ryvchin, "Chronological
        // Backtracking", SAT 2018.)
        const bool far = satisfier.level - satisfier.previous_level > kFar;
        backtrack(far ? satisfier.level - 1 : satisfier.previous_level);
        for (const Term& term : known_[learned_].terms) agenda_.consider(term.package);
        attach_new();
        fresh_.push_front(learned_);
        return true;
      }
      const Incompatibility& cause = known_[*satisfier.cause];
      if (!cause.derived && facts_.is_given(cause.fact)) return false;
      HULL_TRY(const IncompatibilityId reason, widest(*satisfier.cause, satisfier.package));
      learned_ = known_.derive(learned_, reason, satisfier.package);
    }
  }

  /// The reason for an assignment of `pivot`, said of as many versions of other packages as may share it:
  /// what `learned_` does not hold of must still be excluded.
  Result<IncompatibilityId> widest(IncompatibilityId reason, PackageId pivot) {
    if (known_[reason].derived) return reason;
    const Choices allowed = known_[learned_].choices(pivot) | ~known_[reason].choices(pivot);
    return facts_.widen(reason, pivot, allowed);
  }

  /// Decides for the version that is wanted most, unless one of its facts rules it out at once; then that
  /// fact, said of as many versions as it rules out, does the rest.
  Result<void> try_version(PackageId package) {
    const std::size_t version = facts_.choose(package, solution_.choices(package));
    const PackageId after = known_.after(package);
    const auto owner_version = after == package ? std::nullopt : solution_.decision(after);
    const std::size_t first = known_.size();
    HULL_CHECK(facts_.add_facts(package, owner_version.value_or(version)));
    const std::size_t last = known_.size();
    solution_.grow();
    bool ruled_out = false;
    for (std::size_t i = first; i < last; ++i) {
      HULL_TRY(const bool against, rules_out(IncompatibilityId(i), package));
      ruled_out |= against;
    }
    attach_new();
    if (ruled_out) return {};
    if (solution_.choices(package).count() == 1) {
      solution_.settle(package);
    } else {
      solution_.decide(package, version);
    }
    // Facts of this version that were added before must be looked at again, even if its choices are the same.
    changed_.push_back(package);
    for (const PackageId follower : known_.followers(package)) agenda_.consider(follower);
    return {};
  }

  /// Whether all terms of a new fact hold that are not about `package`, and one is. If so, the fact is also
  /// added for all versions of `package` that it is true of.
  Result<bool> rules_out(IncompatibilityId fact, PackageId package) {
    const Term* own = known_[fact].find(package);
    if (!own || solution_.choices(package).disjoint(own->choices)) return false;
    for (const Term& term : known_[fact].terms) {
      if (&term != own && !solution_.choices(term.package).subset_of(term.choices)) return false;
    }
    HULL_CHECK(widest_against_known(fact));
    return true;
  }

  /// `fact`, all terms of which hold or will for some choice, said of as many versions as fail for what is
  /// known now.
  Result<IncompatibilityId> widest_against_known(IncompatibilityId fact) {
    const std::vector<Term>& terms = known_[fact].terms;
    // The term that says what is missing; the others are conditions.
    const auto missing =
        std::ranges::find_if(terms, [](const Term& term) { return term.choices.allow_absence(); });
    if (missing == terms.end()) return facts_.widen(fact, terms.front().package, terms.front().choices);
    const PackageId pivot = missing->package;
    return facts_.widen(fact, pivot, ~solution_.choices(pivot));
  }

  Solution found() const {
    Solution versions;
    for (std::size_t i = 0; i < known_.packages(); ++i) versions.push_back(solution_.decision(PackageId(i)));
    return versions;
  }

  Incompatibilities& known_;
  FactSource& facts_;
  PartialSolution solution_;
  Agenda agenda_;
  /// Which term of an incompatibility is about a package.
  struct Mention {
    IncompatibilityId id{};
    std::uint32_t term = 0;
    std::uint64_t excluded = 0;  ///< Of the term: mostly that alone tells that it does not hold.
  };
  std::vector<std::vector<Mention>> mentions_;  ///< By package.
  struct Concluded {
    IncompatibilityId id;
    std::uint32_t level;
  };
  std::vector<Concluded> concluded_;     ///< What said something when it was new; levels ascend.
  std::deque<IncompatibilityId> fresh_;  ///< To be looked at once, whatever changed.
  std::deque<PackageId> changed_;        ///< Narrowed since its mentions were looked at.
  std::size_t attached_ = 0;
  IncompatibilityId learned_{};
};

}  // namespace

Result<std::variant<Solution, Conflict>> solve(Incompatibilities& known, FactSource& facts) {
  return Search(known, facts).run();
}

}  // namespace hull::resolve
