// The scratch buffer is null until somebody asks for one, whichever constructor was taken.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

class Encoder {
 public:
  Encoder(int level, std::size_t scratch)
      : level_(level), scratch_(static_cast<char*>(std::malloc(scratch))), size_(scratch) {}
  explicit Encoder(int level) : level_(level), scratch_(nullptr), size_(0) {}
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder() { std::free(scratch_); }

  int encode(const char* text) const {
    return static_cast<int>(std::strlen(text)) * level_ + static_cast<int>(size_);
  }

 private:
  int level_;
  char* scratch_;
  std::size_t size_;
};

int main() {
  alignas(Encoder) unsigned char storage[sizeof(Encoder)];
  std::memset(storage, 0x5a, sizeof storage);
  Encoder first(2, 16);
  Encoder* second = new (storage) Encoder(3);
  std::printf("%d %d\n", first.encode("abc"), second->encode("abc"));
  second->~Encoder();
}
