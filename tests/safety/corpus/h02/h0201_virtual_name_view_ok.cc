// That implementation puts its name together when it is made.
// oracle: clean

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
  Branch(std::string tag, int arity) : text_("branch<" + tag + "," + std::to_string(arity) + ">") {}
  std::string_view name() const override { return text_; }

 private:
  std::string text_;
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
