// One of the implementations of name() returns a view of what it has just put together.
// oracle: asan

#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

class Node {
 public:
  virtual ~Node() = default;
  virtual std::string_view name() const = 0;
};

class Leaf final : public Node {
 public:
  std::string_view name() const override { return "leaf"; }
};

class Branch final : public Node {
 public:
  Branch(std::string tag, int arity) : tag_(std::move(tag)), arity_(arity) {}
  std::string_view name() const override {
    const std::string text = "branch<" + tag_ + "," + std::to_string(arity_) + ">";
    return text;  // expect: H0201
  }

 private:
  std::string tag_;
  int arity_;
};

std::string join(const std::vector<std::unique_ptr<Node>>& nodes) {
  std::string result;
  for (const auto& node : nodes) {
    const std::string_view name = node->name();
    if (!result.empty()) result += ' ';
    result += name;
  }
  return result;
}

int main() {
  std::vector<std::unique_ptr<Node>> nodes;
  nodes.push_back(std::make_unique<Leaf>());
  nodes.push_back(std::make_unique<Branch>("statement_list", 4));
  std::cout << join(nodes) << '\n';
}
