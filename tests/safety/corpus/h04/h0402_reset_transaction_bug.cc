// commit() resets the open transaction and then returns the number of its writes.
// oracle: debug

#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Transaction {
  std::vector<std::pair<std::string, int>> writes;
  int id;
};

class Store {
 public:
  bool Begin() {
    if (open_) return false;
    open_.emplace();
    open_->id = ++last_id_;
    return true;
  }

  void Put(std::string key, int value) {
    if (!open_) return;
    open_->writes.emplace_back(std::move(key), value);
  }

  std::size_t Commit() {
    if (!open_.has_value()) return 0;
    for (auto& [key, value] : open_->writes) values_[key] = value;
    open_.reset();
    return open_->writes.size();  // expect: H0402
  }

 private:
  std::map<std::string, int> values_;
  std::optional<Transaction> open_;
  int last_id_ = 0;
};

int main() {
  Store store;
  store.Begin();
  store.Put("a", 1);
  store.Put("b", 2);
  std::printf("%zu writes\n", store.Commit());
}
