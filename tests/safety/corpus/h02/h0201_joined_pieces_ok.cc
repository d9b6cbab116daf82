// A piece that is shared is returned by whoever has the last name of it.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

struct Piece {
  explicit Piece(std::string t) : text(std::move(t)) {}
  Piece(std::shared_ptr<const Piece> l, std::shared_ptr<const Piece> r) : left(std::move(l)), right(std::move(r)) {}
  std::string text;
  std::shared_ptr<const Piece> left, right;
};
using Ref = std::shared_ptr<const Piece>;

static Ref join(const Ref& a, const Ref& b) {
  if (!a) return b;
  if (!b) return a;
  return std::make_shared<const Piece>(a, b);
}

static Ref pair(const std::string& first, const std::string& second) {
  Ref a = first.empty() ? nullptr : std::make_shared<const Piece>(first);
  Ref b = std::make_shared<const Piece>(second);
  return join(a, b);
}

int main() {
  Ref one = pair("", "alone");
  Ref two = pair("left", "right");
  std::printf("%s %s\n", one->text.c_str(), two->left->text.c_str());
  return one->text == "alone" && two->right->text == "right" ? 0 : 1;
}
