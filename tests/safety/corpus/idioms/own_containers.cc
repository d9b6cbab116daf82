// Containers of one's own: ring, hash table, trie, heap, matrix, list, small vector, arena, LRU, interval
// map, rope. oracle: clean
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

template <class T, std::size_t N>
class Ring {
 public:
  bool push(T value) {
    if (count_ == N) return false;
    items_[(head_ + count_) % N] = std::move(value);
    ++count_;
    return true;
  }
  std::optional<T> pop() {
    if (count_ == 0) return std::nullopt;
    T value = std::move(items_[head_]);
    head_ = (head_ + 1) % N;
    --count_;
    return value;
  }
  const T& operator[](std::size_t i) const {
    assert(i < count_);
    return items_[(head_ + i) % N];
  }
  std::size_t size() const { return count_; }

 private:
  std::array<T, N> items_{};
  std::size_t head_ = 0, count_ = 0;
};

template <class K, class V>
class HashMap {
 public:
  HashMap() : slots_(8) {}
  V& operator[](const K& key) {
    if ((count_ + 1) * 4 > slots_.size() * 3) grow();
    Slot& slot = slots_[index(key)];
    if (!slot.used) {
      slot.used = true;
      slot.key = key;
      ++count_;
    }
    return slot.value;
  }
  const V* find(const K& key) const {
    const Slot& slot = slots_[index(key)];
    return slot.used ? &slot.value : nullptr;
  }
  bool erase(const K& key) {
    std::size_t hole = index(key);
    if (!slots_[hole].used) return false;
    for (std::size_t next = (hole + 1) % slots_.size(); slots_[next].used;
         next = (next + 1) % slots_.size()) {
      const std::size_t home = std::hash<K>{}(slots_[next].key) % slots_.size();
      const bool stays = hole < next ? hole < home && home <= next : hole < home || home <= next;
      if (stays) continue;
      slots_[hole] = std::move(slots_[next]);
      hole = next;
    }
    slots_[hole] = Slot{};
    --count_;
    return true;
  }
  std::size_t size() const { return count_; }

 private:
  struct Slot {
    bool used = false;
    K key{};
    V value{};
  };
  std::size_t index(const K& key) const {
    std::size_t i = std::hash<K>{}(key) % slots_.size();
    while (slots_[i].used && !(slots_[i].key == key)) i = (i + 1) % slots_.size();
    return i;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    count_ = 0;
    for (Slot& slot : old)
      if (slot.used) (*this)[slot.key] = std::move(slot.value);
  }
  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

class Trie {
 public:
  void insert(std::string_view word) {
    Node* node = &root_;
    for (const char c : word) {
      auto& child = node->children[c];
      if (!child) child = std::make_unique<Node>();
      node = child.get();
    }
    node->end = true;
  }
  bool contains(std::string_view word) const {
    const Node* node = walk(word);
    return node && node->end;
  }
  std::vector<std::string> with_prefix(const std::string& prefix) const {
    std::vector<std::string> out;
    if (const Node* node = walk(prefix)) collect(*node, prefix, out);
    return out;
  }
  bool erase(std::string_view word) { return erase(root_, word); }

 private:
  struct Node {
    std::map<char, std::unique_ptr<Node>> children;
    bool end = false;
  };
  const Node* walk(std::string_view word) const {
    const Node* node = &root_;
    for (const char c : word) {
      const auto it = node->children.find(c);
      if (it == node->children.end()) return nullptr;
      node = it->second.get();
    }
    return node;
  }
  static void collect(const Node& node, const std::string& prefix, std::vector<std::string>& out) {
    if (node.end) out.push_back(prefix);
    for (const auto& [c, child] : node.children) collect(*child, prefix + c, out);
  }
  static bool erase(Node& node, std::string_view word) {
    if (word.empty()) return std::exchange(node.end, false);
    const auto it = node.children.find(word.front());
    if (it == node.children.end() || !erase(*it->second, word.substr(1))) return false;
    if (!it->second->end && it->second->children.empty()) node.children.erase(it);
    return true;
  }
  Node root_;
};

template <class T, class Less = std::less<T>>
class Heap {
 public:
  void push(T value) {
    items_.push_back(std::move(value));
    std::size_t i = items_.size() - 1;
    while (i > 0) {
      const std::size_t parent = (i - 1) / 2;
      if (!less_(items_[parent], items_[i])) break;
      std::swap(items_[parent], items_[i]);
      i = parent;
    }
  }
  T pop() {
    if (items_.empty()) throw std::out_of_range("heap");
    T top = std::move(items_.front());
    items_.front() = std::move(items_.back());
    items_.pop_back();
    std::size_t i = 0;
    for (;;) {
      const std::size_t left = 2 * i + 1, right = left + 1;
      std::size_t largest = i;
      if (left < items_.size() && less_(items_[largest], items_[left])) largest = left;
      if (right < items_.size() && less_(items_[largest], items_[right])) largest = right;
      if (largest == i) break;
      std::swap(items_[i], items_[largest]);
      i = largest;
    }
    return top;
  }
  bool empty() const { return items_.empty(); }

