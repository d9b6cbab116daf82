// The iterator is what erase_after returns.
// oracle: clean

#include <forward_list>
#include <iostream>
#include <string>

struct Rule {
  std::string pattern;
  int hits;
};

class RuleChain {
 public:
  void add(std::string pattern, int hits) { rules_.push_front({std::move(pattern), hits}); }

  int prune(int minimum) {
    int pruned = 0;
    auto before = rules_.before_begin();
    auto rule = rules_.begin();
    while (rule != rules_.end()) {
      if (rule->hits < minimum) {
        rule = rules_.erase_after(before);
        ++pruned;
      } else {
        before = rule++;
      }
    }
    return pruned;
  }

 private:
  std::forward_list<Rule> rules_;
};

int main() {
  RuleChain chain;
  chain.add("*.tmp", 0);
  chain.add("*.o", 210);
  chain.add("core", 1);
  std::cout << chain.prune(2) << " pruned\n";
}
