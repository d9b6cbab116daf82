// The loop ends one element earlier.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Stop {
  std::string name;
  double kilometre;
};

class Line {
 public:
  void add(std::string name, double kilometre) { stops_.push_back({std::move(name), kilometre}); }

  double longest_leg() const {
    double longest = 0;
    for (std::size_t i = 0; i + 1 < stops_.size(); ++i) {
      const double leg = stops_[i + 1].kilometre - stops_[i].kilometre;
      if (leg > longest) longest = leg;
    }
    return longest;
  }

  bool ordered() const {
    for (std::size_t i = 1; i < stops_.size(); ++i) {
      if (stops_[i].kilometre < stops_[i - 1].kilometre) return false;
    }
    return true;
  }

 private:
  std::vector<Stop> stops_;
};

int main() {
  Line line;
  line.add("Central", 0);
  line.add("Museum", 1.2);
  line.add("Harbour", 4.7);
  if (!line.ordered()) return 1;
  std::cout << line.longest_leg() << '\n';
}
