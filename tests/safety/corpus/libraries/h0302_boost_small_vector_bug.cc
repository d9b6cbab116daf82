// The first event is kept by pointer; those that come later move it.
// oracle: asan

#include <boost/container/small_vector.hpp>

#include <iostream>
#include <string>

struct Event {
  int at = 0;
  std::string what;
};

int span_of(int count) {
  boost::container::small_vector<Event, 8> events;
  for (int i = 0; i < 9; ++i) events.push_back({i, "start"});
  const Event* first = &events[0];
  for (int i = 1; i < count; ++i) events.push_back({i * 10, "an event with a name that is long"});
  return events.back().at - static_cast<int>(first->what.size());  // expect: H0302
}

int main() { std::cout << span_of(12) << '\n'; }
