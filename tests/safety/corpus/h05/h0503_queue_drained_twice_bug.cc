// Each turn takes two messages, and the second one may not be there.
// oracle: debug

#include <cstdio>
#include <queue>

struct Message {
  int id;
  int size;
};

class Sender {
 public:
  void queue(int id, int size) { outgoing_.push({id, size}); }

  int send_pairs() {
    int sent = 0;
    while (!outgoing_.empty()) {
      int size = take();
      if (size < 100) size += take();  // expect?: H0503
      sent += size;
    }
    return sent;
  }

 private:
  int take() {
    const Message message = outgoing_.front();  // expect?: H0503
    outgoing_.pop();
    return message.size;
  }

  std::queue<Message> outgoing_;
};

int main() {
  Sender sender;
  sender.queue(1, 40);
  sender.queue(2, 70);
  sender.queue(3, 500);
  sender.queue(4, 12);
  std::printf("%d bytes\n", sender.send_pairs());
}
