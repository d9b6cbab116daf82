// The optional reference is to an element of the list.
// oracle: clean

#include <functional>
#include <iostream>
#include <list>
#include <optional>
#include <string>

struct Plugin {
  std::string name;
  int version;
};

class PluginHost {
 public:
  void install(std::string name, int version) { plugins_.push_back({std::move(name), version}); }

  std::optional<std::reference_wrapper<const Plugin>> newest(const std::string& name) const {
    const Plugin* newest = nullptr;
    for (const Plugin& plugin : plugins_) {
      if (plugin.name != name) continue;
      if (newest == nullptr || plugin.version > newest->version) newest = &plugin;
    }
    if (newest == nullptr) return std::nullopt;
    const Plugin& found = *newest;
    if (found.version < 0) return std::nullopt;
    return std::cref(found);
  }

 private:
  std::list<Plugin> plugins_;
};

int main() {
  PluginHost host;
  host.install("spelling", 3);
  host.install("spelling", 5);
  host.install("grammar", 1);
  const auto plugin = host.newest("spelling");
  if (!plugin) return 1;
  std::cout << plugin->get().name << ' ' << plugin->get().version << '\n';
}
