// Borrowing: views, references, iterators, closures that do not outlive what they refer to.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <deque>
#include <exception>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <shared_mutex>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

struct Employee {
  std::string name;
  int pay = 0;
  Employee* boss = nullptr;
};
class Company {
 public:
  Employee& hire(std::string name, int pay) {
    staff_.push_back(std::make_unique<Employee>(Employee{std::move(name), pay}));
    return *staff_.back();
  }
  Employee* find(std::string_view name) {
    for (const auto& e : staff_)
      if (e->name == name) return e.get();
    return nullptr;
  }
  const Employee* best() const {
    const auto it = std::max_element(staff_.begin(), staff_.end(),
                                     [](const auto& a, const auto& b) { return a->pay < b->pay; });
    return it == staff_.end() ? nullptr : it->get();
  }
  auto begin() const { return staff_.begin(); }
  auto end() const { return staff_.end(); }

 private:
  std::vector<std::unique_ptr<Employee>> staff_;
};
int company() {
  Company c;
  Employee& a = c.hire("a", 1);
  Employee& b = c.hire("b", 2);
  b.boss = &a;
  if (Employee* e = c.find("a")) e->pay += 3;
  int sum = 0;
  for (const auto& e : c) sum += e->pay;
  const Employee* best = c.best();
  return best ? sum + best->pay : sum;
}
class Line {
 public:
  explicit Line(std::string text) : text_(std::move(text)) { split(); }
  Line(const Line& o) : text_(o.text_) { split(); }
  Line& operator=(const Line&) = delete;
  std::string_view operator[](std::size_t i) const { return parts_[i]; }
  std::size_t size() const { return parts_.size(); }

 private:
  void split() {
    std::string_view rest = text_;
    for (std::size_t at; (at = rest.find(' ')) != rest.npos; rest.remove_prefix(at + 1))
      parts_.push_back(rest.substr(0, at));
    parts_.push_back(rest);
  }
  std::string text_;
  std::vector<std::string_view> parts_;
};
std::string first_word(const std::string& s) {
  const Line l(s);
  return std::string(l[0]);
}
std::vector<std::string> sorted_names(const std::map<int, std::string>& m) {
  std::vector<const std::string*> all;
  for (const auto& [k, v] : m) all.push_back(&v);
  std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return *a < *b; });
  std::vector<std::string> out;
  std::transform(all.begin(), all.end(), std::back_inserter(out), [](const auto* s) { return *s; });
  return out;
}
std::function<int(int)> adder(int n) {
  return [n](int x) { return x + n; };
}
std::function<int()> counter() {
  auto n = std::make_shared<int>(0);
  return [n] { return ++*n; };
}
auto compose(std::function<int(int)> f, std::function<int(int)> g) {
  return [f = std::move(f), g = std::move(g)](int x) { return g(f(x)); };
}
void each(const std::vector<int>& v, const std::function<void(int)>& f) {
  for (int x : v) f(x);
}
int sum(const std::vector<int>& v) {
  int s = 0;
  each(v, [&](int x) { s += x; });
  return s;
}
int recursive(int n) {
  std::function<int(int)> f = [&](int k) { return k < 2 ? k : f(k - 1) + f(k - 2); };
  return f(n);
}
class Button {
 public:
  void on_click(std::function<void()> f) { f_ = std::move(f); }
  void click() {
    if (f_) f_();
  }

 private:
  std::function<void()> f_;
};
class Dialog {
 public:
  Dialog() {
    ok_.on_click([this] { closed_ = true; });
  }
  Dialog(const Dialog&) = delete;
  bool run() {
    ok_.click();
    return closed_;
  }

 private:
  Button ok_;
  bool closed_ = false;
};
class Stop {
 public:
  explicit Stop(std::function<void()> f) : f_(std::move(f)) {}
  ~Stop() {
    if (f_) f_();
  }
  void cancel() { f_ = nullptr; }

