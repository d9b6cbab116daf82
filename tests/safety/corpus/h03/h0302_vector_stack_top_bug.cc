// The stack keeps its frames in a vector, and a push moves the frame that is referred to.
// oracle: asan

#include <iostream>
#include <stack>
#include <string>
#include <vector>

struct Scope {
  std::string name;
  int declarations = 0;
};

class Checker {
 public:
  void run(const std::string& program) {
    scopes_.push({"global"});
    for (char c : program) {
      Scope& scope = scopes_.top();
      if (c == '{') {
        scopes_.push({scope.name + "::{" + std::to_string(scope.declarations) + "}"});
        ++scope.declarations;  // expect: H0302
      } else if (c == '}') {
        if (scopes_.size() > 1) scopes_.pop();
      } else if (c == ';') {
        ++scope.declarations;
      }
    }
  }

  int declarations() const { return scopes_.empty() ? 0 : scopes_.top().declarations; }

 private:
  std::stack<Scope, std::vector<Scope>> scopes_;
};

int main() {
  Checker checker;
  checker.run("int a; int f() { int b; { int c; } } int d;");
  std::cout << checker.declarations() << '\n';
}
