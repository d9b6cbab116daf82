// The expectation comes after the use, and there is no such account.
// oracle: ubsan

#include <cstdio>
#include <cstring>

struct Report {
  int failures = 0;
  void fail(const char* file, int line, const char* text) {
    ++failures;
    std::printf("%s:%d: %s\n", file, line, text);
  }
};

static Report report;

#define EXPECT(condition) \
  if (condition) {        \
  } else                  \
    report.fail(__FILE__, __LINE__, #condition)

struct Account {
  const char* owner;
  int balance;
  Account* next;
};

Account* find(Account* accounts, const char* owner) {
  for (Account* account = accounts; account != nullptr; account = account->next) {
    if (std::strcmp(account->owner, owner) == 0) return account;
  }
  return nullptr;
}

void test_deposit(Account* accounts) {
  Account* mine = find(accounts, "ada");
  mine->balance += 5;  // expect: H0401
  EXPECT(mine != nullptr);
  EXPECT(mine->balance == 15);
}

int main() {
  Account second{"eve", 10, nullptr};
  Account first{"bob", 20, &second};
  test_deposit(&first);
  return report.failures;
}
