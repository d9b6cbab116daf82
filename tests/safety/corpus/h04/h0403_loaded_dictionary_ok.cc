// A dictionary is read by whoever asks first, once.
// oracle: clean
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <string>

class Dictionary {
 public:
  const std::string& meaning(int word) {
    std::call_once(loaded_, [this] { entries_ = std::make_unique<std::map<int, std::string>>(); });
    return (*entries_)[word];
  }

 private:
  std::once_flag loaded_;
  std::unique_ptr<std::map<int, std::string>> entries_;
};

int main() {
  Dictionary dictionary;
  const std::string& first = dictionary.meaning(1);
  const std::string& second = dictionary.meaning(2);
  std::printf("%zu\n", first.size() + second.size());
  return 0;
}
