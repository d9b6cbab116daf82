// A list of named sources is assigned to a member of what is returned: the elements are copies.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct Origin {
  std::string file;
};

struct Text {
  std::string value;
  std::shared_ptr<const Origin> origin;
};

struct Target {
  std::string name;
  std::vector<Text> sources;
  std::vector<std::string_view> tags;
};

static Target one_source(const Target& model, const Text& source) {
  Target target = model;
  target.name = source.value;
  target.sources = {source};
  target.sources.insert(target.sources.end(), {source, source});
  return target;
}

static std::vector<std::string_view> tags(std::string_view first, std::string_view second) {
  std::vector<std::string_view> all;
  all = {first, second};
  return all;
}

int main() {
  const auto origin = std::make_shared<Origin>(Origin{"hull.toml"});
  const std::string word = "a word that is too long to be kept within the string itself";
  Target target = one_source({}, {"main.cc", origin});
  target.tags = tags("tool", word);
  std::printf("%zu %s %c\n", target.sources.size(), target.sources.front().origin->file.c_str(),
              target.tags.back().back());
}
