// An overrider keeps a view of what it is given, through a base class that says nothing of it.
// oracle: asan
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace [[hull::safe]] app {
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(std::string_view line) = 0;
  virtual void flush() = 0;
};
class Buffered final : public Sink {
 public:
  void write(std::string_view line) override { line_ = line; }  // expect: H0909
  void flush() override { std::cout << line_ << '\n'; }
 private:
  std::string_view line_;
};
void report(Sink& sink, int number) {
  const std::string line = "a line that is too long for the small buffer " + std::to_string(number);
  sink.write(line);
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  const std::unique_ptr<Sink> sink = std::make_unique<Buffered>();
  report(*sink, 3);
  sink->flush();
}
