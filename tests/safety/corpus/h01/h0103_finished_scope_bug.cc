// The scope is looked at after the stack that owns it has let go of it.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Scope {
  std::string name;
  int indent = 0;
};

class Printer {
 public:
  void open(const std::string& name) {
    auto scope = std::make_unique<Scope>();
    scope->name = name;
    scope->indent = static_cast<int>(scopes_.size()) * 2;
    scopes_.push_back(std::move(scope));
  }

  void close() {
    if (scopes_.empty()) return;
    Scope* finished = scopes_.back().get();
    scopes_.pop_back();
    std::printf("%*send of %s\n", finished->indent, "", finished->name.c_str());  // expect: H0103
  }

 private:
  std::vector<std::unique_ptr<Scope>> scopes_;
};

int main() {
  Printer printer;
  printer.open("module");
  printer.open("function");
  printer.close();
  printer.close();
}
