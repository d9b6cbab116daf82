// Threads, queues, locks, counters.
// oracle: clean
#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <shared_mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

template <class T>
class Queue {
 public:
  void push(T value) {
    {
      std::lock_guard lock(mutex_);
      items_.push_back(std::move(value));
    }
    ready_.notify_one();
  }
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    T value = std::move(items_.front());
    items_.pop_front();
    return value;
  }
  bool try_pop(T& out) {
    std::lock_guard lock(mutex_);
    if (items_.empty()) return false;
    out = std::move(items_.front());
    items_.pop_front();
    return true;
  }
  void close() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    ready_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<T> items_;
  bool closed_ = false;
};

class Pool {
 public:
  explicit Pool(unsigned count) {
    for (unsigned i = 0; i < count; ++i) workers_.emplace_back([this] { work(); });
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    {
      std::lock_guard lock(mutex_);
      stop_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }
  template <class F>
  auto submit(F f) -> std::future<decltype(f())> {
    auto task = std::make_shared<std::packaged_task<decltype(f())()>>(std::move(f));
    auto result = task->get_future();
    {
      std::lock_guard lock(mutex_);
      tasks_.push([task] { (*task)(); });
    }
    wake_.notify_one();
    return result;
  }

 private:
  void work() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stop_ || !tasks_.empty(); });
        if (stop_ && tasks_.empty()) return;
        task = std::move(tasks_.front());
        tasks_.pop();
      }
      task();
    }
  }
  std::vector<std::thread> workers_;
  std::queue<std::function<void()>> tasks_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;
};

struct Shared {
  explicit Shared(int v) : value(v) {}
  std::atomic<int> refs{1};
  int value;
};
class Ref {
 public:
  explicit Ref(Shared* s) : s_(s) {}
  Ref(const Ref& other) : s_(other.s_) {
    if (s_) s_->refs.fetch_add(1, std::memory_order_relaxed);
  }
  Ref(Ref&& other) noexcept : s_(other.s_) { other.s_ = nullptr; }
  Ref& operator=(const Ref& other) {
    if (other.s_) other.s_->refs.fetch_add(1, std::memory_order_relaxed);
    drop();
    s_ = other.s_;
    return *this;
  }
  Ref& operator=(Ref&& other) noexcept {
    if (this != &other) {
      drop();
      s_ = std::exchange(other.s_, nullptr);
    }
    return *this;
  }
  ~Ref() { drop(); }
  int value() const { return s_ ? s_->value : 0; }

 private:
  void drop() {
    if (s_ && s_->refs.fetch_sub(1, std::memory_order_acq_rel) == 1) delete s_;
    s_ = nullptr;
  }
  Shared* s_;
};

class Stack {
 public:
  struct Node {
    int value;
    Node* next;
  };
  ~Stack() {
    Node* node = head_.load();
    while (node) {
      Node* next = node->next;
      delete node;
      node = next;
    }
  }
  void push(int value) {
    Node* node = new Node{value, head_.load(std::memory_order_relaxed)};
    while (!head_.compare_exchange_weak(node->next, node, std::memory_order_release)) {
    }
  }
  bool pop(int& value) {
    Node* node = head_.load();
    while (node && !head_.compare_exchange_weak(node, node->next)) {
    }
    if (!node) return false;
    value = node->value;
    delete node;
    return true;
  }

 private:
  std::atomic<Node*> head_{nullptr};
};

class Cache {
 public:
  std::shared_ptr<const std::string> find(int key) const {
    std::shared_lock lock(mutex_);
    const auto it = entries_.find(key);
    return it == entries_.end() ? nullptr : it->second;
  }
  std::shared_ptr<const std::string> get(int key) {
    if (auto found = find(key)) return found;
    auto made = std::make_shared<const std::string>(std::to_string(key));
    std::unique_lock lock(mutex_);
    auto [it, inserted] = entries_.try_emplace(key, std::move(made));
    return it->second;
  }

 private:
  mutable std::shared_mutex mutex_;
  std::unordered_map<int, std::shared_ptr<const std::string>> entries_;
};

class Lazy {
 public:
  const std::vector<int>& get() {
    std::call_once(once_,
                   [this] { values_ = std::make_unique<std::vector<int>>(std::vector<int>{1, 2, 3}); });
    return *values_;
  }

 private:
  std::once_flag once_;
  std::unique_ptr<std::vector<int>> values_;
};

