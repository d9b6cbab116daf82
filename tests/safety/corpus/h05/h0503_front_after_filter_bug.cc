// The first of the candidates is taken, though the filter may have left none.
// oracle: debug

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

struct Server {
  std::string name;
  int load;
  bool healthy;
};

class Balancer {
 public:
  explicit Balancer(std::vector<Server> servers)
      : servers_(std::move(servers)), fallback_{"fallback", 0, true} {}

  const std::string& pick(int most) {
    candidates_.clear();
    for (const Server& server : servers_) {
      if (server.healthy && server.load <= most) candidates_.push_back(&server);
    }
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Server* a, const Server* b) { return a->load < b->load; });
    const Server* chosen = candidates_.front();  // expect: H0503
    return chosen->healthy ? chosen->name : fallback_.name;
  }

 private:
  std::vector<Server> servers_;
  std::vector<const Server*> candidates_;
  Server fallback_;
};

int main() {
  Balancer balancer({{"north", 70, true}, {"south", 20, false}, {"west", 55, true}});
  for (int most : {60, 30}) std::printf("%s\n", balancer.pick(most).c_str());
}
