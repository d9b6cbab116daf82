#include "safety/report.h"

#include "safety/report_help.h"

namespace hull::safety {

namespace {

// "x", "cache.entries", "an element of `items`": nullopt-like empty when it has no name.
std::string name_of(const Facts& facts, PlaceId id) {
  if (id == kNoPlace) return {};
  const Place& place = facts.places[id];
  const auto named = [&]() -> std::string {
    const auto found = facts.names.find(place.what);
    return found == facts.names.end() ? std::string() : std::string(found->second);
  };
  switch (place.step) {
    case Step::None:
      return named();
    case Step::Field: {
      const std::string outer = name_of(facts, place.parent);
      const std::string own = named();
      if (own.empty()) return outer;
      if (outer.empty() || outer == "this") return own;
      return outer + "." + own;
    }
    case Step::Pointee:
    case Step::Content:
    case Step::Cursor:
      return name_of(facts, place.parent);
    case Step::Extent:
    case Step::Text:
      break;
  }
  return {};
}

bool cursor(const Facts& facts, PlaceId id) {
  for (; id != kNoPlace; id = facts.places[id].parent) {
    if (facts.places[id].step == Step::Cursor) return true;
  }
  return false;
}

// Whether the place is a part of something that can be called.
bool callable(const Facts& facts, PlaceId id) {
  for (; id != kNoPlace; id = facts.places[id].parent) {
    const Place& place = facts.places[id];
    if (place.what && facts.callables->contains(place.what)) return true;
  }
  return false;
}

std::string quoted(const std::string& name, const char* otherwise) {
  if (name == "this") return "`*this`";
  return name.empty() ? std::string(otherwise) : "`" + name + "`";
}

// The fact that gives `id` its value; nullptr when there is none.
const Fact* origin(const Facts& facts, Register id) {
  if (id == kNoRegister) return nullptr;
  for (const FactBlock& block : facts.blocks) {
    for (const Fact& fact : block.facts) {
      if (fact.to == id) return &fact;
    }
  }
  return nullptr;
}

// The variable or member that `id` was read from, as the author calls it; empty when it is no such thing.
std::string name_of_value(const Facts& facts, Register id) {
  const Fact* from = origin(facts, id);
  if (!from) return {};
  if (from->op == Op::Address) {
    const Step step = facts.places[from->place].step;
    return step == Step::None || step == Step::Field ? name_of(facts, from->place) : std::string();
  }
  if (from->op == Op::Load && !from->deep) return name_of_value(facts, from->a);
  if (from->op != Op::Part || from->step != Step::Field) return {};
  const std::string outer = name_of_value(facts, from->a);
  const auto field = facts.names.find(from->what);
  if (field == facts.names.end()) return {};
  return outer.empty() || outer == "this" ? field->second : outer + "." + field->second;
}

// Where the local variable that `id` was read from gets its value, when that is one place.
Where bound_at(const Facts& facts, Register id) {
  const Fact* from = origin(facts, id);
  const Fact* variable = from && from->op == Op::Load ? origin(facts, from->a) : nullptr;
  if (!variable || variable->op != Op::Address || facts.places[variable->place].base != Base::Local) return 0;
  Where where = 0;
  for (const FactBlock& block : facts.blocks) {
    for (const Fact& fact : block.facts) {
      if (fact.op != Op::Store) continue;
      const Fact* target = origin(facts, fact.a);
      if (!target || target->op != Op::Address || target->place != variable->place) continue;
      if (where != 0 && where != fact.where) return 0;
      where = fact.where;
    }
  }
  return where;
}

std::string word(const char* text, const char* otherwise) {
  return std::string("`") + (text ? text : otherwise) + "`";
}

// "`x` goes out of scope here"
std::string what_happened(const Event& event, const Facts& facts) {
  const std::string name = name_of(facts, event.place);
  switch (event.cause) {
    case Cause::Scope:
      return quoted(name, "it") + " goes out of scope here";
    case Cause::Temporary:
      return "the temporary ends here, with the full expression";
    case Cause::Delete:
      return "freed here by " + word(event.word, "delete");
    case Cause::Owner:
      return event.word ? "destroyed here by " + word(event.word, "reset")
                        : std::string("its owner destroys it here");
    case Cause::Move:
      return quoted(name, "it") + " is moved from here";
    case Cause::Elements:
      return word(event.word, "the call") + " on " + quoted(name, "the container") +
             " may move or destroy its elements";
    case Cause::Call:
      return word(event.word, "this call") + " may have ended it: nobody knows what it does here";
    case Cause::Declared:
      return event.word && std::string_view(event.word) == "new" ? "allocated here"
                                                                 : quoted(name, "it") + " is declared here";
    case Cause::None:
    case Cause::Null:
      break;
  }
  return event.word ? word(event.word, "") + " happens here" : std::string("it happens here");
}

const char* code_of_ended(const Finding& finding, const Facts& facts) {
  switch (finding.event.cause) {
    case Cause::Scope:
      if (finding.handle == Handle::Function) return "H0205";
      return finding.event.stored ? "H0202" : "H0204";
    case Cause::Temporary:
      return finding.handle == Handle::Function ? "H0205" : "H0203";
    case Cause::Delete:
    case Cause::Owner:
      return "H0103";
    case Cause::Call:
      return "H0911";
    case Cause::Elements:
    case Cause::Move:
      if (finding.handle == Handle::Loop) return "H0303";
      return finding.handle == Handle::Iterator || cursor(facts, finding.place) ? "H0301" : "H0302";
    default:
      return "H0204";
  }
}

}  // namespace

Message message(const Finding& finding, const Facts& facts) {
  const std::string name = name_of(facts, finding.place);
  Message message{.code = "H0000", .where = finding.where, .text = {}, .notes = {}};
  const std::string used = name_of_value(facts, finding.used);
  const auto note_event = [&] {
    if (finding.event.where != 0)
      message.notes.push_back({finding.event.where, what_happened(finding.event, facts)});
  };
  const auto note_call = [&] {
    if (finding.inside != 0) message.notes.push_back({finding.inside, "called here"});
  };
  switch (finding.wrong) {
    case Wrong::UseOfEnded: {
      message.code = code_of_ended(finding, facts);
      switch (finding.event.cause) {
        case Cause::Scope:
          message.text = "use of " + quoted(name, "an object") + " after its lifetime ended";
          break;
        case Cause::Temporary:
          message.text = used.empty() ? "use of a temporary after the full expression that made it"
                                      : "use of `" + used + "`, which refers to a temporary that has ended";
          break;
        case Cause::Elements:
          if (finding.handle == Handle::Loop) {
            message.text =
                "the range-for over " + quoted(name, "a container") + " goes on after it was changed";
            break;
          }
          if (!used.empty() && used != "this" && used != name) {
            message.text = "use of `" + used + "`, " +
                           (cursor(facts, finding.place) ? "an iterator into " : "which refers into ") +
                           quoted(name, "a container") + ", after it was invalidated";
            break;
          }
          message.text =
              cursor(facts, finding.place)
                  ? "use of an iterator into " + quoted(name, "a container") + " after it was invalidated"
                  : "use of a reference into " + quoted(name, "a container") + " after it was invalidated";
          break;
        case Cause::Move:
          message.text = "use of a reference into " + quoted(name, "an object") + " after it was moved";
          break;
        case Cause::Call:
          message.text =
              "use of a reference into " + quoted(name, "an object") + " after a call that may have ended it";
          break;
        default:
          message.text = used.empty() || used == "this"
                             ? "use of memory after it was freed"
                             : "use of what `" + used + "` refers to, after it was freed";
          break;
      }
      if (const Where bound = bound_at(facts, finding.used);
          bound != 0 && bound != finding.where && bound != finding.event.where && !used.empty()) {
        message.notes.push_back({bound, "`" + used + "` refers to it from here on"});
      }
      note_event();
      if (finding.inside != 0)
        message.notes.push_back({finding.inside, "used here, in " + word(finding.word, "the call")});
      break;
    }
    case Wrong::UseOfMoved:
      message.code = "H0101";
      message.text = "use of " + quoted(name, "a value") + " after it was moved from";
      note_event();
      break;
    case Wrong::UseOfUnwritten: {
      const bool member = finding.place != kNoPlace && facts.places[finding.place].step == Step::Field;
      message.code = member ? "H0406" : "H0405";
      message.text =
          quoted(name, member ? "a member" : "a variable") + " is read but may not have been given a value";
      note_event();
      note_call();
      break;
    }
    case Wrong::UseOfNull:
      switch (finding.handle) {
        case Handle::Smart:
          message.code = "H0403";
          message.text = "dereference of " + quoted(used, "a smart pointer") + ", which may be null";
          break;
        case Handle::Optional:
          message.code = "H0402";
          if (finding.word) {
            message.text = finding.word == std::string_view("error")
                               ? "`error` of an expected that may hold a value"
                               : word(finding.word, "") + " of an alternative that the variant does not hold";
            break;
          }
          message.text = "access to the value of " + quoted(used, "an optional") + ", which may be empty";
          break;
        case Handle::Function:
          message.code = "H0403";
          message.text = "call of " + quoted(used, "a function object") + ", which may be empty";
          break;
        default:
          message.code = "H0401";
          message.text = finding.word ? "a null pointer may be passed to " + word(finding.word, "") +
                                            ", which dereferences it"
                                      : "dereference of " + quoted(used, "a pointer") + ", which may be null";
          break;
      }
      note_call();
      break;
    case Wrong::UseOfEnd:
      message.code = "H0404";
      message.text = (finding.word ? word(finding.word, "") : std::string("dereference")) + " of " +
                     quoted(used, "an iterator") + ", which may be the end of " + quoted(name, "the range");
      break;
    case Wrong::FreedTwice:
      message.code =
          finding.event.cause == Cause::Scope || finding.event.cause == Cause::Elements ? "H0103" : "H0102";
      message.text = "freed a second time";
      note_event();
      break;
    case Wrong::FreeOfOther:
      message.code = "H0104";
      message.text = quoted(name, "what is freed here") + " was not allocated by `new` or `malloc`";
      break;
    case Wrong::FreeOfOwned:
      message.code = "H0104";
      message.text = "freed by hand, but a smart pointer owns it and will free it too";
      if (finding.event.where != 0) message.notes.push_back({finding.event.where, "it gets its owner here"});
      break;
    case Wrong::FreeMismatch: {
      static constexpr const char* kMade[] = {"", "new", "new[]", "malloc", "", "", "fopen"};
      message.code = "H0105";
      message.text =
          (finding.number == kNew && finding.word && std::string_view(finding.word).ends_with("_ptr")
               ? "owned by "
               : "freed with ") +
          word(finding.word, "delete") + ", but it was allocated with `" +
          (finding.limit >= 0 && finding.limit < 7 ? kMade[finding.limit] : "") + "`";
      if (finding.event.where != 0) message.notes.push_back({finding.event.where, "allocated here"});
      break;
    }
    case Wrong::OwnedTwice:
      message.code = "H0106";
      message.text = "a second owner is made from the same pointer: both will free it";
      if (finding.event.where != 0)
        message.notes.push_back({finding.event.where, "the first owner is made here"});
      break;
    case Wrong::Leak:
      message.code = "H0107";
      message.text = "memory allocated here is not freed on every path";
      if (finding.event.where != 0)
        message.notes.push_back({finding.event.where, "nothing refers to it any more here"});
      break;
    case Wrong::EscapeOfEnded: {
      const bool result = facts.places[facts.places.root(finding.place)].base == Base::Result;
      const std::string gone = name_of(facts, finding.event.place);
      if (callable(facts, finding.place)) {
        message.code = "H0205";
        message.text =
            "a closure " +
            (result ? std::string("that is returned") : "that is kept in " + quoted(name, "an object")) +
            " refers to " + quoted(gone, "a temporary") + ", which has ended";
      } else if (result) {
        message.code = "H0201";
        message.text =
            finding.event.cause == Cause::Temporary
                ? "returns a reference to a temporary, which ends with the statement"
            : finding.event.cause == Cause::Delete
                ? "returns what refers to memory that was freed"
                : "returns a reference to " + quoted(gone, "a local") + ", which ends with the function";
      } else {
        message.code = "H0202";
        message.text = quoted(name, "what is stored here") + " is left referring to " +
                       quoted(gone, "a temporary") + ", which has ended";
      }
      note_event();
      break;
    }
    case Wrong::OutOfBounds:
      message.code = finding.counted ? "H0502" : "H0501";
      message.text = finding.counted ? "the loop runs past the end of " : "index out of bounds of ";
      message.text += quoted(name, "the array");
      if (finding.limit >= 0 && finding.limit < (std::int64_t{1} << 40) &&
          finding.number < (std::int64_t{1} << 40)) {
        message.text += ": index " + std::to_string(finding.number) + ", and it has " +
                        std::to_string(finding.limit) + (finding.limit == 1 ? " element" : " elements");
      }
      note_call();
      break;
    case Wrong::TooLarge:
      message.code = "H0504";
      message.text =
          word(finding.word, "the call") + " may go beyond the end of " + quoted(name, "the buffer");
      note_call();
      break;
    case Wrong::Empty:
      message.code = "H0503";
      message.text =
          word(finding.word, "access") + " on " + quoted(name, "a container") + ", which is empty here";
      note_call();
      break;
    case Wrong::Aliased:
      message.code = "H0910";
      message.text = "`" + std::string(finding.word ? finding.word : "the call") + "` may change " +
                     quoted(name, "an object") + ", and is given it or a part of it twice";
      break;
    case Wrong::Lost:
      message.code = "H0911";
      message.text = "it is not known whose memory " + quoted(used, "this") + " refers to";
      break;
    case Wrong::KeptSelf:
      message.code = "H0911";
      message.text =
          quoted(name, "a member") +
          " is left referring to a part of its own object, or to what that owns: nobody sees when it ends";
      break;
    case Wrong::KeptStatic:
      message.code = "H0911";
      message.text =
          quoted(name, "a static") + " is left referring to what need not live as long as the program";
      break;
  }
  const bool frees = finding.wrong == Wrong::FreedTwice || finding.wrong == Wrong::FreeOfOther ||
                     finding.wrong == Wrong::FreeOfOwned || finding.wrong == Wrong::FreeMismatch;
  if (frees && finding.inside != 0) message.notes.push_back({finding.inside, "called here"});
  advise(message, finding, name);
  return message;
}

Message unchecked_call(Where where, std::string_view name, bool seen) {
  const std::string called =
      name.empty() ? std::string("what is called here") : "`" + std::string(name) + "`";
  return {.code = "H0909",
          .where = where,
          .text = called + (seen ? " is not checked: it breaks rules of the strict profile"
                                 : " has no body that the checker has seen"),
          .notes = {},
          .help = seen ? "call what is strict, or say why this call is right: `[[hull::unsafe(\"reason\")]]`"
                       : "check its unit together with this one, or say why the call is right: "
                         "`[[hull::unsafe(\"reason\")]]`"};
}

Message unsafe_without_reason(Where where) {
  return {.code = "H0901",
          .where = where,
          .text = "`[[hull::unsafe]]` without a reason",
          .notes = {},
          .label = "why is nothing checked here?",
          .help = "write the reason: `[[hull::unsafe(\"reason\")]]`"};
}

}  // namespace hull::safety
