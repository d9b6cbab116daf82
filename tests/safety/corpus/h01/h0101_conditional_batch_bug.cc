// An urgent message has been moved into the fast lane when it is also put into the archive.
// oracle: assert

#include <cassert>
#include <deque>
#include <string>
#include <utility>
#include <vector>

struct Message {
  std::string topic;
  std::string body;
  bool urgent;
};

class Outbox {
 public:
  void post(Message message) {
    ++posted_;
    if (message.urgent) {
      fast_lane_.push_back(std::move(message));
      ++woken_;
    }
    archive_.push_back(render(message));  // expect: H0101
  }

  const std::vector<std::string>& archive() const { return archive_; }
  int posted() const { return posted_; }

 private:
  static std::string render(const Message& message) { return message.topic + ": " + message.body; }

  std::deque<Message> fast_lane_;
  std::vector<std::string> archive_;
  int posted_ = 0;
  int woken_ = 0;
};

int main() {
  Outbox outbox;
  outbox.post({"billing", "invoice 12 was paid", false});
  outbox.post({"storage", "volume 3 is nearly full", true});
  assert(outbox.posted() == 2);
  for (const auto& line : outbox.archive()) {
    assert(line != ": ");
  }
}
