// The position of the first unread message is kept while more are appended.
// oracle: debug

#include <cstdio>
#include <string>
#include <vector>

class Inbox {
 public:
  void receive(std::string message) { messages_.push_back(std::move(message)); }

  int read_all() {
    int read = 0;
    auto unread = messages_.begin();
    for (int round = 0; round < 2; ++round) {
      while (unread != messages_.end()) {  // expect: H0301
        ++read;
        ++unread;
      }
      receive("round " + std::to_string(round) + " is over");
    }
    return read;
  }

 private:
  std::vector<std::string> messages_;
};

int main() {
  Inbox inbox;
  inbox.receive("welcome");
  std::printf("%d\n", inbox.read_all());
}
