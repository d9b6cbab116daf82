// Coroutines, ranges, concepts, expected, pmr, any, format-like code.
// oracle: clean
#include <algorithm>
#include <any>
#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <compare>
#include <concepts>
#include <coroutine>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <exception>
#include <expected>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <source_location>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace {

template <class T>
class Generator {
 public:
  struct promise_type {
    std::optional<T> value;
    std::exception_ptr error;
    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T v) {
      value = std::move(v);
      return {};
    }
    void return_void() {}
    void unhandled_exception() { error = std::current_exception(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Generator(Generator&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  Generator& operator=(Generator&& other) noexcept {
    if (this != &other) {
      if (handle_) handle_.destroy();
      handle_ = std::exchange(other.handle_, {});
    }
    return *this;
  }
  ~Generator() {
    if (handle_) handle_.destroy();
  }
  bool next() {
    handle_.resume();
    if (handle_.promise().error) std::rethrow_exception(handle_.promise().error);
    return !handle_.done();
  }
  const T& value() const { return *handle_.promise().value; }

 private:
  std::coroutine_handle<promise_type> handle_;
};

Generator<int> fibonacci(int n) {
  int a = 0, b = 1;
  for (int i = 0; i < n; ++i) {
    co_yield a;
    a = std::exchange(b, a + b);
  }
}
Generator<std::string> words(std::string text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) co_yield text.substr(begin, end - begin);
    begin = end + 1;
  }
}

enum class Error { Empty, Bad, Range };
std::expected<int, Error> parse_int(std::string_view text) {
  if (text.empty()) return std::unexpected(Error::Empty);
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code == std::errc::result_out_of_range) return std::unexpected(Error::Range);
  if (code != std::errc() || end != text.data() + text.size()) return std::unexpected(Error::Bad);
  return value;
}
std::expected<std::pair<int, int>, Error> parse_pair(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return std::unexpected(Error::Bad);
  const auto a = parse_int(text.substr(0, comma));
  if (!a) return std::unexpected(a.error());
  const auto b = parse_int(text.substr(comma + 1));
  if (!b) return std::unexpected(b.error());
  return std::pair(*a, *b);
}
const char* describe(Error error) {
  switch (error) {
    case Error::Empty:
      return "empty";
    case Error::Bad:
      return "bad";
    case Error::Range:
      return "out of range";
  }
  return "?";
}

struct Employee {
  std::string name;
  std::string team;
  int age = 0;
  double salary = 0;
  auto operator<=>(const Employee&) const = default;
};

double pipelines(const std::vector<Employee>& all) {
  auto young = all | std::views::filter([](const Employee& e) { return e.age < 40; }) |
               std::views::transform([](const Employee& e) { return e.salary; });
  double sum = 0;
  for (const double s : young) sum += s;
  std::map<std::string_view, std::vector<const Employee*>> teams;
  for (const Employee& e : all) teams[e.team].push_back(&e);
  for (const auto& [team, members] : teams) {
    const auto oldest = std::ranges::max_element(members, {}, [](const Employee* e) { return e->age; });
    if (oldest != members.end()) sum += (*oldest)->age;
  }
  std::vector<std::string> names;
  std::ranges::transform(all, std::back_inserter(names), &Employee::name);
  std::ranges::sort(names);
  const auto [first, last] = std::ranges::unique(names);
  names.erase(first, last);
  for (const auto& name : names | std::views::reverse | std::views::take(2))
    sum += static_cast<double>(name.size());
  for (const int i : std::views::iota(0, 3)) sum += i;
  if (const auto it = std::ranges::find(all, "ann", &Employee::name); it != all.end()) sum += it->age;
  return sum;
}

template <class T>
concept Shape = requires(const T& t) {
  { t.area() } -> std::convertible_to<double>;
};
struct Circle {
  double r;
  double area() const { return 3.14 * r * r; }
};
struct Square {
  double side;
  double area() const { return side * side; }
};
class AnyShape {
 public:
  template <Shape S>
  AnyShape(S shape) : self_(std::make_unique<Model<S>>(std::move(shape))) {}
  AnyShape(const AnyShape& other) : self_(other.self_->copy()) {}
  AnyShape(AnyShape&&) noexcept = default;
  AnyShape& operator=(AnyShape other) noexcept {
    self_ = std::move(other.self_);
    return *this;
  }
  double area() const { return self_->area(); }

 private:
  struct Concept {
    virtual ~Concept() = default;
    virtual double area() const = 0;
    virtual std::unique_ptr<Concept> copy() const = 0;
  };
  template <class S>
  struct Model final : Concept {
    explicit Model(S s) : shape(std::move(s)) {}
    double area() const override { return shape.area(); }
    std::unique_ptr<Concept> copy() const override { return std::make_unique<Model>(shape); }
    S shape;
  };
  std::unique_ptr<Concept> self_;
};

