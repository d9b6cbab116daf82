// What refers to locals for as long as they live.
#include <algorithm>
#include <array>
#include <condition_variable>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

struct Options {
  const char* name = nullptr;
  std::ostream* log = nullptr;
  std::vector<std::string>* errors = nullptr;
  int level = 0;
};
bool compile(const Options& o);
bool compiled() {
  std::vector<std::string> errors;
  Options o;
  o.name = "x";
  o.log = &std::cerr;
  o.errors = &errors;
  const bool ok = compile(o);
  return ok && errors.empty();
}
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  Writer& text(std::string_view s) {
    out_ += s;
    return *this;
  }
  Writer& number(int n) {
    out_ += std::to_string(n);
    return *this;
  }

 private:
  std::string& out_;
};
std::string written() {
  std::string out;
  Writer w(out);
  w.text("n = ").number(3).text("\n");
  Writer(out).text("end");
  return out;
}
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void visit(int x) = 0;
};
struct Summer : Visitor {
  explicit Summer(int& s) : sum(s) {}
  void visit(int x) override { sum += x; }
  int& sum;
};
void each(const std::vector<int>& v, Visitor& to) {
  for (int x : v) to.visit(x);
}
int summed(const std::vector<int>& v) {
  int s = 0;
  Summer to(s);
  each(v, to);
  return s;
}
class Bus {
 public:
  using Handler = std::function<void(const std::string&)>;
  class Subscription {
   public:
    Subscription(Bus& b, int id) : b_(&b), id_(id) {}
    Subscription(Subscription&& o) noexcept : b_(std::exchange(o.b_, nullptr)), id_(o.id_) {}
    ~Subscription() {
      if (b_) b_->drop(id_);
    }

   private:
    Bus* b_;
    int id_;
  };
  [[nodiscard]] Subscription on(Handler h) {
    handlers_.emplace_back(++last_, std::move(h));
    return Subscription(*this, last_);
  }
  void say(const std::string& s) {
    for (auto& [id, h] : handlers_) h(s);
  }

 private:
  void drop(int id) {
    std::erase_if(handlers_, [id](const auto& one) { return one.first == id; });
  }
  std::vector<std::pair<int, Handler>> handlers_;
  int last_ = 0;
};
std::size_t bussed(Bus& bus) {
  std::size_t n = 0;
  {
    const auto s = bus.on([&n](const std::string& t) { n += t.size(); });
    bus.say("abc");
  }
  bus.say("def");
  return n;
}
class Scope {
 public:
  explicit Scope(std::vector<std::string>& stack, std::string name) : stack_(stack) {
    stack_.push_back(std::move(name));
  }
  ~Scope() { stack_.pop_back(); }

