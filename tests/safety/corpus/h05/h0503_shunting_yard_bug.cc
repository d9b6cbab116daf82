// A closing bracket without an opening one empties the stack.
// oracle: debug
#include <cstdio>
#include <stack>
#include <string>

static std::string to_postfix(const std::string& expression) {
  std::string output;
  std::stack<char> operators;
  for (char c : expression) {
    if (c == '(' || c == '+' || c == '*') {
      operators.push(c);
    } else if (c == ')') {
      while (operators.top() != '(') {  // expect: H0503
        output.push_back(operators.top());
        operators.pop();
      }
      operators.pop();
    } else {
      output.push_back(c);
    }
  }
  while (!operators.empty()) {
    output.push_back(operators.top());
    operators.pop();
  }
  return output;
}

int main() {
  std::printf("%s\n", to_postfix("a+b)").c_str());
  return 0;
}
