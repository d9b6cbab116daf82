// The name lives as long as the view of its extension.
// oracle: clean

#include <boost/utility/string_view.hpp>

#include <iostream>
#include <string>

std::string file_name(const std::string& base, int number) { return base + "-of-the-archive-" + std::to_string(number) + ".tar.gz"; }

boost::string_view extension(boost::string_view name) {
  const auto dot = name.find('.');
  return dot == boost::string_view::npos ? boost::string_view() : name.substr(dot + 1);
}

int main(int argc, char**) {
  const std::string name = file_name("backup", argc);
  const boost::string_view kind = extension(name);
  std::cout << kind << '\n';
}
