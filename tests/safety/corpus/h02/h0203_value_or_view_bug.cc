// value_or() of an optional string returns a string by value, and a view is made of it.
// oracle: asan

#include <iostream>
#include <optional>
#include <string>
#include <string_view>

struct Profile {
  std::string login;
  std::optional<std::string> nickname;
};

std::size_t print_greeting(std::ostream& out, std::string_view name) {
  out << "Welcome back, " << name << "!\n";  // expect?: H0203
  return name.size();
}

std::size_t greet(const Profile& profile) {
  const std::string_view name =
      profile.nickname.value_or("whoever you may be this evening");  // expect?: H0203
  if (profile.login.empty()) return 0;
  return print_greeting(std::cout, name);  // expect?: H0203
}

int main() {
  std::size_t printed = 0;
  printed += greet({"", std::nullopt});
  printed += greet({"ahopper", "Amazing Grace of the United States Navy"});
  printed += greet({"guest", std::nullopt});
  return printed > 0 ? 0 : 1;
}
