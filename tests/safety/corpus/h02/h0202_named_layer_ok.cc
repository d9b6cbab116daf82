// A table keeps its name and what it is called, made in one go.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

class Layer {
 public:
  Layer(std::string name, std::string_view table) : name_(std::move(name)), table_(table) {}
  std::size_t size() const { return name_.size() + static_cast<std::size_t>(table_.front()); }

 private:
  std::string name_;
  std::string_view table_;
};

static std::shared_ptr<const Layer> layer(bool dev) {
  return std::make_shared<const Layer>("base", dev ? "dev-dependencies" : "dependencies");
}

int main() {
  std::printf("%zu\n", layer(true)->size());
  return 0;
}
