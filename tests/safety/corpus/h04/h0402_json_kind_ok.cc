// The string alternative is converted before the number is asked for.
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <variant>

using Value = std::variant<std::monostate, double, bool, std::string>;

class Settings {
 public:
  void set(std::string key, Value value) { values_[std::move(key)] = std::move(value); }

  double timeout_seconds() const {
    auto found = values_.find("timeout");
    if (found == values_.end()) return 30.0;
    const Value& value = found->second;
    if (std::holds_alternative<std::monostate>(value)) return 0.0;
    if (const auto* text = std::get_if<std::string>(&value)) return std::atof(text->c_str());
    if (!std::holds_alternative<double>(value)) return 30.0;
    return std::get<double>(value);
  }

  bool flag(const std::string& key) const {
    auto found = values_.find(key);
    return found != values_.end() && std::holds_alternative<bool>(found->second) &&
           std::get<bool>(found->second);
  }

 private:
  std::map<std::string, Value> values_;
};

int main() {
  Settings settings;
  settings.set("keepalive", true);
  double total = settings.timeout_seconds();
  settings.set("timeout", 2.5);
  total += settings.timeout_seconds();
  settings.set("timeout", std::string("10"));
  total += settings.timeout_seconds();
  std::printf("%.1f %d\n", total, settings.flag("keepalive"));
}
