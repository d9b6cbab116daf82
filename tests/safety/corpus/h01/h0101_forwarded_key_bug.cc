// The item is forwarded into the store, and an rvalue's name is then read for the index.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

struct Product {
  std::string name;
  int stock;
};

class Catalog {
 public:
  template <typename T>
  std::size_t add(T&& item) {
    std::size_t position = items_.size();
    items_.push_back(std::forward<T>(item));
    index_[item.name] = position;  // expect: H0101
    return position;
  }

  const Product* find(const std::string& name) const {
    auto found = index_.find(name);
    return found == index_.end() ? nullptr : &items_[found->second];
  }

 private:
  std::vector<Product> items_;
  std::map<std::string, std::size_t> index_;
};

int main() {
  Catalog catalog;
  Product lamp{"lamp", 3};
  catalog.add(lamp);
  catalog.add(Product{"chair", 12});
  const Product* found = catalog.find("lamp");
  assert(found && found->stock == 3);
  found = catalog.find("chair");
  assert(found != nullptr);
  assert(found->stock == 12);
}