template <class Derived>
class Visitor {
 public:
  template <class T>
  void visit(const T& value) {
    static_cast<Derived*>(this)->on(value);
  }
};
class Counter : public Visitor<Counter> {
 public:
  void on(int n) { total += n; }
  void on(const std::string& s) { total += static_cast<int>(s.size()); }
  int total = 0;
};

template <class F>
class ScopeExit {
 public:
  explicit ScopeExit(F f) : f_(std::move(f)) {}
  ScopeExit(const ScopeExit&) = delete;
  ScopeExit& operator=(const ScopeExit&) = delete;
  ~ScopeExit() {
    if (armed_) f_();
  }
  void release() { armed_ = false; }

 private:
  F f_;
  bool armed_ = true;
};

int with_pmr() {
  std::array<std::byte, 1024> room;
  std::pmr::monotonic_buffer_resource pool(room.data(), room.size());
  std::pmr::vector<std::pmr::string> names(&pool);
  for (int i = 0; i < 5; ++i) names.emplace_back("a name that is longer than a short one");
  std::pmr::unordered_map<int, std::pmr::string> map(&pool);
  map.emplace(1, names.front());
  return static_cast<int>(map.at(1).size() + names.size());
}

class Properties {
 public:
  template <class T>
  void set(std::string key, T value) {
    values_.insert_or_assign(std::move(key), std::any(std::move(value)));
  }
  template <class T>
  const T* get(const std::string& key) const {
    const auto it = values_.find(key);
    return it == values_.end() ? nullptr : std::any_cast<T>(&it->second);
  }

 private:
  std::unordered_map<std::string, std::any> values_;
};

template <class... Ts>
std::string join(std::string_view by, const Ts&... parts) {
  std::string out;
  bool first = true;
  const auto add = [&](const auto& part) {
    if (!std::exchange(first, false)) out += by;
    if constexpr (std::is_arithmetic_v<std::decay_t<decltype(part)>>)
      out += std::to_string(part);
    else
      out += part;
  };
  (add(parts), ...);
  return out;
}
template <class Tuple, class F>
void for_each(Tuple&& tuple, F&& f) {
  std::apply([&](auto&&... each) { (f(std::forward<decltype(each)>(each)), ...); },
             std::forward<Tuple>(tuple));
}

class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns), data_(rows * columns) {}
  std::span<double> operator[](std::size_t row) { return std::span(data_).subspan(row * columns_, columns_); }
  std::span<const double> operator[](std::size_t row) const {
    return std::span(data_).subspan(row * columns_, columns_);
  }
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  Matrix transposed() const {
    Matrix out(columns_, rows_);
    for (std::size_t i = 0; i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j) out[j][i] = (*this)[i][j];
    return out;
  }

 private:
  std::size_t rows_, columns_;
  std::vector<double> data_;
};

class Graph {
 public:
  void edge(const std::string& from, const std::string& to) {
    edges_[from].insert(to);
    edges_.try_emplace(to);
  }
  std::expected<std::vector<std::string>, std::string> order() const {
    std::unordered_map<std::string, int> incoming;
    for (const auto& [from, targets] : edges_) {
      incoming.try_emplace(from, 0);
      for (const auto& to : targets) ++incoming[to];
    }
    std::deque<std::string> ready;
    for (const auto& [name, count] : incoming)
      if (count == 0) ready.push_back(name);
    std::vector<std::string> out;
    while (!ready.empty()) {
      std::string name = std::move(ready.front());
      ready.pop_front();
      for (const auto& to : edges_.at(name))
        if (--incoming[to] == 0) ready.push_back(to);
      out.push_back(std::move(name));
    }
    if (out.size() != incoming.size()) return std::unexpected("a cycle");
    return out;
  }

 private:
  std::map<std::string, std::set<std::string>> edges_;
};

class Tokenizer {
 public:
  enum class Kind { Number, Name, Symbol, End };
  struct Token {
    Kind kind = Kind::End;
    std::string_view text;
  };
  explicit Tokenizer(std::string_view source) : source_(source) { advance(); }
  const Token& peek() const { return current_; }
  Token take() {
    Token token = current_;
    advance();
    return token;
  }

