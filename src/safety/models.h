// Models of libraries: what their types are, and what their functions do with memory, as tables.
//
// A table is TOML (models/containers.toml is one): a type says what kind of thing it is, each of its methods
// and each free function lists what it does, in verbs. A name in a table is qualified, without inline
// namespaces.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull::safety {

/// What kind of thing a type is.
enum class TypeKind : std::uint8_t {
  Other,      ///< A number, or what nothing is known of.
  Pointer,    ///< A raw pointer.
  View,       ///< Refers to memory that something else owns: string_view, span, reference_wrapper.
  Iterator,   ///< A position in a container.
  Unique,     ///< Owns one object.
  Shared,     ///< Owns one object together with others.
  Weak,       ///< Refers to a shared object.
  Optional,   ///< Holds a value or none.
  Function,   ///< Holds something that can be called, or nothing.
  Container,  ///< Owns elements that live elsewhere.
  Inline,     ///< Owns elements within itself: std::array, a small string when it is moved.
  Record,     ///< Fields.
  Bag,        ///< Keeps whatever it is made of: a tuple, an adaptor, a closure of the library.
  Array,      ///< A built-in array.
  Opaque,     ///< A value of the library's: refers to nothing, and nothing is known of its parts.
};

/// One thing that a modelled function does: docs/safety/models.md says what each verb means. Operands are
/// `this` or arguments by number.
struct Verb {
  enum class Op : std::uint8_t {
    Nothing,
    Same,
    Value,
    Element,
    ElementAt,
    Deref,
    View,
    Begin,
    End,
    Position,
    Find,
    FindIn,
    Grow,
    Put,
    PutAll,
    Reallocate,
    Invalidate,
    Positions,
    Clear,
    Erase,
    EraseAfter,
    Shrink,
    Size,
    Empty,
    Matches,
    SetSize,
    SizeOf,
    Reserve,
    NonEmpty,
    Index,
    Has,
    Insert,
    Remove,
    Renew,
    Reset,
    Release,
    Make,
    MakeShared,
    Swap,
    Exchange,
    Borrow,
    BorrowAll,
    Copy,
    Lock,
    Engage,
    Engaged,
    Disengage,
    ValueOr,
    Call,
    Allocate,
    Free,
    Open,
    Close,
    Fits,
    NoReturn,
    NotNull,
    Advance,
    Fresh,
    Front,
    Back,
    EraseFront,
    EraseBack,
    Move,
    Past,
    EraseSome,
    PutKey,
    Emplace,
    EraseNext,
    Address,
    TakeOut,
    Match,
    Write,
    Cast,
    VacateAt,
    Scan,
    Counted,
    FitsText,
    AppendText,
    SetText,
    PrintText,
    Search,
    IndexPointer,
    Length,
    SubView,
    Trim,
    Which,
    Holds,
    EmplaceAlternative,
    Error,
  };
  Op op = Op::Nothing;
  int argument = -1;  ///< -1 is `this`.
  int other = -1;
  std::int64_t number = 0;
};

struct FunctionModel {
  bool installed = false;  ///< Only where it comes with the system: a library's own sources are read instead.
  std::vector<Verb> verbs;
  bool reads = true;  ///< Whether it is wrong to call it on what was moved from.
  bool takes = true;  ///< Whether what is moved into it is gone in any case.
  std::string text;
};

struct TypeModel {
  TypeKind kind = TypeKind::Other;
  bool installed = false;             ///< As of functions.
  bool stable = false;                ///< Elements stay where they are when the object moves.
  bool full = false;                  ///< Made of nothing it holds a value: std::expected.
  std::vector<std::string> empty_of;  ///< Types of which it is made without a value: std::nullopt_t.
  std::map<std::string, FunctionModel, std::less<>> methods;
};

class Models {
 public:
  /// Adds a table. Returns what is wrong with it, with its line.
  /// The models of an `installed` table hold for declarations in system headers only.
  std::optional<std::string> add(std::string_view name, std::string_view toml, bool installed = false);

  const TypeModel* type(std::string_view name) const;
  const FunctionModel* method(const TypeModel& type, std::string_view name) const;
  const FunctionModel* function(std::string_view name) const;

 private:
  std::map<std::string, TypeModel, std::less<>> types_;
  std::map<std::string, FunctionModel, std::less<>> functions_;
};

/// The verbs as tables write them: "grow".
std::vector<std::string_view> verb_names();

/// The tables that come with hull.
const Models& standard_models();

}  // namespace hull::safety
