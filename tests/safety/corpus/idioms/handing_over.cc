// Ownership by hand, once more: classes that own through raw pointers, hand over, share and clean up.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Image {
  int w, h;
  unsigned char* pixels;
};
Image* image_new(int w, int h) {
  Image* i = static_cast<Image*>(std::malloc(sizeof(Image)));
  if (!i) return nullptr;
  i->w = w;
  i->h = h;
  i->pixels = static_cast<unsigned char*>(std::calloc(static_cast<std::size_t>(w) * h, 1));
  if (!i->pixels) {
    std::free(i);
    return nullptr;
  }
  return i;
}
void image_free(Image* i) {
  if (!i) return;
  std::free(i->pixels);
  std::free(i);
}
Image* image_copy(const Image* o) {
  Image* i = image_new(o->w, o->h);
  if (i) std::memcpy(i->pixels, o->pixels, static_cast<std::size_t>(o->w) * o->h);
  return i;
}
int image_use() {
  Image* a = image_new(4, 4);
  if (!a) return 1;
  Image* b = image_copy(a);
  if (!b) {
    image_free(a);
    return 1;
  }
  a->pixels[3] = 7;
  const int n = a->pixels[3] + b->pixels[3];
  image_free(b);
  image_free(a);
  return n;
}
void image_resize(Image* i, int w, int h) {
  unsigned char* fresh =
      static_cast<unsigned char*>(std::realloc(i->pixels, static_cast<std::size_t>(w) * h));
  if (!fresh) return;
  i->pixels = fresh;
  i->w = w;
  i->h = h;
}
class Document {
 public:
  class Page {
   public:
    explicit Page(Document* d) : d_(d) {}
    Document* document() const { return d_; }

   private:
    Document* d_;
  };
  ~Document() {
    for (Page* p : pages_) delete p;
  }
  Document() = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  Page* add() {
    pages_.push_back(new Page(this));
    return pages_.back();
  }
  void remove(Page* p) {
    const auto it = std::find(pages_.begin(), pages_.end(), p);
    if (it == pages_.end()) return;
    pages_.erase(it);
    delete p;
  }
  void remove_last() {
    if (pages_.empty()) return;
    delete pages_.back();
    pages_.pop_back();
  }
  void clear() {
    for (Page*& p : pages_) {
      delete p;
      p = nullptr;
    }
    pages_.clear();
  }
  Page* release(std::size_t i) {
    Page* p = pages_.at(i);
    pages_.erase(pages_.begin() + static_cast<std::ptrdiff_t>(i));
    return p;
  }
  void adopt(Page* p) { pages_.push_back(p); }
  void replace(std::size_t i, Page* p) {
    delete pages_.at(i);
    pages_.at(i) = p;
  }
  std::size_t size() const { return pages_.size(); }

 private:
  std::vector<Page*> pages_;
};
void move_page(Document& from, Document& to) {
  if (from.size() > 0) to.adopt(from.release(0));
}
int documents() {
  Document a, b;
  Document::Page* p = a.add();
  a.add();
  move_page(a, b);
  a.remove_last();
  b.remove(p);
  a.replace(0, new Document::Page(&a));
  return static_cast<int>(a.size() + b.size());
}
class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual int run() = 0;
};
class Host {
 public:
  ~Host() {
    for (auto& [name, p] : plugins_) delete p;
  }
  bool load(const std::string& name, Plugin* p) {
    const auto [it, fresh] = plugins_.emplace(name, p);
    if (!fresh) {
      delete it->second;
      it->second = p;
    }
    return fresh;
  }
  bool load_new(const std::string& name, Plugin* p) {
    if (!plugins_.emplace(name, p).second) {
      delete p;
      return false;
    }
    return true;
  }
  void unload(const std::string& name) {
    const auto it = plugins_.find(name);
    if (it == plugins_.end()) return;
    delete it->second;
    plugins_.erase(it);
  }
  int run(const std::string& name) {
    const auto it = plugins_.find(name);
    return it == plugins_.end() ? -1 : it->second->run();
  }

 private:
  std::map<std::string, Plugin*> plugins_;
};
template <class T>
class Box {
 public:
  explicit Box(T* p = nullptr) : p_(p) {}
  ~Box() { delete p_; }
  Box(Box&& o) noexcept : p_(o.release()) {}
  Box& operator=(Box&& o) noexcept {
    reset(o.release());
    return *this;
  }
  T* release() {
    T* p = p_;
    p_ = nullptr;
    return p;
  }
  void reset(T* p = nullptr) {
    T* old = p_;
    p_ = p;
    delete old;
  }
  T* get() const { return p_; }
  T& operator*() const { return *p_; }
  void swap(Box& o) { std::swap(p_, o.p_); }