 private:
  std::function<void()> f_;
};
bool committed(std::vector<int>& v) {
  const std::size_t before = v.size();
  Stop undo([&] { v.resize(before); });
  v.push_back(1);
  if (v.size() > 10) return false;
  undo.cancel();
  return true;
}
class Worker {
 public:
  Worker() : thread_([this] { run(); }) {}
  ~Worker() {
    {
      std::lock_guard lock(m_);
      stop_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }
  std::future<int> add(std::function<int()> f) {
    std::packaged_task<int()> task(std::move(f));
    auto out = task.get_future();
    {
      std::lock_guard lock(m_);
      q_.push_back(std::move(task));
    }
    wake_.notify_one();
    return out;
  }

 private:
  void run() {
    for (;;) {
      std::unique_lock lock(m_);
      wake_.wait(lock, [this] { return stop_ || !q_.empty(); });
      if (q_.empty()) return;
      auto task = std::move(q_.front());
      q_.pop_front();
      lock.unlock();
      task();
    }
  }
  std::mutex m_;
  std::condition_variable wake_;
  std::deque<std::packaged_task<int()>> q_;
  bool stop_ = false;
  std::thread thread_;
};
int parallel(const std::vector<int>& v) {
  const auto mid = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
  auto left = std::async(std::launch::async, [&] { return std::accumulate(v.begin(), mid, 0); });
  const int right = std::accumulate(mid, v.end(), 0);
  return left.get() + right;
}
class Table {
 public:
  std::optional<std::string> get(const std::string& k) const {
    std::shared_lock lock(m_);
    const auto it = t_.find(k);
    return it == t_.end() ? std::nullopt : std::optional(it->second);
  }
  template <class F>
  void update(const std::string& k, F f) {
    std::unique_lock lock(m_);
    f(t_[k]);
  }

 private:
  mutable std::shared_mutex m_;
  std::unordered_map<std::string, std::string> t_;
};
class Reader {
 public:
  explicit Reader(std::span<const std::byte> in) : in_(in) {}
  template <class T>
  bool read(T& out) {
    if (in_.size() < sizeof(T)) return false;
    std::memcpy(&out, in_.data(), sizeof(T));
    in_ = in_.subspan(sizeof(T));
    return true;
  }
  std::span<const std::byte> take(std::size_t n) {
    n = std::min(n, in_.size());
    const auto out = in_.first(n);
    in_ = in_.subspan(n);
    return out;
  }

 private:
  std::span<const std::byte> in_;
};
struct Packet {
  unsigned kind;
  unsigned size;
  std::vector<std::byte> body;
};
std::optional<Packet> packet(std::span<const std::byte> bytes) {
  Reader r(bytes);
  Packet p;
  if (!r.read(p.kind) || !r.read(p.size)) return std::nullopt;
  const auto body = r.take(p.size);
  if (body.size() != p.size) return std::nullopt;
  p.body.assign(body.begin(), body.end());
  return p;
}
class Builder {
 public:
  Builder& name(std::string n) {
    name_ = std::move(n);
    return *this;
  }
  Builder& with(int x) {
    xs_.push_back(x);
    return *this;
  }
  std::pair<std::string, std::vector<int>> build() { return {std::move(name_), std::move(xs_)}; }

 private:
  std::string name_;
  std::vector<int> xs_;
};
int built() {
  Builder b;
  b.name("x").with(1).with(2);
  const auto [n, xs] = b.build();
  return static_cast<int>(n.size() + xs.size());
}
int built2() { return static_cast<int>(Builder().name("x").with(1).build().second.size()); }
const std::string& text_of(const std::map<int, std::string>& m, int k) {
  static const std::string kNone;
  const auto it = m.find(k);
  return it == m.end() ? kNone : it->second;
}
std::string_view kind(int k) {
  switch (k) {
    case 0:
      return "none";
    case 1:
      return "one";
    default:
      return "many";
  }
}
const char* c_name(const std::string& s) { return s.c_str(); }
void printed(const std::string& s) {
  std::printf("%s %s\n", c_name(s), (s + "!").c_str());
  std::puts(std::to_string(3).c_str());
}
std::string moved_out(std::string s) {
  std::string t = std::move(s);
  s = "again";
  t += s;
  return t;
}
std::vector<int> taken(std::vector<int> v) {
  std::vector<int> w;
  w.swap(v);
  v.clear();
  v.push_back(1);
  w.insert(w.end(), v.begin(), v.end());
  return w;
}
void consume(std::unique_ptr<int> p);
void maybe(std::unique_ptr<int> p, bool now) {
  if (now) {
    consume(std::move(p));
    return;
  }
  *p = 3;
  consume(std::move(p));
}
void loop(std::vector<std::unique_ptr<int>> all) {
  for (auto& p : all) {
    if (p) consume(std::move(p));
  }
  all.clear();
}
std::pair<std::vector<int>, std::vector<int>> split(std::vector<int> v, int x) {
  const auto mid = std::stable_partition(v.begin(), v.end(), [&](int y) { return y < x; });
  std::vector<int> high(mid, v.end());
  v.erase(mid, v.end());
  return {std::move(v), std::move(high)};
}
struct Big {
  std::string a, b;
  std::vector<int> c;
};
Big changed(Big b) {
  Big out;
  out.a = std::move(b.a);
  out.b = b.b + out.a;
  out.c = std::move(b.c);
  return out;
}
class Stack {
 public:
  void push(std::string s) { data_.push_back(std::move(s)); }
  std::optional<std::string> pop() {
    if (data_.empty()) return {};
    std::optional<std::string> s(std::move(data_.back()));
    data_.pop_back();
    return s;
  }
  const std::string* peek() const { return data_.empty() ? nullptr : &data_.back(); }

