// A cursor goes over a list or a table, and gives one node or two: who goes over a list knows which.
// oracle: clean
#include <cassert>
#include <string>
#include <utility>
#include <vector>

class Node;

struct Item {
  const Node* node = nullptr;
  const Node* key = nullptr;
  const Node* value = nullptr;
  const Node& operator*() const { return *node; }
};

class Cursor {
 public:
  enum class Kind { None, List, Table };
  using ListCursor = std::vector<const Node*>::const_iterator;
  using TableCursor = std::vector<std::pair<const Node*, const Node*>>::const_iterator;

  Cursor() = default;
  explicit Cursor(ListCursor at) : kind_(Kind::List), list_(at) {}
  explicit Cursor(TableCursor at) : kind_(Kind::Table), table_(at) {}

  Item operator*() const {
    switch (kind_) {
      case Kind::None:
        return Item();
      case Kind::List:
        return Item{*list_, nullptr, nullptr};
      case Kind::Table:
        return Item{nullptr, table_->first, table_->second};
    }
    return Item();
  }
  Cursor& operator++() {
    if (kind_ == Kind::List) ++list_;
    if (kind_ == Kind::Table) ++table_;
    return *this;
  }
  bool operator!=(const Cursor& other) const {
    if (kind_ != other.kind_) return true;
    return kind_ == Kind::List ? list_ != other.list_ : kind_ == Kind::Table && table_ != other.table_;
  }

 private:
  Kind kind_ = Kind::None;
  ListCursor list_;
  TableCursor table_;
};

class Node {
 public:
  explicit Node(std::string text) : text_(std::move(text)) {}
  virtual ~Node() = default;
  virtual bool is_list() const { return false; }
  virtual bool is_table() const { return false; }
  virtual Cursor begin() const { return Cursor(); }
  virtual Cursor end() const { return Cursor(); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class List : public Node {
 public:
  explicit List(std::vector<const Node*> nodes) : Node("-"), nodes_(std::move(nodes)) {}
  bool is_list() const override { return true; }
  Cursor begin() const override { return Cursor(nodes_.begin()); }
  Cursor end() const override { return Cursor(nodes_.end()); }

 private:
  std::vector<const Node*> nodes_;
};

class Table : public Node {
 public:
  Table(const Node* key, const Node* value) : Node(":"), nodes_{{key, value}} {}
  bool is_table() const override { return true; }
  Cursor begin() const override { return Cursor(nodes_.begin()); }
  Cursor end() const override { return Cursor(nodes_.end()); }

 private:
  std::vector<std::pair<const Node*, const Node*>> nodes_;
};

std::string written(const Node& node) {
  std::string text = node.text();
  if (node.is_list()) {
    for (const Item item : node) text += written(*item);
  } else if (node.is_table()) {
    for (const Item item : node) text += written(*item.key) + "=" + written(*item.value);
  }
  return text;
}

int main() {
  const Node a("a"), b("b");
  const List list({&a, &b});
  const Table table(&a, &list);
  assert(written(table) == ":a=-ab");
}
