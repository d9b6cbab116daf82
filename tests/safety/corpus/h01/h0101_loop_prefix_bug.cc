// The prefix is moved into the first metric name, and the second iteration reads it again.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace metrics {

std::string join(std::string prefix, const std::string& leaf) {
  prefix += '.';
  prefix += leaf;
  return prefix;
}

std::vector<std::string> expand(std::string prefix, const std::vector<std::string>& leaves) {
  std::vector<std::string> names;
  names.reserve(leaves.size());
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    names.push_back(join(std::move(prefix), leaves[i]));  // expect: H0101
  }
  return names;
}

}  // namespace metrics

int main() {
  auto names = metrics::expand("http.server.requests", {"count", "p50", "p99"});
  assert(names.size() == 3);
  assert(names[0] == "http.server.requests.count");
  assert(names[2] == "http.server.requests.p99");
}