 private:
  std::vector<std::string> data_;
};
int stacked() {
  Stack s;
  s.push("a");
  int n = 0;
  while (auto t = s.pop()) n += static_cast<int>(t->size());
  if (const auto* p = s.peek()) n += static_cast<int>(p->size());
  return n;
}
template <class It, class F>
It find_where(It a, It b, F f) {
  for (; a != b; ++a)
    if (f(*a)) break;
  return a;
}
int found(const std::vector<int>& v) {
  const auto it = find_where(v.begin(), v.end(), [](int x) { return x > 3; });
  return it != v.end() ? *it : 0;
}
struct Iter {
  const int* p;
  int operator*() const { return *p; }
  Iter& operator++() {
    ++p;
    return *this;
  }
  bool operator!=(const Iter& o) const { return p != o.p; }
};
struct Range {
  const int* b;
  const int* e;
  Iter begin() const { return {b}; }
  Iter end() const { return {e}; }
};
int ranged(const std::vector<int>& v) {
  int s = 0;
  for (int x : Range{v.data(), v.data() + v.size()}) s += x;
  return s;
}
class Matrix {
 public:
  Matrix(std::size_t r, std::size_t c) : c_(c), d_(r * c) {}
  std::span<double> operator[](std::size_t r) { return std::span(d_).subspan(r * c_, c_); }

 private:
  std::size_t c_;
  std::vector<double> d_;
};
double trace(Matrix& m, std::size_t n) {
  double t = 0;
  for (std::size_t i = 0; i < n; ++i) t += m[i][i];
  return t;
}
struct Event {
  int at;
  std::function<void()> f;
  bool operator<(const Event& o) const { return at > o.at; }
};
class Loop {
 public:
  void after(int t, std::function<void()> f) {
    q_.push_back({now_ + t, std::move(f)});
    std::push_heap(q_.begin(), q_.end());
  }
  void run() {
    while (!q_.empty()) {
      std::pop_heap(q_.begin(), q_.end());
      Event e = std::move(q_.back());
      q_.pop_back();
      now_ = e.at;
      e.f();
    }
  }

 private:
  int now_ = 0;
  std::vector<Event> q_;
};
int timed() {
  Loop l;
  int n = 0;
  l.after(1, [&] {
    ++n;
    l.after(2, [&] { ++n; });
  });
  l.run();
  return n;
}
std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}
std::string_view until(std::string_view& rest, char c) {
  const auto at = std::min(rest.find(c), rest.size());
  const auto out = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return out;
}
std::map<std::string, std::string, std::less<>> query(std::string_view s) {
  std::map<std::string, std::string, std::less<>> out;
  while (!s.empty()) {
    auto pair = until(s, '&');
    const auto key = until(pair, '=');
    out.insert_or_assign(std::string(key), std::string(pair));
  }
  return out;
}
struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {
  int n = 1;
};
int cast(Base* b) {
  if (auto* d = dynamic_cast<Derived*>(b)) return d->n;
  return 0;
}
int cast2(Base& b) { return static_cast<Derived&>(b).n; }
void init() {
  int x;
  if (std::scanf("%d", &x) != 1) return;
  std::printf("%d", x);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%d", x);
  std::puts(buffer);
}
int status(int c) {
  int r;
  switch (c) {
    case 0:
      r = 1;
      break;
    case 1:
      r = 2;
      break;
    default:
      return 0;
  }
  return r;
}
int lazily() {
  int* p = nullptr;
  int x = 0;
  for (int i = 0; i < 3; ++i) {
    if (!p) p = &x;
    *p += i;
  }
  return x;
}
bool parse_both(const std::string& s, int& a, int& b) {
  std::istringstream in(s);
  char c;
  return static_cast<bool>(in >> a >> c >> b);
}
int both(const std::string& s) {
  int a, b;
  if (!parse_both(s, a, b)) return -1;
  return a + b;
}
