// The first attempt takes the packet by value and fails, so the second attempt sends an empty one.
// oracle: assert

#include <cassert>
#include <string>
#include <utility>
#include <vector>

using Packet = std::vector<unsigned char>;

class FlakyLink {
 public:
  explicit FlakyLink(int failures) : failures_(failures) {}

  bool transmit(Packet packet) {
    if (failures_-- > 0) return false;
    delivered_.push_back(std::move(packet));
    return true;
  }

  const std::vector<Packet>& delivered() const { return delivered_; }

 private:
  int failures_;
  std::vector<Packet> delivered_;
};

bool send_reliably(FlakyLink& link, Packet packet, int attempts) {
  for (int attempt = 0; attempt < attempts; ++attempt) {
    if (link.transmit(std::move(packet))) return true;  // expect: H0101
  }
  return false;
}

int main() {
  FlakyLink link(1);
  bool sent = send_reliably(link, {0x01, 0x02, 0xff}, 3);
  assert(sent);
  assert(link.delivered().size() == 1);
  assert(link.delivered().front().size() == 3);
}
