// An entry is changed through the position that the index keeps: positions in a list stay.
// oracle: clean
#include <cstdio>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

class Cache {
 public:
  explicit Cache(std::size_t capacity) : capacity_(capacity) {}

  const std::string* get(const std::string& key) {
    auto it = index_.find(key);
    if (it == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, it->second);
    return &it->second->second;
  }

  void put(std::string key, std::string value) {
    if (auto it = index_.find(key); it != index_.end()) {
      it->second->second = std::move(value);
      entries_.splice(entries_.begin(), entries_, it->second);
      return;
    }
    if (entries_.size() == capacity_) {
      index_.erase(entries_.back().first);
      entries_.pop_back();
    }
    entries_.emplace_front(std::move(key), std::move(value));
    index_.emplace(entries_.front().first, entries_.begin());
  }

 private:
  std::size_t capacity_;
  std::list<std::pair<std::string, std::string>> entries_;
  std::unordered_map<std::string, std::list<std::pair<std::string, std::string>>::iterator> index_;
};

int main() {
  Cache cache(2);
  cache.put("a", "alpha");
  const std::string* found = cache.get("a");
  cache.put("b", "beta");
  if (!found) return 1;
  std::printf("%s\n", found->c_str());
  cache.put("c", "gamma");
  return cache.get("a") == nullptr ? 0 : 2;
}
