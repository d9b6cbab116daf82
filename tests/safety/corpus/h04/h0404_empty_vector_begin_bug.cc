// An empty route has no first hop, and begin() is dereferenced for its interface.
// oracle: debug

#include <cstdio>
#include <string>
#include <vector>

struct Hop {
  std::string interface;
  int cost;
};

struct Packet {
  int destination;
  std::vector<Hop> route;
};

class Forwarder {
 public:
  const std::string& forward(const Packet& packet) {
    static const std::string kLocal = "lo";
    auto hop = packet.route.cbegin();
    cost_ += hop->cost;  // expect: H0404
    if (packet.destination == 0) return kLocal;
    return hop->interface;
  }

  int cost() const { return cost_; }

 private:
  int cost_ = 0;
};

int main() {
  std::vector<Packet> packets;
  packets.push_back({7, {{"eth0", 3}, {"eth1", 1}}});
  packets.push_back({0, {}});
  Forwarder forwarder;
  for (const Packet& packet : packets) std::printf("%s ", forwarder.forward(packet).c_str());
  std::printf("%d\n", forwarder.cost());
}
