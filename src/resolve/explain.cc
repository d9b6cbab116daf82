#include "resolve/explain.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "resolve/wording.h"

namespace hull::resolve {
namespace {

/// Tells a proof. The work is a stack of its own: a proof may be thousands of steps deep.
class Report {
 public:
  Report(const Incompatibilities& known [[clang::lifetimebound]],
         const Catalog& catalog [[clang::lifetimebound]], IncompatibilityId conflict)
      : known_(known), catalog_(catalog), conflict_(conflict) {
    count_uses();
  }

  std::string text() {
    if (!known_[conflict_].derived)
      return fmt::format("Because {}, version solving failed.", said(conflict_));
    push({Task::Kind::Tell, conflict_});
    while (!tasks_.empty()) {
      const Task task = std::move(tasks_.back());
      tasks_.pop_back();
      if (task.kind == Task::Kind::Tell) {
        tell(task.step);
      } else {
        say(task);
      }
    }
    return layout();
  }

 private:
  struct Task {
    enum class Kind {
      Tell,  ///< The whole way to `step`.
      Say,   ///< One line that ends in `step`.
    };
    Kind kind = Kind::Tell;
    IncompatibilityId step{};
    std::vector<IncompatibilityId> reasons = {};  ///< Of a line, besides what was said just before.
    bool continues = false;                       ///< A line that goes on from the one before.
    bool numbered = false;                        ///< A line to be referred to, however often it is used.
  };
  struct Line {
    std::string text;
    std::size_t number = 0;  ///< 0: none.
    bool starts = false;     ///< A new line of thought.
  };

  void push(Task task) { tasks_.push_back(std::move(task)); }
  bool derived(IncompatibilityId id) const { return known_[id].derived; }
  bool is_numbered(IncompatibilityId id) const { return numbers_.contains(id); }

  void count_uses() {
    std::vector<IncompatibilityId> pending = {conflict_};
    std::set<IncompatibilityId> seen = {conflict_};
    while (!pending.empty()) {
      const Incompatibility& step = known_[pending.back()];
      pending.pop_back();
      if (!step.derived) continue;
      for (const IncompatibilityId cause : {step.left, step.right}) {
        ++uses_[cause];
        if (seen.insert(cause).second) pending.push_back(cause);
      }
    }
  }

  /// A step that follows from facts alone.
  bool is_simple(IncompatibilityId id) const {
    return derived(id) && !derived(known_[id].left) && !derived(known_[id].right);
  }

  /// A step that needs no line: it follows from one other and a fact, and is used once.
  bool can_be_passed_over(IncompatibilityId id) const {
    const Incompatibility& step = known_[id];
    return derived(step.left) != derived(step.right) && uses_.at(id) == 1;
  }

  // The last task pushed is done first.
  void tell(IncompatibilityId id) {
    // Told meanwhile, on another way.
    if (is_numbered(id)) return;
    const Incompatibility& step = known_[id];
    if (derived(step.left) && derived(step.right)) return tell_both(id, step.left, step.right);
    if (derived(step.left)) return tell_one(id, step.left, step.right);
    if (derived(step.right)) return tell_one(id, step.right, step.left);
    push({Task::Kind::Say, id, {step.left, step.right}});
  }

  void tell_one(IncompatibilityId id, IncompatibilityId before, IncompatibilityId fact) {
    if (is_numbered(before)) return push({Task::Kind::Say, id, {fact, before}});
    if (!can_be_passed_over(before)) {
      push({Task::Kind::Say, id, {fact}, true});
      return push({Task::Kind::Tell, before});
    }
    const Incompatibility& passed = known_[before];
    const bool left = derived(passed.left);
    const IncompatibilityId earlier = left ? passed.left : passed.right;
    const IncompatibilityId other = left ? passed.right : passed.left;
    if (is_numbered(earlier)) return push({Task::Kind::Say, id, {other, fact, earlier}});
    push({Task::Kind::Say, id, {other, fact}, true});
    push({Task::Kind::Tell, earlier});
  }

