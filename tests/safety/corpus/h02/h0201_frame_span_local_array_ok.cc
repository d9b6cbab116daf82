// The frame is encoded into the array of the encoder, which lives on.
// oracle: clean

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>

struct Reading {
  std::uint16_t sensor;
  std::uint32_t value;
};

class Encoder {
 public:
  std::span<const std::uint8_t> encode(const Reading& reading) {
    frame = {};
    std::size_t used = 0;
    frame[used++] = 0x7e;
    frame[used++] = static_cast<std::uint8_t>(reading.sensor >> 8);
    frame[used++] = static_cast<std::uint8_t>(reading.sensor);
    for (int shift = 24; shift >= 0; shift -= 8) {
      frame[used++] = static_cast<std::uint8_t>(reading.value >> shift);
    }
    frame[used++] = 0x7e;
    ++frames_;
    return std::span(frame).first(used);
  }

  int frames() const { return frames_; }

 private:
  std::array<std::uint8_t, 16> frame{};
  int frames_ = 0;
};

int checksum(std::span<const std::uint8_t> bytes) {
  int sum = 0;
  for (std::uint8_t byte : bytes) sum = (sum * 31 + byte) % 65521;
  return sum;
}

int main() {
  Encoder encoder;
  const auto frame = encoder.encode({7, 123456});
  std::printf("%zu bytes, checksum %d, frame %d\n", frame.size(), checksum(frame), encoder.frames());
}
