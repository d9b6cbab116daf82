// A list of views is assigned to what is returned: the elements are copies, and refer to a local.
// oracle: asan

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
  const std::string both = std::string(first) + " and " + std::string(second);
  all = {first, both};
  return all;  // expect: H0201
}

int main() {
  const auto origin = std::make_shared<Origin>(Origin{"hull.toml"});
  const std::string word = "a word that is too long to be kept within the string itself";
  Target target = one_source({}, {"main.cc", origin});
  target.tags = tags("tool", word);
  std::printf("%zu %s %c\n", target.sources.size(), target.sources.front().origin->file.c_str(),
              target.tags.back().back());
}
