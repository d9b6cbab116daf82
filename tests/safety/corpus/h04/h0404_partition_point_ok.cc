// The end is told apart from a revision that is bad.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

struct Revision {
  int number;
  std::string author;
};

class Bisection {
 public:
  explicit Bisection(int revisions) {
    for (int number = 1; number <= revisions; ++number) {
      revisions_.push_back({number, number % 2 ? "ada" : "bob"});
    }
  }

  std::string culprit(const std::function<bool(int)>& is_good) const {
    const auto first_bad =
        std::partition_point(revisions_.begin(), revisions_.end(),
                             [&](const Revision& revision) { return is_good(revision.number); });
    if (first_bad == revisions_.end()) return "nobody";
    return first_bad->author;
  }

 private:
  std::vector<Revision> revisions_;
};

int main() {
  Bisection bisection(12);
  std::string first = bisection.culprit([](int number) { return number < 6; });
  std::string second = bisection.culprit([](int number) { return number < 100; });
  std::printf("%s, %s\n", first.c_str(), second.c_str());
}
