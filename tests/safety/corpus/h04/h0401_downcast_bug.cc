// dynamic_cast gives null for a group, which is no leaf, and its size is read.
// oracle: asan

#include <cstdio>
#include <memory>
#include <vector>

struct Item {
  virtual ~Item() = default;
};

struct Leaf : Item {
  explicit Leaf(int size) : size(size) {}
  int size;
};

struct Group : Item {
  std::vector<std::unique_ptr<Item>> items;
};

int TotalSize(const Group& group, int depth = 0) {
  int total = 0;
  for (const auto& item : group.items) {
    if (auto* nested = dynamic_cast<const Group*>(item.get()); nested && depth < 1) {
      total += TotalSize(*nested, depth + 1);
      continue;
    }
    auto* leaf = dynamic_cast<const Leaf*>(item.get());
    total += leaf->size;  // expect: H0401
  }
  return total;
}

int main() {
  Group root;
  root.items.push_back(std::make_unique<Leaf>(3));
  auto inner = std::make_unique<Group>();
  inner->items.push_back(std::make_unique<Leaf>(4));
  inner->items.push_back(std::make_unique<Group>());
  root.items.push_back(std::move(inner));
  std::printf("%d\n", TotalSize(root));
}
