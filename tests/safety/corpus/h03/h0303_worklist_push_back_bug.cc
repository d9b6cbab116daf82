// The worklist grows while the range-for goes over it.
// oracle: debug

#include <cstdio>
#include <map>
#include <vector>

class CallGraph {
 public:
  void call(int caller, int callee) { calls_[caller].push_back(callee); }

  std::size_t reachable(int from) const {
    std::vector<int> worklist = {from};
    std::vector<bool> seen(64);
    seen[static_cast<std::size_t>(from)] = true;
    for (int function : worklist) {  // expect?: H0303
      const auto callees = calls_.find(function);
      if (callees == calls_.end()) continue;
      for (int callee : callees->second) {
        if (seen[static_cast<std::size_t>(callee)]) continue;
        seen[static_cast<std::size_t>(callee)] = true;
        worklist.push_back(callee);  // expect?: H0303
      }
    }
    return worklist.size();
  }

 private:
  std::map<int, std::vector<int>> calls_;
};

int main() {
  CallGraph graph;
  graph.call(0, 1);
  graph.call(0, 2);
  graph.call(2, 3);
  graph.call(3, 0);
  graph.call(7, 8);
  std::printf("%zu functions\n", graph.reachable(0));
}
