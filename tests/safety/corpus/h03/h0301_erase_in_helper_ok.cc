// The loop goes on with what the helper gives back.
// oracle: clean
#include <cstdio>
#include <list>
#include <string>

struct Job {
  std::string name;
  int attempts;
};

class Queue {
 public:
  using Position = std::list<Job>::iterator;
  void add(std::string name, int attempts) { jobs_.push_back({std::move(name), attempts}); }

  void sweep(int limit) {
    for (Position it = jobs_.begin(); it != jobs_.end();) {
      it = it->attempts > limit ? drop(it) : std::next(it);
    }
  }
  std::size_t size() const { return jobs_.size(); }

 private:
  Position drop(Position it) {
    std::printf("drop %s\n", it->name.c_str());
    return jobs_.erase(it);
  }
  std::list<Job> jobs_;
};

int main() {
  Queue queue;
  queue.add("a", 1);
  queue.add("b", 9);
  queue.add("c", 2);
  queue.sweep(5);
  std::printf("%zu\n", queue.size());
  return 0;
}
