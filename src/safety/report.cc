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
  return name.empty() ? std::string(otherwise) : "`" + name + "`";
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
      return "ended by this call";
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
    case Cause::Call:
      return "H0103";
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
  const auto note_event = [&] {
    if (finding.event.where != 0)
      message.notes.push_back({finding.event.where, what_happened(finding.event, facts)});
  };
  switch (finding.wrong) {
    case Wrong::UseOfEnded: {
      message.code = code_of_ended(finding, facts);
      switch (finding.event.cause) {
        case Cause::Scope:
          message.text = "use of " + quoted(name, "an object") + " after its lifetime ended";
          break;
        case Cause::Temporary:
          message.text = "use of a temporary after the full expression that made it";
          break;
        case Cause::Elements:
          if (finding.handle == Handle::Loop) {
            message.text =
                "the range-for over " + quoted(name, "a container") + " goes on after it was changed";
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
        default:
          message.text = "use of memory after it was freed";
          break;
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
      message.text = quoted(name, "it") + " is read but may not have been given a value";
      note_event();
      if (finding.inside != 0) message.notes.push_back({finding.inside, "called here"});
      break;
    }
    case Wrong::UseOfNull:
      switch (finding.handle) {
        case Handle::Smart:
          message.code = "H0403";
          message.text = "dereference of a smart pointer that may be null";
          break;
        case Handle::Optional:
          message.code = "H0402";
          message.text = "access to the value of an optional that may be empty";
          break;
        case Handle::Function:
          message.code = "H0403";
          message.text = "call of a function object that may be empty";
          break;
        default:
          message.code = "H0401";
          message.text = finding.word ? "a null pointer may be passed to " + word(finding.word, "") +
                                            ", which dereferences it"
                                      : std::string("dereference of a pointer that may be null");
          break;
      }
      break;
    case Wrong::UseOfEnd:
      message.code = "H0404";
      message.text = "dereference of an iterator that may be the end";
      break;
    case Wrong::FreedTwice:
      message.code =
          finding.event.cause == Cause::Scope || finding.event.cause == Cause::Elements ? "H0103" : "H0102";
      message.text = "freed a second time";
      note_event();
      break;
    case Wrong::FreeOfOther:
      message.code = "H0104";
      message.text = quoted(name, "it") + " is freed, but it was not allocated";
      break;
    case Wrong::FreeOfOwned:
      message.code = "H0104";
      message.text = "freed by hand, but a smart pointer owns it and will free it too";
      if (finding.event.where != 0) message.notes.push_back({finding.event.where, "it gets its owner here"});
      break;
    case Wrong::FreeMismatch: {
      static constexpr const char* kMade[] = {"", "new", "new[]", "malloc", ""};
      message.code = "H0105";
      message.text =
          (finding.number == kNew && finding.word && std::string_view(finding.word).ends_with("_ptr")
               ? "owned by "
               : "freed with ") +
          word(finding.word, "delete") + ", but it was allocated with `" +
          (finding.limit >= 0 && finding.limit < 5 ? kMade[finding.limit] : "") + "`";
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
                ? "returns a reference to a temporary"
                : "returns a reference to " + quoted(gone, "a local") + ", which ends with the function";
      } else {
        message.code = "H0202";
        message.text =
            quoted(name, "it") + " is left referring to " + quoted(gone, "a temporary") + ", which has ended";
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
      break;
    case Wrong::TooLarge:
      message.code = "H0504";
      message.text =
          word(finding.word, "the call") + " may go beyond the end of " + quoted(name, "the buffer");
      break;
    case Wrong::Empty:
      message.code = "H0503";
      message.text =
          word(finding.word, "access") + " on " + quoted(name, "a container") + ", which is empty here";
      break;
  }
  const bool frees = finding.wrong == Wrong::FreedTwice || finding.wrong == Wrong::FreeOfOther ||
                     finding.wrong == Wrong::FreeOfOwned || finding.wrong == Wrong::FreeMismatch;
  if (frees && finding.inside != 0) message.notes.push_back({finding.inside, "called here"});
  advise(message, finding, name);
  return message;
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
