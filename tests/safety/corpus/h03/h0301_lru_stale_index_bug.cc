// Eviction removes the list's node but leaves its iterator in the index.
// oracle: asan

#include <iostream>
#include <list>
#include <string>
#include <unordered_map>

class LruCache {
 public:
  explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

  void put(const std::string& key, int value) {
    if (!items_.empty() && items_.size() >= capacity_) {
      items_.pop_back();
    }
    items_.emplace_front(key, value);
    index_[key] = items_.begin();
  }

  int get(const std::string& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return -1;
    items_.splice(items_.begin(), items_, found->second);  // expect?: H0301
    return found->second->second;                          // expect?: H0301
  }

 private:
  using Items = std::list<std::pair<std::string, int>>;
  std::size_t capacity_;
  Items items_;
  std::unordered_map<std::string, Items::iterator> index_;
};

int main() {
  LruCache cache(2);
  cache.put("one", 1);
  cache.put("two", 2);
  cache.get("one");
  cache.put("three", 3);
  std::cout << cache.get("one") << ' ' << cache.get("two") << '\n';
}
