// The message is copied.
// oracle: clean

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

struct Step {
  std::string name;
  int cost;
};

void execute(const Step& step, int& budget) {
  if (step.cost > budget) throw std::runtime_error("the step " + step.name + " costs more than is left");
  budget -= step.cost;
}

std::string run(const std::vector<Step>& steps, int budget) {
  std::string problem;
  for (const Step& step : steps) {
    try {
      execute(step, budget);
    } catch (const std::runtime_error& error) {
      problem = error.what();
      break;
    }
  }
  if (problem.empty()) return "finished";
  return std::string("stopped: ") + problem;
}

int main() {
  const std::vector<Step> steps = {{"prepare", 10}, {"compile everything", 500}, {"link", 50}};
  std::printf("%s\n", run(steps, 1000).c_str());
  std::printf("%s\n", run(steps, 200).c_str());
}
