// The view is of the string in the optional, or of a literal.
// oracle: clean

#include <iostream>
#include <optional>
#include <string>
#include <string_view>

struct Profile {
  std::string login;
  std::optional<std::string> nickname;
};

std::size_t print_greeting(std::ostream& out, std::string_view name) {
  out << "Welcome back, " << name << "!\n";
  return name.size();
}

std::size_t greet(const Profile& profile) {
  const std::string_view name =
      profile.nickname ? std::string_view(*profile.nickname) : "whoever you may be this evening";
  if (profile.login.empty()) return 0;
  return print_greeting(std::cout, name);
}

int main() {
  std::size_t printed = 0;
  printed += greet({"", std::nullopt});
  printed += greet({"ahopper", "Amazing Grace of the United States Navy"});
  printed += greet({"guest", std::nullopt});
  return printed > 0 ? 0 : 1;
}
