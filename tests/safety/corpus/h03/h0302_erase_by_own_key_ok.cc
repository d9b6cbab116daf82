// The value is moved out before the entry is erased.
// oracle: clean

#include <iostream>
#include <map>
#include <string>
#include <vector>

struct Job {
  std::string name;
  std::vector<int> waits_for;
};

class JobBoard {
 public:
  void add(int id, std::string name, std::vector<int> waits_for) {
    pending_[id] = {std::move(name), std::move(waits_for)};
  }

  std::string start(int id) {
    const auto found = pending_.find(id);
    if (found == pending_.end()) return "";
    const Job job = std::move(found->second);
    if (!job.waits_for.empty()) return "";
    pending_.erase(found);
    for (auto& [other, waiting] : pending_) std::erase(waiting.waits_for, id);
    return job.name;
  }

 private:
  std::map<int, Job> pending_;
};

int main() {
  JobBoard board;
  board.add(1, "fetch the sources of everything", {});
  board.add(2, "compile them one after the other", {1});
  std::cout << board.start(2) << '\n' << board.start(1) << '\n' << board.start(2) << '\n';
}
