// What is right with Abseil's containers, views and results.
#include <absl/container/btree_map.h>
#include <absl/container/fixed_array.h>
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/container/inlined_vector.h>
#include <absl/container/node_hash_map.h>
#include <absl/functional/function_ref.h>
#include <absl/status/statusor.h>
#include <absl/strings/str_cat.h>
#include <absl/strings/str_join.h>
#include <absl/strings/str_split.h>
#include <absl/strings/string_view.h>
#include <absl/types/optional.h>
#include <absl/types/span.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

std::string word(int number) { return absl::StrCat("word ", number); }

int count_words(const std::vector<std::string>& words) {
  absl::flat_hash_map<std::string, int> counts;
  for (const std::string& one : words) ++counts[one];
  int most = 0;
  for (const auto& [text, count] : counts) most = std::max(most, count);
  return most;
}

int erase_while_going(absl::flat_hash_map<int, std::string>& names) {
  int gone = 0;
  for (auto it = names.begin(); it != names.end();) {
    if (it->second.empty()) {
      names.erase(it++);
      ++gone;
    } else {
      ++it;
    }
  }
  return gone;
}

int erase_in_order(absl::btree_map<int, std::string>& names) {
  for (auto it = names.begin(); it != names.end();) {
    it = it->second.empty() ? names.erase(it) : std::next(it);
  }
  return static_cast<int>(names.size());
}

const std::string& found_or(const absl::flat_hash_map<int, std::string>& names, int key, const std::string& other) {
  const auto found = names.find(key);
  return found == names.end() ? other : found->second;
}

std::string& made(absl::flat_hash_map<int, std::unique_ptr<std::string>>& owners, int key) {
  auto& owner = owners[key];
  if (!owner) owner = std::make_unique<std::string>(word(key));
  return *owner;
}

int stable(absl::node_hash_map<int, std::string>& names) {
  std::string& first = names[1];
  for (int i = 2; i < 100; ++i) names.try_emplace(i, word(i));
  return static_cast<int>(first.size());
}

bool fresh(absl::flat_hash_set<std::string>& seen, const std::string& text) { return seen.insert(text).second; }

absl::StatusOr<int> parse(absl::string_view text) {
  if (text.empty()) return absl::InvalidArgumentError("nothing to parse");
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return absl::InvalidArgumentError(absl::StrCat("not a digit: ", text));
    value = value * 10 + (c - '0');
  }
  return value;
}

absl::StatusOr<int> sum(absl::Span<const absl::string_view> texts) {
  int all = 0;
  for (absl::string_view text : texts) {
    absl::StatusOr<int> one = parse(text);
    if (!one.ok()) return one.status();
    all += *one;
  }
  return all;
}

absl::StatusOr<std::unique_ptr<std::string>> open(absl::string_view name) {
  if (name.empty()) return absl::NotFoundError("no name");
  auto text = absl::make_unique<std::string>(name);
  text->append("!");
  return text;
}

std::size_t use_opened() {
  auto opened = open("file");
  if (!opened.ok()) return 0;
  std::unique_ptr<std::string> text = *std::move(opened);
  return text->size() + parse("12").value_or(3);
}

int inlined(int count) {
  absl::InlinedVector<std::string, 4> parts;
  for (int i = 0; i < count; ++i) parts.push_back(word(i));
  if (parts.empty()) return 0;
  std::string& last = parts.back();
  last += "!";
  parts.emplace_back("end");
  return static_cast<int>(parts.back().size());
}

int fixed(int count) {
  absl::FixedArray<int> values(count);
  for (int i = 0; i < count; ++i) values[i] = i;
  int all = 0;
  for (int value : values) all += value;
  return all;
}

int apply(absl::Span<const int> values, absl::FunctionRef<int(int)> change) {
  int all = 0;
  for (int value : values) all += change(value);
  return all;
}

int closures(int by) { return apply({1, 2, 3}, [by](int value) { return value * by; }); }

std::string words(absl::string_view line) {
  std::vector<absl::string_view> parts = absl::StrSplit(line, ' ', absl::SkipEmpty());
  if (parts.empty()) return "";
  const absl::string_view first = parts.front();
  parts.erase(parts.begin());
  return absl::StrCat(first, ":", absl::StrJoin(parts, ","));
}

std::size_t split_temporary(int number) {
  std::size_t all = 0;
  for (absl::string_view part : absl::StrSplit(word(number), ' ')) all += part.size();
  const std::vector<std::string> copies = absl::StrSplit(word(number), ' ');
  const std::pair<std::string, std::string> two = absl::StrSplit(word(number), absl::MaxSplits(' ', 1));
  return all + copies.size() + two.first.size();
}

absl::optional<int> first_even(absl::Span<const int> values) {
  for (int value : values) {
    if (value % 2 == 0) return value;
  }
  return absl::nullopt;
}

int even_or(absl::Span<const int> values, int other) {
  const absl::optional<int> even = first_even(values);
  if (even == absl::nullopt) return other;
  return *even + first_even(values).value_or(other);
}

int temporaries_in_a_call() {
  return even_or({1, 2, 3}, 4) + static_cast<int>(absl::StrCat(word(1), word(2)).size());
}

}  // namespace

int main() {
  absl::flat_hash_map<int, std::string> names{{1, "one"}, {2, ""}};
  absl::btree_map<int, std::string> sorted{{1, "one"}, {2, ""}};
  absl::node_hash_map<int, std::string> nodes;
  absl::flat_hash_map<int, std::unique_ptr<std::string>> owners;
  absl::flat_hash_set<std::string> seen;
  const std::string other = "other";
  made(owners, 3) += "!";
  return count_words({"a", "b", "a"}) + erase_while_going(names) + erase_in_order(sorted) +
                     static_cast<int>(found_or(names, 5, other).size()) + stable(nodes) + fresh(seen, "a") +
                     sum({"1", "2"}).value_or(0) + static_cast<int>(use_opened()) + inlined(9) + fixed(4) + closures(2) +
                     static_cast<int>(words("a b c").size()) + static_cast<int>(split_temporary(4)) + temporaries_in_a_call() ==
                 0
             ? 1
             : 0;
}
