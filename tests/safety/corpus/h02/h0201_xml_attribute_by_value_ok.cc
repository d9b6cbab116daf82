// attribute() returns a reference to the stored string.
// oracle: clean

#include <iostream>
#include <map>
#include <string>
#include <string_view>

class Element {
 public:
  Element& set(const std::string& key, const std::string& value) {
    attributes_[key] = value;
    return *this;
  }

  const std::string& attribute(const std::string& key) const {
    static const std::string missing;
    const auto found = attributes_.find(key);
    return found == attributes_.end() ? missing : found->second;
  }

  std::string_view name() const { return attribute("name"); }

  bool is_hidden() const { return attribute("hidden") == "true"; }

 private:
  std::map<std::string, std::string> attributes_;
};

int main() {
  Element element;
  element.set("name", "the main window of the application").set("hidden", "false");
  const std::string_view name = element.name();
  if (!element.is_hidden()) std::cout << name << '\n';
}
