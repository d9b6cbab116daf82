// What is opened is there when the outcome says so, however often it is asked.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

class Outcome {
 public:
  Outcome() : message_(nullptr) {}
  explicit Outcome(const char* message) : message_(message) {}
  Outcome(Outcome&& other) noexcept : message_(other.message_) { other.message_ = nullptr; }
  Outcome& operator=(Outcome&& other) noexcept {
    std::swap(message_, other.message_);
    return *this;
  }
  bool ok() const { return message_ == nullptr; }
  const char* message() const { return message_; }

 private:
  const char* message_;
};

class Sink {
 public:
  explicit Sink(std::string name) : name_(std::move(name)) {}
  void write(int value) { std::printf("%s: %d\n", name_.c_str(), value); }

 private:
  std::string name_;
};

class Storage {
 public:
  virtual ~Storage() = default;
  virtual Outcome reserve(const std::string& name) = 0;
};

class Disk : public Storage {
 public:
  Outcome reserve(const std::string& name) override {
    return name.size() > 8 ? Outcome("name too long") : Outcome();
  }
};

Outcome open(Storage& storage, const std::string& name, Sink** sink) {
  Outcome outcome = storage.reserve(name);
  if (outcome.ok()) *sink = new Sink(name);
  return outcome;
}

int copy(Storage& storage, const std::string& name, int value) {
  Sink* sink = nullptr;
  Outcome outcome = open(storage, name, &sink);
  if (!outcome.ok()) {
    std::printf("%s\n", outcome.message());
    return 1;
  }
  std::unique_ptr<Sink> owner(sink);
  sink->write(value);
  return 0;
}

int main() {
  Disk disk;
  return copy(disk, "numbers", 3) + copy(disk, "many_numbers", 4) - 1;
}
