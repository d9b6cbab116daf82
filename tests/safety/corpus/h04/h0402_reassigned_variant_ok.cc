// The progress is read before finish() puts the result in the variant.
// oracle: clean

#include <cstdio>
#include <string>
#include <variant>
#include <vector>

struct Waiting {
  int position;
};
struct Running {
  int percent;
};
struct Done {
  std::string output;
};

class Job {
 public:
  explicit Job(int position) : state_(Waiting{position}) {}

  void start() { state_ = Running{0}; }

  // Returns how far it is.
  int advance(int percent) {
    Running* running = std::get_if<Running>(&state_);
    if (!running) return 0;
    running->percent += percent;
    const int reached = running->percent;
    if (reached >= 100) finish("ok");
    return reached;
  }

  bool done() const { return std::holds_alternative<Done>(state_); }

 private:
  void finish(std::string output) { state_ = Done{std::move(output)}; }

  std::variant<Waiting, Running, Done> state_;
};

int main() {
  std::vector<Job> jobs = {Job(1), Job(2)};
  int sum = 0;
  for (Job& job : jobs) {
    job.start();
    sum += job.advance(40);
    sum += job.advance(70);
  }
  std::printf("%d %d\n", sum, jobs.front().done());
}
