// The extension is a view of a name that is put together on the same line.
// oracle: asan

#include <boost/utility/string_view.hpp>

#include <iostream>
#include <string>

std::string file_name(const std::string& base, int number) { return base + "-of-the-archive-" + std::to_string(number) + ".tar.gz"; }

boost::string_view extension(boost::string_view name) {
  const auto dot = name.find('.');
  return dot == boost::string_view::npos ? boost::string_view() : name.substr(dot + 1);
}

int main(int argc, char**) {
  const boost::string_view kind = extension(file_name("backup", argc));
  std::cout << kind << '\n';  // expect: H0203
}
