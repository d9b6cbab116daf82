// A handle asks whether it was given anything; who made it knows that it was.
// oracle: clean
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

class Texture {
 public:
  explicit Texture(std::string name) : name_(std::move(name)) {}
  void ref() { ++refs_; }
  void unref() {
    if (--refs_ == 0) delete this;
  }
  const std::string& name() const { return name_; }

 private:
  ~Texture() = default;
  std::string name_;
  int refs_ = 0;
};

class TextureRef {
 public:
  TextureRef() = default;
  TextureRef(Texture* texture) : texture_(texture) {
    if (texture_) texture_->ref();
  }
  TextureRef(const TextureRef& other) : TextureRef(other.texture_) {}
  ~TextureRef() {
    if (texture_) texture_->unref();
  }
  TextureRef& operator=(TextureRef other) noexcept {
    std::swap(texture_, other.texture_);
    return *this;
  }
  Texture* get() const { return texture_; }
  Texture* operator->() const { return texture_; }

 private:
  Texture* texture_ = nullptr;
};

struct Material {
  TextureRef base;
  Texture* texture() const { return base.get(); }
};

int main() {
  std::vector<Material> materials;
  materials.push_back({TextureRef(new Texture("stone"))});
  materials.push_back({TextureRef(new Texture("moss"))});
  TextureRef keep = materials[1].texture();
  materials.pop_back();
  std::printf("%s\n", keep->name().c_str());
  return keep->name() == "moss" ? 0 : 1;
}
