// Who owns what: ordinary ways.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <functional>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <set>
#include <sstream>
#include <stack>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

// A list by hand.
struct Node {
  int value;
  Node* next;
};
class List {
 public:
  List() = default;
  List(const List& other) {
    for (Node* n = other.head_; n; n = n->next) push_back(n->value);
  }
  List(List&& other) noexcept
      : head_(std::exchange(other.head_, nullptr)), tail_(std::exchange(other.tail_, nullptr)) {}
  List& operator=(List other) noexcept {
    std::swap(head_, other.head_);
    std::swap(tail_, other.tail_);
    return *this;
  }
  ~List() { clear(); }
  void clear() {
    while (head_) {
      Node* next = head_->next;
      delete head_;
      head_ = next;
    }
    tail_ = nullptr;
  }
  void push_front(int v) {
    head_ = new Node{v, head_};
    if (!tail_) tail_ = head_;
  }
  void push_back(int v) {
    Node* n = new Node{v, nullptr};
    if (tail_)
      tail_->next = n;
    else
      head_ = n;
    tail_ = n;
  }
  bool remove(int v) {
    for (Node** at = &head_; *at; at = &(*at)->next) {
      if ((*at)->value != v) continue;
      Node* gone = *at;
      *at = gone->next;
      if (tail_ == gone) {
        tail_ = nullptr;
        for (Node* n = head_; n; n = n->next) tail_ = n;
      }
      delete gone;
      return true;
    }
    return false;
  }
  void reverse() {
    Node* prev = nullptr;
    tail_ = head_;
    for (Node* n = head_; n;) {
      Node* next = n->next;
      n->next = prev;
      prev = n;
      n = next;
    }
    head_ = prev;
  }
  int pop_front() {
    Node* n = head_;
    const int v = n->value;
    head_ = n->next;
    if (!head_) tail_ = nullptr;
    delete n;
    return v;
  }

 private:
  Node* head_ = nullptr;
  Node* tail_ = nullptr;
};

// A tree by unique_ptr and by hand.
struct Tree {
  int key;
  std::unique_ptr<Tree> left, right;
  Tree* parent = nullptr;
};
Tree* insert(std::unique_ptr<Tree>& root, int key) {
  std::unique_ptr<Tree>* at = &root;
  Tree* parent = nullptr;
  while (*at) {
    parent = at->get();
    at = key < parent->key ? &parent->left : &parent->right;
  }
  *at = std::make_unique<Tree>(Tree{key, nullptr, nullptr, parent});
  return at->get();
}
const Tree* least(const Tree* t) {
  while (t && t->left) t = t->left.get();
  return t;
}
int depth(const Tree* t) { return t ? 1 + std::max(depth(t->left.get()), depth(t->right.get())) : 0; }
std::unique_ptr<Tree> remove_least(std::unique_ptr<Tree>& root) {
  std::unique_ptr<Tree>* at = &root;
  if (!*at) return nullptr;
  while ((*at)->left) at = &(*at)->left;
  auto gone = std::move(*at);
  *at = std::move(gone->right);
  return gone;
}
struct Raw {
  int key;
  Raw* left = nullptr;
  Raw* right = nullptr;
};
void destroy(Raw* t) {
  if (!t) return;
  destroy(t->left);
  destroy(t->right);
  delete t;
}
Raw* add(Raw* t, int key) {
  if (!t) return new Raw{key};
  if (key < t->key)
    t->left = add(t->left, key);
  else
    t->right = add(t->right, key);
  return t;
}
Raw* erase(Raw* t, int key) {
  if (!t) return nullptr;
  if (key < t->key) {
    t->left = erase(t->left, key);
    return t;
  }
  if (key > t->key) {
    t->right = erase(t->right, key);
    return t;
  }
  if (!t->left) {
    Raw* r = t->right;
    delete t;
    return r;
  }
  if (!t->right) {
    Raw* l = t->left;
    delete t;
    return l;
  }
  Raw* m = t->right;
  while (m->left) m = m->left;
  t->key = m->key;
  t->right = erase(t->right, m->key);
  return t;
}

// Buffers.
class Buffer {
 public:
  explicit Buffer(std::size_t n) : data_(new char[n]), size_(n) {}
  Buffer(const Buffer& o) : data_(new char[o.size_]), size_(o.size_) { std::memcpy(data_, o.data_, size_); }
  Buffer(Buffer&& o) noexcept : data_(o.data_), size_(o.size_) {
    o.data_ = nullptr;
    o.size_ = 0;
  }
  Buffer& operator=(const Buffer& o) {
    if (this != &o) {
      char* fresh = new char[o.size_];
      std::memcpy(fresh, o.data_, o.size_);
      delete[] data_;
      data_ = fresh;
      size_ = o.size_;
    }
    return *this;
  }
  Buffer& operator=(Buffer&& o) noexcept {
    if (this != &o) {
      delete[] data_;
      data_ = std::exchange(o.data_, nullptr);
      size_ = std::exchange(o.size_, 0);
    }
    return *this;
  }
  ~Buffer() { delete[] data_; }
  void grow(std::size_t n) {
    if (n <= size_) return;
    char* fresh = new char[n];
    std::copy(data_, data_ + size_, fresh);
    delete[] data_;
    data_ = fresh;
    size_ = n;
  }