 private:
  std::vector<std::string>& stack_;
};
std::size_t scopes(int depth, std::vector<std::string>& stack) {
  const Scope s(stack, std::to_string(depth));
  return depth > 0 ? scopes(depth - 1, stack) : stack.size();
}
thread_local std::vector<int>* t_sink = nullptr;
void emit(int x) {
  if (t_sink) t_sink->push_back(x);
}
std::vector<int> collected() {
  std::vector<int> out;
  t_sink = &out;
  emit(1);
  emit(2);
  t_sink = nullptr;
  return out;
}
std::vector<int> collected2() {
  std::vector<int> out;
  auto* before = std::exchange(t_sink, &out);
  emit(1);
  t_sink = before;
  return out;
}
int threaded() {
  std::vector<int> results(4);
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&results, i] { results[static_cast<std::size_t>(i)] = i * i; });
  for (auto& t : all) t.join();
  return results[3];
}
int threaded2() {
  int n = 0;
  std::jthread t([&n] { n = 3; });
  t.join();
  return n;
}
int async_sum(std::span<const int> v) {
  if (v.size() < 100) {
    int s = 0;
    for (int x : v) s += x;
    return s;
  }
  auto half = std::async(std::launch::async, async_sum, v.first(v.size() / 2));
  return async_sum(v.subspan(v.size() / 2)) + half.get();
}
struct Request {
  std::string_view method, path;
  std::map<std::string_view, std::string_view> headers;
};
std::optional<Request> parse(std::string_view text) {
  Request r;
  const auto line = text.substr(0, text.find('\n'));
  const auto space = line.find(' ');
  if (space == line.npos) return std::nullopt;
  r.method = line.substr(0, space);
  r.path = line.substr(space + 1);
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto one = text.substr(0, end);
    if (const auto colon = one.find(':'); colon != one.npos)
      r.headers[one.substr(0, colon)] = one.substr(colon + 1);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return r;
}
std::string path_of(const std::string& raw) {
  const auto r = parse(raw);
  return r ? std::string(r->path) : std::string();
}
std::size_t count_headers(std::istream& in) {
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const auto r = parse(text);
  return r ? r->headers.size() : 0;
}
class Index {
 public:
  explicit Index(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) where_[words[i]].push_back(i);
  }
  const std::vector<std::size_t>* find(std::string_view w) const {
    const auto it = where_.find(w);
    return it == where_.end() ? nullptr : &it->second;
  }

 private:
  std::map<std::string_view, std::vector<std::size_t>> where_;
};
std::size_t indexed(const std::vector<std::string>& words) {
  const Index index(words);
  const auto* at = index.find("the");
  return at ? at->size() : 0;
}
class Book {
 public:
  void add(std::string t) { lines_.push_back(std::move(t)); }
  std::vector<std::string_view> grep(std::string_view w) const {
    std::vector<std::string_view> out;
    for (const auto& l : lines_)
      if (l.find(w) != l.npos) out.push_back(l);
    return out;
  }

 private:
  std::vector<std::string> lines_;
};
std::size_t grepped() {
  Book b;
  b.add("a b");
  b.add("b c");
  std::size_t n = 0;
  for (const auto l : b.grep("b")) n += l.size();
  return n;
}
struct Frame {
  const Frame* up;
  std::string_view name;
};
int depth(const Frame* f) {
  int n = 0;
  for (; f; f = f->up) ++n;
  return n;
}
int nested(const Frame* up, int left) {
  const Frame here{up, "here"};
  return left == 0 ? depth(&here) : nested(&here, left - 1);
}
class Engine {
 public:
  struct Config {
    const std::vector<int>* primes = nullptr;
  };
  explicit Engine(Config c) : c_(c) {}
  int run() const { return c_.primes && !c_.primes->empty() ? c_.primes->front() : 0; }

 private:
  Config c_;
};
int engine() {
  const std::vector<int> primes{2, 3};
  const Engine e({.primes = &primes});
  return e.run();
}
struct Parser {
  std::string_view rest;
  int line = 1;
  std::optional<std::string_view> word() {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) {
      line += rest.front() == '\n';
      rest.remove_prefix(1);
    }
    const auto end = std::min(rest.find_first_of(" \n"), rest.size());
    if (end == 0) return std::nullopt;
    const auto w = rest.substr(0, end);
    rest.remove_prefix(end);
    return w;
  }
};
int words(const std::string& text) {
  Parser p{text};
  int n = 0;
  while (p.word()) ++n;
  return n;
}
std::vector<std::string> unique_words(const std::string& text) {
  Parser p{text};
  std::set<std::string_view> seen;
  while (const auto w = p.word()) seen.insert(*w);
  return {seen.begin(), seen.end()};
}
class Lru {
 public:
  struct Entry {
    std::string key;
    int value;
    Entry *prev, *next;
  };
  Lru() { head_.prev = head_.next = &head_; }
  Lru(const Lru&) = delete;
  int* get(const std::string& k) {
    const auto it = map_.find(k);
    if (it == map_.end()) return nullptr;
    Entry* e = it->second.get();
    unlink(e);
    front(e);
    return &e->value;
  }
  void put(const std::string& k, int v) {
    if (int* at = get(k)) {
      *at = v;
      return;
    }
    auto e = std::make_unique<Entry>(Entry{k, v, nullptr, nullptr});
    front(e.get());
    map_.emplace(k, std::move(e));
    if (map_.size() > 3) {
      Entry* last = head_.prev;
      unlink(last);
      map_.erase(last->key);
    }
  }

