// The optional is declared outside of the block.
// oracle: clean

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
  return credentials->user.size() + credentials->token.find("for");
}

std::size_t connect(const Keyring& keyring, const std::string& host) {
  const Credentials* used = nullptr;
  std::optional<Credentials> found;
  if (host.find('.') != std::string::npos) {
    found = keyring.fetch(host);
    if (found) used = &*found;
  }
  return send(used);
}

int main() {
  const Keyring keyring(true);
  std::cout << connect(keyring, "localhost") << ' ' << connect(keyring, "build.example.org") << '\n';
}
