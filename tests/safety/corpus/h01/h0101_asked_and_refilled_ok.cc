// What was moved from is asked whether it holds anything, cleared, and filled anew.
// oracle: clean
#include <cassert>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class Report {
 public:
  explicit Report(std::string title) : body_(std::make_unique<std::string>(std::move(title))) {}
  bool valid() const { return body_ != nullptr; }
  int pages() const { return pages_; }
  void add(const std::string& line) {
    body_->append(line);
    ++pages_;
  }
  void restart(std::string title) {
    body_ = std::make_unique<std::string>(std::move(title));
    pages_ = 0;
  }
  std::size_t size() const { return body_->size(); }

 private:
  std::unique_ptr<std::string> body_;
  int pages_ = 0;
};

static std::vector<Report> archive;

static int file(Report& report) {
  archive.push_back(std::move(report));
  if (report.valid()) return -1;
  int pages = report.pages();
  report.restart("next ");
  report.add("first line");
  return pages;
}

int main() {
  Report report("weekly ");
  report.add("one");
  report.add("two");
  int pages = file(report);
  std::printf("%d %zu\n", pages, report.size());
  assert(archive.back().size() == 13);
  return pages == 2 && report.size() == 15 ? 0 : 1;
}