 private:
  void advance() {
    const auto rest = source_.find_first_not_of(" \t\n");
    if (rest == std::string_view::npos) {
      source_ = {};
      current_ = {};
      return;
    }
    source_.remove_prefix(rest);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    std::size_t n = 1;
    if (is_digit(source_.front())) {
      while (n < source_.size() && is_digit(source_[n])) ++n;
      current_ = {Kind::Number, source_.substr(0, n)};
    } else if (is_letter(source_.front())) {
      while (n < source_.size() && (is_letter(source_[n]) || is_digit(source_[n]))) ++n;
      current_ = {Kind::Name, source_.substr(0, n)};
    } else {
      current_ = {Kind::Symbol, source_.substr(0, 1)};
    }
    source_.remove_prefix(n);
  }
  std::string_view source_;
  Token current_;
};

class Calculator {
 public:
  void set(std::string name, double value) { variables_[std::move(name)] = value; }
  std::expected<double, std::string> evaluate(std::string_view text) {
    Tokenizer tokens(text);
    auto value = sum(tokens);
    if (value && tokens.peek().kind != Tokenizer::Kind::End)
      return std::unexpected("unexpected " + std::string(tokens.peek().text));
    return value;
  }

 private:
  using Result = std::expected<double, std::string>;
  Result sum(Tokenizer& tokens) {
    Result left = product(tokens);
    while (left && (tokens.peek().text == "+" || tokens.peek().text == "-")) {
      const bool plus = tokens.take().text == "+";
      const Result right = product(tokens);
      if (!right) return right;
      *left += plus ? *right : -*right;
    }
    return left;
  }
  Result product(Tokenizer& tokens) {
    Result left = factor(tokens);
    while (left && (tokens.peek().text == "*" || tokens.peek().text == "/")) {
      const bool times = tokens.take().text == "*";
      const Result right = factor(tokens);
      if (!right) return right;
      if (!times && *right == 0) return std::unexpected("division by zero");
      left = times ? *left * *right : *left / *right;
    }
    return left;
  }
  Result factor(Tokenizer& tokens) {
    const auto token = tokens.take();
    if (token.kind == Tokenizer::Kind::Number) {
      double value = 0;
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
      return value;
    }
    if (token.kind == Tokenizer::Kind::Name) {
      const auto it = variables_.find(token.text);
      if (it == variables_.end()) return std::unexpected("unknown " + std::string(token.text));
      return it->second;
    }
    if (token.text == "(") {
      auto inner = sum(tokens);
      if (inner && tokens.take().text != ")") return std::unexpected("missing )");
      return inner;
    }
    if (token.text == "-") {
      auto inner = factor(tokens);
      if (inner) *inner = -*inner;
      return inner;
    }
    return std::unexpected("unexpected end");
  }
  std::map<std::string, double, std::less<>> variables_;
};

}  // namespace

int main() {
  int total = 0;
  auto numbers = fibonacci(6);
  while (numbers.next()) total += numbers.value();
  auto text = words("a bc def");
  while (text.next()) total += static_cast<int>(text.value().size());
  if (const auto p = parse_pair("3,4")) total += p->first + p->second;
  if (const auto p = parse_pair("3,x"); !p) total += describe(p.error())[0];
  total += parse_int("12").value_or(0);
  std::vector<Employee> all{{"ann", "a", 30, 10}, {"bob", "b", 50, 20}, {"ann", "b", 20, 5}};
  total += static_cast<int>(pipelines(all));
  std::vector<AnyShape> shapes{Circle{1}, Square{2}};
  auto copies = shapes;
  copies[0] = Square{3};
  for (const auto& shape : copies) total += static_cast<int>(shape.area());
  Counter counter;
  counter.visit(3);
  counter.visit(std::string("abc"));
  {
    ScopeExit exit([&] { ++total; });
    ScopeExit other([&] { total = 0; });
    other.release();
  }
  total += counter.total + with_pmr();
  Properties properties;
  properties.set("size", 3);
  properties.set("name", std::string("n"));
  if (const int* size = properties.get<int>("size")) total += *size;
  if (const auto* name = properties.get<std::string>("none")) total += static_cast<int>(name->size());
  total += static_cast<int>(join(", ", 1, "x", std::string("y")).size());
  for_each(std::tuple(1, 2.5, 3L), [&](auto v) { total += static_cast<int>(v); });
  Matrix m(2, 3);
  m[1][2] = 4;
  total += static_cast<int>(m.transposed()[2][1]);
  Graph graph;
  graph.edge("a", "b");
  graph.edge("b", "c");
  if (const auto order = graph.order()) total += static_cast<int>(order->front().size());
  Calculator calculator;
  calculator.set("x", 4);
  const auto value = calculator.evaluate("2 * (x + 3) - 1");
  total += value ? static_cast<int>(*value) : static_cast<int>(value.error().size());
  std::printf("%d\n", total);
}
