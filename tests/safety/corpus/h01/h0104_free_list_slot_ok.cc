// A packet that is too old goes back to the pool.
// oracle: clean

#include <cstdio>

struct Packet {
  int sequence;
  int hops;
  Packet* next_free;
};

class PacketPool {
 public:
  explicit PacketPool(int size) : slots_(new Packet[size]) {
    for (int i = 0; i < size; ++i) put(&slots_[i]);
  }
  PacketPool(const PacketPool&) = delete;
  PacketPool& operator=(const PacketPool&) = delete;
  ~PacketPool() { delete[] slots_; }

  Packet* get(int sequence, int hops) {
    Packet* packet = free_;
    if (packet == nullptr) return nullptr;
    free_ = packet->next_free;
    *packet = {sequence, hops, nullptr};
    return packet;
  }

  void put(Packet* packet) {
    packet->next_free = free_;
    free_ = packet;
  }

 private:
  Packet* slots_;
  Packet* free_ = nullptr;
};

int Forward(PacketPool& pool, Packet* packet) {
  if (packet->hops > 30) {
    pool.put(packet);
    return 0;
  }
  ++packet->hops;
  int hops = packet->hops;
  pool.put(packet);
  return hops;
}

int main() {
  PacketPool pool(8);
  int hops = Forward(pool, pool.get(1, 4));
  hops += Forward(pool, pool.get(2, 31));
  std::printf("%d\n", hops);
}
