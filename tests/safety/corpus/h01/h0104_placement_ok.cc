// The decoder in the arena's bytes is only destroyed.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <memory>
#include <new>

class Arena {
 public:
  void* take(std::size_t size) {
    size = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (used_ + size > sizeof bytes_) return nullptr;
    void* place = bytes_ + used_;
    used_ += size;
    return place;
  }
  void reset() { used_ = 0; }

 private:
  static constexpr std::size_t kAlignment = alignof(std::max_align_t);
  alignas(std::max_align_t) std::byte bytes_[512];
  std::size_t used_ = 0;
};

class Decoder {
 public:
  explicit Decoder(int channels) : channels_(channels) {}
  int decode(const unsigned char* bytes, int count) {
    for (int i = 0; i < count; ++i) state_ = state_ * 31 + bytes[i];
    return state_ % channels_;
  }

 private:
  int channels_;
  int state_ = 7;
};

int decode_once(Arena& arena, const unsigned char* bytes, int count) {
  void* place = arena.take(sizeof(Decoder));
  if (!place) return -1;
  auto* decoder = new (place) Decoder(5);
  int result = decoder->decode(bytes, count);
  std::destroy_at(decoder);
  arena.reset();
  return result;
}

int main() {
  Arena arena;
  const unsigned char bytes[] = {3, 1, 4, 1, 5};
  std::printf("%d\n", decode_once(arena, bytes, 5));
}
