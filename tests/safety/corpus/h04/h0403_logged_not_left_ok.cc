// A missing shader is reported and the fallback takes its place.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>

struct Shader {
  std::string source;
  int program = 0;
};

class ShaderCache {
 public:
  ShaderCache() : fallback_(std::make_shared<Shader>("void main() {}", 1)) {}

  void add(const std::string& name, std::string source) {
    shaders_.emplace(name, std::make_shared<Shader>(std::move(source), ++last_program_));
  }

  std::shared_ptr<Shader> find(const std::string& name) const {
    auto entry = shaders_.find(name);
    return entry != shaders_.end() ? entry->second : std::shared_ptr<Shader>();
  }

  int bind(const std::string& name) {
    std::shared_ptr<Shader> shader = find(name);
    if (!shader) {
      std::fprintf(stderr, "no shader %s\n", name.c_str());
      ++missing_;
      shader = fallback_;
    }
    bound_ = shader->program;
    return bound_;
  }

 private:
  std::unordered_map<std::string, std::shared_ptr<Shader>> shaders_;
  std::shared_ptr<Shader> fallback_;
  int last_program_ = 1;
  int bound_ = 0;
  int missing_ = 0;
};

int main() {
  ShaderCache cache;
  cache.add("sky", "void main() { sky(); }");
  int first = cache.bind("sky");
  int second = cache.bind("water");
  std::printf("%d %d\n", first, second);
}