 private:
  char* data_;
  std::size_t size_;
};
char* copy_of(const char* s) {
  const std::size_t n = std::strlen(s);
  char* out = static_cast<char*>(std::malloc(n + 1));
  if (!out) return nullptr;
  std::memcpy(out, s, n + 1);
  return out;
}
bool read_file(const char* path, std::string& out) {
  std::FILE* f = std::fopen(path, "rb");
  if (!f) return false;
  char block[4096];
  std::size_t n;
  while ((n = std::fread(block, 1, sizeof block, f)) > 0) out.append(block, n);
  const bool ok = !std::ferror(f);
  std::fclose(f);
  return ok;
}
int grow_array() {
  int capacity = 4, size = 0;
  int* a = static_cast<int*>(std::malloc(capacity * sizeof(int)));
  if (!a) return 0;
  for (int i = 0; i < 100; ++i) {
    if (size == capacity) {
      capacity *= 2;
      int* bigger = static_cast<int*>(std::realloc(a, capacity * sizeof(int)));
      if (!bigger) {
        std::free(a);
        return 0;
      }
      a = bigger;
    }
    a[size++] = i;
  }
  const int last = a[size - 1];
  std::free(a);
  return last;
}

// Intrusive counts.
class Counted {
 public:
  void ref() { ++count_; }
  void unref() {
    if (--count_ == 0) delete this;
  }

 protected:
  virtual ~Counted() = default;

 private:
  int count_ = 1;
};
template <class T>
class Ref {
 public:
  explicit Ref(T* p) : p_(p) {}
  Ref(const Ref& o) : p_(o.p_) {
    if (p_) p_->ref();
  }
  Ref(Ref&& o) noexcept : p_(std::exchange(o.p_, nullptr)) {}
  Ref& operator=(Ref o) noexcept {
    std::swap(p_, o.p_);
    return *this;
  }
  ~Ref() {
    if (p_) p_->unref();
  }
  T* operator->() const { return p_; }

 private:
  T* p_;
};
class Thing : public Counted {
 public:
  int n = 0;
};
int counted() {
  Ref<Thing> a(new Thing);
  Ref<Thing> b = a;
  b->n = 3;
  Ref<Thing> c = std::move(a);
  a = b;
  return a->n + c->n;
}

// Factories, visitors, registries.
struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};
struct Circle : Shape {
  explicit Circle(double r) : r(r) {}
  double area() const override { return 3.14 * r * r; }
  double r;
};
struct Square : Shape {
  explicit Square(double s) : s(s) {}
  double area() const override { return s * s; }
  double s;
};
std::unique_ptr<Shape> make(const std::string& kind, double x) {
  if (kind == "circle") return std::make_unique<Circle>(x);
  if (kind == "square") return std::make_unique<Square>(x);
  return nullptr;
}
double total(const std::vector<std::unique_ptr<Shape>>& all) {
  double sum = 0;
  for (const auto& s : all) sum += s->area();
  return sum;
}
std::vector<std::unique_ptr<Shape>> parse(std::istream& in) {
  std::vector<std::unique_ptr<Shape>> all;
  std::string kind;
  double x;
  while (in >> kind >> x) {
    auto shape = make(kind, x);
    if (!shape) continue;
    all.push_back(std::move(shape));
  }
  return all;
}
class Registry {
 public:
  using Maker = std::function<std::unique_ptr<Shape>(double)>;
  static Registry& instance() {
    static Registry one;
    return one;
  }
  bool add(std::string name, Maker maker) {
    return makers_.emplace(std::move(name), std::move(maker)).second;
  }
  std::unique_ptr<Shape> make(const std::string& name, double x) const {
    const auto found = makers_.find(name);
    return found == makers_.end() ? nullptr : found->second(x);
  }

 private:
  std::map<std::string, Maker> makers_;
};
const bool kCircle = Registry::instance().add("circle", [](double x) { return std::make_unique<Circle>(x); });
class Pool {
 public:
  Thing* get() {
    if (free_.empty()) {
      all_.push_back(std::make_unique<Thing>());
      return all_.back().get();
    }
    Thing* t = free_.back();
    free_.pop_back();
    return t;
  }
  void put(Thing* t) { free_.push_back(t); }

