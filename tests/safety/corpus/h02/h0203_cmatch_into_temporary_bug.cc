// The match results point into the characters of a string that the call's argument was.
// oracle: asan

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
  if (!std::regex_search(build.banner().c_str(), match, pattern)) return -1;  // expect?: H0203
  const std::string digits = match[1].str();                                  // expect?: H0203
  return std::stoi(digits);
}

int main() {
  const Build build(1742, "release/2.4");
  const int number = build_number(build);
  std::printf("%d\n", number);
  return number == 1742 ? 0 : 1;
}
