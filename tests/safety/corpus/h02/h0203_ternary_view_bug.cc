// A string and a literal have the type string in common, so the view is of a temporary copy.
// oracle: asan

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

struct Symbol {
  std::string mangled;
  std::string source;
};

class Report {
 public:
  void add(const Symbol& symbol) {
    const std::string_view shown =
        symbol.source.empty() ? "<a symbol without a source name>" : symbol.source;  // expect?: H0203
    if (symbol.mangled.starts_with("_ZN3gcc")) return;
    rows_.push_back(std::string(shown));  // expect?: H0203
  }

  void print(std::ostream& out) const {
    for (const std::string& row : rows_) out << row << '\n';
  }

 private:
  std::vector<std::string> rows_;
};

int main() {
  Report report;
  report.add({"_ZN4hull5check3runEv", "hull::check::run(hull::check::Unit const&)"});
  report.add({"_ZN3gcc4restEv", "gcc::rest()"});
  report.add({"_Z1fv", ""});
  report.print(std::cout);
}
