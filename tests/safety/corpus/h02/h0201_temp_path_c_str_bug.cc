// c_str() of a string that is built here goes out as a plain pointer.
// oracle: asan

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

  const char* path_for(const Job& job) const {
    if (job.id < 0) return "/dev/null";
    std::string path = directory_;
    if (!path.ends_with('/')) path.push_back('/');
    path.append(std::to_string(job.id)).append(job.suffix);
    return path.c_str();  // expect: H0201
  }

 private:
  std::string directory_;
};

int main() {
  const Spool spool("/var/spool/documents/incoming");
  const Job jobs[] = {{-1, ".ps"}, {4711, ".ps"}, {4712, ".pdf"}};
  std::size_t longest = 0;
  for (const Job& job : jobs) {
    const char* path = spool.path_for(job);
    if (std::strlen(path) > longest) longest = std::strlen(path);
  }
  std::printf("longest path: %zu\n", longest);
}