 private:
  T* p_;
};
int boxed() {
  Box<int> a(new int(1));
  Box<int> b(std::move(a));
  a.reset(new int(2));
  a.swap(b);
  b = Box<int>(new int(3));
  return *a + *b;
}
int* raw_of(Box<int>& b) { return b.get(); }
class Cow {
  struct Data {
    int refs;
    std::string text;
  };

 public:
  explicit Cow(std::string t) : d_(new Data{1, std::move(t)}) {}
  Cow(const Cow& o) : d_(o.d_) { ++d_->refs; }
  Cow& operator=(const Cow& o) {
    ++o.d_->refs;
    drop();
    d_ = o.d_;
    return *this;
  }
  ~Cow() { drop(); }
  void append(const std::string& s) {
    detach();
    d_->text += s;
  }
  const std::string& text() const { return d_->text; }

 private:
  void drop() {
    if (--d_->refs == 0) delete d_;
  }
  void detach() {
    if (d_->refs == 1) return;
    Data* fresh = new Data{1, d_->text};
    --d_->refs;
    d_ = fresh;
  }
  Data* d_;
};
std::size_t cow() {
  Cow a("x");
  Cow b = a;
  b.append("y");
  a = b;
  a.append("z");
  return a.text().size() + b.text().size();
}
struct Tree {
  int v;
  std::vector<Tree*> kids;
  ~Tree() {
    for (Tree* k : kids) delete k;
  }
  Tree* add(int x) {
    kids.push_back(new Tree{x, {}});
    return kids.back();
  }
};
int tree() {
  Tree root{0, {}};
  root.add(1)->add(2);
  root.add(3);
  int n = 0;
  std::vector<const Tree*> todo{&root};
  while (!todo.empty()) {
    const Tree* t = todo.back();
    todo.pop_back();
    n += t->v;
    todo.insert(todo.end(), t->kids.begin(), t->kids.end());
  }
  return n;
}
Tree* built(int depth) {
  if (depth == 0) return nullptr;
  Tree* t = new Tree{depth, {}};
  if (Tree* k = built(depth - 1)) t->kids.push_back(k);
  return t;
}
int build() {
  Tree* t = built(3);
  const int n = t ? t->v : 0;
  delete t;
  return n;
}
class Node {
 public:
  Node* next = nullptr;
  Node* prev = nullptr;
  int v = 0;
};
class Queue {
 public:
  ~Queue() {
    while (front_) drop();
  }
  void put(int v) {
    Node* n = new Node;
    n->v = v;
    if (back_)
      back_->next = n;
    else
      front_ = n;
    back_ = n;
  }
  bool get(int& v) {
    if (!front_) return false;
    v = front_->v;
    drop();
    return true;
  }

 private:
  void drop() {
    Node* n = front_;
    front_ = n->next;
    if (!front_) back_ = nullptr;
    delete n;
  }
  Node* front_ = nullptr;
  Node* back_ = nullptr;
};
class Connection {
 public:
  explicit Connection(int id) : id_(id) {}
  int id() const { return id_; }

 private:
  int id_;
};
class Pool {
 public:
  struct Return {
    Pool* pool;
    void operator()(Connection* c) const { pool->back(c); }
  };
  using Lease = std::unique_ptr<Connection, Return>;
  Lease take() {
    if (idle_.empty()) {
      all_.push_back(std::make_unique<Connection>(static_cast<int>(all_.size())));
      return Lease(all_.back().get(), Return{this});
    }
    Connection* c = idle_.back();
    idle_.pop_back();
    return Lease(c, Return{this});
  }

 private:
  void back(Connection* c) { idle_.push_back(c); }
  std::vector<std::unique_ptr<Connection>> all_;
  std::vector<Connection*> idle_;
};
int pooled() {
  Pool p;
  int n = 0;
  {
    auto a = p.take();
    auto b = p.take();
    n = a->id() + b->id();
  }
  auto c = p.take();
  return n + c->id();
}
class Timer;
class Timers {
 public:
  void add(Timer* t) { all_.insert(t); }
  void remove(Timer* t) { all_.erase(t); }
  std::size_t size() const { return all_.size(); }

 private:
  std::set<Timer*> all_;
};
class Timer {
 public:
  explicit Timer(Timers& ts) : ts_(ts) { ts_.add(this); }
  ~Timer() { ts_.remove(this); }
  Timer(const Timer&) = delete;

 private:
  Timers& ts_;
};
std::size_t timers() {
  Timers ts;
  Timer a(ts);
  {
    Timer b(ts);
    auto c = std::make_unique<Timer>(ts);
  }
  return ts.size();
}
class Parser {
 public:
  explicit Parser(std::string text) : text_(std::move(text)), at_(text_.c_str()) {}
  int next() {
    while (*at_ == ' ') ++at_;
    char* end = nullptr;
    const long n = std::strtol(at_, &end, 10);
    if (end == at_) return -1;
    at_ = end;
    return static_cast<int>(n);
  }

