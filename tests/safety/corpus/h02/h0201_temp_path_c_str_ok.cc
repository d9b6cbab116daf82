// The string goes out instead.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <string>

struct Job {
  int id;
  const char* suffix;
};

class Spool {
 public:
  explicit Spool(std::string directory) : directory_(std::move(directory)) {}

  std::string path_for(const Job& job) const {
    if (job.id < 0) return "/dev/null";
    std::string path = directory_;
    if (!path.ends_with('/')) path.push_back('/');
    path.append(std::to_string(job.id)).append(job.suffix);
    return path;
  }

 private:
  std::string directory_;
};

int main() {
  const Spool spool("/var/spool/documents/incoming");
  const Job jobs[] = {{-1, ".ps"}, {4711, ".ps"}, {4712, ".pdf"}};
  std::size_t longest = 0;
  for (const Job& job : jobs) {
    const std::string path = spool.path_for(job);
    if (path.size() > longest) longest = path.size();
  }
  std::printf("longest path: %zu\n", longest);
}
