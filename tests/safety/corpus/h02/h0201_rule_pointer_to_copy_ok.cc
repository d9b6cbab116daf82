// The loop walks over the rules themselves, and the pointer is to one of them.
// oracle: clean

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

struct Rule {
  std::uint32_t network;
  int prefix;
  std::string action;

  bool matches(std::uint32_t address) const {
    const std::uint32_t mask = prefix == 0 ? 0 : ~0u << (32 - prefix);
    return (address & mask) == (network & mask);
  }
};

class Firewall {
 public:
  void add(std::uint32_t network, int prefix, std::string action) {
    rules_.push_back({network, prefix, std::move(action)});
  }

  const Rule* find(std::uint32_t address) const {
    for (const auto& rule : rules_) {
      if (rule.matches(address)) return &rule;
    }
    return nullptr;
  }

 private:
  std::vector<Rule> rules_;
};

int main() {
  Firewall firewall;
  firewall.add(0x0a000000, 8, "accept from the inside network");
  firewall.add(0, 0, "drop and write it into the journal");
  const Rule* rule = firewall.find(0xc0a80001);
  if (rule == nullptr) return 1;
  std::printf("/%d: %s\n", rule->prefix, rule->action.c_str());
}
