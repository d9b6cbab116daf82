// The copy is as long as the text and its terminator, whatever room the label has.
// oracle: asan
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
    std::memcpy(title_->text, title.c_str(), title.size() + 1);  // expect: H0504
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
