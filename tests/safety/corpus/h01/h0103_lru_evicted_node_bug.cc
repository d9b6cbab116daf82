// The node that was evicted is looked at for its key after it was deleted.
// oracle: asan
#include <cstdio>
#include <string>
#include <unordered_map>

struct Node {
  std::string key;
  int value;
  Node* newer = nullptr;
};

class Lru {
 public:
  explicit Lru(std::size_t capacity) : capacity_(capacity) {}
  ~Lru() {
    while (oldest_) {
      Node* next = oldest_->newer;
      delete oldest_;
      oldest_ = next;
    }
  }

  void put(const std::string& key, int value) {
    if (index_.size() == capacity_) evict();
    Node* node = new Node{key, value};
    if (newest_) newest_->newer = node;
    newest_ = node;
    if (!oldest_) oldest_ = node;
    index_[key] = node;
  }

 private:
  void evict() {
    Node* victim = oldest_;
    oldest_ = victim->newer;
    if (!oldest_) newest_ = nullptr;
    delete victim;
    index_.erase(victim->key);  // expect: H0103
  }

  std::size_t capacity_;
  Node* oldest_ = nullptr;
  Node* newest_ = nullptr;
  std::unordered_map<std::string, Node*> index_;
};

int main() {
  Lru cache(2);
  cache.put("a", 1);
  cache.put("b", 2);
  cache.put("c", 3);
  std::printf("done\n");
  return 0;
}
