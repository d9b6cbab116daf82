// The visitor is handed to itself.
// oracle: clean

#include <cstdio>
#include <functional>
#include <vector>

struct Tree {
  int value;
  std::vector<Tree> children;
};

struct Metric {
  const char* name;
  std::function<int(const Tree&)> count;
};

Metric larger_than(int threshold) {
  const auto visit = [threshold](const auto& self, const Tree& tree) -> int {
    int count = tree.value > threshold ? 1 : 0;
    for (const Tree& child : tree.children) count += self(self, child);
    return count;
  };
  return Metric{"larger", [visit](const Tree& tree) { return visit(visit, tree); }};
}

class Forest {
 public:
  void plant(Tree tree) { trees_.push_back(std::move(tree)); }

  int evaluate(const Metric& metric) const {
    int sum = 0;
    for (const Tree& tree : trees_) sum += metric.count(tree);
    return sum;
  }

 private:
  std::vector<Tree> trees_;
};

int main() {
  Forest forest;
  forest.plant({5, {}});
  forest.plant({1, {{7, {}}, {2, {{9, {}}}}}});
  const Metric metric = larger_than(4);
  std::printf("%s: %d\n", metric.name, forest.evaluate(metric));
}
