// The header is used in the branch that runs when there is none.
// oracle: debug

#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <string_view>

class Headers {
 public:
  void set(std::string name, std::string value) { fields_[std::move(name)] = std::move(value); }

  std::optional<std::string> get(std::string_view name) const {
    if (auto field = fields_.find(name); field != fields_.end()) return field->second;
    return {};
  }

 private:
  std::map<std::string, std::string, std::less<>> fields_;
};

enum class Encoding { identity, gzip };

Encoding negotiate(const Headers& request) {
  auto accepted = request.get("accept-encoding");
  auto agent = request.get("user-agent");
  // Old spiders ask for gzip and cannot read it.
  if (agent.has_value() && agent->starts_with("OldSpider")) return Encoding::identity;
  if (!accepted) {
    bool gzip = accepted->find("gzip") != std::string::npos;  // expect: H0402
    return gzip ? Encoding::gzip : Encoding::identity;
  }
  return Encoding::identity;
}

int main() {
  Headers plain;
  plain.set("user-agent", "curl/8");
  Headers zipped;
  zipped.set("accept-encoding", "br, gzip");
  std::printf("%d %d\n", static_cast<int>(negotiate(zipped)), static_cast<int>(negotiate(plain)));
}
