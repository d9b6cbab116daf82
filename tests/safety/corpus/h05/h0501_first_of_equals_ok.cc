// What is new goes into the list, whose first element cannot have been seen before.
// oracle: clean

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
      different.push_back(std::move(shape));
    } else {
      different[known->second].uses += shape.uses;
    }
  }
  return different;
}

int main() {
  for (const Shape& shape : unite({{"circle", 7}, {"square", 9}, {"disc", 7}}))
    std::cout << shape.name << ' ' << shape.uses << '\n';
}
