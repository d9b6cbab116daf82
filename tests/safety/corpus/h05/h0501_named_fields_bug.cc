// The last field of a record is looked for one too far.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

class Record {
 public:
  explicit Record(const std::string& text) : in_(text) { in_ >> left_; }

  class Cursor {
   public:
    explicit Cursor(Record* record) : record_(record) {}
    bool operator!=(const Cursor&) const { return record_->left_ > 0; }
    std::string operator*() const {
      std::string name;
      record_->in_ >> name;
      return name;
    }
    Cursor& operator++() {
      --record_->left_;
      return *this;
    }

   private:
    Record* record_;
  };

  Cursor begin() { return Cursor(this); }
  Cursor end() { return Cursor(this); }

 private:
  std::istringstream in_;
  int left_ = 0;
};

static std::size_t width(const std::string& text) {
  Record record(text);
  std::vector<std::string> names;
  for (const std::string& name : record) names.push_back(name);
  return names[0].size() + names[names.size()].size();  // expect: H0501
}

int main() {
  const std::size_t both = width("2 width height");
  std::printf("%zu\n", both);
  return both != 11 ? 0 : 1;
}
