// The do-while loop runs at least once, so the last answer has a value.
// oracle: clean

#include <cstdio>

class Resolver {
 public:
  explicit Resolver(int failures) : failures_(failures) {}

  int query(int host) {
    if (failures_ > 0) {
      --failures_;
      return -1;
    }
    return host * 256 + 7;
  }

 private:
  int failures_;
};

bool is_private(int address) { return address / 256 == 10; }

bool resolves_to_private(Resolver& resolver, int host, int attempts) {
  int address;
  do {
    address = resolver.query(host);
    if (address >= 0) break;
    --attempts;
  } while (attempts > 0);
  return is_private(address);
}

int main() {
  Resolver steady(0);
  Resolver flaky(2);
  int count = resolves_to_private(steady, 10, 3);
  count += resolves_to_private(flaky, 10, 1);
  count += resolves_to_private(flaky, 10, 0);
  std::printf("%d private\n", count);
}
