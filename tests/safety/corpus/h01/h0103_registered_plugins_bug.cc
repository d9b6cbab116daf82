// A plugin is asked for its name when it is deleted already.
// oracle: asan
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual std::string name() const = 0;
};

static std::vector<const Plugin*>& plugins() {
  static std::vector<const Plugin*> all;
  return all;
}

class Registered : public Plugin {
 public:
  explicit Registered(std::string name) : name_(std::move(name)) { plugins().push_back(this); }
  ~Registered() override { std::erase(plugins(), this); }
  std::string name() const override { return name_; }

 private:
  std::string name_;
};

static Plugin* load(const std::string& name) { return new Registered(name); }

class Loader {
 public:
  explicit Loader(const std::string& name) : plugin_(load(name)) {}
  Loader(const Loader&) = delete;
  Loader& operator=(const Loader&) = delete;
  ~Loader() { delete plugin_; }

 private:
  Plugin* plugin_;
};

int main() {
  plugins().clear();
  if (!plugins().empty()) return 1;
  Loader first("png");
  {
    Loader second("jpeg");
    if (plugins().size() != 2) return 1;
  }
  Plugin* extra = load("gif");
  delete extra;
  std::printf("%s\n", extra->name().c_str());  // expect: H0103
  std::printf("%s\n", plugins().front()->name().c_str());
  return plugins().size() == 1 ? 0 : 1;
}
