// The reference is to the element that pop_front has just removed.
// oracle: asan

#include <deque>
#include <iostream>
#include <string>
#include <utility>

struct Packet {
  int sequence;
  std::string payload;
};

class JitterBuffer {
 public:
  void receive(int sequence, std::string payload) {
    auto at = packets_.begin();
    while (at != packets_.end() && at->sequence < sequence) ++at;
    packets_.insert(at, Packet{sequence, std::move(payload)});
  }

  std::string play() {
    if (packets_.empty()) return {};
    const Packet& packet = packets_.front();
    packets_.pop_front();
    if (packet.sequence != expected_) ++lost_;  // expect?: H0302
    expected_ = packet.sequence + 1;            // expect?: H0302
    return packet.payload;                      // expect?: H0302
  }

  int lost() const { return lost_; }

 private:
  std::deque<Packet> packets_;
  int expected_ = 1;
  int lost_ = 0;
};

int main() {
  JitterBuffer buffer;
  buffer.receive(2, "and the second one comes before it");
  buffer.receive(1, "the first one, which was a bit late");
  buffer.receive(4, "the fourth one has nothing before it");
  std::string played;
  while (!(played = buffer.play()).empty()) std::cout << played << '\n';
  std::cout << buffer.lost() << " lost\n";
}
