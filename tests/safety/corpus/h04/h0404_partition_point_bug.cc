// Every revision is good, so partition_point gives end(), which is reported as the first bad one.
// oracle: debug

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
    return first_bad->author;  // expect: H0404
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
