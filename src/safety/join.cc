#include "safety/join.h"

#include <algorithm>
#include <utility>

namespace hull::safety {

namespace {

// Longer chains of calls are taken as their units know them: the stack is not ours.
constexpr unsigned kMostDepth = 200;

// More than this is not done for one join: some seconds.
constexpr std::size_t kMostWork = 20'000'000;

// Clang's USRs of what has internal linkage begin with the file's name: "c:a.cc@F@helper#".
bool is_of_one_unit(std::string_view usr) { return usr.starts_with("c:") && !usr.starts_with("c:@"); }

}  // namespace

std::expected<void, std::string> Join::add(std::string_view bytes, From from) {
  auto unit = read_unit(bytes, tables_);
  if (!unit) return std::unexpected(unit.error());
  for (const auto& [where, code] : unit->reported) told_.emplace(where, code);
  silent_.insert(unit->silent.begin(), unit->silent.end());
  Unit& kept = units_.emplace_back(std::move(*unit));
  for (Unit::Function& function : kept.functions) {
    if (functions_.try_emplace(function.key, Function{.from = &function, .here = from == From::Here}).second)
      order_.push_back(function.key);
  }
  return {};
}

void Join::run(const Sink& sink) {
  for (const char* key : order_) settle(functions_.at(key), 0);
  check_calls();
  for (const auto& [key, message] : found_) sink(message);
}

std::string Join::settled() const {
  UnitWriter writer({
      .location = [this](Where where) { return tables_.location(where); },
      .key = UnitTables::key,
  });
  for (const char* key : order_) {
    const Function& function = functions_.at(key);
    if (function.here && function.from->summary.known && !is_of_one_unit(key))
      writer.summary(key, function.from->summary);
  }
  return std::move(writer).finish();
}

Join::Function* Join::find(const char* key) {
  const auto found = functions_.find(key);
  return found == functions_.end() ? nullptr : &found->second;
}

void Join::settle(Function& function, unsigned depth) {
  if (function.progress != Function::Progress::None || depth > kMostDepth) return;
  function.progress = Function::Progress::Started;
  Facts* facts = function.from->facts.get();
  if (facts) {
    bool more = false;
    for (const auto& call : facts->calls) {
      Function* callee = call->callee ? find(call->callee) : nullptr;
      if (!callee) continue;
      settle(*callee, depth + 1);
      if (!callee->from->summary.known) continue;
      call->summary = &callee->from->summary;
      // What has no facts for when it is unknown was known before.
      more |= call->otherwise > 0 || callee->renewed;
    }
    if (more) walk(*function.from);
    function.renewed = more;
  }
  function.progress = Function::Progress::Done;
}

// Who calls what is not checked is not; who calls each other in a circle is, unless somebody spoils it.
void Join::spoil() {
  std::unordered_map<const Function*, std::vector<Function*>> callers;
  std::vector<Function*> work;
  for (auto& [key, function] : functions_) {
    Summary& summary = function.from->summary;
    bool good = summary.known && summary.checked;
    if (function.from->facts) {
      for (const auto& call : function.from->facts->calls) {
        // Where strict code calls it is told by itself.
        if (!call->callee || call->strict != 0) continue;
        Function* callee = find(call->callee);
        if (callee) callers[callee].push_back(&function);
        good &= callee || call->otherwise == 0;
      }
    }
    summary.checked = good;
    if (!good) work.push_back(&function);
  }
  while (!work.empty()) {
    const Function* spoilt = work.back();
    work.pop_back();
    for (Function* caller : callers[spoilt]) {
      if (std::exchange(caller->from->summary.checked, false)) work.push_back(caller);
    }
  }
}

// Calls of strict code to what is elsewhere.
void Join::check_calls() {
  spoil();
  for (const char* key : order_) {
    const Function& function = functions_.at(key);
    if (!function.here || !function.from->facts) continue;
    for (const FactBlock& block : function.from->facts->blocks) {
      for (const Fact& fact : block.facts) check_call(fact);
    }
  }
}

void Join::check_call(const Fact& fact) {
  if (fact.op != Op::Call || fact.call->strict == 0 || !fact.call->callee) return;
  const Function* callee = find(fact.call->callee);
  if (!callee ? fact.call->otherwise == 0 : callee->from->summary.checked) return;
  const Location& where = tables_.location(fact.call->strict);
  const bool seen = callee && callee->from->summary.known;
  Message found = unchecked_call(fact.call->strict, fact.word ? fact.word : "", seen);
  const std::string_view code = found.code;
  if (!silent_.contains(where) && !told_.contains({where, code}))
    found_.try_emplace({where, code}, std::move(found));
}

void Join::walk(Unit::Function& function) {
  if (work_ >= kMostWork) return;
  ++walked_;
  const Interpreter::Report report = [&](const Finding& finding) {
    Message found = message(finding, *function.facts);
    const Location& where = tables_.location(found.where);
    const std::string_view code = found.code;
    if (!silent_.contains(where) && !told_.contains({where, code}))
      found_.try_emplace({where, code}, std::move(found));
  };
  ExploreLimits limits;
  limits.work = std::min(limits.work, kMostWork - work_);
  if (function.facts->strict) limits.be_strict();
  Exploration result = explore(*function.facts, limits, report);
  work_ += result.work;
  if (!result.complete && result.outcomes.empty()) return;
  function.summary.outcomes = std::move(result.outcomes);
  function.summary.uses = std::move(result.uses);
  function.summary.late_uses = std::move(result.late_uses);
  function.summary.consumed = std::move(result.consumed);
  function.summary.unseen = result.unseen;
  function.summary.opaque = result.opaque;
  function.summary.known = true;
}

}  // namespace hull::safety
