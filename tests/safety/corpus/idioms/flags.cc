// What is known of a pointer, an optional or a size because of something else.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

struct Part {
  int kind;
  int size;
  const Part* next;
  std::string name;
  const Part* child(std::string_view) const;
};
const Part* find(int id);
Part* make(int id);
bool quick();
[[noreturn]] void fail(const char* what);
void log(const char* what);

int named(int id) {
  const Part* p = find(id);
  const bool small = p && p->size < 10;
  if (small) return p->size;
  return p ? -p->size : 0;
}
int guarded(int id) {
  const Part* p = find(id);
  if (!p) fail("none");
  return p->size;
}
int asserted(int id) {
  const Part* p = find(id);
  if (p == nullptr) {
    log("none");
    std::abort();
  }
  return p->size;
}
int thrown(int id) {
  const Part* p = find(id);
  if (!p) throw std::runtime_error("none");
  return p->size;
}
int fallback(int id) {
  const Part* p = find(id);
  if (!p) p = find(0);
  if (!p) return 0;
  return p->size;
}
int fallback2(int id) {
  static const Part kNone{};
  const Part* p = find(id);
  if (!p) p = &kNone;
  return p->size;
}
int made(int id) {
  const Part* p = find(id);
  if (!p) p = make(id);
  return p->size;
}
int walk(const Part* p) {
  int n = 0;
  while (p && p->kind != 3) {
    n += p->size;
    p = p->next;
  }
  return p ? n + p->size : n;
}
const Part* last(const Part* p) {
  if (!p) return nullptr;
  while (p->next) p = p->next;
  return p;
}
int tail(const Part* p) {
  const Part* l = last(p);
  return l ? l->size : 0;
}
int last_size(const Part* list) {
  if (!list) return 0;
  return last(list)->size;
}
int middle(const Part* p) {
  const Part* slow = p;
  for (const Part* fast = p; fast && fast->next; fast = fast->next->next) slow = slow->next;
  return slow ? slow->size : 0;
}
bool circular(const Part* p) {
  const Part *a = p, *b = p;
  while (b && b->next) {
    a = a->next;
    b = b->next->next;
    if (a == b) return true;
  }
  return false;
}
int flagged(int id) {
  const Part* p = nullptr;
  bool have = false;
  if (id > 0) {
    p = find(id);
    have = p != nullptr;
  }
  if (have) return p->size;
  return 0;
}
int twice(int a, int b) {
  const Part *x = find(a), *y = find(b);
  if (!x || !y) return 0;
  return x->size + y->size;
}
int either(int a, int b) {
  const Part *x = find(a), *y = find(b);
  if (!x && !y) return 0;
  return x ? x->size : y->size;
}
bool same(const Part* a, const Part* b) {
  if (a == b) return true;
  if (!a || !b) return false;
  return a->size == b->size;
}
int compared(const Part* a, const Part* b) {
  if (!a) return b ? -1 : 0;
  if (!b) return 1;
  return a->size - b->size;
}
int kinds(const Part* p) {
  switch (p ? p->kind : -1) {
    case -1:
      return 0;
    case 1:
      return p->size;
    default:
      return p->kind;
  }
}
int state(const std::vector<const Part*>& all) {
  const Part* best = nullptr;
  for (const Part* p : all)
    if (!best || p->size > best->size) best = p;
  return best ? best->size : 0;
}
int first_of(const std::vector<Part>& all, int kind) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Part& p) { return p.kind == kind; });
  return it != all.end() ? it->size : -1;
}
int path(const Part& root, const std::vector<std::string>& names) {
  const Part* at = &root;
  for (const auto& n : names) {
    at = at->child(n);
    if (!at) return -1;
  }
  return at->size;
}
std::optional<int> parse(std::string_view s) {
  if (s.empty()) return std::nullopt;
  int n = 0;
  for (char c : s) {
    if (c < '0' || c > '9') return {};
    n = 10 * n + (c - '0');
  }
  return n;
}
int port(std::string_view s) {
  const auto n = parse(s);
  const bool fine = n && *n > 0 && *n < 65536;
  if (!fine) return 80;
  return *n;
}
int sum(std::string_view a, std::string_view b) {
  const auto x = parse(a), y = parse(b);
  if (!x || !y) return 0;
  return *x + *y;
}
int total(const std::vector<std::string>& all) {
  int n = 0;
  for (const auto& s : all) {
    if (const auto x = parse(s); x) n += *x;
  }
  return n;
}
int must(std::string_view s) {
  const auto n = parse(s);
  if (!n.has_value()) {
    std::fprintf(stderr, "bad number\n");
    std::exit(2);
  }
  return n.value();
}
int cached(std::optional<int>& cache, int x) {
  if (!cache) cache = x * 2;
  return *cache;
}
int reset(std::optional<int> o) {
  if (o && *o < 0) o.reset();
  return o ? *o : 0;
}
std::optional<Part> optional_part(int id) {
  if (const Part* p = find(id)) return *p;
  return std::nullopt;
}
std::string part_name(int id) {
  auto p = optional_part(id);
  if (!p) return "none";
  return std::move(p->name);
}
int lookup(const std::map<std::string, int>& m, const std::string& k) {
  const auto it = m.find(k);
  if (it == m.end()) fail("none");
  return it->second;
}
int lookup2(const std::map<std::string, int>& m, const std::string& k) {
  if (!m.count(k)) return 0;
  return m.find(k)->second;
}
int lookup3(const std::unordered_map<int, int>& m, int k) {
  auto it = m.find(k);
  if (it == m.end()) it = m.find(0);
  return it == m.end() ? 0 : it->second;
}
int lookup4(const std::map<int, std::string>& m, int k) {
  auto it = m.upper_bound(k);
  if (it == m.begin()) return 0;
  --it;
  return static_cast<int>(it->second.size());
}
int nested(const std::map<int, std::map<int, int>>& m, int a, int b) {
  if (const auto i = m.find(a); i != m.end())
    if (const auto j = i->second.find(b); j != i->second.end()) return j->second;
  return 0;
}
int inserted(std::map<int, int>& m, int k) {
  auto [it, fresh] = m.insert({k, 0});
  if (!fresh) ++it->second;
  return it->second;
}
bool erased(std::map<int, int>& m, int k) {
  const auto it = m.find(k);
  const bool there = it != m.end();
  if (there) m.erase(it);
  return there;
}
int ends(const std::vector<int>& v) {
  if (v.size() < 2) return 0;
  return v.front() + v.back();
}
int ends2(const std::vector<int>& v) {
  const bool any = !v.empty();
  int n = any ? v.front() : 0;
  if (any) n += v.back();
  return n;
}
int top(std::vector<int>& v) {
  int n = 0;
  while (v.size() > 1) {
    const int a = v.back();
    v.pop_back();
    const int b = v.back();
    v.pop_back();
    v.push_back(a + b);
    n += a;
  }
  return v.empty() ? n : v.front();
}
char first(const std::string& s) { return s.empty() ? '\0' : s[0]; }
bool quoted(std::string_view s) { return s.size() >= 2 && s.front() == '"' && s.back() == '"'; }
std::string_view unquoted(std::string_view s) {
  if (quoted(s)) s = s.substr(1, s.size() - 2);
  return s;
}
int version(const std::string& s) {
  const auto dot = s.find('.');
  if (dot == std::string::npos) return std::atoi(s.c_str());
  return std::atoi(s.substr(0, dot).c_str()) * 100 + std::atoi(s.c_str() + dot + 1);
}
std::pair<std::string_view, std::string_view> halves(std::string_view s) {
  const auto at = s.find(':');
  if (at == s.npos) return {s, {}};
  return {s.substr(0, at), s.substr(at + 1)};
}
int unwritten(bool a) {
  int x;
  if (a)
    x = 1;
  else
    x = 2;
  return x;
}
int unwritten2(int k) {
  int x;
  bool known = false;
  if (k > 3) {
    x = k;
    known = true;
  }
  return known ? x : 0;
}
int unwritten3(std::string_view s) {
  int n;
  if (!(std::istringstream(std::string(s)) >> n)) return 0;
  return n;
}
bool fill(int* out) {
  if (!quick()) return false;
  *out = 3;
  return true;
}
int unwritten4() {
  int n;
  if (!fill(&n)) return 0;
  return n;
}
int unwritten5() {
  int a[4];
  for (int i = 0; i < 4; ++i) a[i] = i;
  return a[2];
}
int unwritten6(int k) {
  int r;
  do {
    r = k--;
  } while (k > 0);
  return r;
}
int unwritten7(int n) {
  int best;
  bool first = true;
  for (int i = 0; i < n; ++i) {
    if (first || i > best) best = i;
    first = false;
  }
  return first ? 0 : best;
}
struct Point {
  int x, y;
};
Point point(bool a) {
  Point p;
  p.x = 1;
  p.y = a ? 2 : 3;
  return p;
}
Point zero() {
  Point p{};
  p.x = 1;
  return p;
}
int copied() {
  char buffer[16];
  std::strncpy(buffer, "hello", sizeof buffer - 1);
  buffer[sizeof buffer - 1] = '\0';
  return static_cast<int>(std::strlen(buffer));
}
class Once {
 public:
  const std::string& get() {
    if (!value_) value_ = std::make_unique<std::string>("x");
    return *value_;
  }
  bool has() const { return value_ != nullptr; }
  int size() const { return has() ? static_cast<int>(value_->size()) : 0; }

