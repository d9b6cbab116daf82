// The texture is locked once, before drop(), and the locked pointer is used.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Texture {
  std::string file;
  int kib;
};

class TexturePool {
 public:
  std::weak_ptr<Texture> load(std::string file, int kib) {
    owned_.push_back(std::make_shared<Texture>(std::move(file), kib));
    return owned_.back();
  }

  void drop(int limit_kib) {
    std::erase_if(owned_, [limit_kib](const auto& texture) { return texture->kib > limit_kib; });
  }

 private:
  std::vector<std::shared_ptr<Texture>> owned_;
};

int usage_after_trim(TexturePool& pool, const std::weak_ptr<Texture>& texture) {
  std::shared_ptr<Texture> locked = texture.lock();
  if (!locked) return 0;
  pool.drop(512);
  return locked->kib;
}

int main() {
  TexturePool pool;
  auto small = pool.load("icon.png", 16);
  auto large = pool.load("sky.png", 4096);
  int kib = usage_after_trim(pool, large);
  kib += usage_after_trim(pool, small);
  std::printf("%d KiB\n", kib);
}
