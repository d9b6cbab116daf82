// The names are bound to the first entry of a map that the call returned.
// oracle: asan

#include <functional>
#include <iostream>
#include <map>
#include <string>

class Election {
 public:
  void vote(const std::string& candidate) { ++votes_[candidate]; }

  std::multimap<int, std::string, std::greater<>> ranking() const {
    std::multimap<int, std::string, std::greater<>> result;
    for (const auto& [candidate, count] : votes_) result.emplace(count, candidate);
    return result;
  }

 private:
  std::map<std::string, int> votes_;
};

int main() {
  Election election;
  for (const char* ballot : {"the candidate of the left side of the aisle",
                             "nobody at all, thank you very much", "nobody at all, thank you very much"}) {
    election.vote(ballot);
  }
  const auto& [count, winner] = *election.ranking().begin();  // expect?: H0203
  std::cout << winner << " wins with " << count << '\n';      // expect?: H0203
  return count == 2 ? 0 : 1;                                  // expect?: H0203
}
