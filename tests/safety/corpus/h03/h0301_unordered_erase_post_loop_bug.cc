// The fullest shelf's iterator is kept across a loop that erases by condition, that shelf too.
// oracle: asan

#include <cstdio>
#include <unordered_map>

class Warehouse {
 public:
  void store(int shelf, int boxes) { shelves_[shelf] += boxes; }

  int tidy(int most) {
    if (shelves_.empty()) return 0;
    auto fullest = shelves_.begin();
    for (auto it = shelves_.begin(); it != shelves_.end(); ++it) {
      if (it->second > fullest->second) fullest = it;
    }
    for (auto it = shelves_.begin(); it != shelves_.end();) {
      const bool over = it->second > most;
      if (over) {
        it = shelves_.erase(it);
      } else {
        ++it;
      }
    }
    return fullest->second;  // expect: H0301
  }

 private:
  std::unordered_map<int, int> shelves_;
};

int main() {
  Warehouse warehouse;
  warehouse.store(1, 20);
  warehouse.store(2, 75);
  warehouse.store(3, 5);
  warehouse.store(1, 3);
  std::printf("%d\n", warehouse.tidy(50));
}
