// The array behind a returned initializer_list belongs to the return statement.
// oracle: asan

#include <cstdio>
#include <initializer_list>
#include <vector>

struct Profile {
  int base;
  bool secure;
};

std::initializer_list<int> ports_of(const Profile& profile) {
  const int data = profile.base + 1;
  if (profile.secure) return {profile.base, data, data + 442};  // expect: H0201
  static const std::initializer_list<int> plain = {80, 8080};
  return plain;
}

class Listener {
 public:
  void open(const Profile& profile) {
    const std::initializer_list<int> ports = ports_of(profile);
    for (int port : ports) {
      if (port > 0) opened_.push_back(port);
    }
  }

  int sum() const {
    int total = 0;
    for (int port : opened_) total += port;
    return total;
  }

 private:
  std::vector<int> opened_;
};

int main() {
  Listener listener;
  listener.open({7000, false});
  listener.open({9000, true});
  std::printf("%d\n", listener.sum());
}
