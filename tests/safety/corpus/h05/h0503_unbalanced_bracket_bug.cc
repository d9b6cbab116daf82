// A closing bracket takes the top of a stack that has nothing on it.
// oracle: debug

#include <cstdio>
#include <stack>
#include <string>

bool balanced(const std::string& text) {
  std::stack<char> open;
  for (char c : text) {
    switch (c) {
      case '(':
        open.push(')');
        break;
      case '[':
        open.push(']');
        break;
      case '{':
        open.push('}');
        break;
      case ')':
      case ']':
      case '}':
        if (open.top() != c) return false;  // expect: H0503
        open.pop();
        break;
      default:
        break;
    }
  }
  return open.empty();
}

int main() {
  int good = 0;
  for (const char* text : {"f(a[1])", "{ (] }", "while (x) { y(); }", "oh no :-)"}) {
    if (balanced(text)) ++good;
  }
  std::printf("%d balanced\n", good);
}
