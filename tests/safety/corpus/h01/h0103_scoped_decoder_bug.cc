// The decoder's only shared_ptr ends with the block, and the pointer taken from it is used after.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Decoder {
 public:
  explicit Decoder(std::string codec) : codec_(std::move(codec)) {}
  int feed(const std::vector<int>& samples) {
    for (int sample : samples) energy_ += sample * sample;
    return energy_;
  }

 private:
  std::string codec_;
  int energy_ = 0;
};

class Stream {
 public:
  std::shared_ptr<Decoder> open(const std::string& codec) {
    auto decoder = std::make_shared<Decoder>(codec);
    ++opened_;
    return decoder;
  }
  int opened() const { return opened_; }

 private:
  std::vector<std::shared_ptr<Decoder>> keep_;
  int opened_ = 0;
};

int main() {
  Stream stream;
  Decoder* active = nullptr;
  for (const char* codec : {"opus", "flac"}) {
    std::shared_ptr<Decoder> decoder = stream.open(codec);
    decoder->feed({1, 2});
    if (stream.opened() == 1) active = decoder.get();
  }
  int energy = active->feed({3, 4});  // expect: H0103
  std::printf("%d\n", energy);
}
