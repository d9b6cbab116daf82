// The copy is cut at the room that the label has.
// oracle: clean
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>

struct Label {
  char text[16];
};

class Chart {
 public:
  void set_title(const std::string& title) {
    std::size_t length = std::min(title.size(), sizeof title_->text - 1);
    std::memcpy(title_->text, title.data(), length);
    title_->text[length] = '\0';
  }
  const char* title() const { return title_->text; }

  Chart() : title_(new Label()) {}
  ~Chart() { delete title_; }
  Chart(const Chart&) = delete;
  Chart& operator=(const Chart&) = delete;

 private:
  Label* title_;
};

int main() {
  Chart chart;
  chart.set_title("Quarterly revenue by region");
  std::printf("%s\n", chart.title());
  return 0;
}
