// The old backend is left to its unique_ptr.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>

class Backend {
 public:
  explicit Backend(std::string name) : name_(std::move(name)) {}
  virtual ~Backend() { std::printf("closing %s\n", name_.c_str()); }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

class Storage {
 public:
  Storage() : backend_(std::make_unique<Backend>("memory")) {}

  void migrate(const std::string& target) {
    Backend* old = backend_.get();
    if (old->name() == target) return;
    auto fresh = std::make_unique<Backend>(target);
    ++migrations_;
    backend_ = std::move(fresh);
  }

  int migrations() const { return migrations_; }

 private:
  std::unique_ptr<Backend> backend_;
  int migrations_ = 0;
};

int main() {
  Storage storage;
  storage.migrate("memory");
  storage.migrate("disk");
  std::printf("%d\n", storage.migrations());
}