 private:
  void unlink(Entry* e) {
    e->prev->next = e->next;
    e->next->prev = e->prev;
  }
  void front(Entry* e) {
    e->next = head_.next;
    e->prev = &head_;
    head_.next->prev = e;
    head_.next = e;
  }
  Entry head_{"", 0, nullptr, nullptr};
  std::unordered_map<std::string, std::unique_ptr<Entry>> map_;
};
int lru() {
  Lru c;
  for (int i = 0; i < 5; ++i) c.put(std::to_string(i), i);
  const int* a = c.get("4");
  return a ? *a : -1;
}
std::string_view strip(std::string_view s, std::string_view ending) {
  if (s.ends_with(ending)) s.remove_suffix(ending.size());
  return s;
}
std::string stem(const std::string& file) { return std::string(strip(strip(file, ".gz"), ".tar")); }
const char* choose(bool a) {
  const char* s = "no";
  if (a) s = "yes";
  return s;
}
std::string_view level(int n) {
  static const std::array<std::string, 3> kNames{"low", "mid", "high"};
  return kNames[static_cast<std::size_t>(std::clamp(n, 0, 2))];
}
auto by_length() {
  return [](const std::string& a, const std::string& b) { return a.size() < b.size(); };
}
std::function<bool(int)> in_range(int lo, int hi) {
  return [lo, hi](int x) { return lo <= x && x < hi; };
}
std::function<bool(const std::string&)> one_of(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  return
      [all = std::move(all)](const std::string& s) { return std::binary_search(all.begin(), all.end(), s); };
}
std::vector<std::function<int()>> thunks() {
  std::vector<std::function<int()>> out;
  for (int i = 0; i < 3; ++i) out.push_back([i] { return i; });
  return out;
}
std::optional<std::reference_wrapper<int>> slot(std::map<int, int>& m, int k) {
  const auto it = m.find(k);
  if (it == m.end()) return std::nullopt;
  return std::ref(it->second);
}
int bump(std::map<int, int>& m) {
  if (auto s = slot(m, 1)) s->get() += 1;
  return m.size() ? m.begin()->second : 0;
}
std::pair<const int&, const int&> ordered(const int& a, const int& b) {
  return a < b ? std::pair<const int&, const int&>(a, b) : std::pair<const int&, const int&>(b, a);
}
int spread(int a, int b) {
  const auto [lo, hi] = std::minmax({a, b});
  const auto& o = ordered(a, b);
  return hi - lo + o.second;
}
template <class T>
class Lazy {
 public:
  explicit Lazy(std::function<T()> f) : f_(std::move(f)) {}
  const T& get() {
    if (!v_) v_.emplace(f_());
    return *v_;
  }

 private:
  std::function<T()> f_;
  std::optional<T> v_;
};
std::size_t lazy(const std::string& s) {
  Lazy<std::string> l([&s] { return s + s; });
  return l.get().size() + l.get().size();
}
class Task {
 public:
  virtual ~Task() = default;
  virtual void run() = 0;
};
class Runner {
 public:
  void add(Task& t) { q_.push(&t); }
  void drain() {
    while (!q_.empty()) {
      q_.front()->run();
      q_.pop();
    }
  }

 private:
  std::queue<Task*> q_;
};
int ran() {
  struct Inc : Task {
    int n = 0;
    void run() override { ++n; }
  } a, b;
  Runner r;
  r.add(a);
  r.add(b);
  r.drain();
  return a.n + b.n;
}
std::size_t longest(const std::vector<std::string>& v) {
  const std::string* best = nullptr;
  for (const auto& s : v)
    if (!best || s.size() > best->size()) best = &s;
  return best ? best->size() : 0;
}
std::string_view longest_view(const std::vector<std::string>& v) {
  std::string_view best;
  for (const auto& s : v)
    if (s.size() > best.size()) best = s;
  return best;
}
struct Matrix {
  std::vector<double> d;
  std::size_t w;
  auto row(std::size_t r) { return std::span(d).subspan(r * w, w); }
  double& at(std::size_t r, std::size_t c) { return d[r * w + c]; }
};
double diag(Matrix& m) {
  double s = 0;
  for (std::size_t i = 0; i < m.w; ++i) s += m.at(i, i) + m.row(i)[i];
  return s;
}
