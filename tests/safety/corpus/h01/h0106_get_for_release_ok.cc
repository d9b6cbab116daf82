// The checkpoint is promoted with release().
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>

struct Checkpoint {
  std::string path;
  long offset;
};

class Checkpointer {
 public:
  void begin(std::string path, long offset) {
    pending_ = std::make_unique<Checkpoint>();
    pending_->path = std::move(path);
    pending_->offset = offset;
  }

  bool commit() {
    if (!pending_) return false;
    if (durable_ && durable_->offset > pending_->offset) {
      pending_.reset();
      return false;
    }
    durable_.reset(pending_.release());
    ++commits_;
    return true;
  }

  long offset() const { return durable_ ? durable_->offset : 0; }
  int commits() const { return commits_; }

 private:
  std::unique_ptr<Checkpoint> pending_;
  std::unique_ptr<Checkpoint> durable_;
  int commits_ = 0;
};

int main() {
  Checkpointer checkpointer;
  checkpointer.begin("/data/0001.ckpt", 4096);
  if (!checkpointer.commit()) return 1;
  std::printf("%ld after %d\n", checkpointer.offset(), checkpointer.commits());
}
