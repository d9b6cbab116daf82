// Containers, searches, strings and optionals: ordinary ways.
#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <climits>
#include <cmath>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <ranges>
#include <regex>
#include <set>
#include <span>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>
using std::size_t;
using Graph = std::unordered_map<int, std::vector<int>>;

std::vector<int> bfs(const Graph& g, int from) {
  std::vector<int> order;
  std::unordered_set<int> seen{from};
  std::queue<int> todo;
  todo.push(from);
  while (!todo.empty()) {
    const int at = todo.front();
    todo.pop();
    order.push_back(at);
    const auto found = g.find(at);
    if (found == g.end()) continue;
    for (const int next : found->second)
      if (seen.insert(next).second) todo.push(next);
  }
  return order;
}
std::optional<std::vector<int>> topological(const Graph& g) {
  std::unordered_map<int, int> incoming;
  for (const auto& [n, out] : g) {
    incoming.try_emplace(n, 0);
    for (int m : out) ++incoming[m];
  }
  std::vector<int> ready, order;
  for (const auto& [n, count] : incoming)
    if (count == 0) ready.push_back(n);
  while (!ready.empty()) {
    const int n = ready.back();
    ready.pop_back();
    order.push_back(n);
    if (const auto it = g.find(n); it != g.end())
      for (int m : it->second)
        if (--incoming[m] == 0) ready.push_back(m);
  }
  if (order.size() != incoming.size()) return std::nullopt;
  return order;
}
std::map<int, int> dijkstra(const std::map<int, std::vector<std::pair<int, int>>>& g, int from) {
  std::map<int, int> best;
  std::priority_queue<std::pair<int, int>, std::vector<std::pair<int, int>>, std::greater<>> q;
  q.emplace(0, from);
  while (!q.empty()) {
    const auto [cost, at] = q.top();
    q.pop();
    if (!best.emplace(at, cost).second) continue;
    if (!g.contains(at)) continue;
    for (const auto& [next, more] : g.at(at)) q.emplace(cost + more, next);
  }
  return best;
}
bool cyclic(const Graph& g, int at, std::unordered_map<int, int>& state) {
  state[at] = 1;
  if (auto it = g.find(at); it != g.end())
    for (int next : it->second) {
      auto& s = state[next];
      if (s == 1 || (s == 0 && cyclic(g, next, state))) return true;
    }
  state[at] = 2;
  return false;
}
struct Trie {
  std::array<std::unique_ptr<Trie>, 26> next;
  bool ends = false;
  void add(std::string_view word) {
    Trie* at = this;
    for (const char c : word) {
      auto& slot = at->next[c - 'a'];
      if (!slot) slot = std::make_unique<Trie>();
      at = slot.get();
    }
    at->ends = true;
  }
  bool has(std::string_view word) const {
    const Trie* at = this;
    for (const char c : word) {
      at = at->next[c - 'a'].get();
      if (!at) return false;
    }
    return at->ends;
  }
};
void drop_odd(std::vector<int>& v) {
  v.erase(std::remove_if(v.begin(), v.end(), [](int x) { return x % 2; }), v.end());
}
void drop_empty(std::map<std::string, std::vector<int>>& m) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second.empty())
      it = m.erase(it);
    else
      ++it;
  }
}
void drop_old(std::list<int>& l, int limit) {
  for (auto it = l.begin(); it != l.end();)
    if (*it < limit)
      l.erase(it++);
    else
      ++it;
}
void cut(std::vector<int>& v, int x) {
  const auto at = std::find(v.begin(), v.end(), x);
  if (at != v.end()) v.erase(at, v.end());
}
bool drop_one(std::vector<std::string>& v, const std::string& s) {
  for (size_t i = 0; i < v.size(); ++i)
    if (v[i] == s) {
      v.erase(v.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
  return false;
}
void swap_pop(std::vector<int>& v, size_t i) {
  v[i] = v.back();
  v.pop_back();
}
void all_gone(std::vector<int>& v) {
  for (size_t i = 0; i < v.size();) {
    if (v[i] < 0) {
      std::swap(v[i], v.back());
      v.pop_back();
    } else
      ++i;
  }
}
void sorted_insert(std::vector<int>& v, int x) { v.insert(std::upper_bound(v.begin(), v.end(), x), x); }
const int* nearest(const std::map<int, int>& m, int key) {
  auto it = m.lower_bound(key);
  if (it == m.end()) return m.empty() ? nullptr : &std::prev(it)->second;
  if (it->first == key || it == m.begin()) return &it->second;
  auto before = std::prev(it);
  return key - before->first < it->first - key ? &before->second : &it->second;
}
int& counter(std::map<std::string, int>& m, const std::string& key) { return m[key]; }
std::string most(const std::map<std::string, int>& m) {
  const auto it =
      std::max_element(m.begin(), m.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return it != m.end() ? it->first : std::string();
}
std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), std::istream_iterator<std::string>()};
}
std::map<std::string, int> frequencies(std::istream& in) {
  std::map<std::string, int> n;
  std::string word;
  while (in >> word) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
    word.erase(std::remove_if(word.begin(), word.end(), [](unsigned char c) { return !std::isalpha(c); }),
               word.end());
    if (!word.empty()) ++n[word];
  }
  return n;
}
std::vector<std::pair<std::string, int>> top(const std::map<std::string, int>& n, size_t k) {
  std::vector<std::pair<std::string, int>> v(n.begin(), n.end());
  const size_t count = std::min(k, v.size());
  std::partial_sort(v.begin(), v.begin() + count, v.end(),
                    [](const auto& a, const auto& b) { return a.second > b.second; });
  v.resize(count);
  return v;
}
std::string joined(const std::vector<std::string>& v, std::string_view by) {
  std::string out;
  for (size_t i = 0; i < v.size(); ++i) {
    if (i > 0) out += by;
    out += v[i];
  }
  return out;
}
std::string joined2(const std::vector<std::string>& v) {
  if (v.empty()) return "";
  std::string out = v[0];
  for (auto it = std::next(v.begin()); it != v.end(); ++it) out += ", " + *it;
  return out;
}
std::string replaced(std::string s, const std::string& from, const std::string& to) {
  for (size_t at = 0; (at = s.find(from, at)) != std::string::npos; at += to.size())
    s.replace(at, from.size(), to);
  return s;
}
std::vector<std::string> wrap(const std::string& text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::istringstream in(text); std::getline(in, line, ' ');) {
    if (lines.empty() || lines.back().size() + 1 + line.size() > width)
      lines.push_back(line);
    else
      lines.back() += ' ' + line;
  }
  return lines;
}
std::optional<int> to_int(std::string_view s) {
  int n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return n;
}
std::optional<std::pair<std::string, std::string>> key_value(const std::string& line) {
  const auto at = line.find('=');
  if (at == std::string::npos) return {};
  return std::pair(line.substr(0, at), line.substr(at + 1));
}
class Config {
 public:
  static Config read(std::istream& in) {
    Config c;
    std::string section;
    for (std::string line; std::getline(in, line);) {
      if (const auto hash = line.find('#'); hash != std::string::npos) line.erase(hash);
      if (line.empty()) continue;
      if (line.front() == '[' && line.back() == ']') {
        section = line.substr(1, line.size() - 2);
        continue;
      }
      if (auto kv = key_value(line)) c.values_[section + '.' + kv->first] = std::move(kv->second);
    }
    return c;
  }
  std::optional<std::string_view> get(const std::string& key) const {
    const auto it = values_.find(key);
    if (it == values_.end()) return std::nullopt;
    return it->second;
  }
  int number(const std::string& key, int otherwise) const {
    const auto v = get(key);
    return v ? to_int(*v).value_or(otherwise) : otherwise;
  }
  const std::string& required(const std::string& key) const {
    const auto it = values_.find(key);
    if (it == values_.end()) throw std::runtime_error("missing " + key);
    return it->second;
  }

