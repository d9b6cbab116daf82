// A line is put together and split into views of it; the line is gone before they are counted.
// oracle: asan
// pkg-config: absl_strings

#include <absl/strings/str_cat.h>
#include <absl/strings/str_split.h>
#include <absl/strings/string_view.h>

#include <iostream>
#include <string>
#include <vector>

std::size_t longest(const std::string& first, const std::string& second) {
  std::vector<absl::string_view> fields;
  {
    const std::string line = absl::StrCat(first, ",", second, ",and a field that is there in every line of them");
    fields = absl::StrSplit(line, ',');
  }
  std::size_t most = 0;
  for (absl::string_view field : fields) {
    if (field.back() != ' ' && field.size() > most) most = field.size();  // expect: H0202
  }
  return most;
}

int main() {
  std::cout << longest("name", "address") << '\n';
}
