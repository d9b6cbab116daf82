// Labels that were listed are copied into the vector, each with a text of its own.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class Label {
 public:
  explicit Label(std::string_view text) : text_(std::make_unique<std::string>(text)) {}
  Label(const Label& other) : text_(std::make_unique<std::string>(*other.text_)) {}
  Label& operator=(const Label& other) {
    text_ = std::make_unique<std::string>(*other.text_);
    return *this;
  }
  std::string_view text() const { return *text_; }

 private:
  std::unique_ptr<std::string> text_;
};

int main() {
  const std::string prefix = "a label that is long enough for the heap: ";
  const std::vector<Label> labels{Label(prefix + "first"), Label(prefix + "second")};
  std::printf("%s\n", std::string(labels.front().text()).c_str());
  for (const Label& label : labels) std::printf("%c\n", label.text().back());
  return 0;
}
