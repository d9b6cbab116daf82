// optional, variant, expected, any, function, tuple, string and its views, span.
#include <algorithm>
#include <any>
#include <array>
#include <charconv>
#include <cstring>
#include <expected>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

std::optional<int> parse(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int optionals(const std::vector<std::string>& words) {
  int sum = 0;
  std::optional<std::string> best;
  for (const std::string& word : words) {
    if (!best || word.size() > best->size()) best = word;
  }
  sum += static_cast<int>(best.value_or("").size());
  if (best.has_value() && !best->empty()) sum += (*best)[0];
  std::optional<std::string> other;
  other.emplace("x");
  best.swap(other);
  sum += static_cast<int>(best->size());
  best.reset();
  if (best == other) ++sum;
  best = "again";
  sum += static_cast<int>(best.value().size());
  const std::optional<int> number =
      parse("42").transform([](int n) { return n + 1; }).or_else([] { return std::optional(0); });
  sum += *number;
  const auto chained = parse("7").and_then(
      [](int n) -> std::optional<int> { return n > 5 ? std::optional(n) : std::nullopt; });
  if (chained) sum += *chained;
  std::optional<std::vector<int>> list;
  if (!list) list.emplace();
  list->push_back(3);
  for (const int n : *list) sum += n;
  std::optional<std::reference_wrapper<const std::string>> found;
  for (const std::string& word : words)
    if (word == "b") found = std::cref(word);
  if (found) sum += static_cast<int>(found->get().size());
  std::optional<std::unique_ptr<int>> owned = std::make_unique<int>(5);
  std::unique_ptr<int> taken = std::move(*owned);
  owned.reset();
  sum += *taken;
  try {
    sum += parse("nope").value();
  } catch (const std::bad_optional_access&) {
    sum += 1;
  }
  return sum;
}

using Json = std::variant<std::nullptr_t, bool, double, std::string, std::vector<int>>;

std::string show(const Json& json) {
  return std::visit(
      [](const auto& value) -> std::string {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::nullptr_t>) {
          return "null";
        } else if constexpr (std::is_same_v<T, bool>) {
          return value ? "true" : "false";
        } else if constexpr (std::is_same_v<T, std::string>) {
          return '"' + value + '"';
        } else if constexpr (std::is_same_v<T, double>) {
          return std::to_string(value);
        } else {
          std::string out = "[";
          for (const int n : value) out += std::to_string(n) + ",";
          if (out.size() > 1) out.pop_back();
          return out + "]";
        }
      },
      json);
}

int variants() {
  Json json = 3.5;
  int sum = static_cast<int>(show(json).size());
  json = std::string("text");
  if (auto* text = std::get_if<std::string>(&json)) {
    text->append("!");
    sum += static_cast<int>(text->size());
  }
  std::string& inside = std::get<std::string>(json);
  inside += "?";
  json = std::vector<int>{1, 2};
  sum += std::get<4>(json).back();
  json.emplace<std::string>("z");
  sum += std::holds_alternative<std::string>(json) ? std::get<std::string>(json)[0] : 0;
  Json moved = std::move(json);
  json = nullptr;
  sum += static_cast<int>(json.index() + moved.index());
  std::vector<Json> all{1.0, std::string("s"), true};
  for (const Json& one : all) sum += static_cast<int>(show(one).size());
  std::any any = std::string("any");
  if (const auto* text = std::any_cast<std::string>(&any)) sum += static_cast<int>(text->size());
  any = 5;
  sum += std::any_cast<int>(any);
  return sum;
}

std::expected<int, std::string> divide(int a, int b) {
  if (b == 0) return std::unexpected("zero");
  return a / b;
}

int expecteds() {
  int sum = 0;
  if (const auto result = divide(6, 3)) sum += *result;
  const auto failed = divide(1, 0);
  if (!failed) sum += static_cast<int>(failed.error().size());
  sum += divide(1, 0).value_or(4);
  const auto chained = divide(8, 2);
  if (chained.has_value()) sum += chained.value();
  std::expected<std::string, int> text = "abc";
  if (text) {
    text->push_back('d');
    sum += static_cast<int>(text->size());
  }
  text = std::unexpected(3);
  sum += text ? 0 : text.error();
  return sum;
}

struct Counter {
  int count = 0;
  int add(int n) { return count += n; }
};

int functions() {
  Counter counter;
  std::function<int(int)> add = [&counter](int n) { return counter.add(n); };
  std::function<int(int)> copy = add;
  int sum = add(1) + copy(2);
  add = nullptr;
  if (!add) sum += copy(3);
  add = std::move(copy);
  sum += add(4);
  std::function<int()> bound = std::bind(&Counter::add, &counter, 5);
  sum += bound();
  sum += std::invoke(&Counter::add, counter, 6) + std::mem_fn(&Counter::count)(counter);
  std::vector<std::function<int()>> tasks;
  for (int i = 0; i < 3; ++i) tasks.push_back([i] { return i; });
  for (const auto& task : tasks) sum += task();
  std::move_only_function<int()> once = [p = std::make_unique<int>(9)] { return *p; };
  sum += once();
  std::function<int(int)> factorial = [&factorial](int n) { return n <= 1 ? 1 : n * factorial(n - 1); };
  sum += factorial(4);
  auto compose = [](auto f, auto g) {
    return [f = std::move(f), g = std::move(g)](auto x) { return f(g(x)); };
  };
  const auto twice_plus = compose([](int x) { return x + 1; }, [](int x) { return 2 * x; });
  return sum + twice_plus(3);
}

