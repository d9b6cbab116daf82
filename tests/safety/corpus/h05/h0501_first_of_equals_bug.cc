// What was seen before is looked up in the list that is still to be filled.
// oracle: debug

#include <cstdint>
#include <iostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Shape {
  std::string name;
  std::uint64_t digest;
  int uses = 1;
};

// Shapes with equal digests become one.
std::vector<Shape> unite(std::vector<Shape> shapes) {
  std::unordered_map<std::uint64_t, std::size_t> seen;
  std::vector<Shape> different;
  for (Shape& shape : shapes) {
    const auto [known, fresh] = seen.try_emplace(shape.digest, different.size());
    if (fresh) {
      different[known->second].uses += shape.uses;  // expect: H0501
    } else {
      different.push_back(std::move(shape));
    }
  }
  return different;
}

int main() {
  for (const Shape& shape : unite({{"circle", 7}, {"square", 9}, {"disc", 7}}))
    std::cout << shape.name << ' ' << shape.uses << '\n';
}
