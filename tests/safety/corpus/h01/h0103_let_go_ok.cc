// Who let go of the report was one of two owners: the other still has it.
// oracle: clean
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
  const std::shared_ptr<const Report> kept = report;
  const int sum = total(kept);
  renew(report);
  std::printf("%s %d\n", first.title.c_str(), sum);
  return 0;
}
