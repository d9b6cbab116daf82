// Caches, pools, registries and arenas.
#include <algorithm>
#include <any>
#include <atomic>
#include <cassert>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

template <typename Key, typename Value>
class LruCache {
 public:
  explicit LruCache(std::size_t capacity) : capacity_(capacity) { assert(capacity > 0); }
  Value* get(const Key& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return nullptr;
    order_.splice(order_.begin(), order_, found->second);
    return &found->second->second;
  }
  Value& put(Key key, Value value) {
    if (Value* there = get(key)) {
      *there = std::move(value);
      return *there;
    }
    if (order_.size() == capacity_) {
      index_.erase(order_.back().first);
      order_.pop_back();
    }
    order_.emplace_front(key, std::move(value));
    index_.emplace(std::move(key), order_.begin());
    return order_.front().second;
  }
  template <typename Make>
  Value& get_or_make(const Key& key, Make make) {
    if (Value* there = get(key)) return *there;
    return put(key, make(key));
  }

 private:
  std::size_t capacity_;
  std::list<std::pair<Key, Value>> order_;
  std::unordered_map<Key, typename std::list<std::pair<Key, Value>>::iterator> index_;
};

/// Memory that is given back all at once.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  void* allocate(std::size_t bytes, std::size_t align = alignof(std::max_align_t)) {
    std::size_t at = (used_ + align - 1) & ~(align - 1);
    if (blocks_.empty() || at + bytes > block_size_) {
      block_size_ = std::max(kBlock, bytes + align);
      blocks_.push_back(std::make_unique<std::byte[]>(block_size_));
      at = 0;
    }
    used_ = at + bytes;
    return blocks_.back().get() + at;
  }
  template <typename T, typename... Args>
  T* make(Args&&... args) {
    T* object = new (allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
    if constexpr (!std::is_trivially_destructible_v<T>) {
      destructors_.push_back([object] { object->~T(); });
    }
    return object;
  }
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* memory = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(memory, text.data(), text.size());
    return {memory, text.size()};
  }
  ~Arena() {
    for (auto it = destructors_.rbegin(); it != destructors_.rend(); ++it) (*it)();
  }

 private:
  static constexpr std::size_t kBlock = 4096;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::vector<std::function<void()>> destructors_;
  std::size_t used_ = 0, block_size_ = 0;
};

/// Names that are stored once.
class Interner {
 public:
  using Id = std::uint32_t;
  Id intern(std::string_view text) {
    if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
    const Id id = static_cast<Id>(names_.size());
    names_.emplace_back(text);  // A deque does not move what it has.
    ids_.emplace(names_.back(), id);
    return id;
  }
  std::string_view name(Id id) const { return names_.at(id); }

 private:
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, Id> ids_;
};

class BufferPool {
 public:
  class Lease {
   public:
    Lease(BufferPool* pool, std::vector<char> buffer) : pool_(pool), buffer_(std::move(buffer)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), buffer_(std::move(other.buffer_)) {}
    Lease& operator=(Lease&& other) noexcept {
      if (this != &other) {
        release();
        pool_ = std::exchange(other.pool_, nullptr);
        buffer_ = std::move(other.buffer_);
      }
      return *this;
    }
    ~Lease() { release(); }
    std::vector<char>& operator*() { return buffer_; }
    std::vector<char>* operator->() { return &buffer_; }

   private:
    void release() {
      if (pool_) pool_->take_back(std::move(buffer_));
      pool_ = nullptr;
    }
    BufferPool* pool_;
    std::vector<char> buffer_;
  };
  Lease borrow() {
    std::lock_guard lock(mutex_);
    if (free_.empty()) return Lease(this, std::vector<char>(1024));
    std::vector<char> buffer = std::move(free_.back());
    free_.pop_back();
    return Lease(this, std::move(buffer));
  }

 private:
  void take_back(std::vector<char> buffer) {
    buffer.clear();
    std::lock_guard lock(mutex_);
    if (free_.size() < 8) free_.push_back(std::move(buffer));
  }
  std::mutex mutex_;
  std::vector<std::vector<char>> free_;
};

class Services {
 public:
  template <typename T, typename... Args>
  T& add(Args&&... args) {
    auto service = std::make_shared<T>(std::forward<Args>(args)...);
    T& reference = *service;
    services_[std::type_index(typeid(T))] = std::move(service);
    return reference;
  }
  template <typename T>
  T* find() const {
    const auto it = services_.find(std::type_index(typeid(T)));
    return it == services_.end() ? nullptr : static_cast<T*>(it->second.get());
  }

 private:
  std::map<std::type_index, std::shared_ptr<void>> services_;
};

