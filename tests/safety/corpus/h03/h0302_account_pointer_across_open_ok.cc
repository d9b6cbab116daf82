// The accounts are in a deque, which leaves pointers alone when it grows at the end.
// oracle: clean

#include <deque>
#include <iostream>
#include <string>
#include <vector>

struct Account {
  std::string owner;
  long balance;
};

class Bank {
 public:
  Account* open(const std::string& owner, long deposit) {
    accounts_.push_back({owner, deposit});
    return &accounts_.back();
  }

  Account* find(const std::string& owner) {
    for (Account& account : accounts_) {
      if (account.owner == owner) return &account;
    }
    return nullptr;
  }

 private:
  std::deque<Account> accounts_;
};

bool transfer(Account& from, Account& to, long amount) {
  if (from.balance < amount) return false;
  from.balance -= amount;
  to.balance += amount;
  return true;
}

int main() {
  Bank bank;
  Account* mine = bank.open("ada", 100);
  Account* yours = bank.find("grace");
  if (yours == nullptr) yours = bank.open("grace", 0);
  if (!transfer(*mine, *yours, 30)) return 1;
  std::cout << mine->balance << ' ' << yours->balance << '\n';
}
