// The keys are collected and erased after the loop.
// oracle: clean

#include <iostream>
#include <map>
#include <string>
#include <vector>

class Leases {
 public:
  void grant(const std::string& client, int until) { until_[client] = until; }

  int revoke_expired(int now) {
    int revoked = 0;
    std::vector<std::string> expired;
    for (const auto& [client, until] : until_) {
      if (until >= now) continue;
      expired.push_back(client);
      ++revoked;
    }
    for (const std::string& client : expired) until_.erase(client);
    return revoked;
  }

  bool has(const std::string& client) const { return until_.contains(client); }

 private:
  std::map<std::string, int> until_;
};

int main() {
  Leases leases;
  leases.grant("printer", 10);
  leases.grant("laptop", 90);
  leases.grant("telephone", 20);
  const int revoked = leases.revoke_expired(50);
  std::cout << revoked << ' ' << leases.has("laptop") << '\n';
}
