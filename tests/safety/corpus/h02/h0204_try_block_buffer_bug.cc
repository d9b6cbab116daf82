// The view is of a string that was declared inside of the try block.
// oracle: asan

#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

std::string read_setting(int index) {
  if (index > 2) throw std::out_of_range("there is no such setting in this file");
  return "the value of the setting with the index " + std::to_string(index);
}

class Report {
 public:
  bool add(int index) {
    std::string_view value;
    try {
      std::string text = read_setting(index);
      value = text;
    } catch (const std::out_of_range& problem) {
      ++failures_;
      return false;
    }
    size_ += value.size();
    last_ = value;  // expect: H0204
    return true;
  }

  int failures() const { return failures_; }
  const std::string& last() const { return last_; }

 private:
  std::size_t size_ = 0;
  int failures_ = 0;
  std::string last_;
};

int main() {
  Report report;
  for (int index = 1; index < 4; ++index) report.add(index);
  std::cout << report.last() << ", " << report.failures() << " failures\n";
}
