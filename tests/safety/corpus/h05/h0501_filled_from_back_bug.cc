// A node is filled from behind its last edge on.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <string_view>

struct Node {
  static constexpr std::size_t kMostEdges = 6;
  std::size_t capacity() const { return kMostEdges; }

  std::size_t begin = 0;
  std::string_view edges[kMostEdges];
};

static std::string_view fill(Node& node, std::string_view text, std::size_t most) {
  std::size_t begin = node.capacity();
  while (!text.empty() && begin != 0) {
    const std::size_t length = text.size() < most ? text.size() : most;
    node.edges[begin--] = text.substr(text.size() - length);  // expect: H0501
    text.remove_suffix(length);
  }
  node.begin = begin;
  return text;
}

int main() {
  Node node;
  const std::string_view left = fill(node, "the end of a text", 2);
  std::printf("%zu of %zu left\n", left.size(), node.begin);
  return left == "the e" && node.begin == 0 ? 0 : 1;
}
