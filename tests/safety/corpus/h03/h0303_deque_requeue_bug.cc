// Failed requests are put back at the end of the deque that the range-for goes over.
// oracle: debug

#include <deque>
#include <iostream>
#include <string>
#include <utility>

struct Request {
  std::string host;
  int tries;
};

class Retrier {
 public:
  void add(std::string host) { queue_.push_back({std::move(host), 0}); }

  int round() {
    int failed = 0;
    for (const Request& request : queue_) {  // expect?: H0303
      if (send(request)) continue;
      ++failed;
      if (request.tries < 3) queue_.push_back({request.host, request.tries + 1});  // expect?: H0303
    }
    return failed;
  }

  std::size_t waiting() const { return queue_.size(); }

 private:
  bool send(const Request& request) {
    return (request.host.size() + static_cast<unsigned>(request.tries)) % 2 == 0;
  }

  std::deque<Request> queue_;
};

int main() {
  Retrier retrier;
  retrier.add("alpha");
  retrier.add("beta");
  retrier.add("gamma");
  const int first = retrier.round();
  const int second = retrier.round();
  std::cout << first << ' ' << second << ' ' << retrier.waiting() << '\n';
}
