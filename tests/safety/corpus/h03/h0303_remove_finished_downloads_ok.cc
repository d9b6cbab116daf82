// std::erase_if does the loop and the erasing.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Download {
  std::string url;
  long received;
  long total;
  bool finished() const { return received >= total; }
};

class Manager {
 public:
  void add(std::string url, long total) { downloads_.push_back({std::move(url), 0, total}); }

  void receive(long bytes) {
    for (Download& download : downloads_) download.received += bytes;
    std::erase_if(downloads_, [](const Download& download) { return download.finished(); });
  }

  std::string pending() const {
    std::string result;
    for (const Download& download : downloads_) result += download.url.substr(0, 5) + ";";
    return result;
  }

 private:
  std::vector<Download> downloads_;
};

int main() {
  Manager manager;
  manager.add("https://example.org/a/first-file-of-them-all", 300);
  manager.add("https://example.org/a/second-file-in-the-list", 100);
  manager.receive(150);
  std::cout << manager.pending() << '\n';
}
