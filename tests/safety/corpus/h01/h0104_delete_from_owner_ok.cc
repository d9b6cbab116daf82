// The table is asked to drop the row.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>

struct Row {
  int id;
  std::string text;
};

class Table {
 public:
  Row* insert(int id, std::string text) {
    auto& slot = rows_[id];
    slot = std::make_unique<Row>(Row{id, std::move(text)});
    return slot.get();
  }
  Row* find(int id) const {
    auto it = rows_.find(id);
    return it == rows_.end() ? nullptr : it->second.get();
  }
  void drop(int id) { rows_.erase(id); }

 private:
  std::unordered_map<int, std::unique_ptr<Row>> rows_;
};

static void purge(Table& table, int id) {
  Row* row = table.find(id);
  if (!row) return;
  std::printf("purge %s\n", row->text.c_str());
  table.drop(id);
}

int main() {
  Table table;
  table.insert(1, "one");
  table.insert(2, "two");
  purge(table, 1);
  return 0;
}
