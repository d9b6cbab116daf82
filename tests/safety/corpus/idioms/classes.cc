// Classes as they are written: rule of five, type erasure, intrusive links, iterators, coroutines, threads.
#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <chrono>
#include <concepts>
#include <condition_variable>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <ostream>
#include <shared_mutex>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

class Array {
 public:
  Array() = default;
  explicit Array(std::size_t size) : data_(size ? new int[size]() : nullptr), size_(size) {}
  Array(std::initializer_list<int> values) : Array(values.size()) {
    std::copy(values.begin(), values.end(), data_);
  }
  Array(const Array& other) : Array(other.size_) { std::copy(other.begin(), other.end(), data_); }
  Array(Array&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Array& operator=(const Array& other) {
    if (this != &other) {
      int* fresh = other.size_ ? new int[other.size_] : nullptr;
      std::copy(other.begin(), other.end(), fresh);
      delete[] data_;
      data_ = fresh;
      size_ = other.size_;
    }
    return *this;
  }
  Array& operator=(Array&& other) noexcept {
    if (this != &other) {
      delete[] data_;
      data_ = std::exchange(other.data_, nullptr);
      size_ = std::exchange(other.size_, 0);
    }
    return *this;
  }
  ~Array() { delete[] data_; }
  int* begin() { return data_; }
  int* end() { return data_ + size_; }
  const int* begin() const { return data_; }
  const int* end() const { return data_ + size_; }
  int& operator[](std::size_t i) { return data_[i]; }
  std::size_t size() const { return size_; }

 private:
  int* data_ = nullptr;
  std::size_t size_ = 0;
};

template <typename Signature>
class Callback;

/// A function object that is kept within, when it is small.
template <typename R, typename... Args>
class Callback<R(Args...)> {
 public:
  template <typename F>
    requires(!std::same_as<std::remove_cvref_t<F>, Callback>)
  Callback(F&& f) {
    using Function = std::remove_cvref_t<F>;
    if constexpr (sizeof(Function) <= sizeof(room_)) {
      new (room_) Function(std::forward<F>(f));
      call_ = [](void* room, Args... args) -> R {
        return (*static_cast<Function*>(room))(std::forward<Args>(args)...);
      };
      destroy_ = [](void* room) { static_cast<Function*>(room)->~Function(); };
    } else {
      new (room_) Function*(new Function(std::forward<F>(f)));
      call_ = [](void* room, Args... args) -> R {
        return (**static_cast<Function**>(room))(std::forward<Args>(args)...);
      };
      destroy_ = [](void* room) { delete *static_cast<Function**>(room); };
    }
  }
  Callback(const Callback&) = delete;
  Callback& operator=(const Callback&) = delete;
  ~Callback() { destroy_(room_); }
  R operator()(Args... args) { return call_(room_, std::forward<Args>(args)...); }

 private:
  alignas(std::max_align_t) std::byte room_[32];
  R (*call_)(void*, Args...);
  void (*destroy_)(void*);
};

class Shape {
 public:
  template <typename T>
  explicit Shape(T value) : self_(std::make_unique<Model<T>>(std::move(value))) {}
  Shape(const Shape& other) : self_(other.self_->clone()) {}
  Shape(Shape&&) noexcept = default;
  Shape& operator=(Shape other) noexcept {
    std::swap(self_, other.self_);
    return *this;
  }
  double area() const { return self_->area(); }

 private:
  struct Concept {
    virtual ~Concept() = default;
    virtual std::unique_ptr<Concept> clone() const = 0;
    virtual double area() const = 0;
  };
  template <typename T>
  struct Model final : Concept {
    explicit Model(T v) : value(std::move(v)) {}
    std::unique_ptr<Concept> clone() const override { return std::make_unique<Model>(value); }
    double area() const override { return value.area(); }
    T value;
  };
  std::unique_ptr<Concept> self_;
};
struct Square {
  double side;
  double area() const { return side * side; }
};

struct Link {
  Link* previous = this;
  Link* next = this;
  Link() = default;
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;
  ~Link() { unlink(); }
  void unlink() {
    previous->next = next;
    next->previous = previous;
    previous = next = this;
  }
  void insert_before(Link& at) {
    previous = at.previous;
    next = &at;
    previous->next = this;
    at.previous = this;
  }
  bool linked() const { return next != this; }
};
struct Task : Link {
  explicit Task(int i) : id(i) {}
  int id;
};
class RunQueue {
 public:
  void add(Task& task) { task.insert_before(head_); }
  Task* take() {
    if (!head_.linked()) return nullptr;
    Task* task = static_cast<Task*>(head_.next);
    task->unlink();
    return task;
  }

 private:
  Link head_;
};

template <typename T>
class Generator {
 public:
  struct promise_type {
    std::optional<T> value;
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
    void unhandled_exception() { std::terminate(); }
  };
  explicit Generator(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Generator(Generator&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  Generator& operator=(Generator&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Generator() {
    if (handle_) handle_.destroy();
  }
  std::optional<T> next() {
    if (!handle_ || handle_.done()) return std::nullopt;
    handle_.resume();
    if (handle_.done()) return std::nullopt;
    return std::exchange(handle_.promise().value, std::nullopt);
  }

 private:
  std::coroutine_handle<promise_type> handle_;
};

Generator<std::string> words(std::string text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    co_yield text.substr(begin, end - begin);
    begin = end + 1;
  }
}

template <typename T>
class Channel {
 public:
  void send(T value) {
    {
      std::lock_guard lock(mutex_);
      queue_.push_back(std::move(value));
    }
    ready_.notify_one();
  }
  void close() {
    {
      std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
  }
  std::optional<T> receive() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return closed_ || !queue_.empty(); });
    if (queue_.empty()) return std::nullopt;
    T value = std::move(queue_.front());
    queue_.pop_front();
    return value;
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<T> queue_;
  bool closed_ = false;
};

class Config {
 public:
  static Config& instance() {
    static Config config;
    return config;
  }
  std::string get(const std::string& key) const {
    std::shared_lock lock(mutex_);
    const auto it = values_.find(key);
    return it == values_.end() ? std::string() : it->second;
  }
  void set(std::string key, std::string value) {
    std::unique_lock lock(mutex_);
    values_[std::move(key)] = std::move(value);
  }

