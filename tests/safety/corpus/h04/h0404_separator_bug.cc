// The address has no '@', and the character find() has not found is overwritten.
// oracle: debug

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace redact {

std::string address(std::string text) {
  auto at = std::find(text.begin(), text.end(), '@');
  for (auto c = text.begin(); c != at; ++c) {
    if (c != text.begin()) *c = '*';
  }
  *at = '#';  // expect: H0404
  return text;
}

std::vector<std::string> all(const std::vector<std::string>& addresses) {
  std::vector<std::string> redacted;
  redacted.reserve(addresses.size());
  std::transform(addresses.begin(), addresses.end(), std::back_inserter(redacted), address);
  return redacted;
}

}  // namespace redact

int main() {
  for (const auto& text : redact::all({"ada@example.org", "postmaster"})) std::printf("%s\n", text.c_str());
}
