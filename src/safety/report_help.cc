#include "safety/report_help.h"

namespace hull::safety {

namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string label(const Finding& finding, std::string_view code) {
  switch (finding.wrong) {
    case Wrong::UseOfEnded:
      if (finding.handle == Handle::Loop) return "the loop goes on here";
      return finding.inside != 0 && finding.word ? "handed to " + quoted(finding.word) + " here"
                                                 : "used here";
    case Wrong::UseOfMoved:
    case Wrong::UseOfUnwritten:
      return "read here";
    case Wrong::UseOfNull:
      if (finding.handle == Handle::Function) return "called here";
      return finding.handle == Handle::Optional ? "its value is taken here" : "dereferenced here";
    case Wrong::UseOfEnd:
      return "dereferenced here";
    case Wrong::FreedTwice:
      return code == "H0103" ? "freed here, though it is gone" : "freed again here";
    case Wrong::FreeOfOther:
    case Wrong::FreeOfOwned:
    case Wrong::FreeMismatch:
      return "freed here";
    case Wrong::OwnedTwice:
      return "the second owner is made here";
    case Wrong::Leak:
      return "allocated here";
    case Wrong::EscapeOfEnded:
      return code == "H0201" ? "returned here" : "stored here";
    case Wrong::OutOfBounds:
      return "indexed here";
    case Wrong::TooLarge:
      return "written or read here";
    case Wrong::Empty:
      return "asks for an element of nothing";
    case Wrong::Aliased:
      return "given twice here";
    case Wrong::Lost:
      return "used here";
    case Wrong::KeptSelf:
    case Wrong::KeptStatic:
      return "stored here";
  }
  return "here";
}

std::string mismatch(std::int64_t made) {
  switch (made) {
    case kNew:
      return "free it with `delete`, or let a `std::unique_ptr<T>` own it";
    case kNewArray:
      return "free it with `delete[]`, or let a `std::unique_ptr<T[]>` own it";
    case kMalloc:
      return "free it with `free`";
    case kFile:
      return "close it with the function that belongs to the one that opened it";
    default:
      return "free it in the way that belongs to its allocation";
  }
}

std::string help(const Finding& finding, std::string_view code, const std::string& name) {
  const std::string it = name.empty() ? std::string("it") : quoted(name);
  const std::string change = finding.event.word ? quoted(finding.event.word) : std::string("the change");
  const bool erases = finding.event.word && std::string_view(finding.event.word).starts_with("erase");
  if (code == "H0101") return "give " + it + " a value again before it is read, or move a copy";
  if (code == "H0102") return "let one owner free it: a `std::unique_ptr` does so once";
  if (code == "H0103") return "use it before it is freed, or let its owner live longer";
  if (code == "H0104") {
    return finding.wrong == Wrong::FreeOfOwned
               ? "leave it to its owner, or take it away from there with `release()`"
               : "free only what `new` or `malloc` has returned";
  }
  if (code == "H0105") return mismatch(finding.limit);
  if (code == "H0106") return "copy the first `std::shared_ptr`, or move the first `std::unique_ptr`";
  if (code == "H0107") return "let a `std::unique_ptr` own it, which frees it on every path";
  if (code == "H0201") return "return a copy, or refer to something that the caller has";
  if (code == "H0202") return "store a copy, or let what it refers to live at least as long";
  if (code == "H0203") return "keep the temporary in a variable that lives as long as what refers to it";
  if (code == "H0204")
    return "declare what is referred to before what refers to it, in the same scope or outside";
  if (code == "H0205") return "capture by value what the closure needs after the scope has ended";
  if (code == "H0301") {
    return erases ? "go on with the iterator that `erase` returns: `it = c.erase(it)`"
                  : "take the iterator again after " + change + ", or keep an index";
  }
  if (code == "H0302") return "take the reference again after " + change + ", or keep an index or a copy";
  if (code == "H0303") return "change the container after the loop, or use `std::erase_if`";
  if (code == "H0401") return "compare it with `nullptr` first";
  if (code == "H0402") return "ask `has_value()` first, or say what stands for no value with `value_or`";
  if (code == "H0403") return "test it first: `if (p)`";
  if (code == "H0404") return "compare it with `end()` first";
  if (code == "H0405") return "give " + it + " a value where it is declared";
  if (code == "H0406") return "give " + it + " a value where it is declared, or in every constructor";
  if (code == "H0501" || code == "H0502") return "compare the index with the size first: it must be less";
  if (code == "H0503") return "ask `empty()` first";
  if (code == "H0504") return "give the size of the destination: `sizeof`, or `std::size`";
  if (code == "H0910") return "pass a copy of the part, or its index or key";
  if (finding.wrong == Wrong::Lost) return "get it from what owns it, in this function, or from a parameter";
  if (finding.wrong == Wrong::KeptSelf) return "keep an index or a key in the place of a reference";
  if (finding.wrong == Wrong::KeptStatic) return "keep a copy";
  return {};
}

// How many of the notes tell of something earlier.
std::size_t earlier(const Message& message, const Finding& finding) {
  switch (finding.wrong) {
    case Wrong::Leak:
      return 0;
    case Wrong::EscapeOfEnded:
      return finding.event.cause == Cause::Delete ? message.notes.size() : 0;
    case Wrong::UseOfEnded:
      // The use in the callee comes after the call.
      return message.notes.size() - (finding.inside != 0 && !message.notes.empty() ? 1 : 0);
    default:
      return message.notes.size();
  }
}

std::optional<Message::Edit> edit(const Finding& finding, const std::string& name) {
  if (finding.wrong == Wrong::FreeMismatch && finding.word) {
    const std::string_view word = finding.word;
    if (word == "delete" && finding.limit == kNewArray)
      return Message::Edit{finding.where, "delete", "delete[]"};
    if (word == "delete[]" && finding.limit == kNew)
      return Message::Edit{finding.where, "delete[]", "delete"};
  }
  if (finding.wrong == Wrong::UseOfUnwritten && !name.empty() && finding.event.where != 0)
    return Message::Edit{finding.event.where, name + ";", name + "{};"};
  return std::nullopt;
}

}  // namespace

void advise(Message& message, const Finding& finding, const std::string& name) {
  message.before = earlier(message, finding);
  message.label = label(finding, message.code);
  message.help = help(finding, message.code, name);
  message.edit = edit(finding, name);
}

}  // namespace hull::safety