  void tell_both(IncompatibilityId id, IncompatibilityId left, IncompatibilityId right) {
    if (is_numbered(right)) std::swap(left, right);
    if (is_numbered(left) && is_numbered(right)) return push({Task::Kind::Say, id, {left, right}});
    if (is_numbered(left)) {
      push({Task::Kind::Say, id, {left}, true});
      return push({Task::Kind::Tell, right});
    }
    // The longer story first, so that the shorter one stands right before what follows from both.
    if (is_simple(left)) std::swap(left, right);
    must_number_.insert(left);
    push({Task::Kind::Say, id, {left}, true});
    push({Task::Kind::Tell, right});
    push({Task::Kind::Tell, left});
  }

  void say(const Task& task) {
    Line line;
    const std::string reasons = all_said(task.reasons);
    const bool last = task.step == conflict_;
    line.starts = !task.continues && !lines_.empty();
    std::string_view opening = task.continues ? "And because" : "Because";
    if (last && !lines_.empty()) opening = "So, because";
    line.text = fmt::format("{} {}, {}.", opening, reasons,
                            last ? "version solving failed" : clause(known_[task.step], catalog_));
    if (!last && (uses_.at(task.step) > 1 || must_number_.contains(task.step))) {
      line.number = numbers_.size() + 1;
      numbers_.emplace(task.step, line.number);
    }
    lines_.push_back(std::move(line));
  }

  std::string all_said(const std::vector<IncompatibilityId>& reasons) const {
    std::string text, previous;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      const std::string reason = said(reasons[i]);
      const std::string_view shared = shared_start(previous, reason);
      if (i == 0) {
        text = reason;
      } else if (!shared.empty()) {
        text += fmt::format(" and {}", std::string_view(reason).substr(shared.size()));
      } else {
        // A comma where "and" alone could belong to either reason.
        const bool ambiguous = reason.contains(" and ") || text.contains(" and ");
        text += fmt::format("{}{}", i + 1 < reasons.size() ? ", " : ambiguous ? ", and " : " and ", reason);
      }
      previous = reason;
    }
    return text;
  }

  /// "a depends" of two reasons that begin so, else nothing.
  static std::string_view shared_start(std::string_view a, std::string_view b) {
    const std::size_t end = a.find(" depends on ");
    if (end == std::string_view::npos || b.find(" depends on ") != end) return {};
    const std::size_t size = a.find(" on ", end) + 1;
    return b.starts_with(a.substr(0, size)) ? a.substr(0, size) : std::string_view();
  }

  /// A reason, with its number if it was said before.
  std::string said(IncompatibilityId id) const {
    std::string text = clause(known_[id], catalog_);
    if (const auto number = numbers_.find(id); number != numbers_.end())
      text += fmt::format(" ({})", number->second);
    return text;
  }

  std::string layout() const {
    const std::size_t width = numbers_.empty() ? 0 : fmt::format("({}) ", numbers_.size()).size();
    std::string text;
    for (const Line& line : lines_) {
      if (!text.empty()) text += line.starts ? "\n\n" : "\n";
      text += fmt::format("{:>{}}", line.number > 0 ? fmt::format("({}) ", line.number) : "", width);
      text += line.text;
    }
    return text;
  }

  const Incompatibilities& known_;
  const Catalog& catalog_;
  IncompatibilityId conflict_;
  std::map<IncompatibilityId, std::size_t> uses_;
  std::map<IncompatibilityId, std::size_t> numbers_;  ///< Of what was said and is used again.
  std::set<IncompatibilityId> must_number_;
  std::vector<Task> tasks_;
  std::vector<Line> lines_;
};

}  // namespace

std::string explain(const Incompatibilities& known, const Catalog& catalog, IncompatibilityId conflict) {
  return Report(known, catalog, conflict).text();
}

}  // namespace hull::resolve
