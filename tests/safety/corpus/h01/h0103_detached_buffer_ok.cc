// A buffer that gave its text away is empty: all its members are zero.
// oracle: clean
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Buffer {
  char* data;
  std::size_t size;
  std::size_t capacity;
};

static void buffer_init(Buffer* buffer) { std::memset(buffer, 0, sizeof *buffer); }

static bool buffer_append(Buffer* buffer, const char* text) {
  std::size_t length = std::strlen(text);
  if (buffer->size + length + 1 > buffer->capacity) {
    std::size_t capacity = buffer->capacity ? buffer->capacity * 2 : 16;
    while (capacity < buffer->size + length + 1) capacity *= 2;
    char* grown = static_cast<char*>(std::realloc(buffer->data, capacity));
    if (!grown) return false;
    buffer->data = grown;
    buffer->capacity = capacity;
  }
  std::memcpy(buffer->data + buffer->size, text, length + 1);
  buffer->size += length;
  return true;
}

static char* buffer_detach(Buffer* buffer) {
  char* text = buffer->data;
  buffer_init(buffer);
  return text;
}

int main() {
  Buffer buffer;
  buffer_init(&buffer);
  for (int i = 0; i < 3; ++i) {
    if (!buffer_append(&buffer, "twelve chars")) return 1;
  }
  char* text = buffer_detach(&buffer);
  std::size_t length = std::strlen(text);
  std::free(text);
  if (!buffer_append(&buffer, "again")) return 1;
  std::printf("%zu %s\n", length, buffer.data);
  std::free(buffer.data);
  return length == 36 ? 0 : 2;
}
