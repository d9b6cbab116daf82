// The counter is decremented after the comparison with zero.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

class History {
 public:
  void visit(std::string page) { pages_.push_back(std::move(page)); }

  int last_index_of(const std::string& page) const {
    for (std::size_t i = pages_.size(); i-- > 0;) {
      if (pages_[i] == page) return static_cast<int>(i);
    }
    return -1;
  }

  std::size_t size() const { return pages_.size(); }

 private:
  std::vector<std::string> pages_;
};

bool visited(const History& history, const std::string& page) { return history.last_index_of(page) >= 0; }

int main() {
  History history;
  history.visit("/");
  history.visit("/products");
  history.visit("/products/17");
  history.visit("/products");
  std::printf("%d\n", history.last_index_of("/products"));
  std::printf("%d\n", visited(history, "/imprint"));
}
