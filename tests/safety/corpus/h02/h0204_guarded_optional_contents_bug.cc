// The pointer is to what an optional of the inner block holds.
// oracle: asan

#include <iostream>
#include <optional>
#include <string>

struct Credentials {
  std::string user;
  std::string token;
};

class Keyring {
 public:
  explicit Keyring(bool unlocked) : unlocked_(unlocked) {}

  std::optional<Credentials> fetch(const std::string& host) const {
    if (!unlocked_ || host.empty()) return std::nullopt;
    return Credentials{"deploy@" + host, "token-with-many-characters-for-" + host};
  }

 private:
  bool unlocked_;
};

std::size_t send(const Credentials* credentials) {
  if (credentials == nullptr) return 0;
  return credentials->user.size() + credentials->token.find("for");  // expect?: H0204
}

std::size_t connect(const Keyring& keyring, const std::string& host) {
  const Credentials* used = nullptr;
  if (host.find('.') != std::string::npos) {
    const std::optional<Credentials> found = keyring.fetch(host);
    if (found) used = &*found;
  }
  return send(used);  // expect?: H0204
}

int main() {
  const Keyring keyring(true);
  std::cout << connect(keyring, "localhost") << ' ' << connect(keyring, "build.example.org") << '\n';
}
