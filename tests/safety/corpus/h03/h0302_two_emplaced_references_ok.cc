// The elements are in a list, whose references outlive an insertion.
// oracle: clean

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
    parse.next = &lower;
    Stage& emit = add("emit");
    lower.next = &emit;
    first_ = &parse;
  }

  int length() const {
    int count = 0;
    for (const Stage* stage = first_; stage != nullptr; stage = stage->next) ++count;
    return count;
  }

 private:
  std::list<Stage> stages_;
  const Stage* first_ = nullptr;
};

int main() {
  Pipeline pipeline;
  pipeline.connect_defaults();
  std::printf("%d stages\n", pipeline.length());
}
