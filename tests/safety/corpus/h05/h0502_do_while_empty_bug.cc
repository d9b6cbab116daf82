// The loop looks at an element before it compares the index with the size.
// oracle: debug

#include <cstdio>
#include <string>
#include <vector>

struct Item {
  std::string name;
  int weight;
};

class Backpack {
 public:
  explicit Backpack(int limit) : limit_(limit) {}

  int pack(const std::vector<Item>& items) {
    std::size_t next = 0;
    int weight = 0;
    do {
      const Item& item = items[next];  // expect: H0502
      if (weight + item.weight > limit_) break;
      weight += item.weight;
      ++next;
    } while (next < items.size());
    packed_ += static_cast<int>(next);
    return weight;
  }

  int packed() const { return packed_; }

 private:
  int limit_;
  int packed_ = 0;
};

int main() {
  Backpack backpack(20);
  const std::vector<Item> camping = {{"tent", 9}, {"stove", 3}, {"anvil", 60}};
  const std::vector<Item> nothing;
  const int weight = backpack.pack(camping) + backpack.pack(nothing);
  std::printf("%d kg, %d items\n", weight, backpack.packed());
}
