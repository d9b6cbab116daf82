// The guard refers to a string of the inner block and outlives it.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>

class Indent {
 public:
  explicit Indent(std::string& prefix) : prefix_(prefix), before_(prefix.size()) { prefix_ += "  "; }
  ~Indent() { prefix_.resize(before_); }
  Indent(const Indent&) = delete;
  Indent& operator=(const Indent&) = delete;
  void deeper() { prefix_ += "  "; }  // expect?: H0202

 private:
  std::string& prefix_;
  std::size_t before_;
};

int main() {
  std::unique_ptr<Indent> indent;
  int lines = 0;
  {
    std::string prefix = "> a prefix that is not short at all";
    indent = std::make_unique<Indent>(prefix);  // expect?: H0202
    std::printf("%s%d\n", prefix.c_str(), ++lines);
  }
  indent->deeper();  // expect?: H0202
  std::printf("%d\n", lines);
}
