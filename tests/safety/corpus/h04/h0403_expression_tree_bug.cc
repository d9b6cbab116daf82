// A negation has only its right operand, and evaluate() asks for the left one first.
// oracle: asan

#include <cstdio>
#include <memory>
#include <utility>

struct Expression {
  char op;
  int value = 0;
  std::unique_ptr<Expression> left;
  std::unique_ptr<Expression> right;
};

using Owner = std::unique_ptr<Expression>;

Owner number(int value) { return std::make_unique<Expression>('n', value); }

Owner negate(Owner operand) {
  auto node = std::make_unique<Expression>('~');
  node->right = std::move(operand);
  return node;
}

Owner binary(char op, Owner left, Owner right) {
  return std::make_unique<Expression>(op, 0, std::move(left), std::move(right));
}

int evaluate(const Expression& node) {
  if (node.op == 'n') return node.value;
  int left = evaluate(*node.left);  // expect?: H0403
  int right = evaluate(*node.right);
  switch (node.op) {
    case '+':
      return left + right;
    case '*':
      return left * right;
    default:
      return -right;
  }
}

int main() {
  Owner sum = binary('+', number(2), binary('*', number(3), number(4)));
  std::printf("%d\n", evaluate(*sum));
  Owner difference = binary('+', number(9), negate(number(5)));
  std::printf("%d\n", evaluate(*difference));
}