 private:
  std::unique_ptr<std::string> value_;
};
class Owner {
 public:
  explicit Owner(Part* p) : p_(p) {}
  Part* get() const { return p_; }
  explicit operator bool() const { return p_ != nullptr; }
  Part* operator->() const { return p_; }

 private:
  Part* p_;
};
int owned(int id) {
  Owner o(make(id));
  if (!o) return 0;
  return o->size + o.get()->kind;
}
class Link {
 public:
  void set(Part* p) { p_ = p; }
  bool set() const { return p_; }
  int size() const { return p_ ? p_->size : 0; }
  int twice() const {
    if (!set()) return 0;
    return p_->size * 2;
  }

 private:
  Part* p_ = nullptr;
};
class Conn {
 public:
  bool open(int id) {
    if (p_) return true;
    p_ = make(id);
    return p_ != nullptr;
  }
  int send() {
    if (!open(1)) return -1;
    return p_->size;
  }
  void close() { p_ = nullptr; }

 private:
  Part* p_ = nullptr;
};
int shared(const std::weak_ptr<Part>& w) {
  if (const auto p = w.lock()) return p->size;
  return 0;
}
int shared2(const std::weak_ptr<Part>& w) {
  const auto p = w.lock();
  if (!p) return 0;
  return p->size;
}
int variant(const std::variant<int, std::string>& v) {
  if (const auto* s = std::get_if<std::string>(&v)) return static_cast<int>(s->size());
  return *std::get_if<int>(&v);
}
int tried(const std::vector<int>& ids) {
  for (const int id : ids) {
    const Part* p = find(id);
    if (!p || p->size == 0) continue;
    if (p->kind == 1) return p->size;
  }
  return 0;
}
int moved(std::vector<std::unique_ptr<Part>>& all) {
  std::unique_ptr<Part> best;
  for (auto& p : all) {
    if (!p) continue;
    if (!best || p->size > best->size) best = std::move(p);
  }
  return best ? best->size : 0;
}
int reused(int n) {
  std::unique_ptr<Part> p;
  for (int i = 0; i < n; ++i) {
    if (!p) p = std::make_unique<Part>();
    p->size += i;
    if (p->size > 10) p.reset();
  }
  return p ? p->size : 0;
}
std::unique_ptr<Part> chosen(bool a) {
  auto p = std::make_unique<Part>();
  if (a) return p;
  p->size = 1;
  return p;
}
int count(const char* s) {
  int n = 0;
  for (; s && *s; ++s) ++n;
  return n;
}
const char* env(const char* name) {
  const char* v = std::getenv(name);
  return v ? v : "";
}
bool starts(const char* s, const char* with) { return std::strncmp(s, with, std::strlen(with)) == 0; }
int callback(const std::function<int(int)>& f) { return f ? f(1) : 0; }
void notify(void (*f)(int), int x) {
  if (f != nullptr) f(x);
}
int retry(int id) {
  const Part* p = nullptr;
  for (int i = 0; i < 3 && !p; ++i) p = find(id);
  if (!p) return 0;
  return p->size;
}
int retry2(int id) {
  const Part* p;
  while (!(p = find(id))) log("again");
  return p->size;
}
int retry3(int id) {
  const Part* p;
  do {
    p = find(id);
  } while (!p);
  return p->size;
}
int reach(int n) {
  int* p = nullptr;
  int x = 0;
  if (n > 0) p = &x;
  for (int i = 0; i < n; ++i) *p += i;
  return x;
}
template <class T>
const T* only(const std::vector<T>& v) {
  return v.size() == 1 ? &v[0] : nullptr;
}
int sole(const std::vector<int>& v) {
  if (const int* p = only(v)) return *p;
  return 0;
}
