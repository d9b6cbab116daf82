// The connection was checked to be open, but fail() has since put another state into the variant.
// oracle: debug

#include <cstdio>
#include <string>
#include <variant>

struct Idle {};
struct Open {
  int session;
  int sent = 0;
};
struct Failed {
  std::string reason;
};

class Client {
 public:
  void connect(int session) { state_ = Open{session}; }

  void send(const std::string& data) {
    if (!std::holds_alternative<Open>(state_)) return;
    if (data.size() > kLimit) fail("message of " + std::to_string(data.size()) + " bytes");
    last_session_ = std::get<Open>(state_).session;  // expect: H0402
    if (auto* open = std::get_if<Open>(&state_)) ++open->sent;
  }

  std::string describe() const {
    if (const auto* failed = std::get_if<Failed>(&state_)) return "failed: " + failed->reason;
    return state_.index() == 0 ? "idle" : "open";
  }

  int last_session() const { return last_session_; }

 private:
  static constexpr std::size_t kLimit = 8;

  void fail(std::string reason) { state_ = Failed{std::move(reason)}; }

  std::variant<Idle, Open, Failed> state_;
  int last_session_ = 0;
};

int main() {
  Client client;
  client.connect(17);
  client.send("ping");
  client.send("a very long message");
  std::printf("%d %s\n", client.last_session(), client.describe().c_str());
}
