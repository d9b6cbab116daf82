// The argument has a name.
// oracle: clean

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

std::optional<std::string_view> extension(std::string_view path) {
  const auto dot = path.rfind('.');
  const auto slash = path.rfind('/');
  if (dot == std::string_view::npos) return std::nullopt;
  if (slash != std::string_view::npos && dot < slash) return std::nullopt;
  return path.substr(dot + 1);
}

class Asset {
 public:
  Asset(std::string pack, std::string name) : pack_(std::move(pack)), name_(std::move(name)) {}
  std::string path() const { return "assets/" + pack_ + "/" + name_; }

 private:
  std::string pack_;
  std::string name_;
};

enum class Kind { unknown, image, sound };

Kind kind_of(const Asset& asset) {
  const std::string path = asset.path();
  const std::optional<std::string_view> type = extension(path);
  if (!type) return Kind::unknown;
  if (*type == "png" || *type == "jpeg") return Kind::image;
  if (*type == "ogg") return Kind::sound;
  return Kind::unknown;
}

int main() {
  int images = 0;
  const Asset assets[] = {{"winter.2024", "snowman-with-a-carrot.png"}, {"winter.2024", "license"}};
  for (const Asset& asset : assets) images += kind_of(asset) == Kind::image;
  std::printf("%d images\n", images);
}
