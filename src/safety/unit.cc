#include "safety/unit.h"

#include <concepts>
#include <cstring>
#include <limits>
#include <optional>
#include <type_traits>

namespace hull::safety {

namespace {

constexpr std::string_view kFirstLine = "hull unit 4\n";

enum class Record : std::uint8_t { End, Facts, Summary, Reported, Silent };

// How a declaration is written: by number when it was named before.
enum class Named : std::uint64_t { Nothing, Shared, Own, Beside, Before };

// The types are listed field by field below: whoever adds a field finds out here.
static_assert(sizeof(Fact) == 72 && sizeof(SummaryUse) == 104 && sizeof(SummaryValue) == 112 &&
              sizeof(SummaryEffect) == 128 && sizeof(Outcome) == 128 && sizeof(CallSite) == 88 &&
              sizeof(SummaryAsk) == 280 && sizeof(Summary) == 176);

std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace

// Goes through what is written in the order in which it is written.
class UnitCoder {
 public:
  UnitCoder(UnitWriter& writer, const Facts* facts) : writer_(writer), facts_(facts) {}

  template <std::unsigned_integral T>
  void operator()(const T& value) {
    std::uint64_t rest = value;
    for (; rest >= 0x80; rest >>= 7) writer_.bytes_.push_back(static_cast<char>(rest | 0x80));
    writer_.bytes_.push_back(static_cast<char>(rest));
  }
  void operator()(const bool& value) { (*this)(static_cast<std::uint8_t>(value)); }
  void operator()(const std::int64_t& value) { (*this)(zigzag(value)); }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(const E& value, E /*last*/) {
    (*this)(static_cast<std::uint64_t>(value));
  }
  void text(const char* const& text) {
    if (!text) return (*this)(std::uint64_t{0});
    const auto [entry, fresh] = writer_.strings_.try_emplace(text, writer_.strings_.size() + 2);
    if (!fresh) return (*this)(entry->second);
    (*this)(std::uint64_t{1});
    (*this)(entry->first.size());
    writer_.bytes_ += entry->first;
  }
  void declaration(const void* const& what) {
    if (!what) return (*this)(Named::Nothing, Named::Before);
    const auto [entry, fresh] = writer_.declarations_.try_emplace(what, writer_.declarations_.size());
    if (!fresh) {
      (*this)(Named::Before, Named::Before);
      return (*this)(entry->second);
    }
    if (PlaceTable::is_beside_mark(what)) return (*this)(Named::Beside, Named::Before);
    // Overloads that differ in what is not a part of their names share one: it is the first one's.
    const std::string key = writer_.source_.key(what);
    const bool shared = !key.empty() && writer_.keys_.insert(key).second;
    (*this)(shared ? Named::Shared : Named::Own, Named::Before);
    if (shared) text(key.c_str());
  }
  void where(const Where& where) {
    if (where == 0) return (*this)(std::uint64_t{0});
    const auto [entry, fresh] = writer_.locations_.try_emplace(where, writer_.locations_.size() + 2);
    if (!fresh) return (*this)(entry->second);
    const Location location = writer_.source_.location(where);
    (*this)(std::uint64_t{1});
    text(location.file);
    (*this)(location.line);
    (*this)(location.column);
    (*this)(location.length);
  }
  template <class T, class Each>
  void list(const std::vector<T>& items, Each each) {
    (*this)(items.size());
    for (const T& item : items) each(item);
  }
  template <class T, class Each>
  void optional(const std::optional<T>& item, Each each) {
    (*this)(item.has_value());
    if (item) each(*item);
  }
  void flags(const std::vector<bool>& flags) {
    (*this)(flags.size());
    for (const bool flag : flags) (*this)(flag);
  }
  void number_in_pointer(const void* const& number) { (*this)(reinterpret_cast<std::uintptr_t>(number)); }
  void place(const PlaceId& place) { (*this)(std::uint32_t{place + 1}); }
  void of_register(const Register& id) { (*this)(std::uint32_t{id + 1}); }
  void block(const std::uint32_t& block) { (*this)(std::uint32_t{block + 1}); }
  void call(const CallSite* const& call) {
    if (!call) return (*this)(std::uint64_t{0});
    for (std::size_t i = 0; i < facts_->calls.size(); ++i) {
      if (facts_->calls[i].get() == call) return (*this)(i + 1);
    }
    (*this)(std::uint64_t{0});
  }
  void name(const void* const& what, const Facts& facts) {
    const auto found = facts.names.find(what);
    text(found == facts.names.end() ? nullptr : found->second);
  }
  void places(const PlaceTable& places) {
    (*this)(places.size());
    for (PlaceId id = 0; id < places.size(); ++id) {
      const Place& place = places[id];
      (*this)(place.step, Step::Pointee);
      if (place.step == Step::None) {
        (*this)(place.base, Base::Result);
        (*this)(place.generation);
      } else {
        this->place(place.parent);
      }
      declaration(place.what);
      name(place.what, *facts_);
      (*this)(facts_->callables->contains(place.what));
      (*this)(facts_->texts.contains(place.what));
      (*this)(facts_->borrowers.contains(place.what));
    }
  }

