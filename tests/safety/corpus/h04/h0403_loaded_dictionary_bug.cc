// A dictionary that was loaded is let go, and nobody loads it again.
// oracle: asan
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <string>

class Dictionary {
 public:
  const std::string& meaning(int word) {
    std::call_once(loaded_, [this] { entries_ = std::make_unique<std::map<int, std::string>>(); });
    return (*entries_)[word];  // expect?: H0403
  }

  void release() { entries_.reset(); }

 private:
  std::once_flag loaded_;
  std::unique_ptr<std::map<int, std::string>> entries_;
};

int main() {
  Dictionary dictionary;
  std::printf("%zu\n", dictionary.meaning(1).size());
  dictionary.release();
  const std::string& second = dictionary.meaning(2);  // expect: H0403
  std::printf("%zu\n", second.size());
  return 0;
}
