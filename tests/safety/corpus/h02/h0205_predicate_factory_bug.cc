// The predicate refers to a local string of the function that returns it.
// oracle: asan

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

auto matches(const std::string& wanted) {
  std::string needle = lower(wanted);
  if (needle.empty()) needle = " ";
  return [&needle](const std::string& name) {  // expect?: H0205
    return lower(name).find(needle) != std::string::npos;
  };
}

class AddressBook {
 public:
  void add(std::string name) { names_.push_back(std::move(name)); }

  template <typename Predicate>
  auto count(Predicate predicate) const {
    return std::count_if(names_.begin(), names_.end(), predicate);  // expect?: H0205
  }

 private:
  std::vector<std::string> names_;
};

int main() {
  AddressBook book;
  book.add("Donald Ervin Knuth of Stanford University");
  book.add("Edsger Wybe Dijkstra of Austin");
  const auto predicate = matches("Stanford University");
  std::cout << book.count(predicate) << '\n';  // expect?: H0205
}