 private:
  std::map<std::string, std::string> values_;
};
struct Json;
using Array = std::vector<Json>;
using Object = std::map<std::string, Json>;
struct Json {
  std::variant<std::nullptr_t, bool, double, std::string, std::shared_ptr<Array>, std::shared_ptr<Object>> v;
};
const Json* member(const Json& j, const std::string& key) {
  const auto* o = std::get_if<std::shared_ptr<Object>>(&j.v);
  if (!o || !*o) return nullptr;
  const auto it = (*o)->find(key);
  return it == (*o)->end() ? nullptr : &it->second;
}
double as_number(const Json& j) {
  if (std::holds_alternative<double>(j.v)) return std::get<double>(j.v);
  return NAN;
}
void print(const Json& j, std::ostream& out) {
  std::visit(
      [&](const auto& x) {
        using T = std::decay_t<decltype(x)>;
        if constexpr (std::is_same_v<T, std::nullptr_t>)
          out << "null";
        else if constexpr (std::is_same_v<T, std::shared_ptr<Array>>) {
          out << '[';
          bool first = true;
          for (const auto& e : *x) {
            if (!std::exchange(first, false)) out << ',';
            print(e, out);
          }
          out << ']';
        } else if constexpr (std::is_same_v<T, std::shared_ptr<Object>>) {
          out << '{';
          for (auto it = x->begin(); it != x->end(); ++it) {
            if (it != x->begin()) out << ',';
            out << std::quoted(it->first) << ':';
            print(it->second, out);
          }
          out << '}';
        } else
          out << x;
      },
      j.v);
}
class Parser {
 public:
  explicit Parser(std::string text) : text_(std::move(text)), rest_(text_) {}
  double expression() {
    double v = term();
    for (;;) {
      if (eat('+'))
        v += term();
      else if (eat('-'))
        v -= term();
      else
        return v;
    }
  }

