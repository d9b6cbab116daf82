// The entry is read before it is erased.
// oracle: clean

#include <cstdio>
#include <set>
#include <string>

class Deadlines {
 public:
  void add(int day) { days_.insert(day); }

  int expire(int today) {
    int late = 0;
    while (!days_.empty()) {
      const auto& first = *days_.begin();
      if (first >= today) break;
      late += today - first;
      days_.erase(days_.begin());
    }
    return late;
  }

 private:
  std::set<int> days_;
};

int main() {
  Deadlines deadlines;
  for (int day : {3, 9, 4}) deadlines.add(day);
  std::printf("%d\n", deadlines.expire(8));
}
