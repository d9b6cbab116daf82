// The number of writes is taken before the transaction is reset.
// oracle: clean

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
    std::size_t count = open_->writes.size();
    open_.reset();
    return count;
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
