// value_or() ends the chain for the guests.
// oracle: clean

#include <cctype>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

struct Account {
  std::string email;
  std::optional<std::string> display_name;
};

class Avatars {
 public:
  explicit Avatars(std::vector<Account> accounts) : accounts_(std::move(accounts)) {}

  std::string initials() const {
    std::string all;
    for (const auto& account : accounts_) all += initial(account);
    return all;
  }

 private:
  static char initial(const Account& account) {
    auto upper = [](const std::string& name) {
      return static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    };
    auto letter = account.display_name
                      .and_then([](const std::string& name) {
                        return name.empty() ? std::nullopt : std::optional(name);
                      })
                      .transform(upper);
    return letter.value_or('?');
  }

  std::vector<Account> accounts_;
};

int main() {
  Avatars avatars({{"ada@example.org", "ada"}, {"guest@example.org", std::nullopt}});
  std::printf("%s\n", avatars.initials().c_str());
}
