// The queue is flushed while the text is there.
// oracle: clean

#include <iostream>
#include <queue>
#include <string>
#include <string_view>

struct Message {
  int severity;
  std::string_view text;
};

class Outbox {
 public:
  void post(int severity, std::string_view text) { messages_.push({severity, text}); }

  std::size_t flush(std::ostream& out) {
    std::size_t written = 0;
    while (!messages_.empty()) {
      const Message& message = messages_.front();
      if (message.severity > 0) {
        out << message.severity << ' ' << message.text << '\n';
        written += message.text.size();
      }
      messages_.pop();
    }
    return written;
  }

 private:
  std::queue<Message> messages_;
};

class Monitor {
 public:
  explicit Monitor(Outbox& outbox) : outbox_(outbox) {}

  void check(double load) {
    if (load < 0.8) return;
    std::string text = "the load of this machine is at " + std::to_string(load);
    outbox_.post(load > 0.95 ? 2 : 1, text);
    outbox_.flush(std::cout);
  }

 private:
  Outbox& outbox_;
};

int main() {
  Outbox outbox;
  Monitor monitor(outbox);
  for (double load : {0.3, 0.85, 0.99}) monitor.check(load);
  outbox.flush(std::cout);
}
