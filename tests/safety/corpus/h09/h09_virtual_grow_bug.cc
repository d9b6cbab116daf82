// A reference into an object is held over a virtual call that may change the object.
// oracle: asan
#include <iostream>
#include <memory>
#include <vector>

namespace [[hull::safe]] app {
class Store {
 public:
  virtual ~Store() = default;
  virtual void refresh() = 0;
  const int& first() const { return rows_.front(); }
  void add(int row) { rows_.push_back(row); }
 protected:
  std::vector<int> rows_;
};
class Reloading : public Store {
 public:
  void refresh() override {
    rows_.clear();
    for (int i = 0; i < 9; ++i) rows_.push_back(i);
  }
};
void show(Store& store) {
  const int& first = store.first();
  store.refresh();
  std::cout << first << '\n';  // expect: H0911
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Reloading store;
  store.add(7);
  show(store);
}
