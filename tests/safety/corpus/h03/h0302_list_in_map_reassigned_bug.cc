// The reference is to an element of a map's vector, and the vector is cleared.
// oracle: asan

#include <iostream>
#include <map>
#include <string>
#include <vector>

class Schedule {
 public:
  void add(const std::string& day, const std::string& talk) { talks_[day].push_back(talk); }

  void shift(const std::string& from, const std::string& to) {
    auto& moved = talks_[from];
    if (moved.empty()) return;
    const std::string& opening = moved.front();
    talks_[to] = std::move(moved);
    moved = {"closed on this day, see " + to};
    talks_[to + " (evening)"] = {};
    talks_[to].clear();
    last_opening_ = opening;  // expect: H0302
  }

  const std::string& last_opening() const { return last_opening_; }

 private:
  std::map<std::string, std::vector<std::string>> talks_;
  std::string last_opening_;
};

int main() {
  Schedule schedule;
  schedule.add("monday", "Opening of the conference and a few words");
  schedule.add("monday", "Lifetimes");
  schedule.shift("monday", "tuesday");
  std::cout << schedule.last_opening() << '\n';
}
