// The iterator is replaced by the one that the insertion gives.
// oracle: clean

#include <cstdio>
#include <map>

class TokenBuckets {
 public:
  explicit TokenBuckets(int capacity) : capacity_(capacity) {}

  bool take(int client) {
    auto bucket = buckets_.find(client);
    if (bucket == buckets_.end()) {
      bucket = buckets_.emplace(client, capacity_).first;
    }
    if (bucket->second == 0) return false;
    --bucket->second;
    return true;
  }

  void refill() {
    for (auto& [client, tokens] : buckets_) tokens = capacity_;
  }

 private:
  int capacity_;
  std::map<int, int> buckets_;
};

int main() {
  TokenBuckets buckets(2);
  int taken = 0;
  for (int client : {4, 4, 4, 9}) taken += buckets.take(client);
  buckets.refill();
  taken += buckets.take(4);
  std::printf("%d\n", taken);
}