class Singleton {
 public:
  static Singleton& instance() {
    Singleton* made = instance_.load(std::memory_order_acquire);
    if (!made) {
      std::lock_guard lock(mutex_);
      made = instance_.load(std::memory_order_relaxed);
      if (!made) {
        made = new Singleton;
        instance_.store(made, std::memory_order_release);
      }
    }
    return *made;
  }
  int next() { return ++count_; }

 private:
  std::atomic<int> count_{0};
  static std::atomic<Singleton*> instance_;
  static std::mutex mutex_;
};
std::atomic<Singleton*> Singleton::instance_{nullptr};
std::mutex Singleton::mutex_;

int threads() {
  std::atomic<int> total{0};
  std::atomic<bool> go{false};
  std::array<int, 4> results{};
  std::vector<std::thread> all;
  for (std::size_t i = 0; i < results.size(); ++i) {
    all.emplace_back([&, i] {
      while (!go.load()) std::this_thread::yield();
      results[i] = static_cast<int>(i);
      total += results[i];
    });
  }
  go = true;
  for (auto& t : all) t.join();
  const int sum = total.load();
  if (sum == 0) return 0;
  return 100 / sum + results[3];
}

int result_of_thread() {
  std::unique_ptr<int> made;
  std::string text;
  std::thread t([&] {
    made = std::make_unique<int>(3);
    text = "done";
  });
  t.join();
  return made ? *made + static_cast<int>(text.size()) : 0;
}

int futures() {
  std::promise<std::string> promise;
  auto future = promise.get_future();
  std::thread t([p = std::move(promise)]() mutable { p.set_value("abc"); });
  const std::string got = future.get();
  t.join();
  auto other = std::async(std::launch::async, [](int n) { return n * 2; }, 21);
  std::vector<std::future<int>> many;
  for (int i = 0; i < 3; ++i) many.push_back(std::async(std::launch::async, [i] { return i; }));
  int n = static_cast<int>(got.size()) + other.get();
  for (auto& one : many) n += one.get();
  return n;
}

int producers() {
  Queue<std::unique_ptr<int>> queue;
  std::thread producer([&queue] {
    for (int i = 0; i < 10; ++i) queue.push(std::make_unique<int>(i));
    queue.close();
  });
  int total = 0;
  while (auto item = queue.pop()) total += **item;
  producer.join();
  std::unique_ptr<int> rest;
  if (queue.try_pop(rest)) total += *rest;
  return total;
}

class Server {
 public:
  void start() {
    thread_ = std::thread([this] {
      while (running_) {
        ++ticks_;
        if (on_tick_) on_tick_(ticks_);
        std::this_thread::yield();
      }
    });
  }
  void on_tick(std::function<void(int)> f) { on_tick_ = std::move(f); }
  void stop() {
    running_ = false;
    if (thread_.joinable()) thread_.join();
  }
  ~Server() { stop(); }

 private:
  std::thread thread_;
  std::atomic<bool> running_{true};
  std::atomic<int> ticks_{0};
  std::function<void(int)> on_tick_;
};

class Account {
 public:
  explicit Account(int n) : balance_(n) {}
  static void transfer(Account& from, Account& to, int n) {
    std::scoped_lock lock(from.mutex_, to.mutex_);
    from.balance_ -= n;
    to.balance_ += n;
  }
  int balance() const {
    std::lock_guard lock(mutex_);
    return balance_;
  }

 private:
  mutable std::mutex mutex_;
  int balance_;
};

thread_local std::vector<int> scratch;
int use_scratch(int n) {
  scratch.clear();
  for (int i = 0; i < n; ++i) scratch.push_back(i);
  return scratch.empty() ? 0 : scratch.back();
}

}  // namespace

int main() {
  Pool pool(2);
  auto f = pool.submit([] { return 7; });
  auto text = std::make_shared<std::string>("shared");
  auto g = pool.submit([text] { return text->size(); });
  Ref a(new Shared(4));
  Ref b = a;
  Ref c(new Shared(5));
  c = b;
  b = std::move(c);
  Stack stack;
  stack.push(1);
  stack.push(2);
  int top = 0;
  stack.pop(top);
  Cache cache;
  Lazy lazy;
  Server server;
  int seen = 0;
  server.on_tick([&seen](int n) { seen = n; });
  server.start();
  server.stop();
  Account x(10), y(0);
  Account::transfer(x, y, 5);
  std::printf("%d %zu %d %d %zu %d %d %d %d %d %d %d %d\n", f.get(), g.get(), a.value() + b.value(), top,
              cache.get(3)->size(), lazy.get()[0], Singleton::instance().next(), threads(),
              result_of_thread(), futures(), producers(), y.balance(), use_scratch(3));
}
