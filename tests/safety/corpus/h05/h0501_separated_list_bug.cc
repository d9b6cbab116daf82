// The separator is chosen by the next part, also behind the last one.
// oracle: debug
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

class Clause {
 public:
  void add(std::string part) { parts_.push_back(std::move(part)); }
  std::size_t count() const { return parts_.size(); }
  std::string text() const {
    if (count() == 0) return "nothing";
    if (count() == 1) return "just " + parts_[0];
    std::string all = "all of ";
    for (std::size_t i = 0; i != count(); ++i) {
      all += parts_[i];
      all += parts_[i + 1].empty() ? "" : ", ";  // expect: H0501
    }
    return all;
  }

 private:
  std::vector<std::string> parts_;
};

int main() {
  Clause clause;
  clause.add("red");
  clause.add("green");
  clause.add("blue");
  const std::string text = clause.text();
  std::printf("%s\n", text.c_str());
  return text == "all of red, green, blue" ? 0 : 1;
}