 private:
  UnitWriter& writer_;
  const Facts* facts_;
};

namespace {

// The same in the other direction. After the first thing that makes no sense everything reads as nothing.
class Decoder {
 public:
  Decoder(std::string_view bytes, UnitTables& tables) : left_(bytes), tables_(tables) {}

  bool bad() const { return bad_; }
  bool done() const { return left_.empty(); }
  void expect(bool right) { bad_ |= !right; }
  void begin(Facts* facts) { facts_ = facts; }

  template <std::unsigned_integral T>
  void operator()(T& value) {
    std::uint64_t read = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (left_.empty() || shift > 63) {
        bad_ = true;
        break;
      }
      const auto byte = static_cast<std::uint8_t>(left_.front());
      left_.remove_prefix(1);
      read |= std::uint64_t{byte & 0x7fU} << shift;
      if (!(byte & 0x80)) break;
    }
    expect(read <= std::numeric_limits<T>::max());
    value = bad_ ? T{} : static_cast<T>(read);
  }
  void operator()(bool& value) {
    std::uint64_t read = 0;
    (*this)(read);
    expect(read <= 1);
    value = read == 1;
  }
  void operator()(std::int64_t& value) {
    std::uint64_t read = 0;
    (*this)(read);
    value = unzigzag(read);
  }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(E& value, E last) {
    std::uint64_t read = 0;
    (*this)(read);
    expect(read <= static_cast<std::uint64_t>(last));
    value = bad_ ? E{} : static_cast<E>(read);
  }
  void text(const char*& text) {
    text = nullptr;
    std::uint64_t number = 0;
    (*this)(number);
    if (number == 0) return;
    if (number >= 2) {
      expect(number - 2 < strings_.size());
      if (!bad_) text = strings_[number - 2];
      return;
    }
    (*this)(number);
    expect(number <= left_.size() && left_.substr(0, number).find('\0') == std::string_view::npos);
    if (bad_) return;
    text = strings_.emplace_back(tables_.string(left_.substr(0, number)));
    left_.remove_prefix(number);
  }
  void declaration(const void*& what) {
    what = nullptr;
    Named named{};
    (*this)(named, Named::Before);
    if (bad_ || named == Named::Nothing) return;
    if (named == Named::Before) {
      std::uint64_t number = 0;
      (*this)(number);
      expect(number < declarations_.size());
      if (!bad_) what = declarations_[number];
      return;
    }
    if (named == Named::Beside) {
      what = declarations_.emplace_back(PlaceTable::beside_mark());
      return;
    }
    const char* key = nullptr;
    if (named == Named::Shared) {
      text(key);
      expect(key != nullptr);
      if (bad_) return;
    }
    what = declarations_.emplace_back(key ? tables_.declaration(key) : tables_.own_declaration());
  }
  void where(Where& where) {
    where = 0;
    std::uint64_t number = 0;
    (*this)(number);
    if (number == 0) return;
    if (number >= 2) {
      expect(number - 2 < locations_.size());
      if (!bad_) where = locations_[number - 2];
      return;
    }
    Location location;
    text(location.file);
    (*this)(location.line);
    (*this)(location.column);
    (*this)(location.length);
    expect(location.file != nullptr);
    if (!bad_) where = locations_.emplace_back(tables_.where(location));
  }
  template <class T, class Each>
  void list(std::vector<T>& items, Each each) {
    items.clear();
    for (std::uint64_t left = count(); left > 0 && !bad_; --left) each(items.emplace_back());
  }
  template <class T, class Each>
  void optional(std::optional<T>& item, Each each) {
    bool there = false;
    (*this)(there);
    item.reset();
    if (there) each(item.emplace());
  }
  void flags(std::vector<bool>& flags) {
    flags.clear();
    for (std::uint64_t left = count(); left > 0 && !bad_; --left) {
      bool flag = false;
      (*this)(flag);
      flags.push_back(flag);
    }
  }
  void number_in_pointer(const void*& number) {
    std::uintptr_t read = 0;
    (*this)(read);
    number = reinterpret_cast<const void*>(read);
  }
  void place(PlaceId& place) { bounded(place, facts_->places.size()); }
  void of_register(Register& id) { bounded(id, facts_->registers); }
  void block(std::uint32_t& block) { bounded(block, facts_->blocks.size()); }
  void call(const CallSite*& call) {
    std::uint64_t number = 0;
    (*this)(number);
    expect(number <= facts_->calls.size());
    call = bad_ || number == 0 ? nullptr : facts_->calls[number - 1].get();
  }
  void places(PlaceTable& places) {
    for (std::uint64_t left = count(); left > 0 && !bad_; --left) {
      Step step{};
      (*this)(step, Step::Pointee);
      Base base{};
      std::uint32_t generation = 0;
      PlaceId parent = kNoPlace;
      if (step == Step::None) {
        (*this)(base, Base::Result);
        (*this)(generation);
      } else {
        place(parent);
        expect(parent != kNoPlace);
      }
      const void* what = nullptr;
      declaration(what);
      const char* name = nullptr;
      text(name);
      if (bad_) return;
      if (what && name) facts_->names.emplace(what, name);
      bool callable = false;
      (*this)(callable);
      if (callable) facts_->callables->insert(what);
      bool text = false;
      (*this)(text);
      if (text) facts_->texts.insert(what);
      bool borrower = false;
      (*this)(borrower);
      if (borrower) facts_->borrowers.insert(what);
      // Equal places are one: the number is that of their order again.
      const PlaceId id =
          step == Step::None ? places.base(base, what, generation) : places.step(parent, step, what);
      expect(id + 1 == places.size());
    }
  }
  // Of things that take at least a byte each.
  std::uint64_t count() {
    std::uint64_t number = 0;
    (*this)(number);
    expect(number <= left_.size());
    return bad_ ? 0 : number;
  }

