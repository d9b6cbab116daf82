// Where no replica is configured, the primary and the replica share one owner.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>

class Node {
 public:
  explicit Node(std::string address) : address_(std::move(address)) {}
  int read(int key) {
    ++reads_;
    return key * 2;
  }
  int reads() const { return reads_; }

 private:
  std::string address_;
  int reads_ = 0;
};

class Cluster {
 public:
  Cluster(const std::string& primary, const std::string& replica) {
    auto* node = new Node(primary);
    primary_.reset(node);
    if (!replica.empty()) {
      replica_.reset(new Node(replica));
    } else {
      replica_ = primary_;
    }
  }

  int read(int key) { return key % 2 == 0 ? primary_->read(key) : replica_->read(key); }
  int primary_reads() const { return primary_->reads(); }

 private:
  std::shared_ptr<Node> primary_;
  std::shared_ptr<Node> replica_;
};

int main() {
  Cluster pair("10.0.0.1", "10.0.0.2");
  Cluster single("10.0.0.9", "");
  int sum = 0;
  for (int key = 0; key < 4; ++key) sum += pair.read(key) + single.read(key);
  std::printf("%d %d\n", sum, single.primary_reads());
}
