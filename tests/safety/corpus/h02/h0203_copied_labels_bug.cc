// Labels that were listed are copied into the vector, but refer to texts that have ended with the list.
// oracle: asan
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class Label {
 public:
  explicit Label(std::string_view text) : text_(text) {}
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

int main() {
  const std::string prefix = "a label that is long enough for the heap: ";
  const std::vector<Label> labels{Label(prefix + "first"), Label(prefix + "second")};
  std::printf("%s\n", std::string(labels.front().text()).c_str());  // expect: H0203
  for (const Label& label : labels) std::printf("%c\n", label.text().back());
  return 0;
}
