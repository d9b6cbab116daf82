// Findings that only several units together show.
//
// A function that one unit calls and another defines is unknown to the unit that calls it. With what each
// unit left (unit.h) the callers are walked again, callees first, until nothing new is known: functions that
// call each other in a circle take each other's summary from their own unit. What a unit had reported by
// itself is not reported again.
#pragma once

#include <deque>
#include <expected>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "safety/explore.h"
#include "safety/report.h"
#include "safety/unit.h"

namespace hull::safety {

class Join {
 public:
  using Sink = std::function<void(const Message&)>;

  Join() = default;
  Join(const Join&) = delete;
  Join& operator=(const Join&) = delete;

  /// Units of what is joined, and what was left by joining the libraries below (`settled`), of which nothing
  /// is told again.
  enum class From { Here, Below };

  /// What is wrong with `bytes`, if something is. What counts where two units define one function is the
  /// first.
  std::expected<void, std::string> add(std::string_view bytes, From from = From::Here);
  /// Walks what has to be walked again. Findings come in the order of their places.
  void run(const Sink& sink);
  /// After `run`: a unit that says what the functions of these units do that others can call. Everything in
  /// it is settled.
  std::string settled() const;
  /// Where a finding's `where` is.
  const Location& location(Where where) const { return tables_.location(where); }
  /// How many functions were walked.
  std::size_t walked() const { return walked_; }

 private:
  struct Function {
    Unit::Function* from;
    bool here = true;  ///< Of a unit of `From::Here`.
    enum class Progress { None, Started, Done } progress = Progress::None;
    bool renewed = false;  ///< More is known than its unit knew.
  };

  Function* find(const char* key);
  void settle(Function& function, unsigned depth);
  void walk(Unit::Function& function);
  void spoil();
  void check_calls();
  void check_call(const Fact& fact);

  UnitTables tables_;
  std::deque<Unit> units_;
  std::vector<const char*> order_;
  std::unordered_map<const char*, Function> functions_;
  using Place = std::pair<Location, std::string_view>;
  std::set<Place> told_;
  std::set<Location> silent_;
  std::map<Place, Message> found_;
  std::size_t walked_ = 0;
  std::size_t work_ = 0;
};

}  // namespace hull::safety