 private:
  Config() = default;
  mutable std::shared_mutex mutex_;
  std::map<std::string, std::string> values_;
};

template <typename Derived>
class Comparable {
 public:
  friend bool operator==(const Derived& a, const Derived& b) { return a.key() == b.key(); }
};
class Version : public Comparable<Version> {
 public:
  explicit Version(std::string_view text) {
    for (std::size_t part = 0; part < parts_.size() && !text.empty(); ++part) {
      const std::size_t dot = std::min(text.find('.'), text.size());
      for (const char c : text.substr(0, dot)) parts_[part] = parts_[part] * 10 + (c - '0');
      text.remove_prefix(std::min(dot + 1, text.size()));
    }
  }
  int key() const { return parts_[0] * 10000 + parts_[1] * 100 + parts_[2]; }

 private:
  std::array<int, 3> parts_{};
};

class Grid {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = int;
    using difference_type = std::ptrdiff_t;
    using pointer = const int*;
    using reference = const int&;
    Iterator() = default;
    Iterator(const Grid* grid, std::size_t at) : grid_(grid), at_(at) {}
    reference operator*() const { return grid_->cells_[at_]; }
    Iterator& operator++() {
      at_ += grid_->width_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Grid* grid_ = nullptr;
    std::size_t at_ = 0;
  };
  Grid(std::size_t width, std::size_t height) : width_(width), cells_(width * height) {
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] = static_cast<int>(i);
  }
  Iterator column_begin(std::size_t x) const { return {this, x}; }
  Iterator column_end(std::size_t x) const { return {this, x + cells_.size()}; }

 private:
  std::size_t width_;
  std::vector<int> cells_;
};

class Transaction {
 public:
  explicit Transaction(std::vector<int>& target) : target_(target), before_(target) {}
  ~Transaction() {
    if (!committed_) target_.swap(before_);
  }
  void commit() { committed_ = true; }

 private:
  std::vector<int>& target_;
  std::vector<int> before_;
  bool committed_ = false;
};

template <typename F>
class Finally {
 public:
  explicit Finally(F f) : f_(std::move(f)) {}
  Finally(const Finally&) = delete;
  ~Finally() { f_(); }

 private:
  F f_;
};

int guarded(std::vector<int>& numbers, int extra) {
  int depth = 0;
  ++depth;
  Finally leave([&depth] { --depth; });
  Transaction transaction(numbers);
  numbers.push_back(extra);
  if (extra < 0) throw std::invalid_argument("negative");
  transaction.commit();
  return depth;
}

class Lazy {
 public:
  const std::string& text() const {
    std::call_once(once_, [this] { text_ = std::make_unique<std::string>("made"); });
    return *text_;
  }

 private:
  mutable std::once_flag once_;
  mutable std::unique_ptr<std::string> text_;
};

int main() {
  Array a{3, 1, 2}, b = a;
  std::sort(b.begin(), b.end());
  a = std::move(b);
  b = a;
  int sum = a[0] + static_cast<int>(b.size());
  int calls = 0;
  {
    Callback<int(int)> small([&calls](int n) { return calls += n; });
    std::array<char, 64> large{};
    Callback<int(int)> big([large, &calls](int n) { return calls += n + large[0]; });
    sum += small(1) + big(2);
  }
  std::vector<Shape> shapes{Shape(Square{2}), Shape(Square{3})};
  Shape copy = shapes.front();
  shapes.front() = shapes.back();
  sum += static_cast<int>(copy.area() + shapes.front().area());
  RunQueue queue;
  Task first(1), second(2);
  queue.add(first);
  queue.add(second);
  while (Task* task = queue.take()) sum += task->id;
  auto generated = words("one two three");
  while (const auto word = generated.next()) sum += static_cast<int>(word->size());
  Channel<std::unique_ptr<int>> channel;
  {
    std::jthread producer([&channel] {
      for (int i = 0; i < 3; ++i) channel.send(std::make_unique<int>(i));
      channel.close();
    });
    while (auto value = channel.receive()) sum += **value;
  }
  auto answer =
      std::async(std::launch::async, [text = std::string("async")] { return static_cast<int>(text.size()); });
  sum += answer.get();
  std::promise<std::string> promise;
  auto future = promise.get_future();
  std::thread worker([p = std::move(promise)]() mutable { p.set_value("done"); });
  sum += static_cast<int>(future.get().size());
  worker.join();
  std::jthread ticking([count = 0](const std::stop_token& stop) mutable {
    while (!stop.stop_requested() && count < 3) ++count;
  });
  Config::instance().set("k", "v");
  sum += static_cast<int>(Config::instance().get("k").size());
  sum += Version("1.2.3") == Version("1.2.3") ? 1 : 0;
  const Grid grid(3, 2);
  for (auto it = grid.column_begin(1); it != grid.column_end(1); ++it) sum += *it;
  std::vector<int> numbers{1};
  try {
    guarded(numbers, 2);
    guarded(numbers, -1);
  } catch (const std::invalid_argument& error) {
    sum += static_cast<int>(std::strlen(error.what()));
  }
  const Lazy lazy;
  sum += static_cast<int>(lazy.text().size() + numbers.size());
  return sum > 0 ? 0 : 1;
}
