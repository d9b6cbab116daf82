// A session takes over what its bases have, one after the other, and then what it has itself.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Inbox {
  std::unique_ptr<std::vector<std::string>> unread;
  int limit = 0;
};

struct Identity {
  std::unique_ptr<std::string> user;
  std::string address;
};

class Session : public Inbox, public Identity {
 public:
  Session(std::string user, std::string address)
      : Inbox{std::make_unique<std::vector<std::string>>(), 2},
        Identity{std::make_unique<std::string>(std::move(user)), std::move(address)} {}
  Session(Session&& other) noexcept
      : Inbox(std::move(other)), Identity(std::move(other)), log_(std::move(other.log_)) {}
  Session& operator=(Session&& other) noexcept {
    Inbox::operator=(std::move(other));
    Identity::operator=(std::move(other));
    log_ = std::move(other.log_);
    return *this;
  }

  void receive(const std::string& message) {
    if (static_cast<int>(unread->size()) < limit) unread->push_back(message);
    log_ += message.front();
  }
  void print() const { std::printf("%s: %zu %s\n", user->c_str(), unread->size(), log_.c_str()); }

 private:
  std::string log_;
};

}  // namespace

int main() {
  Session first("ada", "10.0.0.1");
  first.receive("hello");
  Session second = std::move(first);
  second.receive("again");
  second.print();
  first = Session("lin", "10.0.0.2");
  first.receive("later");
  first.print();
}
