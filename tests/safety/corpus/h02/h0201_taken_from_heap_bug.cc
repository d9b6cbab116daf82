// The last tree is returned by address and ends with the list.
// oracle: asan
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Tree {
  int weight;
  std::unique_ptr<Tree> left, right;
};

static Tree* merged(const std::string& text) {
  std::vector<std::unique_ptr<Tree>> work;
  for (char c : text) {
    work.push_back(std::make_unique<Tree>());
    work.back()->weight = c - 'a';
  }
  while (work.size() > 1) {
    auto right = std::move(work.back());
    work.pop_back();
    auto left = std::move(work.back());
    work.pop_back();
    auto parent = std::make_unique<Tree>();
    parent->weight = left->weight + right->weight;
    parent->left = std::move(left);
    parent->right = std::move(right);
    work.push_back(std::move(parent));
  }
  return work.empty() ? nullptr : work.front().get();  // expect: H0201
}

int main() {
  auto tree = merged("abcd");
  auto none = merged("");
  if (!tree || none) return 1;
  std::printf("%d\n", tree->weight);
  return tree->weight == 6 ? 0 : 2;
}
