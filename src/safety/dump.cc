#include "safety/dump.h"

#include "safety/summary.h"

namespace hull::safety {

namespace {

constexpr const char* kOps[] = {
    "Address",    "Constant", "Unknown",  "Both",         "Either",     "Load",     "Store",   "Put",
    "Part",       "Element",  "Add",      "Less",         "Equal",      "Not",      "Compute", "MaybeNull",
    "Begin",      "Expire",   "Free",     "Invalidate",   "EraseAt",    "Move",     "Renew",   "Transfer",
    "CopyObject", "Escape",   "Allocate", "Own",          "Reallocate", "Freeing",  "Adopt",   "Disown",
    "Share",      "Lock",     "Hold",     "Unshare",      "Size",       "ViewSize", "Past",    "SetSize",
    "Grow",       "Resize",   "Reserve",  "Position",     "FindIn",     "At",       "Has",     "Use",
    "Read",       "NonEmpty", "Index",    "IndexPointer", "Limit",      "Assume",   "Call",    "Throw",
    "Catch",      "Stop",     "Forget"};

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
            " outcomes " + std::to_string(fact.call->summary->outcomes.size());
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

}  // namespace hull::safety
