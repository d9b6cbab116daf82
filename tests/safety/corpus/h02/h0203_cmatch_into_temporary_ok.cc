// The string that is searched has a name.
// oracle: clean

#include <cstdio>
#include <regex>
#include <string>

class Build {
 public:
  Build(int number, std::string branch) : number_(number), branch_(std::move(branch)) {}

  std::string banner() const {
    return "hull of the branch " + branch_ + ", build " + std::to_string(number_) + ", for Linux";
  }

 private:
  int number_;
  std::string branch_;
};

int build_number(const Build& build) {
  static const std::regex pattern("build ([0-9]+)");
  std::cmatch match;
  const std::string banner = build.banner();
  if (!std::regex_search(banner.c_str(), match, pattern)) return -1;
  const std::string digits = match[1].str();
  return std::stoi(digits);
}

int main() {
  const Build build(1742, "release/2.4");
  const int number = build_number(build);
  std::printf("%d\n", number);
  return number == 1742 ? 0 : 1;
}
