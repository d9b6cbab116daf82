// Nearer to the machine: C's library, handles, arenas, storage by hand, erased types.
#include <dirent.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& o) noexcept : fd_(std::exchange(o.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& o) noexcept {
    if (this != &o) {
      close();
      fd_ = std::exchange(o.fd_, -1);
    }
    return *this;
  }
  ~Descriptor() { close(); }
  explicit operator bool() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  int fd_;
};
std::optional<std::string> slurp(const char* path) {
  Descriptor fd(::open(path, O_RDONLY | O_CLOEXEC));
  if (!fd) return std::nullopt;
  struct stat st;
  if (::fstat(fd.get(), &st) != 0) return std::nullopt;
  std::string out(static_cast<std::size_t>(st.st_size), '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t n = ::read(fd.get(), out.data() + done, out.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  out.resize(done);
  return out;
}
bool write_all(int fd, std::string_view data) {
  while (!data.empty()) {
    const ssize_t n = ::write(fd, data.data(), data.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    data.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}
class Mapping {
 public:
  static std::optional<Mapping> open(const char* path) {
    Descriptor fd(::open(path, O_RDONLY));
    struct stat st{};
    if (!fd || ::fstat(fd.get(), &st) != 0) return {};
    void* at = ::mmap(nullptr, static_cast<std::size_t>(st.st_size), PROT_READ, MAP_PRIVATE, fd.get(), 0);
    if (at == MAP_FAILED) return {};
    return Mapping(static_cast<const char*>(at), static_cast<std::size_t>(st.st_size));
  }
  Mapping(Mapping&& o) noexcept : at_(std::exchange(o.at_, nullptr)), size_(std::exchange(o.size_, 0)) {}
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (at_) ::munmap(const_cast<char*>(at_), size_);
  }
  std::string_view text() const { return {at_, size_}; }

 private:
  Mapping(const char* at, std::size_t size) : at_(at), size_(size) {}
  const char* at_;
  std::size_t size_;
};
std::size_t lines(const char* path) {
  const auto m = Mapping::open(path);
  return m ? static_cast<std::size_t>(std::ranges::count(m->text(), '\n')) : 0;
}
std::vector<std::string> listed(const char* dir) {
  std::vector<std::string> out;
  DIR* d = ::opendir(dir);
  if (!d) return out;
  while (const dirent* e = ::readdir(d)) {
    if (std::strcmp(e->d_name, ".") == 0 || std::strcmp(e->d_name, "..") == 0) continue;
    out.emplace_back(e->d_name);
  }
  ::closedir(d);
  return out;
}
int connected(const char* host, const char* port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* all = nullptr;
  if (::getaddrinfo(host, port, &hints, &all) != 0) return -1;
  int fd = -1;
  for (const addrinfo* a = all; a; a = a->ai_next) {
    fd = ::socket(a->ai_family, a->ai_socktype, a->ai_protocol);
    if (fd < 0) continue;
    if (::connect(fd, a->ai_addr, a->ai_addrlen) == 0) break;
    ::close(fd);
    fd = -1;
  }
  ::freeaddrinfo(all);
  return fd;
}
struct FileCloser {
  void operator()(std::FILE* f) const {
    if (f) std::fclose(f);
  }
};
using File = std::unique_ptr<std::FILE, FileCloser>;
int first_int(const char* path) {
  const File f(std::fopen(path, "r"));
  if (!f) return 0;
  int n = 0;
  return std::fscanf(f.get(), "%d", &n) == 1 ? n : 0;
}
std::vector<std::string> file_lines(std::FILE* f) {
  std::vector<std::string> out;
  char* line = nullptr;
  std::size_t room = 0;
  ssize_t n;
  while ((n = ::getline(&line, &room, f)) >= 0) {
    if (n > 0 && line[n - 1] == '\n') line[--n] = '\0';
    out.emplace_back(line, static_cast<std::size_t>(n));
  }
  std::free(line);
  return out;
}
int run(const std::vector<std::string>& words) {
  std::vector<char*> argv;
  for (const std::string& w : words) argv.push_back(const_cast<char*>(w.c_str()));
  argv.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) return -1;
  if (pid == 0) {
    ::execvp(argv[0], argv.data());
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
class Arena {
 public:
  ~Arena() {
    for (char* b : blocks_) delete[] b;
  }
  void* get(std::size_t n) {
    n = (n + 15) & ~std::size_t{15};
    if (n > left_) {
      const std::size_t size = std::max<std::size_t>(n, 4096);
      blocks_.push_back(new char[size]);
      at_ = blocks_.back();
      left_ = size;
    }
    char* out = at_;
    at_ += n;
    left_ -= n;
    return out;
  }
  template <class T, class... A>
  T* make(A&&... a) {
    return new (get(sizeof(T))) T{std::forward<A>(a)...};
  }

 private:
  std::vector<char*> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};
struct Expr {
  char op;
  int value;
  Expr* left;
  Expr* right;
};
int value(const Expr* e) {
  if (e->op == 'n') return e->value;
  const int a = value(e->left), b = value(e->right);
  return e->op == '+' ? a + b : a * b;
}
int arena() {
  Arena a;
  Expr* one = a.make<Expr>('n', 1, nullptr, nullptr);
  Expr* sum = a.make<Expr>('+', 0, one, one);
  return value(sum);
}
template <class T, std::size_t N>
class Small {
 public:
  Small() = default;
  Small(const Small&) = delete;
  Small& operator=(const Small&) = delete;
  ~Small() {
    clear();
    if (data_ != inline_data()) ::operator delete(data_);
  }
  void push_back(T v) {
    if (size_ == room_) grow();
    new (data_ + size_) T(std::move(v));
    ++size_;
  }
  void pop_back() { data_[--size_].~T(); }
  void clear() {
    while (size_ > 0) pop_back();
  }
  T& operator[](std::size_t i) {
    assert(i < size_);
    return data_[i];
  }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  std::size_t size() const { return size_; }

 private:
  T* inline_data() { return reinterpret_cast<T*>(raw_); }
  void grow() {
    const std::size_t room = room_ * 2;
    T* fresh = static_cast<T*>(::operator new(room * sizeof(T)));
    for (std::size_t i = 0; i < size_; ++i) {
      new (fresh + i) T(std::move(data_[i]));
      data_[i].~T();
    }
    if (data_ != inline_data()) ::operator delete(data_);
    data_ = fresh;
    room_ = room;
  }
  alignas(T) std::byte raw_[N * sizeof(T)];
  T* data_ = inline_data();
  std::size_t size_ = 0, room_ = N;
};
int small() {
  Small<std::string, 2> s;
  for (int i = 0; i < 5; ++i) s.push_back(std::to_string(i));
  int n = 0;
  for (auto& x : s) n += static_cast<int>(x.size());
  s.pop_back();
  return n + static_cast<int>(s[0].size());
}
template <class T>
class Maybe {
 public:
  Maybe() {}
  Maybe(T v) : has_(true) { new (&raw_) T(std::move(v)); }
  Maybe(const Maybe& o) : has_(o.has_) {
    if (has_) new (&raw_) T(*o);
  }
  ~Maybe() {
    if (has_) get()->~T();
  }
  const T& operator*() const { return *get(); }
  explicit operator bool() const { return has_; }

 private:
  const T* get() const { return std::launder(reinterpret_cast<const T*>(&raw_)); }
  T* get() { return std::launder(reinterpret_cast<T*>(&raw_)); }
  alignas(T) unsigned char raw_[sizeof(T)];
  bool has_ = false;
};
std::size_t maybe() {
  Maybe<std::string> m(std::string("abc"));
  Maybe<std::string> n = m;
  return n ? (*n).size() : 0;
}
class Any {
  struct Box {
    virtual ~Box() = default;
    virtual std::unique_ptr<Box> copy() const = 0;
    virtual std::type_index type() const = 0;
  };
  template <class T>
  struct Of : Box {
    explicit Of(T v) : v(std::move(v)) {}
    std::unique_ptr<Box> copy() const override { return std::make_unique<Of>(v); }
    std::type_index type() const override { return typeid(T); }
    T v;
  };

 public:
  template <class T>
  explicit Any(T v) : box_(std::make_unique<Of<T>>(std::move(v))) {}
  Any(const Any& o) : box_(o.box_->copy()) {}
  template <class T>
  const T* get() const {
    return box_->type() == typeid(T) ? &static_cast<const Of<T>*>(box_.get())->v : nullptr;
  }

 private:
  std::unique_ptr<Box> box_;
};
int any() {
  Any a(3);
  Any b = a;
  const int* n = b.get<int>();
  return n ? *n : 0;
}
struct Machine;
struct Step {
  virtual ~Step() = default;
  virtual std::unique_ptr<Step> next(Machine& m, char c) = 0;
};
struct Machine {
  std::unique_ptr<Step> now;
  int count = 0;
  void feed(char c) {
    if (auto n = now->next(*this, c)) now = std::move(n);
  }
};
struct Off : Step {
  std::unique_ptr<Step> next(Machine& m, char c) override;
};
struct On : Step {
  std::unique_ptr<Step> next(Machine& m, char c) override {
    ++m.count;
    return c == '0' ? std::make_unique<Off>() : nullptr;
  }
};
std::unique_ptr<Step> Off::next(Machine&, char c) {
  if (c != '1') return nullptr;
  return std::make_unique<On>();
}
int machine(std::string_view s) {
  Machine m{std::make_unique<Off>()};
  for (char c : s) m.feed(c);
  return m.count;
}
struct Hook {
  Hook* next = this;
  Hook* prev = this;
  void unlink() {
    prev->next = next;
    next->prev = prev;
    next = prev = this;
  }
  void before(Hook& o) {
    unlink();
    next = &o;
    prev = o.prev;
    prev->next = this;
    o.prev = this;
  }
  ~Hook() { unlink(); }
};
struct Item : Hook {
  int n = 0;
};
int hooked() {
  Hook head;
  Item a, b;
  a.n = 1;
  b.n = 2;
  a.before(head);
  b.before(head);
  int s = 0;
  for (Hook* h = head.next; h != &head; h = h->next) s += static_cast<Item*>(h)->n;
  a.unlink();
  return s;
}
std::uint32_t be32(const unsigned char* p) {
  return std::uint32_t{p[0]} << 24 | p[1] << 16 | p[2] << 8 | p[3];
}
bool parse_header(const std::vector<unsigned char>& b, std::uint32_t& size) {
  if (b.size() < 8) return false;
  if (std::memcmp(b.data(), "HULL", 4) != 0) return false;
  size = be32(b.data() + 4);
  return size <= b.size() - 8;
}
std::size_t utf8(const char* s) {
  std::size_t n = 0;
  for (; *s; ++s)
    if ((*s & 0xC0) != 0x80) ++n;
  return n;
}
void upper(char* s) {
  for (; *s; ++s)
    if (*s >= 'a' && *s <= 'z') *s -= 32;
}
char* token(char*& rest, char by) {
  char* at = rest;
  while (*rest && *rest != by) ++rest;
  if (*rest) *rest++ = '\0';
  return at;
}
int tokens() {
  char text[] = "a,b,c";
  char* rest = text;
  int n = 0;
  while (*rest) {
    const char* t = token(rest, ',');
    n += static_cast<int>(std::strlen(t));
  }
  return n;
}
std::string formatted(const char* name, int n) {
  char buffer[64];
  const int length = std::snprintf(buffer, sizeof buffer, "%s=%d", name, n);
  if (length < 0) return {};
  if (static_cast<std::size_t>(length) < sizeof buffer)
    return std::string(buffer, static_cast<std::size_t>(length));
  std::string out(static_cast<std::size_t>(length), '\0');
  std::snprintf(out.data(), out.size() + 1, "%s=%d", name, n);
  return out;
}
const char* error_text(int e) {
  static char buffer[128];
  std::snprintf(buffer, sizeof buffer, "error %d", e);
  return buffer;
}
int cmp(const void* a, const void* b) {
  const int x = *static_cast<const int*>(a), y = *static_cast<const int*>(b);
  return (x > y) - (x < y);
}
void sorted(int* v, std::size_t n) { std::qsort(v, n, sizeof *v, cmp); }
struct Callback {
  void (*f)(void*, int);
  void* data;
};
void each(const std::vector<Callback>& all, int x) {
  for (const Callback& c : all)
    if (c.f) c.f(c.data, x);
}
struct Sum {
  int n = 0;
  static void add(void* self, int x) { static_cast<Sum*>(self)->n += x; }
};
int callbacks() {
  Sum s;
  each({{&Sum::add, &s}}, 3);
  return s.n;
}
void* worker(void* arg) {
  auto* f = static_cast<std::function<void()>*>(arg);
  (*f)();
  delete f;
  return nullptr;
}
bool started(std::function<void()> f) {
  auto* copy = new std::function<void()>(std::move(f));
  pthread_t t;
  if (pthread_create(&t, nullptr, worker, copy) != 0) {
    delete copy;
    return false;
  }
  pthread_detach(t);
  return true;
}
int** table(int rows, int columns) {
  int** t = new int*[rows];
  for (int i = 0; i < rows; ++i) t[i] = new int[columns]();
  return t;
}
void free_table(int** t, int rows) {
  for (int i = 0; i < rows; ++i) delete[] t[i];
  delete[] t;
}
int tabled() {
  int** t = table(3, 4);
  t[1][2] = 5;
  const int n = t[1][2];
  free_table(t, 3);
  return n;
}
struct Slot {
  int key;
  bool used = false;
};
class Open {
 public:
  Open() : slots_(8) {}
  bool insert(int key) {
    if (2 * (count_ + 1) > slots_.size()) rehash();
    Slot& s = find(key);
    if (s.used) return false;
    s = {key, true};
    ++count_;
    return true;
  }
  bool has(int key) { return find(key).used; }

 private:
  Slot& find(int key) {
    std::size_t i = static_cast<std::size_t>(key) % slots_.size();
    while (slots_[i].used && slots_[i].key != key) i = (i + 1) % slots_.size();
    return slots_[i];
  }
  void rehash() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& s : old)
      if (s.used) find(s.key) = s;
  }
  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};
struct Chain {
  std::string key;
  int value;
  Chain* next;
};
class Hash {
 public:
  Hash() { std::fill(std::begin(buckets_), std::end(buckets_), nullptr); }
  Hash(const Hash&) = delete;
  ~Hash() {
    for (Chain* c : buckets_)
      while (c) {
        Chain* next = c->next;
        delete c;
        c = next;
      }
  }
  int& operator[](const std::string& k) {
    Chain*& head = buckets_[std::hash<std::string>()(k) % 16];
    for (Chain* c = head; c; c = c->next)
      if (c->key == k) return c->value;
    head = new Chain{k, 0, head};
    return head->value;
  }
  bool erase(const std::string& k) {
    for (Chain** at = &buckets_[std::hash<std::string>()(k) % 16]; *at; at = &(*at)->next) {
      if ((*at)->key == k) {
        Chain* c = *at;
        *at = c->next;
        delete c;
        return true;
      }
    }
    return false;
  }

 private:
  Chain* buckets_[16];
};
int hashed() {
  Hash h;
  h["a"] = 1;
  h["b"] += 2;
  h.erase("a");
  return h["b"];
}
void guarded(const char* path) {
  int* data = new int[10];
  try {
    if (!path) throw std::runtime_error("no path");
    data[0] = first_int(path);
    std::printf("%d", data[0]);
  } catch (...) {
    delete[] data;
    throw;
  }
  delete[] data;
}
int cleanup(const char* path) {
  int result = -1;
  char* text = nullptr;
  std::FILE* f = std::fopen(path, "r");
  if (!f) goto out;
  text = static_cast<char*>(std::malloc(128));
  if (!text) goto out;
  if (!std::fgets(text, 128, f)) goto out;
  result = std::atoi(text);
out:
  std::free(text);
  if (f) std::fclose(f);
  return result;
}
