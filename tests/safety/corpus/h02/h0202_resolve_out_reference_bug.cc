// The reference out-parameter is left as a pointer into a local table.
// oracle: asan

#include <cstdio>
#include <cstring>

struct Codec {
  char name[16];
  int bitrate;
};

class Player {
 public:
  bool select(const char* name) {
    if (!find_codec(name, codec_)) return false;
    selections_ += 1;
    return true;
  }

  int bits_for(int seconds) const {
    return codec_ == nullptr ? 0 : codec_->bitrate * seconds;  // expect?: H0202
  }

 private:
  static bool find_codec(const char* name, const Codec*& found) {
    const Codec codecs[] = {{"opus", 96}, {"flac", 900}, {"mp3", 192}};
    for (const Codec& codec : codecs) {
      if (std::strcmp(codec.name, name) == 0) {
        found = &codec;  // expect?: H0202
        return true;
      }
    }
    return false;
  }

  const Codec* codec_ = nullptr;
  int selections_ = 0;
};

int main() {
  Player player;
  if (!player.select("flac")) return 1;
  std::printf("%d kbit\n", player.bits_for(3));
}
