// The copy reads a full block from a source that is the last, shorter one.
// oracle: asan

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <vector>

class BlockCipher {
 public:
  static constexpr std::size_t block = 16;

  std::vector<unsigned char> encrypt(const std::vector<unsigned char>& text) const {
    std::vector<unsigned char> result;
    for (std::size_t at = 0; at < text.size(); at += block) {
      std::array<unsigned char, block> buffer{};
      std::memcpy(buffer.data(), text.data() + at, block);  // expect: H0504
      for (unsigned char& byte : buffer) byte = static_cast<unsigned char>(byte ^ key_);
      result.insert(result.end(), buffer.begin(), buffer.end());
    }
    return result;
  }

 private:
  unsigned char key_ = 0x5a;
};

int main() {
  const BlockCipher cipher;
  const std::vector<unsigned char> whole(32, 'w');
  const std::vector<unsigned char> partial(21, 'p');
  std::printf("%zu %zu\n", cipher.encrypt(whole).size(), cipher.encrypt(partial).size());
}