 private:
  void bounded(std::uint32_t& value, std::size_t end) {
    (*this)(value);
    expect(value <= end);
    value = bad_ ? ~std::uint32_t{0} : value - 1;
  }

  std::string_view left_;
  UnitTables& tables_;
  Facts* facts_ = nullptr;
  bool bad_ = false;
  std::vector<const char*> strings_;
  std::vector<const void*> declarations_;
  std::vector<Where> locations_;
};

// --- what there is, field by field ------------------------------------------------------------------------

// T or const T.
template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

void fields(auto& code, Is<Fact> auto& fact) {
  code(fact.op, Op::Forget);
  code.of_register(fact.to);
  code.of_register(fact.a);
  code.of_register(fact.b);
  code.place(fact.place);
  code(fact.step, Step::Pointee);
  code(fact.cause, Cause::Null);
  code(fact.shape, Shape::Real);
  code(fact.handle, Handle::Loop);
  code(fact.flag);
  code(fact.deep);
  code(fact.number);
  if (fact.op == Op::Part) {
    code.declaration(fact.what);
  } else {
    code.number_in_pointer(fact.what);
  }
  code.where(fact.where);
  code.text(fact.word);
  code.call(fact.call);
}

void fields(auto& code, Is<CallSite> auto& call) {
  code.text(call.callee);
  code(call.otherwise);
  code.list(call.arguments, [&](auto& argument) { code.of_register(argument); });
  code.place(call.result);
  code(call.destroys);
  code.where(call.strict);
}

void fields(auto& code, Is<FactBlock> auto& block) {
  code.list(block.facts, [&](auto& fact) { fields(code, fact); });
  code.list(block.successors, [&](auto& successor) { code.block(successor); });
  code.of_register(block.condition);
  code.list(block.cases, [&](auto& range) {
    code(range.first);
    code(range.second);
  });
  code(block.loop);
  code(block.test, LoopTest::After);
  code(block.doubt, Doubt::Way);
}

void fields(auto& code, Is<SummaryPath> auto& path) {
  code(path.parameter);
  code(path.made);
  code.declaration(path.base);
  code.list(path.steps, [&](auto& step) {
    code(step.first, Step::Text);
    code.declaration(step.second);
  });
}

void fields(auto& code, Is<std::vector<SummaryCondition>> auto& when) {
  code.list(when, [&](auto& condition) {
    auto& [path, low, high, not_zero] = condition;
    fields(code, path);
    code(low);
    code(high);
    code(not_zero);
  });
}

void fields(auto& code, Is<std::vector<SummaryOperation>> auto& how) {
  code.list(how, [&](auto& step) {
    code(step.operand);
    code(step.op, kAdd);
    fields(code, step.path);
    code(step.constant);
  });
}

void fields(auto& code, Is<SummaryValue> auto& value) {
  code.list(value.refers, [&](auto& path) { fields(code, path); });
  code(value.term, SummaryValue::Term::Computed);
  code(value.asked);
  code(value.constant);
  fields(code, value.initial);
  code(value.offset);
  fields(code, value.how);
}

void fields(auto& code, Is<SummaryEffect> auto& effect) {
  code(effect.op, Op::Forget);
  fields(code, effect.path);
  code(effect.number);
  code(effect.flag);
  code(effect.cause, Cause::Null);
  code.text(effect.word);
  fields(code, effect.which);
  code.where(effect.where);
  code(effect.counted);
}

void fields(auto& code, Is<SummaryRelation::Side> auto& side) {
  fields(code, side.path);
  code(side.address);
  code(side.offset);
  fields(code, side.how);
}

void fields(auto& code, Is<std::vector<SummaryRelation>> auto& relations) {
  code.list(relations, [&](auto& relation) {
    code(relation.op, TermOp::Not);
    fields(code, relation.a);
    fields(code, relation.b);
    code(relation.truth);
  });
}

void fields(auto& code, Is<SummaryAsk::Number> auto& number) {
  code.optional(number.path, [&](auto& path) { fields(code, path); });
  code(number.offset);
  fields(code, number.how);
}

void fields(auto& code, Is<SummaryAsk> auto& ask) {
  code(ask.kind, SummaryAsk::Kind::Room);
  fields(code, ask.path);
  fields(code, ask.index);
  fields(code, ask.size);
  code(ask.counted);
  code(ask.handle, Handle::Loop);
  code.text(ask.word);
  code.where(ask.where);
  fields(code, ask.when);
  fields(code, ask.relations);
}

void fields(auto& code, Is<Outcome> auto& outcome) {
  code(outcome.doubt, Doubt::Way);
  code(outcome.chosen);
  fields(code, outcome.when);
  fields(code, outcome.relations);
  code.list(outcome.made, [&](auto& made) {
    code(made.allocation);
    code(made.owed);
    code(made.owned);
    code(made.own_deleter);
    code(made.shares);
    code(made.many);
    code.where(made.where);
    code.text(made.word);
  });
  code.list(outcome.effects, [&](auto& effect) { fields(code, effect); });
  code.list(outcome.stores, [&](auto& store) {
    fields(code, store.first);
    fields(code, store.second);
  });
}

void fields(auto& code, Is<Summary> auto& summary) {
  code(summary.known);
  code(summary.partial);
  code(summary.unseen);
  code(summary.opaque);
  code(summary.checked);
  code.list(summary.outcomes, [&](auto& outcome) { fields(code, outcome); });
  code.list(summary.uses, [&](auto& use) {
    fields(code, use.path);
    code(use.kind, SummaryUse::Kind::Unmoved);
    code(use.told);
    code.where(use.where);
    fields(code, use.when);
    fields(code, use.relations);
  });
  code.list(summary.asks, [&](auto& ask) { fields(code, ask); });
  code.list(summary.late_uses, [&](auto& use) {
    fields(code, use.path);
    code.list(use.after, [&](auto& effect) { fields(code, effect); });
    code.where(use.where);
  });
  code.list(summary.consumed, [&](auto& path) { fields(code, path); });
  code.flags(summary.object);
  code.text(summary.name);
}

}  // namespace

// --- writing ----------------------------------------------------------------------------------------------

UnitWriter::UnitWriter(Source source) : source_(std::move(source)), bytes_(kFirstLine) {}

void UnitWriter::facts(const char* key, const Facts& facts) {
  UnitCoder code(*this, &facts);
  code(Record::Facts, Record::Silent);
  code.text(key);
  code(facts.registers);
  code(facts.blocks.size());
  code.places(facts.places);
  code(facts.calls.size());
  for (const auto& call : facts.calls) fields(code, std::as_const(*call));
  for (const FactBlock& block : facts.blocks) fields(code, block);
  code.block(facts.entry);
  code.block(facts.exit);
  code.place(facts.result);
  code.list(facts.parameters, [&](const PlaceId& place) { code.place(place); });
  code.where(facts.end);
  code(facts.strict);
}

void UnitWriter::summary(const char* key, const Summary& summary) {
  UnitCoder code(*this, nullptr);
  code(Record::Summary, Record::Silent);
  code.text(key);
  fields(code, summary);
}

void UnitWriter::reported(Where where, const char* code_of_finding) {
  UnitCoder code(*this, nullptr);
  code(Record::Reported, Record::Silent);
  code.where(where);
  code.text(code_of_finding);
}

void UnitWriter::silent(Where where) {
  UnitCoder code(*this, nullptr);
  code(Record::Silent, Record::Silent);
  code.where(where);
}

std::string UnitWriter::finish() && {
  UnitCoder code(*this, nullptr);
  code(Record::End, Record::Silent);
  return std::move(bytes_);
}

// --- reading ----------------------------------------------------------------------------------------------

const char* UnitTables::string(std::string_view text) { return strings_.emplace(text).first->c_str(); }

Where UnitTables::where(Location location) {
  locations_.push_back(location);
  return locations_.size() - 1;
}

namespace {

std::unique_ptr<Facts> read_facts(Decoder& code) {
  auto facts = std::make_unique<Facts>();
  code.begin(facts.get());
  code(facts->registers);
  const std::uint64_t blocks = code.count();
  code.places(facts->places);
  facts->calls.resize(code.count());
  for (auto& call : facts->calls) {
    call = std::make_unique<CallSite>();
    fields(code, *call);
  }
  facts->blocks.resize(blocks);
  for (FactBlock& block : facts->blocks) fields(code, block);
  code.block(facts->entry);
  code.block(facts->exit);
  code.place(facts->result);
  code.list(facts->parameters, [&](PlaceId& place) { code.place(place); });
  code.where(facts->end);
  code(facts->strict);
  code.expect(facts->entry != kNoBlock && facts->exit != kNoBlock);
  for (const FactBlock& block : facts->blocks) {
    for (std::size_t i = 0; i < block.facts.size(); ++i) {
      const Fact& fact = block.facts[i];
      switch (fact.op) {
        case Op::Address:
        case Op::Begin:
        case Op::Expire:
        case Op::Allocate:
        case Op::Own:
        case Op::Reallocate:
          code.expect(fact.place != kNoPlace);
          break;
        default:
          break;
      }
      code.expect(fact.op != Op::Call || (fact.call && fact.call->otherwise < block.facts.size() - i));
    }
    code.expect(block.cases.size() <= block.successors.size());
  }
  return code.bad() ? nullptr : std::move(facts);
}

}  // namespace

std::expected<Unit, std::string> read_unit(std::string_view bytes, UnitTables& tables) {
  if (!bytes.starts_with(kFirstLine)) return std::unexpected("not written by this version of hull");
  Decoder code(bytes.substr(kFirstLine.size()), tables);
  Unit unit;
  std::unordered_map<std::string_view, std::size_t> known;
  const auto function = [&]() -> Unit::Function& {
    const char* key = nullptr;
    code.text(key);
    code.expect(key != nullptr);
    const auto [entry, fresh] = known.try_emplace(key ? key : "", unit.functions.size());
    if (fresh) unit.functions.push_back({key ? key : "", {}, nullptr});
    return unit.functions[entry->second];
  };
  for (;;) {
    Record record{};
    code(record, Record::Silent);
    if (!code.bad() && record == Record::End) {
      code.expect(code.done());
      if (!code.bad()) return unit;
    }
    if (code.bad()) return std::unexpected("damaged or cut");
    switch (record) {
      case Record::Facts: {
        Unit::Function& entry = function();
        entry.facts = read_facts(code);
        break;
      }
      case Record::Summary: {
        Unit::Function& entry = function();
        fields(code, entry.summary);
        break;
      }
      case Record::Reported: {
        Where where = 0;
        const char* text = nullptr;
        code.where(where);
        code.text(text);
        if (text) unit.reported.emplace_back(tables.location(where), text);
        break;
      }
      case Record::Silent: {
        Where where = 0;
        code.where(where);
        unit.silent.push_back(tables.location(where));
        break;
      }
      case Record::End:
        break;
    }
  }
}

}  // namespace hull::safety
