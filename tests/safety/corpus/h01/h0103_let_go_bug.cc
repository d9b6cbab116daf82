// A report is handed over by value to who lets go of it: what looks at it then looks at nothing.
// oracle: asan
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Report {
  std::string title;
  std::vector<int> numbers;
};

int total(std::shared_ptr<const Report> report) {
  int sum = 0;
  for (const int number : report->numbers) sum += number;
  return sum;
}

void renew(std::shared_ptr<Report>& report) {
  report = std::make_shared<Report>();
  report->title = "fresh";
}

int main() {
  auto report = std::make_shared<Report>();
  report->title = "first";
  report->numbers = {1, 2, 3};
  const Report& first = *report;
  const int sum = total(report);
  renew(report);
  std::printf("%s %d\n", first.title.c_str(), sum);  // expect: H0103
  return 0;
}
