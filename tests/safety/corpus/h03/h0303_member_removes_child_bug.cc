// The loop over the children calls a member function that erases from the children.
// oracle: debug

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

class Group {
 public:
  void add(std::string name, int weight) { children_.push_back({std::move(name), weight}); }

  int collapse(int minimum) {
    int collapsed = 0;
    for (const Child& child : children_) {  // expect?: H0303
      if (child.weight >= minimum) continue;
      collapsed += child.weight;
      remove(child.name);  // expect?: H0303
    }
    return collapsed;
  }

 private:
  struct Child {
    std::string name;
    int weight;
  };

  void remove(std::string name) {
    const auto found = std::find_if(children_.begin(), children_.end(),
                                    [&](const Child& child) { return child.name == name; });
    if (found != children_.end()) children_.erase(found);  // expect?: H0303
  }

  std::vector<Child> children_;
};

int main() {
  Group group;
  group.add("a child of very little weight at all", 1);
  group.add("the second child, which weighs more", 9);
  group.add("a third child that is light as well", 2);
  std::cout << group.collapse(5) << '\n';
}