 private:
  std::vector<T> items_;
  Less less_;
};

template <class T>
class List {
  struct Node {
    T value;
    Node* next = nullptr;
    Node* previous = nullptr;
  };

 public:
  class iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = T*;
    using reference = T&;
    using iterator_category = std::forward_iterator_tag;
    iterator() = default;
    explicit iterator(Node* node) : node_(node) {}
    T& operator*() const { return node_->value; }
    T* operator->() const { return &node_->value; }
    iterator& operator++() {
      node_ = node_->next;
      return *this;
    }
    iterator operator++(int) {
      iterator old = *this;
      ++*this;
      return old;
    }
    bool operator==(const iterator&) const = default;

   private:
    friend class List;
    Node* node_ = nullptr;
  };
  List() = default;
  List(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }
  List(const List& other) {
    for (const Node* node = other.first_; node; node = node->next) push_back(node->value);
  }
  List(List&& other) noexcept
      : first_(std::exchange(other.first_, nullptr)),
        last_(std::exchange(other.last_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  List& operator=(List other) noexcept {
    swap(other);
    return *this;
  }
  ~List() { clear(); }
  void swap(List& other) noexcept {
    std::swap(first_, other.first_);
    std::swap(last_, other.last_);
    std::swap(size_, other.size_);
  }
  void push_back(T value) {
    Node* node = new Node{std::move(value), nullptr, last_};
    (last_ ? last_->next : first_) = node;
    last_ = node;
    ++size_;
  }
  void push_front(T value) {
    Node* node = new Node{std::move(value), first_};
    (first_ ? first_->previous : last_) = node;
    first_ = node;
    ++size_;
  }
  iterator erase(iterator at) {
    Node* node = at.node_;
    Node* next = node->next;
    (node->previous ? node->previous->next : first_) = next;
    (next ? next->previous : last_) = node->previous;
    delete node;
    --size_;
    return iterator(next);
  }
  void clear() {
    while (first_) {
      Node* next = first_->next;
      delete first_;
      first_ = next;
    }
    last_ = nullptr;
    size_ = 0;
  }
  iterator begin() const { return iterator(first_); }
  iterator end() const { return iterator(); }
  std::size_t size() const { return size_; }
  T& front() { return first_->value; }
  T& back() { return last_->value; }

 private:
  Node* first_ = nullptr;
  Node* last_ = nullptr;
  std::size_t size_ = 0;
};

template <class T, std::size_t N>
class SmallVector {
 public:
  SmallVector() = default;
  SmallVector(const SmallVector& other) {
    reserve(other.size_);
    std::uninitialized_copy(other.begin(), other.end(), data_);
    size_ = other.size_;
  }
  SmallVector(SmallVector&& other) noexcept {
    if (other.data_ == other.inline_data()) {
      std::uninitialized_move(other.begin(), other.end(), data_);
      size_ = other.size_;
      other.clear();
    } else {
      data_ = std::exchange(other.data_, other.inline_data());
      size_ = std::exchange(other.size_, 0);
      capacity_ = std::exchange(other.capacity_, N);
    }
  }
  SmallVector& operator=(const SmallVector&) = delete;
  ~SmallVector() {
    clear();
    if (data_ != inline_data()) ::operator delete(data_);
  }
  void push_back(T value) {
    if (size_ == capacity_) reserve(capacity_ * 2);
    new (data_ + size_) T(std::move(value));
    ++size_;
  }
  void pop_back() { std::destroy_at(data_ + --size_); }
  void clear() {
    std::destroy(begin(), end());
    size_ = 0;
  }
  void reserve(std::size_t n) {
    if (n <= capacity_) return;
    T* bigger = static_cast<T*>(::operator new(n * sizeof(T)));
    std::uninitialized_move(begin(), end(), bigger);
    std::destroy(begin(), end());
    if (data_ != inline_data()) ::operator delete(data_);
    data_ = bigger;
    capacity_ = n;
  }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  std::size_t size() const { return size_; }

 private:
  T* inline_data() { return reinterpret_cast<T*>(room_); }
  alignas(T) unsigned char room_[N * sizeof(T)];
  T* data_ = inline_data();
  std::size_t size_ = 0, capacity_ = N;
};

class Arena {
 public:
  explicit Arena(std::size_t block = 4096) : block_(block) {}
  void* allocate(std::size_t size, std::size_t align = alignof(std::max_align_t)) {
    std::size_t at = (used_ + align - 1) / align * align;
    if (blocks_.empty() || at + size > capacity_) {
      capacity_ = std::max(block_, size);
      blocks_.push_back(std::make_unique<std::byte[]>(capacity_));
      at = 0;
    }
    used_ = at + size;
    return blocks_.back().get() + at;
  }
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }
  std::string_view copy(std::string_view text) {
    char* to = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

 private:
  std::size_t block_, used_ = 0, capacity_ = 0;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

template <class K, class V>
class Lru {
 public:
  explicit Lru(std::size_t capacity) : capacity_(capacity) {}
  V* get(const K& key) {
    const auto it = index_.find(key);
    if (it == index_.end()) return nullptr;
    items_.splice(items_.begin(), items_, it->second);
    return &it->second->second;
  }
  void put(K key, V value) {
    if (V* known = get(key)) {
      *known = std::move(value);
      return;
    }
    if (items_.size() == capacity_ && !items_.empty()) {
      index_.erase(items_.back().first);
      items_.pop_back();
    }
    items_.emplace_front(key, std::move(value));
    index_[std::move(key)] = items_.begin();
  }

 private:
  std::size_t capacity_;
  std::list<std::pair<K, V>> items_;
  std::unordered_map<K, typename std::list<std::pair<K, V>>::iterator> index_;
};

class Intervals {
 public:
  void add(int from, int to) {
    auto it = by_start_.upper_bound(from);
    if (it != by_start_.begin()) {
      const auto before = std::prev(it);
      if (before->second >= from) {
        from = before->first;
        to = std::max(to, before->second);
        it = by_start_.erase(before);
      }
    }
    while (it != by_start_.end() && it->first <= to) {
      to = std::max(to, it->second);
      it = by_start_.erase(it);
    }
    by_start_.emplace(from, to);
  }
  bool covers(int n) const {
    const auto it = by_start_.upper_bound(n);
    return it != by_start_.begin() && std::prev(it)->second > n;
  }

 private:
  std::map<int, int> by_start_;
};

class Tree {
 public:
  void insert(int key) {
    std::unique_ptr<Node>* at = &root_;
    while (*at) at = key < (*at)->key ? &(*at)->left : &(*at)->right;
    *at = std::make_unique<Node>(key);
  }
  bool erase(int key) {
    std::unique_ptr<Node>* at = &root_;
    while (*at && (*at)->key != key) at = key < (*at)->key ? &(*at)->left : &(*at)->right;
    if (!*at) return false;
    if (!(*at)->left) {
      *at = std::move((*at)->right);
    } else if (!(*at)->right) {
      *at = std::move((*at)->left);
    } else {
      std::unique_ptr<Node>* next = &(*at)->right;
      while ((*next)->left) next = &(*next)->left;
      (*at)->key = (*next)->key;
      *next = std::move((*next)->right);
    }
    return true;
  }
  int depth() const { return depth(root_.get()); }
  std::optional<int> minimum() const {
    const Node* node = root_.get();
    if (!node) return std::nullopt;
    while (node->left) node = node->left.get();
    return node->key;
  }

 private:
  struct Node {
    explicit Node(int k) : key(k) {}
    int key;
    std::unique_ptr<Node> left, right;
  };
  static int depth(const Node* node) {
    return node ? 1 + std::max(depth(node->left.get()), depth(node->right.get())) : 0;
  }
  std::unique_ptr<Node> root_;
};

class DisjointSets {
 public:
  explicit DisjointSets(int n) : parent_(static_cast<std::size_t>(n)), size_(static_cast<std::size_t>(n), 1) {
    for (std::size_t i = 0; i < parent_.size(); ++i) parent_[i] = static_cast<int>(i);
  }
  int find(int i) {
    while (parent_[static_cast<std::size_t>(i)] != i) {
      parent_[static_cast<std::size_t>(i)] =
          parent_[static_cast<std::size_t>(parent_[static_cast<std::size_t>(i)])];
      i = parent_[static_cast<std::size_t>(i)];
    }
    return i;
  }
  bool join(int a, int b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    if (size_[static_cast<std::size_t>(a)] < size_[static_cast<std::size_t>(b)]) std::swap(a, b);
    parent_[static_cast<std::size_t>(b)] = a;
    size_[static_cast<std::size_t>(a)] += size_[static_cast<std::size_t>(b)];
    return true;
  }

 private:
  std::vector<int> parent_, size_;
};

class Text {
 public:
  Text() = default;
  Text(const char* s) : Text(s, std::strlen(s)) {}
  Text(const char* s, std::size_t n) : size_(n), data_(new char[n + 1]) {
    std::memcpy(data_, s, n);
    data_[n] = '\0';
  }
  Text(const Text& other) : Text(other.c_str(), other.size_) {}
  Text(Text&& other) noexcept
      : size_(std::exchange(other.size_, 0)), data_(std::exchange(other.data_, nullptr)) {}
  Text& operator=(const Text& other) {
    if (this != &other) {
      char* copy = new char[other.size_ + 1];
      std::memcpy(copy, other.c_str(), other.size_ + 1);
      delete[] data_;
      data_ = copy;
      size_ = other.size_;
    }
    return *this;
  }
  Text& operator=(Text&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Text() { delete[] data_; }
  Text operator+(const Text& other) const {
    Text sum;
    sum.size_ = size_ + other.size_;
    sum.data_ = new char[sum.size_ + 1];
    std::memcpy(sum.data_, c_str(), size_);
    std::memcpy(sum.data_ + size_, other.c_str(), other.size_ + 1);
    return sum;
  }
  const char* c_str() const { return data_ ? data_ : ""; }
  std::size_t size() const { return size_; }
  char operator[](std::size_t i) const { return data_[i]; }

 private:
  std::size_t size_ = 0;
  char* data_ = nullptr;
};

class Bits {
 public:
  explicit Bits(std::size_t n) : words_((n + 63) / 64), size_(n) {}
  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  bool test(std::size_t i) const { return i < size_ && (words_[i / 64] >> (i % 64) & 1); }
  std::size_t count() const {
    std::size_t n = 0;
    for (const std::uint64_t word : words_) n += static_cast<std::size_t>(std::popcount(word));
    return n;
  }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

}  // namespace

int main() {
  Ring<std::string, 3> ring;
  ring.push("a");
  ring.push("b");
  const auto first = ring.pop();
  HashMap<std::string, int> map;
  for (int i = 0; i < 20; ++i) map[std::to_string(i)] = i;
  map.erase("3");
  const int* four = map.find("4");
  Trie trie;
  trie.insert("tea");
  trie.insert("ten");
  trie.erase("tea");
  Heap<int> heap;
  for (const int n : {3, 1, 4}) heap.push(n);
  int total =
      heap.pop() + (four ? *four : 0) + static_cast<int>(trie.with_prefix("t").size()) + trie.contains("ten");
  List<std::string> list{"x", "y", "z"};
  List<std::string> copy = list;
  list.push_front("w");
  for (auto it = list.begin(); it != list.end();) it = *it == "y" ? list.erase(it) : std::next(it);
  copy = std::move(list);
  for (const std::string& s : copy) total += static_cast<int>(s.size());
  total += static_cast<int>(copy.front().size() + copy.back().size());
  SmallVector<std::string, 2> small;
  for (int i = 0; i < 5; ++i) small.push_back("item");
  SmallVector<std::string, 2> other(std::move(small)), third(other);
  other.pop_back();
  for (const auto& s : third) total += static_cast<int>(s.size());
  Arena arena(64);
  struct Point {
    int x, y;
  };
  Point* p = arena.make<Point>(1, 2);
  const std::string_view kept = arena.copy("some text that is kept");
  total += p->x + static_cast<int>(kept.size());
  Lru<std::string, int> lru(2);
  lru.put("a", 1);
  lru.put("b", 2);
  lru.put("c", 3);
  if (const int* b = lru.get("b")) total += *b;
  Intervals intervals;
  intervals.add(1, 3);
  intervals.add(2, 6);
  total += intervals.covers(4);
  Tree tree;
  for (const int n : {5, 2, 8, 1, 9, 7}) tree.insert(n);
  tree.erase(5);
  total += tree.depth() + tree.minimum().value_or(0);
  DisjointSets sets(5);
  sets.join(1, 2);
  total += sets.find(2);
  Text a("hello"), b = a + " world";
  a = b;
  b = Text("x");
  total += static_cast<int>(a.size()) + a[0] + b[0];
  Bits bits(100);
  bits.set(70);
  total += static_cast<int>(bits.count()) + bits.test(70) + static_cast<int>(first.value_or("").size());
  return total == 0;
}