 private:
  std::string text_;
  const char* at_;
};
int parsed() {
  Parser p("1 2 3");
  int s = 0;
  for (int n; (n = p.next()) >= 0;) s += n;
  return s;
}
class Logger {
 public:
  static Logger& get() {
    static Logger* one = new Logger;
    return *one;
  }
  void sink(std::ostream* out) { out_ = out; }
  void log(const char* s) {
    if (out_) *out_ << s;
  }

 private:
  std::ostream* out_ = &std::cout;
};
struct Redirect {
  explicit Redirect(std::ostream& to) { Logger::get().sink(&to); }
  ~Redirect() { Logger::get().sink(&std::cout); }
};
class Context {
 public:
  explicit Context(Context* parent = nullptr) : parent_(parent) {}
  const int* find(const std::string& k) const {
    for (const Context* c = this; c; c = c->parent_)
      if (const auto it = c->vars_.find(k); it != c->vars_.end()) return &it->second;
    return nullptr;
  }
  void set(const std::string& k, int v) { vars_[k] = v; }

 private:
  Context* parent_;
  std::map<std::string, int> vars_;
};
int scoped() {
  Context global;
  global.set("x", 1);
  Context local(&global);
  local.set("y", 2);
  const int* x = local.find("x");
  const int* y = local.find("y");
  return (x ? *x : 0) + (y ? *y : 0);
}
struct Save {
  int*& slot;
  int* old;
  Save(int*& s, int* now) : slot(s), old(s) { slot = now; }
  ~Save() { slot = old; }
};
int* g_current = nullptr;
int with_current() {
  int x = 3;
  Save save(g_current, &x);
  return *g_current;
}
void out_param(std::vector<int>** out) { *out = new std::vector<int>{1, 2}; }
int outed() {
  std::vector<int>* v = nullptr;
  out_param(&v);
  const int n = static_cast<int>(v->size());
  delete v;
  return n;
}
std::unique_ptr<int[]> squares(int n) {
  auto a = std::make_unique<int[]>(n);
  for (int i = 0; i < n; ++i) a[i] = i * i;
  return a;
}
int squared() {
  const auto a = squares(4);
  return a[3];
}
std::shared_ptr<Tree> shared_tree() {
  auto t = std::shared_ptr<Tree>(new Tree{1, {}});
  auto u = t;
  return u;
}
struct Cyc {
  std::shared_ptr<Cyc> next;
  std::weak_ptr<Cyc> back;
  int v = 0;
};
int cyc() {
  auto a = std::make_shared<Cyc>();
  a->next = std::make_shared<Cyc>();
  a->next->back = a;
  if (auto b = a->next->back.lock()) return b->v;
  return -1;
}
std::vector<std::unique_ptr<Tree>> moved_out(std::vector<std::unique_ptr<Tree>> all) {
  std::vector<std::unique_ptr<Tree>> keep;
  for (auto& t : all)
    if (t->v > 0) keep.push_back(std::move(t));
  return keep;
}
void insert_sorted(std::list<std::unique_ptr<Tree>>& l, std::unique_ptr<Tree> t) {
  auto at = l.begin();
  while (at != l.end() && (*at)->v < t->v) ++at;
  l.insert(at, std::move(t));
}
std::unique_ptr<Tree> if_else(bool a, std::unique_ptr<Tree> x, std::unique_ptr<Tree> y) {
  if (a) return x;
  return y;
}
void hand_over(std::map<int, std::unique_ptr<Tree>>& m, int from, int to) {
  auto node = m.extract(from);
  if (node.empty()) return;
  node.key() = to;
  m.insert(std::move(node));
}
std::string take(std::string& s) {
  std::string out = std::move(s);
  s.clear();
  return out;
}
std::string flush(std::string& pending) { return std::exchange(pending, {}); }
void chunks(const std::vector<int>& v, std::size_t n, std::vector<std::vector<int>>& out) {
  std::vector<int> now;
  for (int x : v) {
    now.push_back(x);
    if (now.size() == n) {
      out.push_back(std::move(now));
      now = {};
    }
  }
  if (!now.empty()) out.push_back(std::move(now));
}
void chunks2(const std::vector<int>& v, std::size_t n, std::vector<std::vector<int>>& out) {
  std::vector<int> now;
  for (int x : v) {
    now.push_back(x);
    if (now.size() == n) {
      out.push_back(std::move(now));
      now.clear();
    }
  }
  if (!now.empty()) out.push_back(std::move(now));
}
