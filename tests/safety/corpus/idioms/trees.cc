// Search trees, tries and heaps, by hand.
#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stack>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

template <typename Key, typename Value>
class TreeMap {
 public:
  TreeMap() = default;
  TreeMap(const TreeMap& other) : root_(clone(other.root_.get())), size_(other.size_) {}
  TreeMap& operator=(TreeMap other) {
    swap(other);
    return *this;
  }
  TreeMap(TreeMap&& other) noexcept : root_(std::move(other.root_)), size_(std::exchange(other.size_, 0)) {}
  void swap(TreeMap& other) noexcept {
    std::swap(root_, other.root_);
    std::swap(size_, other.size_);
  }

  Value& operator[](const Key& key) {
    std::unique_ptr<Node>* link = &root_;
    while (*link) {
      if (key < (*link)->key) {
        link = &(*link)->left;
      } else if ((*link)->key < key) {
        link = &(*link)->right;
      } else {
        return (*link)->value;
      }
    }
    *link = std::make_unique<Node>(key);
    ++size_;
    return (*link)->value;
  }

  const Value* find(const Key& key) const {
    const Node* node = root_.get();
    while (node != nullptr) {
      if (key < node->key) {
        node = node->left.get();
      } else if (node->key < key) {
        node = node->right.get();
      } else {
        return &node->value;
      }
    }
    return nullptr;
  }

  bool erase(const Key& key) {
    std::unique_ptr<Node>* link = &root_;
    while (*link && ((*link)->key < key || key < (*link)->key)) {
      link = key < (*link)->key ? &(*link)->left : &(*link)->right;
    }
    if (!*link) return false;
    std::unique_ptr<Node> gone = std::move(*link);
    if (!gone->left) {
      *link = std::move(gone->right);
    } else if (!gone->right) {
      *link = std::move(gone->left);
    } else {
      std::unique_ptr<Node>* next = &gone->right;
      while ((*next)->left) next = &(*next)->left;
      std::unique_ptr<Node> successor = std::move(*next);
      *next = std::move(successor->right);
      successor->left = std::move(gone->left);
      successor->right = std::move(gone->right);
      *link = std::move(successor);
    }
    --size_;
    return true;
  }

  template <typename Visit>
  void for_each(Visit&& visit) const {
    std::stack<const Node*> path;
    const Node* node = root_.get();
    while (node || !path.empty()) {
      while (node) {
        path.push(node);
        node = node->left.get();
      }
      node = path.top();
      path.pop();
      visit(node->key, node->value);
      node = node->right.get();
    }
  }

  std::size_t size() const { return size_; }

  ~TreeMap() {
    // Without recursion: deep trees would use up the stack.
    std::vector<std::unique_ptr<Node>> pending;
    if (root_) pending.push_back(std::move(root_));
    while (!pending.empty()) {
      std::unique_ptr<Node> node = std::move(pending.back());
      pending.pop_back();
      if (node->left) pending.push_back(std::move(node->left));
      if (node->right) pending.push_back(std::move(node->right));
    }
  }

 private:
  struct Node {
    explicit Node(Key k) : key(std::move(k)) {}
    Key key;
    Value value{};
    std::unique_ptr<Node> left, right;
  };
  static std::unique_ptr<Node> clone(const Node* from) {
    if (!from) return nullptr;
    auto copy = std::make_unique<Node>(from->key);
    copy->value = from->value;
    copy->left = clone(from->left.get());
    copy->right = clone(from->right.get());
    return copy;
  }
  std::unique_ptr<Node> root_;
  std::size_t size_ = 0;
};

class Trie {
 public:
  void insert(std::string_view word) {
    Node* at = &root_;
    for (const char c : word) {
      if (c < 'a' || c > 'z') return;
      auto& child = at->children[static_cast<std::size_t>(c - 'a')];
      if (!child) child = std::make_unique<Node>();
      at = child.get();
    }
    at->ends = true;
  }
  bool contains(std::string_view word) const {
    const Node* at = descend(word);
    return at && at->ends;
  }
  std::vector<std::string> starting_with(std::string_view prefix) const {
    std::vector<std::string> words;
    if (const Node* at = descend(prefix)) {
      std::string word(prefix);
      collect(*at, word, words);
    }
    return words;
  }

 private:
  struct Node {
    std::array<std::unique_ptr<Node>, 26> children;
    bool ends = false;
  };
  const Node* descend(std::string_view word) const {
    const Node* at = &root_;
    for (const char c : word) {
      if (c < 'a' || c > 'z') return nullptr;
      at = at->children[static_cast<std::size_t>(c - 'a')].get();
      if (!at) return nullptr;
    }
    return at;
  }
  static void collect(const Node& node, std::string& word, std::vector<std::string>& words) {
    if (node.ends) words.push_back(word);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (!node.children[i]) continue;
      word.push_back(static_cast<char>('a' + i));
      collect(*node.children[i], word, words);
      word.pop_back();
    }
  }
  Node root_;
};

