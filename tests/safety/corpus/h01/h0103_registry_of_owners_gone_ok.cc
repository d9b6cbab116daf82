// A codec is used before the registry that owns it is deleted.
// oracle: clean

#include <cstdio>
#include <memory>
#include <vector>

class Codec {
 public:
  explicit Codec(int bits) : bits_(bits) {}
  int encode(int value) const { return value << bits_; }

 private:
  int bits_;
};

class Registry {
 public:
  void add(int bits) { codecs_.push_back(std::make_unique<Codec>(bits)); }
  Codec* find(std::size_t index) { return index < codecs_.size() ? codecs_[index].get() : nullptr; }
  void drop_all() { codecs_.clear(); }

 private:
  std::vector<std::unique_ptr<Codec>> codecs_;
};

int convert(Registry& registry, int value) {
  Codec* codec = registry.find(1);
  if (!codec) return value;
  const int encoded = codec->encode(value);
  registry.drop_all();
  return encoded;
}

int main() {
  Registry registry;
  registry.add(1);
  registry.add(2);
  std::printf("%d\n", convert(registry, 5));
}
