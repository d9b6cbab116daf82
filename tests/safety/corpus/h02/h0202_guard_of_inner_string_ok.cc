// The string lives as long as the guard.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>

class Indent {
 public:
  explicit Indent(std::string& prefix) : prefix_(prefix), before_(prefix.size()) { prefix_ += "  "; }
  ~Indent() { prefix_.resize(before_); }
  Indent(const Indent&) = delete;
  Indent& operator=(const Indent&) = delete;
  void deeper() { prefix_ += "  "; }

 private:
  std::string& prefix_;
  std::size_t before_;
};

int main() {
  std::string prefix = "> a prefix that is not short at all";
  std::unique_ptr<Indent> indent;
  int lines = 0;
  {
    indent = std::make_unique<Indent>(prefix);
    std::printf("%s%d\n", prefix.c_str(), ++lines);
  }
  indent->deeper();
  std::printf("%d\n", lines);
}
