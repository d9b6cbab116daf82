// The header is copied with its own size.
// oracle: clean

#include <cstdint>
#include <cstdio>
#include <cstring>

struct Header {
  std::uint16_t type;
  std::uint16_t length;
  std::uint32_t checksum;
};

struct Message {
  Header header;
  char payload[56];
};

class Journal {
 public:
  void record(const Message& message) {
    if (used_ == 4) return;
    Header copy;
    std::memcpy(&copy, &message, sizeof copy);
    headers_[used_++] = copy;
  }

  unsigned checksum() const {
    unsigned sum = 0;
    for (int i = 0; i < used_; ++i) sum ^= headers_[i].checksum + headers_[i].type;
    return sum;
  }

 private:
  Header headers_[4];
  int used_ = 0;
};

int main() {
  Journal journal;
  for (std::uint16_t type = 1; type < 4; ++type) {
    Message message{{type, 5, type * 1000u}, "hello"};
    journal.record(message);
  }
  std::printf("%u\n", journal.checksum());
}
