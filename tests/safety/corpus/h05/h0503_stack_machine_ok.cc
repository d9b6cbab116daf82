// Both operands are asked for.
// oracle: clean
#include <cstdio>
#include <stack>
#include <string>

class Calculator {
 public:
  bool feed(char symbol) {
    if (symbol >= '0' && symbol <= '9') {
      operands_.push(symbol - '0');
      return true;
    }
    if (operands_.size() < 2) return false;
    const int right = operands_.top();
    operands_.pop();
    const int left = operands_.top();
    operands_.pop();
    operands_.push(symbol == '+' ? left + right : left * right);
    return true;
  }
  bool done() const { return operands_.size() == 1; }

 private:
  std::stack<int> operands_;
};

int main() {
  Calculator calculator;
  int understood = 0;
  for (char symbol : std::string("34+*")) understood += calculator.feed(symbol);
  std::printf("%d %d\n", understood, calculator.done());
}
