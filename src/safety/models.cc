#include "safety/models.h"

#include <algorithm>
#include <charconv>

#include "base/toml.h"

namespace hull::safety {

namespace {

struct VerbName {
  std::string_view name;
  Verb::Op op;
};

constexpr VerbName kVerbs[] = {
    {"nothing", Verb::Op::Nothing},
    {"same", Verb::Op::Same},
    {"value", Verb::Op::Value},
    {"element", Verb::Op::Element},
    {"element-at", Verb::Op::ElementAt},
    {"deref", Verb::Op::Deref},
    {"view", Verb::Op::View},
    {"begin", Verb::Op::Begin},
    {"end", Verb::Op::End},
    {"position", Verb::Op::Position},
    {"find", Verb::Op::Find},
    {"find-in", Verb::Op::FindIn},
    {"grow", Verb::Op::Grow},
    {"put", Verb::Op::Put},
    {"put-all", Verb::Op::PutAll},
    {"reallocate", Verb::Op::Reallocate},
    {"invalidate", Verb::Op::Invalidate},
    {"positions", Verb::Op::Positions},
    {"clear", Verb::Op::Clear},
    {"erase", Verb::Op::Erase},
    {"erase-after", Verb::Op::EraseAfter},
    {"shrink", Verb::Op::Shrink},
    {"size", Verb::Op::Size},
    {"empty", Verb::Op::Empty},
    {"matches", Verb::Op::Matches},
    {"set-size", Verb::Op::SetSize},
    {"size-of", Verb::Op::SizeOf},
    {"reserve", Verb::Op::Reserve},
    {"non-empty", Verb::Op::NonEmpty},
    {"index", Verb::Op::Index},
    {"has", Verb::Op::Has},
    {"insert", Verb::Op::Insert},
    {"remove", Verb::Op::Remove},
    {"renew", Verb::Op::Renew},
    {"reset", Verb::Op::Reset},
    {"release", Verb::Op::Release},
    {"make", Verb::Op::Make},
    {"make-shared", Verb::Op::MakeShared},
    {"swap", Verb::Op::Swap},
    {"exchange", Verb::Op::Exchange},
    {"borrow", Verb::Op::Borrow},
    {"borrow-all", Verb::Op::BorrowAll},
    {"copy", Verb::Op::Copy},
    {"lock", Verb::Op::Lock},
    {"engage", Verb::Op::Engage},
    {"engaged", Verb::Op::Engaged},
    {"disengage", Verb::Op::Disengage},
    {"value-or", Verb::Op::ValueOr},
    {"call", Verb::Op::Call},
    {"allocate", Verb::Op::Allocate},
    {"free", Verb::Op::Free},
    {"open", Verb::Op::Open},
    {"close", Verb::Op::Close},
    {"fits", Verb::Op::Fits},
    {"no-return", Verb::Op::NoReturn},
    {"not-null", Verb::Op::NotNull},
    {"advance", Verb::Op::Advance},
    {"fresh", Verb::Op::Fresh},
    {"front", Verb::Op::Front},
    {"back", Verb::Op::Back},
    {"erase-front", Verb::Op::EraseFront},
    {"erase-back", Verb::Op::EraseBack},
    {"move", Verb::Op::Move},
    {"past", Verb::Op::Past},
    {"write", Verb::Op::Write},
    {"erase-some", Verb::Op::EraseSome},
    {"put-key", Verb::Op::PutKey},
    {"emplace", Verb::Op::Emplace},
    {"erase-next", Verb::Op::EraseNext},
    {"address", Verb::Op::Address},
    {"take-out", Verb::Op::TakeOut},
    {"match", Verb::Op::Match},
    {"cast", Verb::Op::Cast},
    {"vacate-at", Verb::Op::VacateAt},
    {"scan", Verb::Op::Scan},
    {"counted", Verb::Op::Counted},
    {"fits-text", Verb::Op::FitsText},
    {"append-text", Verb::Op::AppendText},
    {"set-text", Verb::Op::SetText},
    {"print-text", Verb::Op::PrintText},
    {"search", Verb::Op::Search},
    {"index-pointer", Verb::Op::IndexPointer},
    {"length", Verb::Op::Length},
    {"sub-view", Verb::Op::SubView},
    {"trim", Verb::Op::Trim},
    {"which", Verb::Op::Which},
    {"holds", Verb::Op::Holds},
    {"emplace-alternative", Verb::Op::EmplaceAlternative},
    {"error", Verb::Op::Error},
};

struct KindName {
  std::string_view name;
  TypeKind kind;
};

constexpr KindName kKinds[] = {
    {"view", TypeKind::View},         {"iterator", TypeKind::Iterator},
    {"unique", TypeKind::Unique},     {"shared", TypeKind::Shared},
    {"weak", TypeKind::Weak},         {"optional", TypeKind::Optional},
    {"function", TypeKind::Function}, {"container", TypeKind::Container},
    {"inline", TypeKind::Inline},     {"record", TypeKind::Record},
    {"bag", TypeKind::Bag},           {"other", TypeKind::Other},
};

constexpr std::string_view kSaidOfTypes[] = {"like", "kind", "stable", "full", "empty-of", "methods"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "begin, cbegin"
std::vector<std::string_view> list(std::string_view text) {
  std::vector<std::string_view> items;
  while (!text.empty()) {
    const auto comma = text.find(',');
    items.push_back(trimmed(text.substr(0, comma)));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return items;
}

// "grow; put 0": what is wrong, or nothing.
std::optional<std::string> parse(std::string_view text, FunctionModel& model) {
  model.text = text;
  while (!text.empty()) {
    const auto end = text.find(';');
    std::string_view clause = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (clause.empty()) continue;
    if (clause == "may-be-moved") {
      model.reads = false;
      continue;
    }
    if (clause == "may-not-take") {
      model.takes = false;
      continue;
    }
    auto space = clause.find(' ');
    const std::string_view name = clause.substr(0, space);
    const VerbName* known = nullptr;
    for (const VerbName& verb : kVerbs) {
      if (verb.name == name) known = &verb;
    }
    if (!known) return "no verb is called `" + std::string(name) + "`";
    Verb verb{.op = known->op};
    int operand = 0;
    while (space != std::string_view::npos) {
      clause = trimmed(clause.substr(space));
      space = clause.find(' ');
      const std::string_view word = clause.substr(0, space);
      int value = -1;
      if (word != "this") {
        const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc{} || rest != word.data() + word.size()) {
          return "`" + std::string(word) + "` is neither `this` nor a number";
        }
      }
      if (operand == 0) verb.argument = value;
      if (operand == 1) verb.other = value;
      if (operand == 2) verb.number = value;
      ++operand;
    }
    if (operand < 3) verb.number = verb.other;
    model.verbs.push_back(verb);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> verb_names() {
  std::vector<std::string_view> names;
  for (const VerbName& verb : kVerbs) names.push_back(verb.name);
  return names;
}

std::optional<std::string> Models::add(std::string_view name, std::string_view text, bool installed) {
  const toml::parse_result parsed = toml::parse(text, name);
  if (!parsed) {
    return std::string(name) + ":" + std::to_string(parsed.error().source().begin.line) + ": " +
           std::string(parsed.error().description());
  }
  std::optional<std::string> wrong;
  const auto complain = [&](const toml::node& node, const std::string& what) {
    if (!wrong) wrong = std::string(name) + ":" + std::to_string(node.source().begin.line) + ": " + what;
  };
  const auto functions = [&](const toml::table& table, auto& into) {
    for (const auto& [key, node] : table) {
      const auto value = node.value<std::string_view>();
      if (!value) {
        complain(node, "a function is described by a string of verbs");
        continue;
      }
      FunctionModel model;
      if (const auto error = parse(*value, model)) complain(node, *error);
      // Several functions that do the same: "begin, cbegin".
      model.installed = installed;
      for (const std::string_view one : list(key.str())) into.insert_or_assign(std::string(one), model);
    }
  };
  for (const auto& [key, node] : parsed.table()) {
    if (key != "type" && key != "function")
      complain(node, "`" + std::string(key.str()) + "` is neither `type` nor `function`");
  }
  if (const toml::table* table = parsed.table()["function"].as_table()) functions(*table, functions_);
  if (const toml::table* table = parsed.table()["type"].as_table()) {
    // In the order of the file: `like` names what stands above.
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (const auto& [key, node] : *table) entries.emplace_back(&key, &node);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin.line < b.first->source().begin.line;
    });
    for (const auto& [key_of_type, described] : entries) {
      const toml::key& key = *key_of_type;
      const toml::node& node = *described;
      const toml::table* description = node.as_table();
      if (!description) {
        complain(node, "a type is described by a table");
        continue;
      }
      for (const auto& [what, said] : *description) {
        if (!std::ranges::count(kSaidOfTypes, what.str()))
          complain(said, "nothing that is said of a type is called `" + std::string(what.str()) + "`");
      }
      TypeModel model;
      if (const auto like = (*description)["like"].value<std::string_view>()) {
        const TypeModel* base = type(*like);
        if (!base) {
          complain(*(*description)["like"].node(),
                   "`like` names `" + std::string(*like) + "`, which stands nowhere above");
          continue;
        }
        model = *base;
      }
      if (const auto kind = (*description)["kind"].value<std::string_view>()) {
        const KindName* known = nullptr;
        for (const KindName& candidate : kKinds) {
          if (candidate.name == *kind) known = &candidate;
        }
        if (!known) {
          complain(*(*description)["kind"].node(), "no kind of type is called `" + std::string(*kind) + "`");
          continue;
        }
        model.kind = known->kind;
      }
      if (const auto stable = (*description)["stable"].value<bool>()) model.stable = *stable;
      if (const auto full = (*description)["full"].value<bool>()) model.full = *full;
      if (const auto empty_of = (*description)["empty-of"].value<std::string_view>()) {
        const std::vector<std::string_view> names = list(*empty_of);
        model.empty_of.assign(names.begin(), names.end());
      }
      if (const toml::table* methods = (*description)["methods"].as_table())
        functions(*methods, model.methods);
      model.installed = installed;
      for (const std::string_view one : list(key.str())) types_.insert_or_assign(std::string(one), model);
    }
  }
  return wrong;
}

const TypeModel* Models::type(std::string_view name) const {
  const auto found = types_.find(name);
  return found == types_.end() ? nullptr : &found->second;
}

const FunctionModel* Models::method(const TypeModel& type, std::string_view name) const {
  const auto found = type.methods.find(name);
  return found == type.methods.end() ? nullptr : &found->second;
}

const FunctionModel* Models::function(std::string_view name) const {
  const auto found = functions_.find(name);
  return found == functions_.end() ? nullptr : &found->second;
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
namespace {
constexpr char kContainers[] = {
#embed "models/containers.toml"
};
constexpr char kPointers[] = {
#embed "models/pointers.toml"
};
constexpr char kAlgorithms[] = {
#embed "models/algorithms.toml"
};
constexpr char kC[] = {
#embed "models/c.toml"
};
constexpr char kAbseil[] = {
#embed "models/abseil.toml"
};
constexpr char kBoost[] = {
#embed "models/boost.toml"
};
constexpr char kFmt[] = {
#embed "models/fmt.toml"
};
}  // namespace
#pragma clang diagnostic pop

const Models& standard_models() {
  static const Models kModels = [] {
    Models models;
    struct Table {
      std::string_view name, text;
      bool installed = false;
    };
    for (const auto& [name, text, installed] :
         std::initializer_list<Table>{{"containers.toml", {kContainers, sizeof kContainers}},
                                      {"pointers.toml", {kPointers, sizeof kPointers}},
                                      {"algorithms.toml", {kAlgorithms, sizeof kAlgorithms}},
                                      {"c.toml", {kC, sizeof kC}},
                                      {"abseil.toml", {kAbseil, sizeof kAbseil}, true},
                                      {"boost.toml", {kBoost, sizeof kBoost}, true},
                                      {"fmt.toml", {kFmt, sizeof kFmt}, true}}) {
      if (const auto wrong = models.add(name, text, installed)) {
        fprintf(stderr, "hull: %s\n", wrong->c_str());
        abort();
      }
    }
    return models;
  }();
  return kModels;
}

}  // namespace hull::safety
