// find() tells whether the plugin was registered.
// oracle: clean

#include <cstdio>
#include <map>
#include <string>

class Plugin {
 public:
  virtual ~Plugin() = default;
  virtual int Transform(int value) = 0;
};

class Doubler : public Plugin {
 public:
  int Transform(int value) override { return value * 2; }
};

class Clamp : public Plugin {
 public:
  int Transform(int value) override { return value > 10 ? 10 : value; }
};

class PluginHost {
 public:
  void Register(const std::string& name, Plugin& plugin) { plugins_[name] = &plugin; }

  int Apply(const std::string& name, int value) {
    auto entry = plugins_.find(name);
    if (entry == plugins_.end()) return value;
    Plugin* plugin = entry->second;
    ++calls_;
    return plugin->Transform(value);
  }

 private:
  std::map<std::string, Plugin*> plugins_;
  int calls_ = 0;
};

int main() {
  Doubler doubler;
  Clamp clamp;
  PluginHost host;
  host.Register("double", doubler);
  host.Register("clamp", clamp);
  int value = 6;
  for (const char* step : {"double", "clamp", "negate"}) value = host.Apply(step, value);
  std::printf("%d\n", value);
}
