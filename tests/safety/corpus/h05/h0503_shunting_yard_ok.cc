// The loop stops when the stack is empty.
// oracle: clean
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
      while (!operators.empty() && operators.top() != '(') {
        output.push_back(operators.top());
        operators.pop();
      }
      if (!operators.empty()) operators.pop();
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
