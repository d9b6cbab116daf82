// The number of operands is checked first.
// oracle: clean

#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

class Calculator {
 public:
  std::optional<double> run(const std::string& program) {
    stack_.clear();
    std::istringstream words(program);
    for (std::string word; words >> word;) {
      if (word == "+" || word == "*") {
        if (!apply(word[0])) return std::nullopt;
      } else {
        stack_.push_back(std::stod(word));
      }
    }
    if (stack_.size() != 1) return std::nullopt;
    return stack_.back();
  }

 private:
  bool apply(char operation) {
    if (stack_.size() < 2) return false;
    const double right = pop();
    const double left = pop();
    stack_.push_back(operation == '+' ? left + right : left * right);
    return true;
  }

  double pop() {
    const double value = stack_.back();
    stack_.pop_back();
    return value;
  }

  std::vector<double> stack_;
};

int main() {
  Calculator calculator;
  for (const char* program : {"1 2 + 4 *", "1 2", "7 +"}) {
    const auto result = calculator.run(program);
    std::cout << (result ? *result : -1) << '\n';
  }
}
