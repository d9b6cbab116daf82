// The cache makes a shared_ptr from the pointer that a unique_ptr of the loader still owns.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>

struct Model {
  std::string name;
  int triangles;
};

class Loader {
 public:
  std::unique_ptr<Model> load(const std::string& name) {
    ++loads_;
    return std::make_unique<Model>(Model{name, static_cast<int>(name.size()) * 100});
  }
  int loads() const { return loads_; }

 private:
  int loads_ = 0;
};

class ModelCache {
 public:
  explicit ModelCache(Loader& loader) : loader_(loader) {}

  std::shared_ptr<const Model> get(const std::string& name) {
    if (auto cached = models_[name].lock()) return cached;
    std::unique_ptr<Model> loaded = loader_.load(name);
    if (loaded->triangles == 0) return nullptr;
    std::shared_ptr<Model> model(loaded.get());  // expect: H0106
    models_[name] = model;
    return model;
  }

 private:
  Loader& loader_;
  std::unordered_map<std::string, std::weak_ptr<const Model>> models_;
};

int main() {
  Loader loader;
  ModelCache cache(loader);
  auto house = cache.get("house");
  auto again = cache.get("house");
  std::printf("%d loads, the same: %d\n", loader.loads(), house == again);
}
