// A transfer falls into the common line after the switch, which reads the memo that the case has moved.
// oracle: assert

#include <cassert>
#include <map>
#include <string>
#include <utility>
#include <vector>

enum class Kind { kDeposit, kWithdrawal, kTransfer };

struct Entry {
  Kind kind;
  long cents;
  std::string memo;
};

class Ledger {
 public:
  void Apply(Entry entry) {
    switch (entry.kind) {
      case Kind::kDeposit:
        balance_ += entry.cents;
        break;
      case Kind::kWithdrawal:
        balance_ -= entry.cents;
        break;
      case Kind::kTransfer:
        balance_ -= entry.cents;
        outgoing_[next_transfer_++] = std::move(entry.memo);
        break;
    }
    history_.push_back(entry.memo);  // expect: H0101
  }

  long balance() const { return balance_; }
  const std::vector<std::string>& history() const { return history_; }

 private:
  long balance_ = 0;
  int next_transfer_ = 1;
  std::map<int, std::string> outgoing_;
  std::vector<std::string> history_;
};

int main() {
  Ledger ledger;
  ledger.Apply({Kind::kDeposit, 10'000, "salary"});
  ledger.Apply({Kind::kTransfer, 2'500, "rent october"});
  assert(ledger.balance() == 7'500);
  assert(ledger.history()[1] == "rent october");
}
