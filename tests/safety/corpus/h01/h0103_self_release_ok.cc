// The name of the pool is copied into a local before the object deletes itself.
// oracle: clean

#include <cstdio>

class Texture {
 public:
  static Texture* Load(const char* file, int* live) { return new Texture(file, live); }

  void Retain() { ++references_; }

  void Release() {
    --references_;
    if (references_ > 0) return;
    int* live = live_;
    delete this;
    --*live;
  }

  const char* file() const { return file_; }

 private:
  Texture(const char* file, int* live) : file_(file), live_(live) { ++*live_; }
  ~Texture() { std::printf("unload %s\n", file_); }

  const char* file_;
  int* live_;
  int references_ = 1;
};

class Material {
 public:
  explicit Material(Texture* texture) : texture_(texture) { texture_->Retain(); }
  Material(const Material&) = delete;
  ~Material() { texture_->Release(); }

 private:
  Texture* texture_;
};

int main() {
  int live = 0;
  Texture* stone = Texture::Load("stone.ktx", &live);
  {
    Material wall(stone);
    Material floor(stone);
  }
  stone->Release();
  return live;
}