 private:
  bool eat(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  double term() {
    double v = factor();
    for (;;) {
      if (eat('*'))
        v *= factor();
      else if (eat('/'))
        v /= factor();
      else
        return v;
    }
  }
  double factor() {
    if (eat('(')) {
      const double v = expression();
      if (!eat(')')) throw std::runtime_error("no )");
      return v;
    }
    size_t n = 0;
    while (n < rest_.size() && (std::isdigit(static_cast<unsigned char>(rest_[n])) || rest_[n] == '.')) ++n;
    if (n == 0) throw std::runtime_error("no number");
    const double v = std::stod(std::string(rest_.substr(0, n)));
    rest_.remove_prefix(n);
    return v;
  }
  std::string text_;
  std::string_view rest_;
};
double rpn(const std::string& program) {
  std::stack<double> s;
  std::istringstream in(program);
  for (std::string t; in >> t;) {
    if (t.size() == 1 && std::string_view("+-*/").find(t[0]) != std::string_view::npos) {
      if (s.size() < 2) throw std::runtime_error("too few");
      const double b = s.top();
      s.pop();
      const double a = s.top();
      s.pop();
      switch (t[0]) {
        case '+':
          s.push(a + b);
          break;
        case '-':
          s.push(a - b);
          break;
        case '*':
          s.push(a * b);
          break;
        default:
          s.push(a / b);
      }
    } else
      s.push(std::stod(t));
  }
  if (s.size() != 1) throw std::runtime_error("left over");
  return s.top();
}
bool balanced(std::string_view s) {
  std::vector<char> open;
  for (const char c : s) {
    if (c == '(' || c == '[')
      open.push_back(c);
    else if (c == ')' || c == ']') {
      if (open.empty()) return false;
      const char o = open.back();
      open.pop_back();
      if ((o == '(') != (c == ')')) return false;
    }
  }
  return open.empty();
}
struct Interval {
  int from, to;
};
std::vector<Interval> united(std::vector<Interval> v) {
  std::ranges::sort(v, {}, &Interval::from);
  std::vector<Interval> out;
  for (const Interval& i : v) {
    if (!out.empty() && i.from <= out.back().to)
      out.back().to = std::max(out.back().to, i.to);
    else
      out.push_back(i);
  }
  return out;
}
class Undo {
 public:
  void act(std::function<void()> redo, std::function<void()> undo) {
    redo();
    done_.push_back({std::move(redo), std::move(undo)});
    undone_.clear();
  }
  bool undo() {
    if (done_.empty()) return false;
    auto a = std::move(done_.back());
    done_.pop_back();
    a.second();
    undone_.push_back(std::move(a));
    return true;
  }
  bool redo() {
    if (undone_.empty()) return false;
    auto a = std::move(undone_.back());
    undone_.pop_back();
    a.first();
    done_.push_back(std::move(a));
    return true;
  }

 private:
  std::vector<std::pair<std::function<void()>, std::function<void()>>> done_, undone_;
};
class Memo {
 public:
  std::uint64_t fib(int n) {
    if (n < 2) return n;
    if (const auto it = known_.find(n); it != known_.end()) return it->second;
    const auto v = fib(n - 1) + fib(n - 2);
    known_.emplace(n, v);
    return v;
  }

 private:
  std::unordered_map<int, std::uint64_t> known_;
};
class Interner {
 public:
  std::string_view intern(std::string_view s) { return *strings_.emplace(s).first; }

 private:
  std::set<std::string> strings_;
};
class Table {
 public:
  size_t row() {
    rows_.emplace_back(names_.size());
    return rows_.size() - 1;
  }
  size_t column(const std::string& name) {
    const auto [it, fresh] = index_.try_emplace(name, names_.size());
    if (fresh) {
      names_.push_back(name);
      for (auto& r : rows_) r.resize(names_.size());
    }
    return it->second;
  }
  void set(size_t row, const std::string& name, std::string v) {
    const size_t c = column(name);
    rows_.at(row)[c] = std::move(v);
  }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, size_t> index_;
  std::vector<std::vector<std::string>> rows_;
};
int evens(const std::vector<int>& v) {
  int s = 0;
  for (const int x : v | std::views::filter([](int x) { return x % 2 == 0; }) |
                         std::views::transform([](int x) { return x * x; }))
    s += x;
  return s;
}
std::vector<std::string> parts(const std::string& s) {
  std::vector<std::string> out;
  for (const auto part : s | std::views::split(',')) out.emplace_back(part.begin(), part.end());
  return out;
}
std::string_view shorter(std::string_view a, std::string_view b) { return a.size() < b.size() ? a : b; }
const std::string& longer(const std::string& a, const std::string& b) { return a.size() > b.size() ? a : b; }
void use_them(const std::string& a, const std::string& b) {
  const std::string& l = longer(a, b);
  const std::string_view s = shorter(a, b);
  std::cout << l << s << longer("literal", a) << shorter("x", b);
}
std::string_view base_name(std::string_view path) {
  const auto at = path.rfind('/');
  return at == std::string_view::npos ? path : path.substr(at + 1);
}
std::vector<std::filesystem::path> sources(const std::filesystem::path& dir) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(dir))
    if (entry.is_regular_file() && entry.path().extension() == ".cc") out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}
