// The caller asks whether open_volume() has succeeded.
// oracle: clean

#include <cstdio>
#include <string_view>

struct Volume {
  std::string_view label;
  long blocks;
};

namespace {

Volume volumes[] = {{"root", 4096}, {"home", 65536}};

bool open_volume(std::string_view label, Volume** out) {
  *out = nullptr;
  for (auto& volume : volumes) {
    if (volume.label != label) continue;
    *out = &volume;
    return true;
  }
  return false;
}

long free_blocks(std::string_view label, long used) {
  Volume* volume;
  if (!open_volume(label, &volume)) return -1;
  return volume->blocks - used;
}

}  // namespace

int main() {
  long total = 0;
  for (std::string_view label : {"root", "home", "backup"}) {
    long blocks = free_blocks(label, 96);
    if (blocks > 0) total += blocks;
  }
  std::printf("%ld blocks\n", total);
}
