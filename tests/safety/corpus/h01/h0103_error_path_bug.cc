// A bad checksum frees the frame, whose kind is then counted all the same.
// oracle: asan

#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Frame {
  unsigned char kind;
  unsigned char checksum;
  unsigned char payload[14];
};

struct Statistics {
  int good = 0;
  int bad = 0;
  int by_kind[4] = {};
};

unsigned char Sum(const unsigned char* bytes, int count) {
  unsigned char sum = 0;
  for (int i = 0; i < count; ++i) sum = static_cast<unsigned char>(sum + bytes[i]);
  return sum;
}

Frame* ReadFrame(const unsigned char* wire) {
  auto* frame = static_cast<Frame*>(std::malloc(sizeof(Frame)));
  if (frame != nullptr) std::memcpy(frame, wire, sizeof(Frame));
  return frame;
}

void Handle(const unsigned char* wire, Statistics& statistics) {
  Frame* frame = ReadFrame(wire);
  if (frame == nullptr) return;
  bool valid = Sum(frame->payload, sizeof frame->payload) == frame->checksum;
  if (valid) {
    ++statistics.good;
  } else {
    ++statistics.bad;
    std::free(frame);
  }
  ++statistics.by_kind[frame->kind % 4];  // expect: H0103
  if (valid) std::free(frame);
}

int main() {
  const unsigned char good[16] = {1, 3, 1, 2};
  const unsigned char bad[16] = {0, 9, 1, 2};
  Statistics statistics;
  Handle(good, statistics);
  Handle(bad, statistics);
  std::printf("%d good, %d bad\n", statistics.good, statistics.bad);
}
