// Whether a value comes after the flag is asked.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <list>
#include <string>

class Arguments {
 public:
  void add(std::string argument) { all_.push_back(std::move(argument)); }

  int number(const std::string& flag, int otherwise) const {
    auto at = std::find(all_.begin(), all_.end(), flag);
    if (at == all_.end()) return otherwise;
    if (++at == all_.end()) return otherwise;
    return std::atoi(at->c_str());
  }

 private:
  std::list<std::string> all_;
};

int main() {
  Arguments arguments;
  for (const char* argument : {"-j", "4", "--depth"}) arguments.add(argument);
  int sum = arguments.number("-j", 1);
  sum += arguments.number("--width", 80);
  sum += arguments.number("--depth", 3);
  std::printf("%d\n", sum);
}