class ThreadPool {
 public:
  explicit ThreadPool(unsigned threads) {
    for (unsigned i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
  }
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;
  ~ThreadPool() {
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }
  template <typename F>
  auto submit(F f) -> std::future<decltype(f())> {
    auto task = std::make_shared<std::packaged_task<decltype(f())()>>(std::move(f));
    auto result = task->get_future();
    {
      std::lock_guard lock(mutex_);
      tasks_.push_back([task] { (*task)(); });
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
        wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
        if (tasks_.empty()) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }
  std::vector<std::thread> workers_;
  std::deque<std::function<void()>> tasks_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
};

/// Objects by number, whose numbers are told apart when they are used again.
template <typename T>
class SlotMap {
 public:
  struct Handle {
    std::uint32_t index = 0, generation = 0;
  };
  Handle insert(T value) {
    if (free_ != kNone) {
      const std::uint32_t index = free_;
      Slot& slot = slots_[index];
      free_ = slot.next;
      slot.value.emplace(std::move(value));
      return {index, slot.generation};
    }
    slots_.push_back({std::optional<T>(std::move(value)), 0, kNone});
    return {static_cast<std::uint32_t>(slots_.size() - 1), 0};
  }
  T* get(Handle handle) {
    if (handle.index >= slots_.size()) return nullptr;
    Slot& slot = slots_[handle.index];
    return slot.generation == handle.generation && slot.value ? &*slot.value : nullptr;
  }
  bool erase(Handle handle) {
    if (!get(handle)) return false;
    Slot& slot = slots_[handle.index];
    slot.value.reset();
    ++slot.generation;
    slot.next = std::exchange(free_, handle.index);
    return true;
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Slot {
    std::optional<T> value;
    std::uint32_t generation = 0;
    std::uint32_t next = kNone;
  };
  std::vector<Slot> slots_;
  std::uint32_t free_ = kNone;
};

template <typename T, std::size_t N>
class SmallVector {
 public:
  SmallVector() = default;
  SmallVector(const SmallVector& other) {
    for (const T& value : other) push_back(value);
  }
  SmallVector& operator=(const SmallVector&) = delete;
  ~SmallVector() {
    std::destroy(begin(), end());
    if (!is_inline()) std::free(data_);
  }
  void push_back(T value) {
    if (size_ == capacity_) grow();
    new (data_ + size_) T(std::move(value));
    ++size_;
  }
  void pop_back() {
    assert(size_ > 0);
    data_[--size_].~T();
  }
  T& operator[](std::size_t i) {
    assert(i < size_);
    return data_[i];
  }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  std::size_t size() const { return size_; }

 private:
  bool is_inline() const { return data_ == reinterpret_cast<const T*>(room_); }
  void grow() {
    const std::size_t capacity = capacity_ * 2;
    T* bigger = static_cast<T*>(std::malloc(capacity * sizeof(T)));
    if (!bigger) throw std::bad_alloc();
    for (std::size_t i = 0; i < size_; ++i) {
      new (bigger + i) T(std::move(data_[i]));
      data_[i].~T();
    }
    if (!is_inline()) std::free(data_);
    data_ = bigger;
    capacity_ = capacity;
  }
  alignas(T) std::byte room_[N * sizeof(T)];
  T* data_ = reinterpret_cast<T*>(room_);
  std::size_t size_ = 0, capacity_ = N;
};

int main() {
  LruCache<std::string, int> cache(2);
  cache.put("a", 1);
  cache.put("b", 2);
  int& c = cache.get_or_make("c", [](const std::string& key) { return static_cast<int>(key.size()); });
  c += 1;
  Arena arena;
  auto* text = arena.make<std::string>("hello");
  const std::string_view copy = arena.copy(*text);
  Interner names;
  const auto id = names.intern("x");
  BufferPool pool;
  {
    auto lease = pool.borrow();
    lease->push_back('x');
    auto other = pool.borrow();
    lease = std::move(other);
  }
  Services services;
  services.add<Interner>().intern("y");
  int total = static_cast<int>(copy.size() + names.name(id).size());
  {
    ThreadPool threads(2);
    auto answer = threads.submit([] { return 42; });
    total += answer.get();
  }
  SlotMap<std::string> slots;
  const auto handle = slots.insert("first");
  slots.erase(handle);
  const auto again = slots.insert("second");
  if (slots.get(handle)) return 1;
  if (std::string* there = slots.get(again)) total += static_cast<int>(there->size());
  SmallVector<std::string, 2> words;
  for (const char* word : {"one", "two", "three"}) words.push_back(word);
  words.pop_back();
  SmallVector<std::string, 2> twin(words);
  if (services.find<Interner>()) total += static_cast<int>(twin[0].size() + words.size());
  return total > 0 ? 0 : 1;
}
