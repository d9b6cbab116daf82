#include "safety/dump.h"

#include "safety/summary.h"

namespace hull::safety {

namespace {

constexpr const char* kOps[] = {
    "Address",  "Constant",   "Unknown",  "Both",         "Either",   "Load",    "Store",      "Put",
    "Part",     "Element",    "Add",      "Less",         "Equal",    "Not",     "Compute",    "MaybeNull",
    "Begin",    "Expire",     "Free",     "Invalidate",   "EraseAt",  "Move",    "Scan",       "Renew",
    "Transfer", "CopyObject", "Escape",   "Unseen",       "Allocate", "Own",     "Reallocate", "Freeing",
    "Adopt",    "Disown",     "Share",    "Lock",         "Hold",     "Unshare", "Size",       "TextSize",
    "SetText",  "Recast",     "ViewOf",   "ViewSize",     "Past",     "Vacate",  "SetSize",    "Grow",
    "Resize",   "Reserve",    "Position", "FindIn",       "Counted",  "At",      "Has",        "Use",
    "Read",     "NonEmpty",   "Index",    "IndexPointer", "Limit",    "Apart",   "Assume",     "Call",
    "Throw",    "Catch",      "Stop",     "Forget"};

std::string place_text(const Facts& facts, PlaceId id) {
  const Place& place = facts.places[id];
  const auto found = facts.names.find(place.what);
  const std::string name = found == facts.names.end() ? "#" + std::to_string(id) : found->second;
  switch (place.step) {
    case Step::None: {
      constexpr const char* kBases[] = {"", "", "tmp:", "heap:", "static:", "result:"};
      return kBases[static_cast<int>(place.base)] + name;
    }
    case Step::Field:
      return place_text(facts, place.parent) + "." + name;
    case Step::Content:
      return place_text(facts, place.parent) + ".*";
    case Step::Cursor:
      return place_text(facts, place.parent) + ".it";
    case Step::Pointee:
      return place_text(facts, place.parent) + "->";
    case Step::Extent:
    case Step::Text:
      break;
  }
  return name;
}

}  // namespace

std::string dump(const Facts& facts) {
  std::string text;
  for (std::size_t b = facts.blocks.size(); b-- > 0;) {
    const FactBlock& block = facts.blocks[b];
    text += "B" + std::to_string(b) + (block.loop ? " loop" : "") + (b == facts.entry ? " entry" : "") +
            (b == facts.exit ? " exit" : "") + "\n";
    for (const Fact& fact : block.facts) {
      text += "  ";
      if (fact.to != kNoRegister) text += "r" + std::to_string(fact.to) + " = ";
      text += kOps[static_cast<int>(fact.op)];
      if (fact.a != kNoRegister) text += " r" + std::to_string(fact.a);
      if (fact.b != kNoRegister) text += " r" + std::to_string(fact.b);
      if (fact.place != kNoPlace) text += " " + place_text(facts, fact.place);
      if (fact.what && fact.op == Op::Part) {
        const auto found = facts.names.find(fact.what);
        text += std::string(" .") + (found == facts.names.end() ? "?" : found->second);
      } else if (fact.op == Op::Part) {
        text += fact.step == Step::Content ? " *" : fact.step == Step::Cursor ? " it" : " value";
      }
      if (fact.number != 0) text += " " + std::to_string(fact.number);
      if (fact.flag) text += " flag";
      if (fact.deep) text += " deep";
      if (fact.word) text += std::string(" '") + fact.word + "'";
      if (fact.call) {
        text += " (";
        for (const Register argument : fact.call->arguments) text += " r" + std::to_string(argument);
        text +=
            " )" +
            std::string(fact.call->result != kNoPlace ? " -> " + place_text(facts, fact.call->result) : "") +
            " outcomes " + std::to_string(fact.call->summary ? fact.call->summary->outcomes.size() : 0);
      }
      text += "\n";
    }
    text += "  ->";
    if (block.condition != kNoRegister) text += " if r" + std::to_string(block.condition);
    for (const std::uint32_t successor : block.successors)
      text += successor == kNoBlock ? " -" : " B" + std::to_string(successor);
    text += "\n";
  }
  return text;
}

std::string dump(const Facts& facts, const std::vector<Outcome>& outcomes) {
  const auto path_text = [&](const SummaryPath& path) {
    std::string text = path.parameter == SummaryPath::kResult   ? "result"
                       : path.parameter == SummaryPath::kStatic ? "static"
                       : path.parameter == SummaryPath::kMade   ? "made" + std::to_string(path.made)
                                                                : "p" + std::to_string(path.parameter);
    for (const auto& [step, what] : path.steps) {
      const auto name = facts.names.find(what);
      text += step == Step::Pointee       ? "->"
              : step == Step::Content     ? ".*"
              : step == Step::Cursor      ? ".it"
              : name == facts.names.end() ? ".?"
                                          : std::string(".") + name->second;
    }
    return text;
  };
  std::string text;
  for (const Outcome& outcome : outcomes) {
    text += "outcome";
    for (const auto& [path, low, high, not_zero] : outcome.when) {
      text += " if " + path_text(path) + " in [" + std::to_string(low) + ", " + std::to_string(high) + "]" +
              (not_zero ? " not 0" : "");
    }
    const auto side_text = [&](const SummaryRelation::Side& side) {
      return (side.address ? "&" : "") + (side.how.empty() ? path_text(side.path) : "computed") +
             (side.offset != 0 ? "+" + std::to_string(side.offset) : "");
    };
    for (const SummaryRelation& one : outcome.relations) {
      text += std::string(one.truth ? " if " : " if not ") + side_text(one.a) +
              (one.op == TermOp::Less ? " < " : " = ") + side_text(one.b);
    }
    text += "\n";
    for (std::size_t i = 0; i < outcome.made.size(); ++i) {
      const SummaryObject& made = outcome.made[i];
      text += "  made" + std::to_string(i) + " by " + std::to_string(made.allocation) +
              (made.owed ? " owed" : "") + (made.owned ? " owned" : "") + (made.many ? " many" : "") + "\n";
    }
    for (const SummaryEffect& effect : outcome.effects) {
      text += std::string("  ") + kOps[static_cast<int>(effect.op)] + " " + path_text(effect.path) + "\n";
    }
    for (const auto& [path, value] : outcome.stores) {
      text += "  " + path_text(path) + " :=";
      for (const SummaryPath& target : value.refers) text += " " + path_text(target);
      text += " term " + std::to_string(static_cast<int>(value.term)) + " " + std::to_string(value.constant) +
              "\n";
    }
  }
  return text;
}

}  // namespace hull::safety
