// One raw pointer is given to two owners, of which each frees it.
// oracle: asan
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

struct Region {
  int first;
  int last;
};

using Handle = std::unique_ptr<Region, void (*)(Region*)>;

static void keep(Region*) {}
static void drop(Region* region) { delete region; }

class Map {
 public:
  void add(Handle region) { regions_.push_back(std::move(region)); }
  int size() const {
    int all = 0;
    for (const Handle& region : regions_) all += region->last - region->first;
    return all;
  }

 private:
  std::vector<Handle> regions_;
};

int main() {
  auto heap = std::make_unique<Region>(Region{0, 10});
  std::shared_ptr<Region> seen(heap.get());  // expect: H0106
  Map map;
  map.add(Handle(heap.get(), keep));
  map.add(Handle(new Region{10, 30}, drop));
  std::printf("%d %d\n", map.size(), seen->last);
  return map.size() == 30 ? 0 : 1;
}
