// The shared_ptr is kept as long as the reference.
// oracle: clean

#include <cstdio>
#include <map>
#include <memory>
#include <string>

struct Texture {
  std::string file;
  int width;
  int height;
};

class Loader {
 public:
  std::shared_ptr<Texture> load(const std::string& file) {
    std::weak_ptr<Texture>& entry = cache_[file];
    if (auto cached = entry.lock()) return cached;
    ++loads_;
    std::shared_ptr<Texture> texture(new Texture{file, 64 * loads_, 64});
    entry = texture;
    return texture;
  }

  int loads() const { return loads_; }

 private:
  std::map<std::string, std::weak_ptr<Texture>> cache_;
  int loads_ = 0;
};

int main() {
  Loader loader;
  const auto stone = loader.load("stone.png");
  const auto kept = loader.load("grass.png");
  const Texture& grass = *kept;
  const Texture& again = *loader.load("stone.png");
  const int pixels = again.width * again.height + grass.width * grass.height;
  std::printf("%d pixels in %d textures\n", pixels, loader.loads());
}