/// A binary heap whose entries know where they are, so that their priority can be lowered.
class IndexedHeap {
 public:
  explicit IndexedHeap(std::size_t count) : position_(count, kNone), priority_(count, 0.0) {}
  bool empty() const { return heap_.empty(); }
  void push_or_lower(std::size_t item, double priority) {
    if (position_[item] == kNone) {
      position_[item] = heap_.size();
      heap_.push_back(item);
    } else if (priority >= priority_[item]) {
      return;
    }
    priority_[item] = priority;
    up(position_[item]);
  }
  std::size_t pop() {
    assert(!heap_.empty());
    const std::size_t top = heap_.front();
    position_[top] = kNone;
    const std::size_t last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) {
      heap_[0] = last;
      position_[last] = 0;
      down(0);
    }
    return top;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  void place(std::size_t at, std::size_t item) {
    heap_[at] = item;
    position_[item] = at;
  }
  void up(std::size_t at) {
    const std::size_t item = heap_[at];
    while (at > 0) {
      const std::size_t parent = (at - 1) / 2;
      if (priority_[heap_[parent]] <= priority_[item]) break;
      place(at, heap_[parent]);
      at = parent;
    }
    place(at, item);
  }
  void down(std::size_t at) {
    const std::size_t item = heap_[at];
    for (std::size_t child = 2 * at + 1; child < heap_.size(); child = 2 * at + 1) {
      if (child + 1 < heap_.size() && priority_[heap_[child + 1]] < priority_[heap_[child]]) ++child;
      if (priority_[item] <= priority_[heap_[child]]) break;
      place(at, heap_[child]);
      at = child;
    }
    place(at, item);
  }
  std::vector<std::size_t> heap_;
  std::vector<std::size_t> position_;
  std::vector<double> priority_;
};

struct Edge {
  std::size_t to;
  double weight;
};

std::vector<double> shortest_paths(const std::vector<std::vector<Edge>>& graph, std::size_t start) {
  std::vector<double> distance(graph.size(), 1e300);
  if (start >= graph.size()) return distance;
  IndexedHeap heap(graph.size());
  distance[start] = 0;
  heap.push_or_lower(start, 0);
  while (!heap.empty()) {
    const std::size_t node = heap.pop();
    for (const Edge& edge : graph[node]) {
      const double through = distance[node] + edge.weight;
      if (through < distance[edge.to]) {
        distance[edge.to] = through;
        heap.push_or_lower(edge.to, through);
      }
    }
  }
  return distance;
}

/// Sets that are joined.
class UnionFind {
 public:
  explicit UnionFind(int n) : parent_(static_cast<std::size_t>(n)), rank_(static_cast<std::size_t>(n), 0) {
    for (int i = 0; i < n; ++i) parent_[static_cast<std::size_t>(i)] = i;
  }
  int find(int a) {
    while (parent_[static_cast<std::size_t>(a)] != a) {
      parent_[static_cast<std::size_t>(a)] =
          parent_[static_cast<std::size_t>(parent_[static_cast<std::size_t>(a)])];
      a = parent_[static_cast<std::size_t>(a)];
    }
    return a;
  }
  bool join(int a, int b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    if (rank_[static_cast<std::size_t>(a)] < rank_[static_cast<std::size_t>(b)]) std::swap(a, b);
    parent_[static_cast<std::size_t>(b)] = a;
    if (rank_[static_cast<std::size_t>(a)] == rank_[static_cast<std::size_t>(b)])
      ++rank_[static_cast<std::size_t>(a)];
    return true;
  }

 private:
  std::vector<int> parent_;
  std::vector<int> rank_;
};

struct Interval {
  int begin, end;
};

std::vector<Interval> merged(std::vector<Interval> intervals) {
  if (intervals.empty()) return intervals;
  std::sort(intervals.begin(), intervals.end(),
            [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
  std::size_t last = 0;
  for (std::size_t i = 1; i < intervals.size(); ++i) {
    if (intervals[i].begin <= intervals[last].end) {
      intervals[last].end = std::max(intervals[last].end, intervals[i].end);
    } else {
      intervals[++last] = intervals[i];
    }
  }
  intervals.resize(last + 1);
  return intervals;
}

std::optional<std::vector<int>> topological_order(const std::vector<std::vector<int>>& edges) {
  const int n = static_cast<int>(edges.size());
  std::vector<int> incoming(static_cast<std::size_t>(n));
  for (const auto& from : edges)
    for (const int to : from) ++incoming[static_cast<std::size_t>(to)];
  std::vector<int> ready;
  for (int i = 0; i < n; ++i)
    if (incoming[static_cast<std::size_t>(i)] == 0) ready.push_back(i);
  std::vector<int> order;
  order.reserve(static_cast<std::size_t>(n));
  for (std::size_t next = 0; next < ready.size(); ++next) {
    const int node = ready[next];
    order.push_back(node);
    for (const int to : edges[static_cast<std::size_t>(node)])
      if (--incoming[static_cast<std::size_t>(to)] == 0) ready.push_back(to);
  }
  if (order.size() != edges.size()) return std::nullopt;
  return order;
}

int main() {
  TreeMap<std::string, int> ages;
  ages["ada"] = 36;
  ages["alan"] = 41;
  ages["grace"] = 85;
  TreeMap<std::string, int> copy = ages;
  ages.erase("alan");
  int sum = 0;
  copy.for_each([&](const std::string&, int age) { sum += age; });
  if (const int* age = ages.find("grace")) sum += *age;
  copy = std::move(ages);
  Trie words;
  for (const char* word : {"tree", "trie", "trip"}) words.insert(word);
  const auto found = words.starting_with("tri");
  const auto paths = shortest_paths({{{1, 2.0}, {2, 5.0}}, {{2, 1.0}}, {}}, 0);
  UnionFind sets(4);
  sets.join(0, 1);
  sets.join(2, 3);
  const auto intervals = merged({{1, 3}, {2, 6}, {8, 10}});
  const auto order = topological_order({{1}, {2}, {}});
  return sum + static_cast<int>(found.size() + paths.size() + intervals.size()) +
                     (order ? order->front() : 0) + (words.contains("tree") ? 1 : 0) + sets.find(3) >
                 0
             ? 0
             : 1;
}
