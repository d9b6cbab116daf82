// The session number is read before fail() changes the state.
// oracle: clean

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
    int session = std::get<Open>(state_).session;
    if (data.size() > kLimit) fail("message of " + std::to_string(data.size()) + " bytes");
    last_session_ = session;
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
