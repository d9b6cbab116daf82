// What a translation unit leaves for others: what its functions do, and what some of them wait for.
//
// A function whose calls all lead to bodies in sight is settled: a summary says what it does. One that calls
// what is defined elsewhere is open: besides its summary, made without the callee, it leaves its facts, so
// that they can be walked again when the callee's summary is there (join.h). Nothing of Clang is needed for
// that.
//
// On disk a unit is a stream of records behind a first line with the format's number, closed by a record that
// says so: a cut file is noticed. Numbers are LEB128, signed ones zigzag; a string, declaration or location
// is written where it is first named and is a number from then on. A file of another format, or a damaged
// one, is refused; nothing in it can make the reader go out of bounds. The file belongs to one build of the
// checker: it is made again when the checker changes.
#pragma once

#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "safety/fact.h"
#include "safety/summary.h"

namespace hull::safety {

/// A point of a source file, for people. Line and column count from 1; line 0 is nowhere.
struct Location {
  const char* file = "";
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;  ///< Of what stands there.
  auto operator<=>(const Location& other) const {
    return std::tuple(std::string_view(file), line, column) <=>
           std::tuple(std::string_view(other.file), other.line, other.column);
  }
  bool operator==(const Location& other) const { return (*this <=> other) == 0; }
};

/// Writes one unit.
class UnitWriter {
 public:
  /// Where `where` is, and the name under which other units know the declaration `what`: empty when it is
  /// nobody else's.
  struct Source {
    std::function<Location(Where)> location;
    std::function<std::string(const void*)> key;
  };

  explicit UnitWriter(Source source);

  /// The facts of an open function, before they are walked.
  void facts(const char* key, const Facts& facts);
  void summary(const char* key, const Summary& summary);
  /// A finding that the unit alone shows: it is not told again.
  void reported(Where where, const char* code);
  /// Nothing is reported there.
  void silent(Where where);
  /// The whole unit.
  std::string finish() &&;

 private:
  friend class UnitCoder;
  Source source_;
  std::string bytes_;
  std::unordered_map<std::string, std::uint64_t> strings_;
  std::unordered_map<const void*, std::uint64_t> declarations_;
  std::unordered_set<std::string> keys_;  ///< Of these.
  std::unordered_map<Where, std::uint64_t> locations_;
};

/// What the units that are read together share: strings, declarations and locations.
class UnitTables {
 public:
  const char* string(std::string_view text);
  /// The declaration that units call `key`.
  const void* declaration(std::string_view key) { return string(key); }
  /// A declaration that only one function knows.
  const void* own_declaration() { return &own_.emplace_back(); }
  /// What units call `declaration`; "" for one that only one function knows.
  static std::string key(const void* declaration) { return static_cast<const char*>(declaration); }
  Where where(Location location);
  const Location& location(Where where) const { return locations_[where]; }

 private:
  std::unordered_set<std::string> strings_;
  std::deque<char> own_;  ///< Zeros: each is an empty string.
  std::deque<Location> locations_{{}};
};

/// A unit as it was read.
struct Unit {
  struct Function {
    const char* key;
    Summary summary;
    std::unique_ptr<Facts> facts;  ///< nullptr when the function is settled.
  };
  std::vector<Function> functions;
  std::vector<std::pair<Location, const char*>> reported;
  std::vector<Location> silent;
};

/// Reads what UnitWriter wrote. The error says what is wrong with `bytes`.
std::expected<Unit, std::string> read_unit(std::string_view bytes, UnitTables& tables);

}  // namespace hull::safety