int rolled() {
  static std::mt19937 engine{std::random_device{}()};
  return std::uniform_int_distribution<>(1, 6)(engine);
}
std::vector<std::string> matches(const std::string& s) {
  static const std::regex re("([a-z]+)=([0-9]+)");
  std::vector<std::string> out;
  for (std::sregex_iterator it(s.begin(), s.end(), re), end; it != end; ++it) out.push_back((*it)[1].str());
  std::smatch m;
  if (std::regex_match(s, m, re)) out.push_back(m[2]);
  return out;
}
void grow_while(std::vector<int>& v) {
  for (size_t i = 0; i < v.size() && v.size() < 100; ++i) v.push_back(v[i] + 1);
  const size_t n = v.size();
  v.reserve(2 * n);
  for (size_t i = 0; i < n; ++i) v.push_back(v[i]);
}
void split_at(std::vector<int>& v, std::vector<int>& tail, size_t at) {
  tail.assign(std::make_move_iterator(v.begin() + at), std::make_move_iterator(v.end()));
  v.resize(at);
}
std::pair<int, int> min_max(const std::vector<int>& v) {
  assert(!v.empty());
  const auto [a, b] = std::minmax_element(v.begin(), v.end());
  return {*a, *b};
}
double median(std::vector<double> v) {
  if (v.empty()) return 0;
  const auto mid = v.begin() + v.size() / 2;
  std::nth_element(v.begin(), mid, v.end());
  if (v.size() % 2) return *mid;
  return (*mid + *std::max_element(v.begin(), mid)) / 2;
}
struct State {
  std::string name;
  std::map<char, State*> next;
};
bool accepts(const State* s, std::string_view text) {
  for (const char c : text) {
    const auto it = s->next.find(c);
    if (it == s->next.end()) return false;
    s = it->second;
  }
  return s->name == "end";
}
std::string big_sum(const std::string& a, const std::string& b) {
  std::string out;
  int carry = 0;
  for (int i = static_cast<int>(a.size()) - 1, j = static_cast<int>(b.size()) - 1; i >= 0 || j >= 0 || carry;
       --i, --j) {
    const int d = (i >= 0 ? a[i] - '0' : 0) + (j >= 0 ? b[j] - '0' : 0) + carry;
    out.push_back(static_cast<char>('0' + d % 10));
    carry = d / 10;
  }
  std::ranges::reverse(out);
  return out.empty() ? "0" : out;
}
std::tuple<std::string, int> parsed(std::string_view s) {
  std::string name;
  int n = 0;
  if (const auto at = s.find(':'); at != s.npos) {
    name = s.substr(0, at);
    if (const auto v = to_int(s.substr(at + 1))) n = *v;
  }
  return {std::move(name), n};
}
int chosen(const std::vector<std::optional<int>>& v) {
  for (const auto& o : v)
    if (o) return *o;
  for (const auto& o : v)
    if (o.has_value() && o.value() > 3) return o.value();
  int sum = 0;
  for (const auto& o : v) {
    if (!o) continue;
    sum += *o;
  }
  return sum;
}
struct Lazy {
  const std::string& text() {
    if (!cached_) cached_ = compute();
    return *cached_;
  }
  std::string compute() const { return "x"; }
  std::optional<std::string> cached_;
};
struct Pt {
  double x, y;
};
double length(const std::vector<Pt>& path) {
  double d = 0;
  const Pt* last = nullptr;
  for (const Pt& p : path) {
    if (last) d += std::hypot(p.x - last->x, p.y - last->y);
    last = &p;
  }
  return d;
}
int find_first(const std::vector<std::string>& v, std::string_view what) {
  int at = -1;
  for (size_t i = 0; i < v.size() && at < 0; ++i)
    if (v[i] == what) at = static_cast<int>(i);
  return at;
}
std::string after(const std::vector<std::string>& v, std::string_view what) {
  const int at = find_first(v, what);
  if (at < 0 || at + 1 >= static_cast<int>(v.size())) return {};
  return v[at + 1];
}
