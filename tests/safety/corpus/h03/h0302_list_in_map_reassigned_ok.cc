// The reference is to the vector itself, which stays where it is.
// oracle: clean

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
    const auto& opening = talks_[to];
    talks_[to] = std::move(moved);
    moved = {"closed on this day, see " + to};
    talks_[to + " (evening)"] = {};
    last_opening_ = opening.front();
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
