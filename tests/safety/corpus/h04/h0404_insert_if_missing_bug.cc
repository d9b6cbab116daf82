// The bucket that is missing is inserted, but the iterator still is the end() from before.
// oracle: debug

#include <cstdio>
#include <map>

class TokenBuckets {
 public:
  explicit TokenBuckets(int capacity) : capacity_(capacity) {}

  bool take(int client) {
    auto bucket = buckets_.find(client);
    if (bucket == buckets_.end()) {
      buckets_.emplace(client, capacity_);
    }
    if (bucket->second == 0) return false;  // expect: H0404
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
