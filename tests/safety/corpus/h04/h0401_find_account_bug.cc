// find() returns null for an unknown account, and the transfer does not check the receiver.
// oracle: asan

#include <cstdio>
#include <string_view>
#include <vector>

struct Account {
  std::string_view iban;
  long cents;
  bool frozen = false;
};

class Bank {
 public:
  void open(std::string_view iban, long cents) { accounts_.push_back({iban, cents}); }

  Account* find(std::string_view iban) {
    for (auto& account : accounts_) {
      if (account.iban == iban) return &account;
    }
    return nullptr;
  }

  bool transfer(std::string_view from, std::string_view to, long cents) {
    Account* sender = find(from);
    if (sender == nullptr || sender->frozen || sender->cents < cents) return false;
    Account* receiver = find(to);
    receiver->cents += cents;  // expect: H0401
    sender->cents -= cents;
    return true;
  }

 private:
  std::vector<Account> accounts_;
};

int main() {
  Bank bank;
  bank.open("DE01", 500'00);
  bank.open("DE02", 0);
  bool first = bank.transfer("DE01", "DE02", 100'00);
  bool second = bank.transfer("DE01", "DE03", 100'00);
  std::printf("%d %d\n", first, second);
}
