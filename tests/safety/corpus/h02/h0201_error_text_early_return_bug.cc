// The known codes have static texts, but the unknown one is a view of a local buffer.
// oracle: asan

#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>

class ErrorTable {
 public:
  ErrorTable() {
    known_[1] = "not permitted";
    known_[2] = "no such file or directory";
  }

  std::string_view text(int code) {
    const auto found = known_.find(code);
    if (found != known_.end()) return found->second;

    char buffer[40];
    const int length = std::snprintf(buffer, sizeof buffer, "unknown error %d", code);
    if (length <= 0) return "unknown error";
    return std::string_view(buffer, static_cast<std::size_t>(length));  // expect: H0201
  }

 private:
  std::unordered_map<int, std::string> known_;
};

bool is_unknown(std::string_view text) { return text.starts_with("unknown"); }

int main() {
  ErrorTable table;
  int unknown = 0;
  for (int code : {1, 2, 71}) {
    const std::string_view text = table.text(code);
    if (is_unknown(text)) ++unknown;
  }
  std::printf("%d unknown\n", unknown);
}
