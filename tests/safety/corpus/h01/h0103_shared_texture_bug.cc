// Copying a reference to a texture does not count its new user.
// oracle: asan
#include <atomic>
#include <cstdio>
#include <utility>
#include <vector>

struct Texture {
  explicit Texture(int id) : id(id) {}
  std::atomic<int> users{1};
  int id;
};

class TextureRef {
 public:
  explicit TextureRef(Texture* texture) : texture_(texture) {}
  TextureRef(const TextureRef& other) : texture_(other.texture_) {}
  TextureRef(TextureRef&& other) noexcept : texture_(std::exchange(other.texture_, nullptr)) {}
  TextureRef& operator=(TextureRef other) noexcept {
    std::swap(texture_, other.texture_);
    return *this;
  }
  ~TextureRef() {
    if (texture_ && texture_->users.fetch_sub(1, std::memory_order_acq_rel) == 1) delete texture_;  // expect?: H0102
  }
  int id() const { return texture_ ? texture_->id : -1; }

 private:
  Texture* texture_;
};

int main() {
  TextureRef stone(new Texture(1));
  TextureRef wall = stone;
  TextureRef floor = std::move(stone);
  wall = floor;
  stone = wall;
  std::printf("%d %d %d\n", stone.id(), wall.id(), floor.id());  // expect: H0103
  return 0;
}
