// The label is large enough for the longest of the texts.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <initializer_list>

enum class State { idle, running, failed };

struct Indicator {
  int id;
  char label[20];
};

void show(Indicator& indicator, State state) {
  switch (state) {
    case State::idle:
      std::strcpy(indicator.label, "idle");
      break;
    case State::running:
      std::strcpy(indicator.label, "running");
      break;
    case State::failed:
      std::strcpy(indicator.label, "failed, see log");
      break;
  }
}

int main() {
  std::size_t letters = 0;
  for (State state : {State::idle, State::running, State::failed}) {
    Indicator indicator{};
    indicator.id = static_cast<int>(state);
    show(indicator, state);
    letters += std::strlen(indicator.label);
  }
  std::printf("%zu letters\n", letters);
}