 private:
  std::vector<std::unique_ptr<Thing>> all_;
  std::vector<Thing*> free_;
};
class Scene {
 public:
  struct Item {
    std::string name;
    std::vector<std::unique_ptr<Item>> children;
    Item* parent = nullptr;
  };
  Item* add(Item* parent, std::string name) {
    auto item = std::make_unique<Item>();
    item->name = std::move(name);
    item->parent = parent;
    Item* raw = item.get();
    parent->children.push_back(std::move(item));
    return raw;
  }
  std::unique_ptr<Item> take(Item* item) {
    auto& siblings = item->parent->children;
    const auto at =
        std::find_if(siblings.begin(), siblings.end(), [&](const auto& one) { return one.get() == item; });
    if (at == siblings.end()) return nullptr;
    auto out = std::move(*at);
    siblings.erase(at);
    out->parent = nullptr;
    return out;
  }
  void move(Item* item, Item* to) {
    if (auto taken = take(item)) {
      taken->parent = to;
      to->children.push_back(std::move(taken));
    }
  }
  Item root;
};
class Tasks {
 public:
  void add(std::function<void()> f) {
    std::lock_guard lock(m_);
    q_.push(std::move(f));
  }
  bool run() {
    std::function<void()> f;
    {
      std::lock_guard lock(m_);
      if (q_.empty()) return false;
      f = std::move(q_.front());
      q_.pop();
    }
    f();
    return true;
  }

 private:
  std::mutex m_;
  std::queue<std::function<void()>> q_;
};
class Subject {
 public:
  using Listener = std::function<void(int)>;
  int listen(Listener l) {
    listeners_.emplace(++last_, std::move(l));
    return last_;
  }
  void ignore(int id) { listeners_.erase(id); }
  void tell(int x) {
    const auto copy = listeners_;
    for (const auto& [id, l] : copy) l(x);
  }

 private:
  std::map<int, Listener> listeners_;
  int last_ = 0;
};
class Session : public std::enable_shared_from_this<Session> {
 public:
  void start(Subject& s) {
    std::weak_ptr<Session> weak = shared_from_this();
    s.listen([weak](int x) {
      if (auto self = weak.lock()) self->sum_ += x;
    });
  }

 private:
  int sum_ = 0;
};
class Cache {
 public:
  explicit Cache(std::size_t room) : room_(room) {}
  const std::string* get(int key) {
    const auto found = where_.find(key);
    if (found == where_.end()) return nullptr;
    order_.splice(order_.begin(), order_, found->second);
    return &found->second->second;
  }
  void put(int key, std::string value) {
    if (const auto found = where_.find(key); found != where_.end()) {
      found->second->second = std::move(value);
      order_.splice(order_.begin(), order_, found->second);
      return;
    }
    if (where_.size() == room_) {
      where_.erase(order_.back().first);
      order_.pop_back();
    }
    order_.emplace_front(key, std::move(value));
    where_[key] = order_.begin();
  }

 private:
  std::size_t room_;
  std::list<std::pair<int, std::string>> order_;
  std::unordered_map<int, std::list<std::pair<int, std::string>>::iterator> where_;
};
struct Impl;
class Widget {
 public:
  Widget();
  ~Widget();
  int size() const;

 private:
  std::unique_ptr<Impl> impl_;
};
struct Impl {
  std::vector<int> data;
};
Widget::Widget() : impl_(std::make_unique<Impl>()) {}
Widget::~Widget() = default;
int Widget::size() const { return static_cast<int>(impl_->data.size()); }
class Message {
 public:
  Message& subject(std::string s) & {
    subject_ = std::move(s);
    return *this;
  }
  Message&& subject(std::string s) && {
    subject_ = std::move(s);
    return std::move(*this);
  }
  std::string text() && { return std::move(subject_); }

 private:
  std::string subject_;
};
std::string built() { return Message().subject("a").text(); }
std::optional<std::string> env(const char* name) {
  const char* v = std::getenv(name);
  if (!v) return std::nullopt;
  return std::string(v);
}
std::string home() { return env("HOME").value_or("/"); }
struct Visitor {
  int operator()(int x) const { return x; }
  int operator()(const std::string& s) const { return static_cast<int>(s.size()); }
};
int visited(const std::variant<int, std::string>& v) { return std::visit(Visitor{}, v); }
std::vector<std::thread> workers(int n, Tasks& tasks) {
  std::vector<std::thread> all;
  for (int i = 0; i < n; ++i)
    all.emplace_back([&tasks] {
      while (tasks.run()) {
      }
    });
  return all;
}
void run(Tasks& tasks) {
  auto all = workers(4, tasks);
  for (auto& t : all) t.join();
}
