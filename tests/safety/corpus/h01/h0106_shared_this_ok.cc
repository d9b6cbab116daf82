// shared_from_this() shares the owner that the object has.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>

class Service;

class Registry {
 public:
  void put(const std::string& name, std::shared_ptr<Service> service) {
    services_[name] = std::move(service);
  }
  std::shared_ptr<Service> get(const std::string& name) const {
    auto found = services_.find(name);
    return found == services_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string, std::shared_ptr<Service>> services_;
};

class Service : public std::enable_shared_from_this<Service> {
 public:
  explicit Service(std::string name) : name_(std::move(name)) {}

  void register_with(Registry& registry) { registry.put(name_, shared_from_this()); }

  int ping() { return ++pings_; }

 private:
  std::string name_;
  int pings_ = 0;
};

int main() {
  Registry registry;
  {
    auto mail = std::make_shared<Service>("mail");
    mail->ping();
    mail->register_with(registry);
    std::printf("%d\n", registry.get("mail")->ping());
  }
}
