// The first emplace_back's reference is used after the second emplace_back.
// oracle: asan

#include <cstdio>
#include <list>
#include <string>
#include <vector>

struct Stage {
  std::string name;
  Stage* next = nullptr;
};

class Pipeline {
 public:
  Stage& add(const char* name) { return stages_.emplace_back(Stage{name}); }

  void connect_defaults() {
    Stage& parse = add("parse");
    Stage& lower = add("lower");
    parse.next = &lower;  // expect?: H0302
    Stage& emit = add("emit");
    lower.next = &emit;  // expect?: H0302
    first_ = &parse;
  }

  int length() const {
    int count = 0;
    for (const Stage* stage = first_; stage != nullptr; stage = stage->next) ++count;
    return count;
  }

 private:
  std::vector<Stage> stages_;
  const Stage* first_ = nullptr;
};

int main() {
  Pipeline pipeline;
  pipeline.connect_defaults();
  std::printf("%d stages\n", pipeline.length());
}
