// The pointer to the first account is used after a second one was opened in the same vector.
// oracle: asan

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
  std::vector<Account> accounts_;
};

bool transfer(Account& from, Account& to, long amount) {
  if (from.balance < amount) return false;  // expect?: H0302
  from.balance -= amount;
  to.balance += amount;
  return true;
}

int main() {
  Bank bank;
  Account* mine = bank.open("ada", 100);
  Account* yours = bank.find("grace");
  if (yours == nullptr) yours = bank.open("grace", 0);
  if (!transfer(*mine, *yours, 30)) return 1;  // expect?: H0302
  std::cout << mine->balance << ' ' << yours->balance << '\n';
}
