// The helper is told that the key is as large as the value, and zeroes too much.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstring>

constexpr std::size_t key_size = 16;
constexpr std::size_t value_size = 48;

void store(char* field, std::size_t size, const char* text) {
  std::memset(field, 0, size);  // expect?: H0504
  const std::size_t length = std::strlen(text);
  std::memcpy(field, text, length < size ? length : size - 1);
}

class Cookie {
 public:
  std::size_t encode(const char* key, const char* value) {
    char name[key_size];
    char content[value_size];
    store(name, value_size, key);  // expect?: H0504
    store(content, value_size, value);
    total_ += std::strlen(name) + std::strlen(content) + 1;
    return total_;
  }

 private:
  std::size_t total_ = 0;
};

int main() {
  Cookie cookie;
  cookie.encode("session", "3f2a9c");
  std::printf("%zu\n", cookie.encode("theme", "dark and without any contrast"));
}
