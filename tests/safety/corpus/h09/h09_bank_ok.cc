// Positions are used before anything else changes the map.
// oracle: clean
#include <algorithm>
#include <expected>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
enum class Failure : unsigned char { NoAccount, TooLittle };

class Bank {
 public:
  void open(const std::string& name, long amount) { accounts_.insert_or_assign(name, amount); }
  std::expected<long, Failure> balance(const std::string& name) const {
    const auto found = accounts_.find(name);
    if (found == accounts_.end()) return std::unexpected(Failure::NoAccount);
    return found->second;
  }
  std::expected<void, Failure> transfer(const std::string& from, const std::string& to, long amount) {
    const auto source = accounts_.find(from);
    const auto target = accounts_.find(to);
    if (source == accounts_.end() || target == accounts_.end()) return std::unexpected(Failure::NoAccount);
    if (source->second < amount) return std::unexpected(Failure::TooLittle);
    source->second -= amount;
    target->second += amount;
    log_.push_back(from + " to " + to + ": " + std::to_string(amount));
    return {};
  }
  std::vector<std::pair<std::string, long>> richest(std::size_t count) const {
    std::vector<std::pair<std::string, long>> all(accounts_.begin(), accounts_.end());
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (all.size() > count) all.resize(count);
    return all;
  }
  const std::vector<std::string>& log() const { return log_; }

 private:
  std::map<std::string, long> accounts_;
  std::vector<std::string> log_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Bank bank;
  bank.open("ann", 10);
  bank.open("bob", 5);
  if (!bank.transfer("ann", "bob", 4)) return 1;
  for (const auto& [name, amount] : bank.richest(1)) std::cout << name << ' ' << amount << '\n';
  for (const std::string& line : bank.log()) std::cout << line << '\n';
  return static_cast<int>(bank.balance("ann").value_or(0)) - 6;
}
