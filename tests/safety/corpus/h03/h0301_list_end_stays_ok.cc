// The end of a list stays its end, whatever is inserted.
// oracle: clean

#include <cstdio>
#include <list>
#include <vector>

class Chain {
 public:
  using Links = std::list<int>;

  void add(int value) { links_.push_back(value); }

  int double_large(int limit) {
    int doubled = 0;
    const auto end = links_.end();
    auto at = links_.begin();
    while (at != end) {
      const int value = *at;
      ++at;
      if (value <= limit) continue;
      links_.push_back(value / 2);
      ++doubled;
      if (doubled == 10) break;
    }
    return doubled;
  }

  std::size_t size() const { return links_.size(); }

 private:
  Links links_;
};

int main() {
  Chain chain;
  for (int value : {3, 40, 5, 12}) chain.add(value);
  const int doubled = chain.double_large(10);
  std::printf("%d doubled, %zu links\n", doubled, chain.size());
}