int tuples() {
  auto [a, b] = std::pair(1, std::string("two"));
  std::tuple<int, std::string, double> row{1, "x", 2.0};
  auto& [id, name, weight] = row;
  name += "y";
  int sum = a + static_cast<int>(b.size() + std::get<1>(row).size()) + id;
  std::tie(a, b) = std::pair(5, std::string("five"));
  std::tie(std::ignore, b, std::ignore) = row;
  sum += a + static_cast<int>(b.size()) + static_cast<int>(weight);
  sum += std::apply([](int x, const std::string& s,
                       double d) { return x + static_cast<int>(s.size()) + static_cast<int>(d); },
                    row);
  const auto both = std::tuple_cat(std::make_tuple(1, 2), std::make_tuple(std::string("z")));
  sum += static_cast<int>(std::get<2>(both).size());
  std::pair<std::unique_ptr<int>, int> owned{std::make_unique<int>(3), 4};
  auto [pointer, value] = std::move(owned);
  return sum + *pointer + value;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(by);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string join(std::span<const std::string_view> parts, std::string_view by) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) out += by;
    out += parts[i];
  }
  return out;
}

int strings() {
  std::string text = "key=value;other=thing";
  int sum = 0;
  std::map<std::string, std::string, std::less<>> values;
  for (const std::string_view part : split(text, ';')) {
    const auto at = part.find('=');
    if (at == std::string_view::npos) continue;
    values.emplace(part.substr(0, at), part.substr(at + 1));
  }
  if (const auto it = values.find(std::string_view("key")); it != values.end())
    sum += static_cast<int>(it->second.size());
  const auto parts = split(text, '=');
  sum += static_cast<int>(join(parts, "-").size());
  const std::string joined =
      std::accumulate(parts.begin(), parts.end(), std::string(), [](std::string all, std::string_view one) {
        all += one;
        return all;
      });
  text.replace(0, 3, "KEY");
  text.insert(text.begin(), ' ');
  text.insert(0, "> ");
  text.erase(text.find_last_not_of("g") + 1);
  text.erase(0, text.find_first_not_of("> "));
  if (text.starts_with("KEY") && !text.empty()) sum += text.front() + text.back();
  std::string upper;
  std::transform(text.begin(), text.end(), std::back_inserter(upper),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const char* raw = upper.c_str();
  sum += static_cast<int>(std::strlen(raw));
  upper.push_back('!');
  raw = upper.c_str();
  sum += raw[0];
  std::string copy(upper, 1, 3);
  copy.resize(10, '.');
  copy[9] = 'x';
  copy.shrink_to_fit();
  std::string moved = std::move(copy);
  copy = "back";
  sum += static_cast<int>(copy.size() + moved.size());
  std::string reversed(moved.rbegin(), moved.rend());
  std::reverse(reversed.begin(), reversed.end());
  if (reversed == moved) ++sum;
  std::istringstream in("1 2 three\nfour five");
  int n = 0;
  while (in >> n) sum += n;
  in.clear();
  std::string line;
  while (std::getline(in, line)) sum += static_cast<int>(line.size());
  std::ostringstream out;
  out << std::setw(4) << std::setfill('0') << 7 << ' ' << std::quoted("q");
  const std::string shown = out.str();
  sum += shown[3];
  const std::string_view view = shown;
  sum += static_cast<int>(view.substr(0, 2).size());
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, 12345);
  if (error == std::errc{})
    sum += static_cast<int>(std::string_view(buffer, static_cast<std::size_t>(end - buffer)).size());
  return sum + static_cast<int>(joined.size());
}

int spans() {
  int raw[] = {1, 2, 3, 4, 5};
  std::array<int, 4> fixed{5, 6, 7, 8};
  std::vector<int> numbers(raw, raw + 5);
  const auto total = [](std::span<const int> values) {
    return std::accumulate(values.begin(), values.end(), 0);
  };
  int sum = total(raw) + total(fixed) + total(numbers) + total({});
  std::span<int> window(numbers);
  window = window.subspan(1, 3);
  for (int& value : window) value *= 2;
  sum += window.front() + window.back() + window.first(2)[1] + window.last<1>()[0];
  const auto bytes = std::as_bytes(window);
  sum += static_cast<int>(bytes.size());
  for (std::span<const int> rest(numbers); !rest.empty(); rest = rest.subspan(1)) sum += rest[0];
  return sum;
}

int main() {
  return optionals({"a", "b", "ccc"}) + variants() + expecteds() + functions() + tuples() + strings() +
                     spans() >
                 0
             ? 0
             : 1;
}
