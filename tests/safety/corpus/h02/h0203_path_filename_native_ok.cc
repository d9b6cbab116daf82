// The path that filename() returns is kept.
// oracle: clean

#include <filesystem>
#include <iostream>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

bool is_backup(std::string_view name) { return name.ends_with("~") || name.ends_with(".orig"); }

int count_backups(const std::vector<fs::path>& files) {
  int backups = 0;
  for (const fs::path& file : files) {
    if (!file.has_filename()) continue;
    const fs::path last = file.filename();
    std::string_view name = last.native();
    if (name.starts_with(".#")) {
      ++backups;
      continue;
    }
    if (is_backup(name)) ++backups;
  }
  return backups;
}

int main() {
  const std::vector<fs::path> files = {"/srv/www/index.html", "/srv/www/",
                                       "/srv/www/a-page-with-a-rather-long-name.html.orig"};
  std::cout << count_backups(files) << " backups\n";
}
